# SPDX-License-Identifier: MIT
# The packages of setup/debian.txt: installed as root or with --yes, else asked for once.

wanted_packages() {
  sed 's/#.*//' "$root/setup/debian.txt" | tr -s ' \n' '\n' | sed '/^$/d'
}

missing_packages() {
  local installed
  installed=$(dpkg-query --show --showformat='${db:Status-Abbrev} ${Package}\n' 2>/dev/null |
    sed -n 's/^.i  *//p')
  LC_ALL=C comm -23 <(wanted_packages | LC_ALL=C sort -u) <(LC_ALL=C sort -u <<<"$installed")
}

require_debian() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null && return
  local name="this system"
  [ ! -r /etc/os-release ] || name=$(. /etc/os-release && echo "${PRETTY_NAME:-$ID}")
  fail "$exit_cannot" "This set-up knows Debian and Ubuntu, and $name has no apt-get." \
    "Install the counterparts of setup/debian.txt by hand and start with LOCKSTEP_SYSTEM=other ./lockstep."
}

# may_install COMMAND: asks once, where there is somebody to answer.
may_install() {
  if [ "$assume_yes" = yes ]; then return 0; fi
  [ -t 0 ] || return 1
  local answer
  printf 'lockstep: Run it now? [y/N] ' >&2
  read -r answer || return 1
  [ "$answer" = y ] || [ "$answer" = Y ] || [ "$answer" = yes ]
}

apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get --quiet --option Acquire::Retries=2 \
    --option DPkg::Lock::Timeout=600 "$@"
}

# In the foreground, unlike all else: a half-run dpkg is worse than a slow answer to Ctrl+C.
install_packages() {
  local log=$cache/logs/apt.log
  say "Installing $# Debian packages."
  apt_get update >"$log" 2>&1 </dev/null || true # an old list may do; if not, install says so
  apt_get install --yes --no-install-recommends "$@" >>"$log" 2>&1 </dev/null && return
  show_log "$log"
  if grep -q 'No space left' "$log"; then
    fail "$exit_cannot" "The disk is full: apt-get could not install the packages."
  elif grep -q 'Unable to locate package' "$log"; then
    fail "$exit_cannot" "This system's package lists lack:$(sed -n 's/.*Unable to locate package//p' "$log" | tr -d '\n')." \
      "Either they could not be fetched (is there a network?) or the system is older than Debian 12."
  fi
  fail "$exit_cannot" "Could not get these Debian packages: $*." "Is there a network? Start again when it is back."
}

set_up_packages() {
  [ "${LOCKSTEP_SYSTEM:-debian}" = debian ] || return 0
  require_debian
  local missing=()
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  as_root=()
  if [ "$(id -u)" = 0 ]; then
    assume_yes=yes
  else
    as_root=(sudo)
    say "These Debian packages are missing; this line installs them:"
    printf '\n    sudo apt-get install --no-install-recommends %s\n\n' "${missing[*]}" >&2
    may_install || fail "$exit_cannot" "Nothing was installed. Run the line above, or start with ./lockstep --yes."
    command -v sudo >/dev/null ||
      fail "$exit_cannot" "There is no sudo here: let an administrator run the line above, then start again."
    sudo -v || fail "$exit_cannot" "You may not install packages here: let an administrator run the line above."
  fi
  install_packages "${missing[@]}"
}
