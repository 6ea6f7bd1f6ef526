# SPDX-License-Identifier: MIT
# Configures and builds. CMake is told where things lie by build/paths.cmake, so that presets and
# editors work without this script once it has run.

build=$root/build/release
ready=$root/build/release/.ready

# The stamp is as old as the start of the build it stands for, and lists the folders it rests on.
is_ready() {
  [ -x "$build/bin/lockstep" ] && [ -f "$ready" ] || return 1
  local folder
  while read -r folder; do
    [ -d "$folder" ] || return 1
  done <"$ready"
  [ -z "$(find "$root" \( -path "$root/build" -o -path "$root/.git" \) -prune -o -newer "$ready" -print -quit)" ]
}

paths_text() {
  printf '# Written by ./lockstep: where the things lie that it installed. Delete it and it is written again.\n'
  printf 'list(PREPEND CMAKE_PREFIX_PATH "%s")\n' "$prefix"
  if [ -n "$nvcc" ]; then
    printf 'set(CUDAToolkit_ROOT "%s")\n' "${nvcc%/bin/nvcc}"
    printf 'if(NOT DEFINED CMAKE_CUDA_COMPILER)\n  set(CMAKE_CUDA_COMPILER "%s")\nendif()\n' "$nvcc"
  else
    printf 'set(LOCKSTEP_NO_CUDA ON)\n'
  fi
}

# Sets fresh when the paths changed: what CMake found by the old ones must not stay in its cache.
write_paths() {
  local file=$root/build/paths.cmake
  fresh=()
  paths_text >"$file.part"
  if cmp -s "$file.part" "$file"; then
    rm "$file.part"
  else
    [ ! -f "$file" ] || fresh=(--fresh)
    mv "$file.part" "$file"
  fi
}

# configure PRESET OPTIONS...: only where it is needed; ninja runs CMake again by itself later.
configure() {
  local preset=$1 log=$root/build/configure-$1.log option wanted=no
  shift
  [ -f "$root/build/$preset/build.ninja" ] && [ ${#fresh[@]} = 0 ] || wanted=yes
  for option in "$@"; do
    grep -qs "^${option%%=*}:[A-Z]*=${option#*=}$" "$root/build/$preset/CMakeCache.txt" || wanted=yes
  done
  [ $wanted = yes ] || return 0
  say "Configuring."
  quietly "$log" cmake "${fresh[@]}" --preset "$preset" -S "$root" "${@/#/-D}" && return
  show_log "$log" 20
  fail "$exit_failed" "CMake could not configure the build; the whole story is in $log."
}

# compile TARGETS...: ninja's lines are for the reader, so they go to standard error as they are.
compile() {
  say "Building."
  NINJA_STATUS='[%f/%t] ' watched ninja -C "$build" -j "$jobs" "$@" && return
  if [ "$(df --output=avail --block-size=1M "$build" | tail -n 1)" -lt 50 ]; then
    fail "$exit_cannot" "The disk is full: no room to build in $build."
  fi
  fail "$exit_failed" "The build failed; its last lines are above."
}

# jobs: one for each core this process may use, and about a gibibyte of memory for each.
count_jobs() {
  local memory
  memory=$(sed -n 's/^MemTotal: *\([0-9]*\).*/\1/p' /proc/meminfo)
  jobs=$(nproc)
  [ "$jobs" -le $((memory / 1000000)) ] || jobs=$((memory / 1000000))
  [ "$jobs" -ge 1 ] || jobs=1
}
