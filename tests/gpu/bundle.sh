#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Puts lockstep_on_card and all it needs into one folder, for a machine with a card but without network
# and build tools. FOLDER must not exist yet.
#   tests/gpu/bundle.sh BUILD FOLDER          tests/gpu/bundle.sh build/release /tmp/on_card
#   FOLDER/on_card [ARGUMENTS of lockstep_on_card]       there
set -euo pipefail

checkout=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
build=$(realpath "${1:?the build folder}")
folder=$(realpath -m "${2:?the folder to make}")
most_mib=64

[ ! -e "$folder" ] || { echo "bundle: $folder is already there" >&2; exit 2; }
for program in tests/lockstep_on_card bin/lockstep-bench bin/lockstep-terminal; do
  [ -x "$build/$program" ] || { echo "bundle: build the target lockstep_on_card first: no $program" >&2; exit 2; }
done
compgen -G "$build/bin/*.fatbin" >/dev/null ||
  { echo "bundle: there are no fat binaries in $build/bin: it was built without nvcc" >&2; exit 2; }

mkdir -p "$folder"/{bin,tests,lib,assets}
cp "$build"/bin/{lockstep-bench,catalogue.json} "$build"/bin/*.{fatbin,ptx,ptxas} "$folder/bin"
cp "$build/bin/lockstep-terminal" "$folder/bin/lockstep" # the same command line, without a window
cp "$build/tests/lockstep_on_card" "$folder/tests"
strip "$folder"/bin/{lockstep,lockstep-bench} "$folder/tests/lockstep_on_card"
cp -r "$checkout/lessons" "$folder"
cp -r "$checkout/assets/devices" "$folder/assets"
[ ! -d "$checkout/assets/recordings" ] || cp -r "$checkout/assets/recordings" "$folder/assets"

# Every library but those of the C library, which belong to the machine's loader, and the driver's.
ldd "$folder"/bin/{lockstep,lockstep-bench} "$folder/tests/lockstep_on_card" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' |
  sort -u | grep -vE '/(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|cuda))\.so' | while read -r library; do
  cp -L "$library" "$folder/lib"
done

# A script instead of paths in the programs: those they start, and libraries of libraries, find them, too.
cat >"$folder/on_card" <<'END'
#!/bin/sh
# Runs the checks, or whatever else its arguments say; see tests/README.md of Lockstep.
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd)
LOCKSTEP_ROOT=$here LD_LIBRARY_PATH=$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LOCKSTEP_ROOT LD_LIBRARY_PATH
if [ "${1-}" = --lockstep ]; then
  shift
  exec "$here/bin/lockstep" "$@"
fi
exec "$here/tests/lockstep_on_card" "$@"
END
chmod +x "$folder/on_card"

size_mib=$(du -sm "$folder" | cut -f 1)
glibc=$(objdump -T "$folder"/bin/lockstep{,-bench} "$folder"/tests/* "$folder"/lib/* | grep -oE 'GLIBC_[0-9.]+' |
  sort -uV | tail -n 1)
echo "$folder: $size_mib MiB; the machine needs ${glibc/_/ } or newer"
[ "$size_mib" -lt $most_mib ] || { echo "bundle: that is $most_mib MiB or more" >&2; exit 1; }
