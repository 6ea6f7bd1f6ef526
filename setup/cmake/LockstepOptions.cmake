# SPDX-License-Identifier: MIT
# What every target of ours is built with, and the sanitizer that a preset asks for.
set(LOCKSTEP_SANITIZE "" CACHE STRING "address (with undefined), thread, or empty")
set_property(CACHE LOCKSTEP_SANITIZE PROPERTY STRINGS "" address thread)

find_package(Threads REQUIRED)

# A second build of the same source, under another preset or in another checkout, costs nothing.
find_program(LOCKSTEP_CCACHE ccache)
if(LOCKSTEP_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LOCKSTEP_CCACHE})
  set(CMAKE_CUDA_COMPILER_LAUNCHER ${LOCKSTEP_CCACHE})
endif()

# -Wno-restrict: GCC 12 sees an overlap in std::string's own "x" + text (its bug 105651).
add_library(lockstep_options INTERFACE)
target_compile_options(lockstep_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-restrict;-ffp-contract=off>)
target_include_directories(lockstep_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(lockstep_options INTERFACE Threads::Threads)

if(LOCKSTEP_SANITIZE STREQUAL "address")
  target_compile_options(lockstep_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=address,undefined;-fno-sanitize-recover=undefined;-fno-omit-frame-pointer>)
  target_link_options(lockstep_options INTERFACE -fsanitize=address,undefined)
elseif(LOCKSTEP_SANITIZE STREQUAL "thread")
  target_compile_options(lockstep_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=thread;-fno-omit-frame-pointer>)
  target_link_options(lockstep_options INTERFACE -fsanitize=thread)
endif()

# The thread sanitizer's preset builds only what has threads of ours: no oneTBB, no window.
if(LOCKSTEP_SANITIZE STREQUAL "thread")
  set(LOCKSTEP_THREADS_ONLY TRUE)
else()
  set(LOCKSTEP_THREADS_ONLY FALSE)
endif()
