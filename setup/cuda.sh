# SPDX-License-Identifier: MIT
# The CUDA compiler: the machine's own where it is new enough, else NVIDIA's wheels in the cache.
# No graphics card and no driver is needed: the sources compile everywhere.

# cudaLibraryLoadData, by which a kernel is loaded by name, came with 12.8.
readonly oldest_cuda=12.8

# nvcc_version FILE: "13.0", or nothing.
nvcc_version() {
  "$1" --version 2>/dev/null | sed -n 's/.*release \([0-9.]*\).*/\1/p'
}

machine_nvcc() {
  local candidate version
  for candidate in "${CUDACXX:-}" "$(command -v nvcc || true)" "${CUDA_HOME:-/usr/local/cuda}/bin/nvcc"; do
    [ -x "$candidate" ] || continue
    version=$(nvcc_version "$candidate")
    if [ -n "$version" ] && printf '%s\n' "$oldest_cuda" "$version" | sort --version-sort --check=quiet; then
      printf "%s\n" "$candidate"
      return
    fi
    say "Not using $candidate: CUDA ${version:-of an unknown version}, and $oldest_cuda or newer is needed."
  done
}

fetch_cuda() {
  require_room 1500 "the CUDA compiler" "$cache"
  say "Getting the CUDA compiler (200 MB); this machine has none."
  quietly "$cache/logs/cuda-fetch.log" pip_of "$venv" install --no-deps --only-binary :all: --require-hashes \
    --requirement "$root/setup/pypi-cuda.txt" --no-cache-dir --target "$1" ||
    not_fetched "the CUDA compiler (setup/pypi-cuda.txt); LOCKSTEP_CUDA=none ./lockstep goes without" \
      "$cache/logs/cuda-fetch.log"
  # A linker looks for names without a version, and the wheels carry only those with one.
  local library
  for library in "$1"/nvidia/cu13/lib/lib*.so.[0-9]*; do
    ln -sf "${library##*/}" "${library%.so.*}.so"
  done
}

# Sets nvcc to the compiler, or to nothing where there is none to be had.
set_up_cuda() {
  nvcc=
  case ${LOCKSTEP_CUDA:-auto} in
  none) return ;;
  auto) nvcc=$(machine_nvcc) ;;
  wheels) ;;
  *) fail 2 "LOCKSTEP_CUDA is '$LOCKSTEP_CUDA'; it may be auto, wheels or none." ;;
  esac
  [ -z "$nvcc" ] || return 0
  case $(uname -m) in
  x86_64 | aarch64) ;;
  *)
    say "There is no CUDA compiler for $(uname -m); the CUDA variants are left out."
    return
    ;;
  esac
  local name
  name=cuda-$({
    uname -m
    grep -v '^#' "$root/setup/pypi-cuda.txt"
  } | short_hash)
  cached "$name" fetch_cuda
  nvcc=$cache/$name/nvidia/cu13/bin/nvcc
}
