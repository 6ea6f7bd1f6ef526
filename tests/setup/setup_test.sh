#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The script `lockstep` on a pretended machine: what it does, what it says and what it leaves behind when
# something goes wrong. No network, a few seconds.
#   tests/setup/setup_test.sh [CASE]      without a case: all of them
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
. "$here/fakes.sh"

# --- what the cases are written with

wrong() {
  printf 'FAILED %s: %s\n' "$case" "$*" >&2
  sed 's/^/  stderr: /' "$machine/stderr" >&2 || true
  exit 1
}

# alone COMMAND...: with nothing of this machine in its environment.
alone() {
  env -i PATH="$machine/bin" HOME="$machine/home" CUDA_HOME=/nowhere LOCKSTEP_PYTHON="$machine/bin/python3" \
    MACHINE="$machine" CHECKOUT="$CHECKOUT" CALLS="$CALLS" "$@"
}

# start [VARIABLE=VALUE...] [-- ARGUMENTS]: ./lockstep with these variables and arguments.
start() {
  local variables=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    variables+=("$1")
    shift
  done
  [ $# = 0 ] || shift
  : >"$CALLS"
  status=0
  alone "${variables[@]}" "$CHECKOUT/lockstep" "$@" \
    >"$machine/stdout" 2>"$machine/stderr" </dev/null || status=$?
}

exits() { [ "$status" = "$1" ] || wrong "exit code $status, not $1"; }
says() { tr -s ' \n' ' ' <"$machine/stderr" | grep -qF -- "$1" || wrong "does not say: $1"; }
prints() { [ "$(cat "$machine/stdout")" = "$1" ] || wrong "prints '$(cat "$machine/stdout")', not '$1'"; }
called() { grep -qE -- "$1" "$CALLS" || wrong "never called: $1"; }
not_called() { ! grep -qE -- "$1" "$CALLS" || wrong "called: $(grep -E -- "$1" "$CALLS" | head -n 1)"; }
calls() { grep -cE -- "$1" "$CALLS" || true; }
cached() { compgen -G "$machine/home/.cache/lockstep/$1" >/dev/null || wrong "not in the cache: $1"; }
not_cached() { ! compgen -G "$machine/home/.cache/lockstep/$1" >/dev/null || wrong "left in the cache: $1"; }
# wait_for FILE PATTERN
wait_for() {
  local tries
  for tries in $(seq 200); do
    ! grep -qsE -- "$2" "$1" || return 0
    sleep 0.05
  done
  wrong "not there within ten seconds: $2"
}
child_of() { cut -d ' ' -f 1 "/proc/$1/task/$1/children"; }
wait_for_call() { wait_for "$CALLS" "$1"; }

# --- the cases

case_first_start_builds_and_runs() {
  start -- run "two words" --set f=0.5
  exits 0
  prints "program: <run> <two words> <--set> <f=0.5>"
  cached 'prefix-*/lib/utils.cpp'
  grep -q '"C.UTF-8"' "$machine"/home/.cache/lockstep/prefix-*/lib/utils.cpp || wrong "the locale was not replaced"
  not_cached 'prefix-*/work'
  grep -q "CMAKE_PREFIX_PATH .*/prefix-[0-9a-f]*\"" "$CHECKOUT/build/paths.cmake" || wrong "paths.cmake lacks the prefix"
  grep -q "CMAKE_CUDA_COMPILER \"$machine/bin/nvcc\"" "$CHECKOUT/build/paths.cmake" || wrong "paths.cmake lacks nvcc"
  not_called 'pypi-cuda'
  ! grep -E '^pip .* (install|download) ' "$CALLS" | grep -v -- --require-hashes || wrong "pip took a file unchecked"
}

case_second_start_runs_at_once() {
  start
  start -- doctor
  exits 0
  prints "program: <doctor>"
  [ ! -s "$CALLS" ] || wrong "called $(head -n 1 "$CALLS")"
  [ ! -s "$machine/stderr" ] || wrong "says something"
}

case_touched_source_is_built() {
  start
  sleep 0.02
  touch "$CHECKOUT/app/views/lanes.cpp"
  start
  exits 0
  called '^ninja .*program'
  not_called '^(cmake|pip|apt-get)'
  rm "$CHECKOUT/app/views/lanes.cpp"
  start
  called '^ninja .*program'
}

case_lost_cache_is_made_again() {
  start
  rm -rf "$machine/home/.cache/lockstep"
  start
  exits 0
  cached 'prefix-*'
}

case_new_compiler_gets_its_own_prefix() {
  start
  touch "$CHECKOUT/app/views/lanes.cpp"
  start FAKE_COMPILER=13.1.0
  local prefixes=("$machine"/home/.cache/lockstep/prefix-*)
  [ ${#prefixes[@]} = 2 ] || wrong "the prefix was shared"
  called '^cmake --fresh --preset release'
}

case_root_installs_what_is_missing() {
  start FAKE_MISSING='xdotool|libtbb-dev'
  exits 0
  called '^apt-get .*install --yes --no-install-recommends libtbb-dev xdotool$'
  not_called '^sudo'
}

case_others_are_shown_the_line() {
  start FAKE_USER=1000 FAKE_MISSING='xdotool|libtbb-dev'
  exits 3
  says "sudo apt-get install --no-install-recommends libtbb-dev xdotool"
  says "./lockstep --yes"
  not_called '^(apt-get|sudo|pip)'
}

# On a terminal the question is asked, once.
case_asks_before_it_installs() {
  : >"$CALLS"
  : >"$machine/stderr"
  local command=(alone FAKE_USER=1000 FAKE_MISSING=xdotool script --quiet --return --command "$(printf %q "$CHECKOUT/lockstep") list")
  "${command[@]}" "$machine/terminal" <<<n >"$machine/stdout" 2>&1 && wrong "went on after a no"
  not_called '^(apt-get|sudo)'
  "${command[@]}" "$machine/terminal" <<<y >"$machine/stdout" 2>&1 || wrong "did not go on after a yes"
  [ "$(grep -c 'Run it now' "$machine/stdout")" = 1 ] || wrong "asked $(grep -c 'Run it now' "$machine/stdout") times"
  called '^sudo env .*apt-get .*install --yes .* xdotool$'
}

case_yes_installs_without_asking() {
  start FAKE_USER=1000 FAKE_MISSING=xdotool -- --yes list
  exits 0
  called '^sudo env .*apt-get .*install --yes .* xdotool$'
  prints "program: <list>"
}

case_no_network_for_packages() {
  start FAKE_MISSING=libglfw3-dev FAKE_APT=offline
  exits 3
  says "Could not get these Debian packages: libglfw3-dev. Is there a network?"
}

case_no_network_for_imgui_bundle() {
  start FAKE_PIP=offline
  exits 3
  says "Could not get the source release of imgui-bundle from the Python package index: is there a network?"
  not_cached 'source-*'
  not_cached 'prefix-*'
  start
  exits 0
}

case_no_network_for_cuda() {
  start FAKE_CUDA=11.8
  exits 0
  says "Not using $machine/bin/nvcc: CUDA 11.8, and 12.8 or newer is needed."
  called '^pip .*pypi-cuda.txt'
  cached 'cuda-*/nvidia/cu13/lib/libnvrtc.so'
  rm -rf "$machine"/home/.cache/lockstep/cuda-*
  start FAKE_CUDA=11.8 FAKE_PIP=offline
  exits 3
  says "LOCKSTEP_CUDA=none ./lockstep goes without"
  start FAKE_CUDA=11.8 FAKE_PIP=offline LOCKSTEP_CUDA=none
  exits 0
  grep -qx 'set(LOCKSTEP_NO_CUDA ON)' "$CHECKOUT/build/paths.cmake" || wrong "paths.cmake does not say to go without"
}

case_a_changed_file_is_refused() {
  start FAKE_PIP=hash
  exits 3
  says "is not the file that setup/ pins; it was not used"
  not_cached 'prefix-*'
}

case_disk_full_while_fetching() {
  start FAKE_PIP=full
  exits 3
  says "The disk is full"
}

case_disk_too_full_to_begin() {
  tool df <<<'printf "Avail\n12\n"'
  start
  exits 3
  says "and 12 MiB are free"
  not_cached 'prefix-*'
}

case_cache_cannot_be_written() {
  start XDG_CACHE_HOME=/dev/null/cache
  exits 3
  says "Set XDG_CACHE_HOME to a folder that you may write to."
}

case_not_a_debian() {
  rm "$machine/bin/apt-get"
  start
  exits 3
  says "This set-up knows Debian and Ubuntu"
  start LOCKSTEP_SYSTEM=other
  exits 0
}

case_interrupted_while_building_the_prefix() {
  start FAKE_NINJA_SECONDS=30 &
  wait_for_call '^ninja .*install'
  kill -TERM "$(child_of $!)"
  wait_for "$machine/stderr" '^lockstep: Interrupted'
  wait $! 2>/dev/null || true
  not_cached 'prefix-*'
  flock --nonblock "$machine/home/.cache/lockstep/lock" true || wrong "something it started is still at work"
  start
  exits 0
  cached 'prefix-*/lib/utils.cpp'
  not_called '^pip .*--dest' # what was fetched is still there
}

case_killed_while_fetching() {
  start FAKE_PIP_SECONDS=1 &
  wait_for_call '^pip .*--dest'
  kill -KILL "$(child_of $!)"
  wait $! 2>/dev/null || true
  start # waits for the pip that was left over, then begins anew
  exits 0
  cached 'prefix-*/lib/utils.cpp'
  not_cached '*.part'
}

case_two_starts_at_once() {
  start FAKE_NINJA_SECONDS=1 &
  wait_for_call '^ninja .*install'
  local first=$!
  alone "$CHECKOUT/lockstep" second >"$machine/stdout2" 2>"$machine/stderr2" </dev/null ||
    wrong "the second start failed"
  wait $first
  grep -q 'waiting for it' "$machine/stderr2" || wrong "the second start does not say that it waits"
  [ "$(cat "$machine/stdout2")" = "program: <second>" ] || wrong "the second start did not run the program"
  [ "$(calls '^ninja .*install')" = 1 ] || wrong "the prefix was built twice"
}

case_failing_build_is_not_ready() {
  start FAKE_NINJA_FAILS=1
  exits 1
  says "FAILED: lanes.cpp.o"
  says "The build failed"
  start
  exits 0
}

case_failing_configuration_says_why() {
  start
  rm "$CHECKOUT/build/release/build.ninja" "$CHECKOUT/build/release/.ready"
  start FAKE_CMAKE_FAILS=1
  exits 1
  says "could not find oneTBB"
}

case_test_runs_every_test() {
  start -- test
  exits 0
  prints "100% tests passed, 0 tests failed out of 7"
  called '^cmake .*-DCMAKE_COMPILE_WARNING_AS_ERROR=ON'
  called '^ninja .* all$'
  called '^ctest .*--no-tests=error'
  start -- test
  not_called '^cmake'
}

# --- one case in a machine of its own, or all

run_case() {
  case=$1
  local folder
  folder=$(mktemp -d "${TMPDIR:-/tmp}/lockstep set-up.XXXXXX") # a space: paths are quoted everywhere
  # shellcheck disable=SC2064 # the folder of now, not of then
  trap "rm -rf '$folder'" EXIT
  pretend_machine "$folder" "$here/../.."
  "case_$case"
  printf 'passed %s\n' "$case"
}

if [ $# = 1 ]; then
  run_case "$1"
else
  sed -n 's/^case_\([a-z_]*\)() .*/\1/p' "$0" | while read -r name; do
    (run_case "$name")
  done
fi
