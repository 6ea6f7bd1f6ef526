# SPDX-License-Identifier: MIT
# What every target of ours is built with, and the sanitizer that a preset asks for.
set(LOCKSTEP_SANITIZE "" CACHE STRING "address (with undefined), thread, or empty")
set_property(CACHE LOCKSTEP_SANITIZE PROPERTY STRINGS "" address thread)

find_package(Threads REQUIRED)

# A second build of the same source, under another preset or in another checkout, costs nothing. With
# precompiled headers ccache must be told that their macros are no business of the file's.
find_program(LOCKSTEP_CCACHE ccache)
if(LOCKSTEP_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros ${LOCKSTEP_CCACHE})
  set(CMAKE_CUDA_COMPILER_LAUNCHER ${LOCKSTEP_CCACHE})
endif()

# -Wno-restrict: GCC 12 sees an overlap in std::string's own "x" + text (its bug 105651).
add_library(lockstep_options INTERFACE)
target_compile_options(lockstep_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-restrict;-ffp-contract=off>)
target_include_directories(lockstep_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(lockstep_options INTERFACE Threads::Threads)

# What the code of the tests itself is built with. Each test runs once and in no time; what takes time
# is to compile it: no optimisation, lines but no variables for the debugger, and no undefined-behaviour
# sanitizer, which doubles the matchers' code and is there for ours.
add_library(lockstep_test_options INTERFACE)
target_compile_options(lockstep_test_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-O0;-g1>)
target_link_libraries(lockstep_test_options INTERFACE lockstep_options)

if(LOCKSTEP_SANITIZE STREQUAL "address")
  set(sanitizers -fsanitize=address,undefined)
  target_compile_options(lockstep_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize-recover=undefined>)
  target_compile_options(lockstep_test_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=undefined>)
elseif(LOCKSTEP_SANITIZE STREQUAL "thread")
  set(sanitizers -fsanitize=thread)
endif()
if(LOCKSTEP_SANITIZE)
  # Not among the options of lockstep_options: what a test takes away has to come after it.
  string(REPLACE ";" " " flags "${sanitizers} -fno-omit-frame-pointer")
  set(CMAKE_CXX_FLAGS "${CMAKE_CXX_FLAGS} ${flags}")
  set(CMAKE_EXE_LINKER_FLAGS "${CMAKE_EXE_LINKER_FLAGS} ${sanitizers}")
endif()

# The thread sanitizer's preset builds only what has threads of ours: no oneTBB, no window.
if(LOCKSTEP_SANITIZE STREQUAL "thread")
  set(LOCKSTEP_THREADS_ONLY TRUE)
else()
  set(LOCKSTEP_THREADS_ONLY FALSE)
endif()

# What takes longest to compile is read once. lockstep_heads(NAME OPTIONS headers...): a target whose
# precompiled headers others of the same options reuse. The tests' are of the test library alone, so
# that a file still includes what it uses. Those of our libraries are the standard library's; switched
# off, the build finds what a file forgot to include.
option(LOCKSTEP_PRECOMPILED "Precompile the standard library's headers for our libraries" ON)
if(LOCKSTEP_PRECOMPILED)
  # GCC 12 wrongly sees std::string write past its end (its bug 105329), and says so once the header
  # comes precompiled. Switched off, the build has these two warnings again.
  target_compile_options(lockstep_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-array-bounds;-Wno-stringop-overflow>)
endif()
function(lockstep_heads name options)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${name}.cpp CONTENT "// The precompiled headers' own file.\n")
  add_library(${name} STATIC EXCLUDE_FROM_ALL ${PROJECT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE ${options})
  # Some libraries ask whoever links them for -fPIC, and heads serve only those that agree on it.
  target_compile_options(${options} INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fPIC>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # ccache wants it
    target_compile_options(${options} INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  endif()
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# Several files as one: a first build takes half as long, a second one after a small edit a little longer.
# Names of a folder's files must differ, in their unnamed namespaces too. Switched off, the build finds
# what a file forgot to include, and editors see every file's own command in compile_commands.json.
option(LOCKSTEP_TOGETHER "Compile the files of a library or a test several at a time" ON)
