# SPDX-License-Identifier: MIT
# Dear ImGui Bundle as a C++ library: fetched as a source release, patched, built once into a prefix
# in the user's cache (2.5 minutes on two cores).

fetch_imgui_bundle() {
  say "Getting Dear ImGui Bundle (54 MB)."
  quietly "$cache/logs/imgui_bundle-fetch.log" pip_of "$venv" download --no-deps --no-binary imgui-bundle \
    --no-build-isolation --require-hashes --requirement "$root/setup/pypi.txt" --dest "$1" ||
    not_fetched "the source release of imgui-bundle" "$cache/logs/imgui_bundle-fetch.log"
}

patch_imgui_bundle() {
  # MicroTeX asks for a locale that a plain machine lacks and then fails on every formula in which a
  # letter stands beside a sign.
  sed -i 's/"en_US.UTF-8"/"C.UTF-8"/' external/imgui_microtex/MicroTeX/lib/utils/utils.cpp &&
  # Its 65 files read the same heads again and again: eight at a time take a quarter of the time.
  printf 'set_target_properties(microtex PROPERTIES UNITY_BUILD ON)\n' \
    >>external/imgui_microtex/MicroTeX/lib/CMakeLists.txt &&
  # The install step wants this folder, which the source release left out.
  cp -r external/imgui_rich_md/imgui_rich_md/assets imgui_bundle_assets
}

compile_imgui_bundle() {
  cd "$1/work/source" &&
    patch_imgui_bundle &&
    cmake -G Ninja -C "$root/setup/imgui_bundle.cmake" -DCMAKE_INSTALL_PREFIX="$1" -S . -B ../build &&
    ninja -C ../build -j "$jobs" install
}

# make_prefix FOLDER SOURCE: the sources and objects lie in FOLDER until it is done, so that they go
# when it goes.
make_prefix() {
  require_room 1500 "building Dear ImGui Bundle" "$cache"
  say "Building Dear ImGui Bundle, once for this machine (about 3 minutes on two cores)."
  mkdir "$1/work" "$1/work/source"
  tar --extract --file "$2"/imgui_bundle-*.tar.gz --strip-components=1 --directory "$1/work/source" ||
    fail "$exit_cannot" "Could not unpack $2; is the disk full?"
  quietly "$cache/logs/imgui_bundle-build.log" compile_imgui_bundle "$1" || {
    show_log "$cache/logs/imgui_bundle-build.log"
    fail "$exit_failed" "Dear ImGui Bundle did not build."
  }
  rm -rf "$1/work"
}

# The name says everything that the result depends on; comments do not count.
prefix_name() {
  {
    grep -v '^ *#' "$root/setup/pypi.txt" "$root/setup/imgui_bundle.cmake" --no-filename
    declare -f patch_imgui_bundle
    "${CXX:-c++}" -dumpmachine
    "${CXX:-c++}" -dumpfullversion
  } | short_hash
}

set_up_imgui_bundle() {
  prefix=$cache/prefix-$(prefix_name)
  [ -d "$prefix" ] && return
  local source
  source=source-$(grep -v '^#' "$root/setup/pypi.txt" | short_hash)
  cached "$source" fetch_imgui_bundle
  cached "${prefix##*/}" make_prefix "$cache/$source"
}
