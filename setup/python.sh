# SPDX-License-Identifier: MIT
# What comes from the Python package index: fetched by pip in a virtual environment of our own, every
# file pinned by its hash in setup/pypi*.txt.

# pip asks twice at most and gives up after half a minute of silence: the reader waits for a sentence.
pip_of() {
  local environment=$1
  shift
  "$environment/bin/python" -m pip --disable-pip-version-check --no-input --retries 1 --timeout 30 "$@"
}

make_venv() {
  quietly "$cache/logs/venv.log" "$python" -m venv "$1" || {
    show_log "$cache/logs/venv.log"
    fail "$exit_cannot" "Python could not make a virtual environment with $python." \
      "On Debian the package python3-venv is needed."
  }
  # pip looks into a source release with its build tools. Here they are pinned; left to itself pip
  # would fetch whatever is newest, and PIP_CONSTRAINT takes no hashes for them.
  quietly "$cache/logs/venv.log" pip_of "$1" install --require-hashes -r "$root/setup/pypi-build.txt" ||
    not_fetched "the build tools of setup/pypi-build.txt" "$cache/logs/venv.log"
}

set_up_python() {
  # The system's own, whatever the user's PATH holds: it is the one that python3-venv belongs to.
  python=${LOCKSTEP_PYTHON:-/usr/bin/python3}
  [ -x "$python" ] || python=$(command -v python3) ||
    fail "$exit_cannot" "Python 3 is missing; on Debian it is the package python3-venv."
  local name
  name=venv-$({
    "$python" -c 'import sys; print(sys.executable, sys.version)'
    cat "$root/setup/pypi-build.txt"
  } | short_hash)
  cached "$name" make_venv
  venv=$cache/$name
}

# not_fetched WHAT LOG: one sentence for the three ways in which a download fails.
not_fetched() {
  show_log "$2" 4
  if grep -q 'DO NOT MATCH THE HASHES' "$2"; then
    fail "$exit_cannot" "What the package index gave for $1 is not the file that setup/ pins; it was not used."
  elif grep -q 'No space left' "$2"; then
    fail "$exit_cannot" "The disk is full: no room for $1 in $cache."
  fi
  fail "$exit_cannot" "Could not get $1 from the Python package index: is there a network?" \
    "Everything fetched before is kept. Start again when the network is back."
}
