# SPDX-License-Identifier: MIT
# The options that imgui-bundle is built with (cmake -C). Changing a line builds a new prefix.
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(CMAKE_POSITION_INDEPENDENT_CODE ON CACHE BOOL "")
# ImPlot's templates for the type that Lockstep plots. For its ten types one file compiles for longer
# than everything else together.
set(CMAKE_CXX_FLAGS "-DIMPLOT_CUSTOM_NUMERIC_TYPES='(double)'" CACHE STRING "")
set(IMGUI_BUNDLE_INSTALL_CPP ON CACHE BOOL "")
set(IMGUI_BUNDLE_BUILD_DEMOS OFF CACHE BOOL "")

# The set-up fetches; CMake never does.
set(IMGUI_BUNDLE_AUTO_CLONE_SUBMODULES OFF CACHE BOOL "")
set(FETCHCONTENT_FULLY_DISCONNECTED ON CACHE BOOL "")
# A lesson may not load a picture from the net.
set(IMGUI_RICHMD_WITH_DOWNLOAD_IMAGES OFF CACHE BOOL "")

set(HELLOIMGUI_USE_GLFW3 ON CACHE BOOL "")
set(HELLOIMGUI_HAS_OPENGL3 ON CACHE BOOL "")
set(HELLOIMGUI_USE_FREETYPE ON CACHE BOOL "")
# Coloured SVG glyphs, taken when the library happens to be installed: off, to be the same everywhere.
set(HELLOIMGUI_USE_FREETYPE_PLUTOSVG OFF CACHE BOOL "")
# Drives the window in the tests. The program itself registers no test.
set(HELLOIMGUI_WITH_TEST_ENGINE ON CACHE BOOL "")

# What Lockstep does not use. The node editor stays: immapp needs it.
foreach(part IMMVISION NANOVG IMGUI_TEX_INSPECT IMGUIZMO IMFILEDIALOG IMPLOT3D IMANIM IMGUI_EXPLORER_LIB)
  set(IMGUI_BUNDLE_WITH_${part} OFF CACHE BOOL "")
endforeach()
