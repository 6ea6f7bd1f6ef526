#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Tries the set-up on a bare Debian 12 in a chroot, and prints how long it took. Needs root, debootstrap
# and the network; ctest does not run it.
#   tests/setup/bare_machine.sh FOLDER [ARGUMENTS of ./lockstep]     default: --version
# FOLDER keeps the bare system between runs; each run starts from a fresh copy of it.
set -euo pipefail

checkout=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
folder=$(realpath -m "${1:?the folder to keep the bare system in}")
shift
[ $# -gt 0 ] || set -- --version
machine=$folder/machine
home=/root/lockstep

make_base() {
  [ ! -d "$folder/base" ] || return 0
  mkdir -p "$folder"
  debootstrap --variant=minbase bookworm "$folder/base.part"
  mv "$folder/base.part" "$folder/base"
}

# What lets this machine reach the network, and nothing else of it.
lend_network() {
  local path
  for path in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs /usr/local/share/ca-certificates \
    /usr/share/ca-certificates; do
    [ -e "$path" ] || continue
    mkdir -p "$machine$(dirname "$path")"
    cp -aL "$path" "$machine$(dirname "$path")/"
  done
  grep -rhi proxy /etc/apt/apt.conf /etc/apt/apt.conf.d 2>/dev/null >"$machine/etc/apt/apt.conf.d/90proxy" ||
    true
}

copy_checkout() {
  mkdir -p "$machine$home"
  (cd "$checkout" && git ls-files -z --cached --others --exclude-standard | xargs -0 ls -d 2>/dev/null |
    tar --create --files-from - | tar --extract --directory "$machine$home")
}

# inside COMMAND...: on two cores, in namespaces of its own, with an empty environment but for what
# pip needs to reach its index.
inside() {
  local passed=() name
  for name in $(compgen -e | grep -iE '^(pip_.*|.*_proxy|ssl_cert_.*|requests_ca_bundle)$'); do
    [ "$name" = PIP_FIND_LINKS ] || passed+=("$name=${!name}")
  done
  # shellcheck disable=SC2016 # the inner shell expands them
  taskset --cpu-list 0,1 unshare --mount --pid --fork bash -c '
    mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t tmpfs tmpfs "$0/tmp"
    exec chroot "$0" "$@"' "$machine" \
    env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "${passed[@]}" "$@"
}

# On a machine with other work the processor time says more than the clock: half of it is what two idle
# cores would need.
timed() {
  local what=$1 status=0 clock
  shift
  exec 3>&1 4>&2
  clock=$(TIMEFORMAT='%R %U %S'; { time "$@" >&3 2>&4; } 2>&1) || status=$?
  exec 3>&- 4>&-
  awk -v what="$what" -v status="$status" '{
    printf "=== %-40s %7.1f s by the clock, %7.1f s of processor, exit code %d\n", what, $1, $2 + $3, status
  }' <<<"$clock" | tee -a "$folder/timings.txt"
  return "$status"
}

make_base
rm -rf "$machine"
cp -a "$folder/base" "$machine"
lend_network
copy_checkout
: >"$folder/timings.txt"
timed "cold: set-up and build, then the program" inside "$home/lockstep" "$@"
timed "again: nothing to do" inside "$home/lockstep" --version
view=$(cd "$checkout" && git ls-files 'app/views/*.cpp' | head -n 1)
if [ -n "$view" ]; then
  touch "$machine$home/$view"
  timed "after touching $view" inside "$home/lockstep" --version
fi
echo
cat "$folder/timings.txt"
