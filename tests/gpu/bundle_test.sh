#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The bundle runs from a folder of its own: with an empty environment, and with the tree and the build
# hidden where this user may do that.
#   tests/gpu/bundle_test.sh BUILD
set -euo pipefail

checkout=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
build=$(realpath "${1:?the build folder}")
compgen -G "$build/bin/*.fatbin" >/dev/null || { echo "Skipped: it was built without nvcc."; exit 77; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$checkout/tests/gpu/bundle.sh" "$build" "$scratch/carried"

# hidden COMMAND...: without this checkout and this build.
hidden() {
  if unshare -m true 2>/dev/null; then
    # shellcheck disable=SC2016 # the inner shell expands them
    unshare -m bash -c 'mount -t tmpfs none "$1" && { [ ! -d "$2" ] || mount -t tmpfs none "$2"; } &&
      shift 2 && cd / && exec "$@"' bash "$checkout" "$build" "$@"
  else
    echo "(the build is not hidden: unshare is not allowed here)"
    "$@"
  fi
}

expect() { # expect CODES WORDS COMMAND...
  local codes=$1 words=$2 status=0 said
  shift 2
  said=$(hidden env -i "$@" 2>&1) || status=$?
  echo "$said"
  [[ " $codes " == *" $status "* ]] || { echo "FAILED: exit code $status of: $*"; exit 1; }
  grep -qF -- "$words" <<<"$said" || { echo "FAILED: nothing says '$words'"; exit 1; }
}

on_card=$scratch/carried/on_card
expect "0 2" "lockstep_on_card" "$on_card" --help
expect "0" "amdahl" "$on_card" --lockstep list lessons
expect "0" "registers a thread" "$on_card" --lockstep simulate divergence/cuda_1 --set lanes=64 --set length=2
if ldconfig -p | grep -q libcuda.so.1; then
  echo "There is a driver: gpu.on_card does the rest."
else
  expect "77" "Skipped: no NVIDIA driver found." "$on_card"
fi
