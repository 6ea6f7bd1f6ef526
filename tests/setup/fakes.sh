# SPDX-License-Identifier: MIT
# A pretended machine for the tests of the set-up: a PATH that holds the plain tools of every Debian and
# our own apt-get, dpkg-query, pip, cmake, ninja and nvcc. They do in milliseconds what the real ones
# do in minutes, fail as the variables FAKE_* say, and write down how they were called.

real_tools="bash sh env cat sed grep cut tr sort comm find flock sha256sum mkdir rm mv cp ln tail head
  df sync tar gzip readlink dirname getent nproc sleep touch cmp uname wc chmod script true timeout mktemp"

# tool NAME < SCRIPT: puts a pretended program into the PATH.
tool() {
  rm -f "$machine/bin/$1" # it may be a link to the real one
  {
    # shellcheck disable=SC2016 # the pretended program expands them
    printf '#!/bin/bash\nprintf "%%s\\n" "%s $*" >>"$CALLS"\n' "$1"
    cat
  } >"$machine/bin/$1"
  chmod +x "$machine/bin/$1"
}

fake_package_tools() {
  tool dpkg-query <<'S'
sed 's/#.*//; /^$/d; s/^/ii  /' "$CHECKOUT/setup/debian.txt" | grep -vwE "^ii  (${FAKE_MISSING:-nothing})$"
S
  tool apt-get <<'S'
case "${FAKE_APT:-ok} $*" in
offline*install*) echo "E: Failed to fetch libglfw3-dev  Temporary failure resolving"; exit 100 ;;
esac
S
  tool sudo <<'S'
[ "$1" = -v ] || exec "$@"
S
  tool id <<'S'
echo "${FAKE_USER:-0}"
S
}

# The pretended virtual environment holds a pretended pip.
fake_python() {
  tool python3 <<'S'
[ "$1" = -c ] && { echo "3.11"; exit; }
mkdir -p "$3/bin"
cp "$MACHINE/pip" "$3/bin/python"
S
  cat >"$machine/pip" <<'S'
#!/bin/bash
printf '%s\n' "pip $*" >>"$CALLS"
while [ $# -gt 1 ]; do
  case $1 in
  --dest) destination=$2 ;;
  --target) target=$2 ;;
  esac
  shift
done
[ -n "${destination:-}${target:-}" ] || exit 0
sleep "${FAKE_PIP_SECONDS:-0}"
case ${FAKE_PIP:-ok} in
offline) echo "ERROR: Could not find a version that satisfies the requirement"; exit 1 ;;
hash) echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."; exit 1 ;;
full) echo "ERROR: Could not install packages: [Errno 28] No space left on device"; exit 1 ;;
esac
[ -z "${destination:-}" ] || cp "$MACHINE/source.tar.gz" "$destination/imgui_bundle-1.93.0.tar.gz"
[ -n "${target:-}" ] || exit 0
mkdir -p "$target/nvidia/cu13/bin" "$target/nvidia/cu13/lib"
cp "$MACHINE/bin/nvcc" "$target/nvidia/cu13/bin/"
touch "$target/nvidia/cu13/lib/libnvrtc.so.13"
S
  chmod +x "$machine/pip"
  local source=$machine/imgui_bundle-1.93.0
  mkdir -p "$source/external/imgui_microtex/MicroTeX/lib/utils" "$source/external/imgui_rich_md/imgui_rich_md/assets"
  echo 'static const std::locale locale("en_US.UTF-8");' >"$source/external/imgui_microtex/MicroTeX/lib/utils/utils.cpp"
  tar --create --gzip --file "$machine/source.tar.gz" --directory "$machine" "${source##*/}"
}

fake_build_tools() {
  tool cmake <<'S'
[ -z "${FAKE_CMAKE_FAILS:-}" ] || { echo "CMake Error: could not find oneTBB"; exit 1; }
for argument; do
  case $argument in -DCMAKE_INSTALL_PREFIX=*) installs=${argument#*=} ;; -D*) set_options+=("${argument#-D}") ;; esac
done
if [ -n "${installs:-}" ]; then
  mkdir -p ../build && echo "$installs" >../build/prefix && cp external/imgui_microtex/MicroTeX/lib/utils/utils.cpp ../build/
else
  mkdir -p "$CHECKOUT/build/release" && touch "$CHECKOUT/build/release/build.ninja"
  printf '%s\n' "${set_options[@]/=/:BOOL=}" >"$CHECKOUT/build/release/CMakeCache.txt"
fi
S
  tool ninja <<'S'
case "$*" in
*install) mkdir "$(cat ../build/prefix)/lib" && cp ../build/utils.cpp "$(cat ../build/prefix)/lib/" && sleep "${FAKE_NINJA_SECONDS:-0}" ;;
*)
  [ -z "${FAKE_NINJA_FAILS:-}" ] || { echo "FAILED: lanes.cpp.o"; exit 1; }
  echo "[1/1] Linking"
  mkdir -p "$CHECKOUT/build/release/bin"
  cp "$MACHINE/program" "$CHECKOUT/build/release/bin/lockstep"
  chmod +x "$CHECKOUT/build/release/bin/lockstep"
  ;;
esac
S
  cat >"$machine/program" <<'S'
#!/bin/bash
printf "program:"; printf " <%s>" "$@"; echo
[ ! -e /proc/$$/fd/9 ] || echo "it still holds the lock of the set-up"
S
  tool ctest <<'S'
echo "100% tests passed, 0 tests failed out of 7"
S
  tool nvcc <<'S'
echo "Cuda compilation tools, release ${FAKE_CUDA:-13.0}, V13.0.88"
S
  tool c++ <<'S'
echo "${FAKE_COMPILER:-12.2.0}"
S
}

# pretend_machine FOLDER SOURCE: the machine, and a checkout of the set-up on it.
pretend_machine() {
  machine=$1
  mkdir -p "$machine/bin" "$machine/home" "$machine/checkout/app/views"
  cp -r "$2/lockstep" "$2/setup" "$machine/checkout/"
  touch "$machine/checkout/app/views/lanes.cpp"
  local name
  for name in $real_tools; do
    ln -s "$(command -v "$name")" "$machine/bin/$name"
  done
  export MACHINE=$machine CHECKOUT=$machine/checkout CALLS=$machine/calls
  fake_package_tools
  fake_python
  fake_build_tools
}
