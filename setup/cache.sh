# SPDX-License-Identifier: MIT
# The user's cache: folders that are whole or not there. Each is named by a hash of what it is made
# from, so that every checkout and every preset shares it and nothing in it is ever changed.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/lockstep

open_cache() {
  if ! mkdir -p "$cache/logs" 2>/dev/null || ! [ -w "$cache" ]; then
    fail "$exit_cannot" "Cannot write to $cache, where Lockstep keeps the libraries that it builds once." \
      "Set XDG_CACHE_HOME to a folder that you may write to."
  fi
}

# take_lock FILE WHAT: waits for another start that does the same. The lock is tied to the open file,
# and the commands we start share it: as long as one of them still writes, nobody else starts.
take_lock() {
  exec 9>"$1" || fail "$exit_cannot" "Cannot write $1."
  if ! flock --nonblock 9; then
    say "Another start of Lockstep is $2; waiting for it."
    flock 9
  fi
}

release_lock() {
  exec 9>&-
}

# short_hash < TEXT: twelve hexadecimal digits.
short_hash() {
  sha256sum | cut -c1-12
}

# cached NAME BUILDER ARGUMENTS...: makes $cache/NAME by calling BUILDER FOLDER ARGUMENTS..., unless
# it is there. BUILDER fills NAME.part; only a finished folder gets its name.
cached() {
  local folder=$cache/$1 builder=$2
  shift 2
  [ -d "$folder" ] && return
  # Left over from a start that was killed. No other start is at work: we hold the lock.
  rm -rf "$folder.part"
  half_made=$folder.part
  mkdir "$half_made" || fail "$exit_cannot" "Cannot write to $cache."
  "$builder" "$half_made" "$@"
  sync "$half_made"
  mv "$half_made" "$folder"
  half_made=
}

# require_room MEBIBYTES WHAT FOLDER
require_room() {
  local free
  free=$(df --output=avail --block-size=1M "$3" | tail -n 1)
  [ "$free" -ge "$1" ] ||
    fail "$exit_cannot" "The disk is too full: $2 needs $1 MiB in $3, and $((free)) MiB are free." \
      "Make room, or set XDG_CACHE_HOME to a folder on another disk."
}
