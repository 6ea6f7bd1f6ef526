# SPDX-License-Identifier: MIT
# How the set-up speaks: to standard error only, one sentence at a time, and what its exit codes mean.

# Exit codes, as for the program itself: 1 the answer is no (a build or a test failed), 2 misuse,
# 3 the machine cannot (no network, no root, no room), 130 interrupted.
readonly exit_failed=1 exit_cannot=3 exit_interrupted=130

say() {
  printf 'lockstep: %s\n' "$*" >&2
}

# The folder that is being filled; it goes when the set-up fails.
half_made=

# fail CODE SENTENCE...: every sentence on its own line, then out.
fail() {
  local code=$1
  shift
  [ -z "$half_made" ] || rm -rf "$half_made"
  printf 'lockstep: %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do
    printf '          %s\n' "$line" >&2
  done
  exit "$code"
}

# watched COMMAND...: runs a command in the background and waits for it, because bash only acts on a
# signal between foreground commands. The command gets a process group of its own (set -m), so that
# one signal ends all that it started. The locale is fixed, because we read what it says.
watched() {
  set -m
  LC_ALL=C.UTF-8 "$@" </dev/null >&2 &
  wait_for_job
}

# quietly LOG COMMAND...: the same with its output in a file.
quietly() {
  local log=$1
  shift
  set -m
  LC_ALL=C.UTF-8 "$@" </dev/null >"$log" 2>&1 &
  wait_for_job
}

wait_for_job() {
  running=$!
  set +m
  local status=0
  wait "$running" || status=$?
  running=
  return "$status"
}

# What a failed command said, for the reader who wants more than our sentence.
show_log() {
  [ -s "$1" ] || return 0
  printf '          --- last lines of %s\n' "$1" >&2
  tail -n "${2:-12}" "$1" | sed 's/^/          /' >&2
}

running=
stop_on_signal() {
  trap - INT TERM HUP
  if [ -n "$running" ]; then
    kill -TERM -- "-$running" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
  fi
  fail "$exit_interrupted" "Interrupted. Nothing half made is kept; the next start goes on from here."
}
