# SPDX-License-Identifier: MIT
# The three functions that the folders' CMakeLists.txt use: a library of a folder, the list that names
# every constant of a kind, and a test.

# lockstep_together(NAME): the target's files are compiled up to eight at a time, which takes less than
# half as long: their headers' templates are most of the work. Only files of one folder meet, so that a
# view, a figure or a page keeps its names to itself; and the JSON library's users meet one another.
function(lockstep_together name)
  if(NOT LOCKSTEP_TOGETHER)
    return()
  endif()
  get_target_property(files ${name} SOURCES)
  foreach(file IN LISTS files)
    get_filename_component(group ${file} ABSOLUTE)
    get_filename_component(group ${group} DIRECTORY)
    file(RELATIVE_PATH group ${CMAKE_CURRENT_SOURCE_DIR} ${group})
    if(file MATCHES "_json\\.cpp$")
      string(APPEND group _json)
    endif()
    string(MAKE_C_IDENTIFIER "files_of_${group}" group)
    math(EXPR ${group} "0${${group}} + 1")
    math(EXPR part "(${${group}} - 1) / 8")
    set_property(SOURCE ${file} PROPERTY UNITY_GROUP ${group}_${part})
  endforeach()
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# lockstep_library(NAME [RECURSE] [APART] [FILES these.cpp...] [WITHOUT these.cpp...] [SOURCES extra...]
#                  LINK targets...)
# A static library of every .cpp in the calling folder (or of FILES, or of all WITHOUT some, where a
# folder is two libraries), with the project's warnings. APART: each file is compiled by itself.
function(lockstep_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "RECURSE;APART" "" "FILES;WITHOUT;SOURCES;LINK")
  if(arg_RECURSE)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  else()
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  if(arg_FILES)
    set(found ${arg_FILES})
  endif()
  foreach(file IN LISTS arg_WITHOUT)
    list(REMOVE_ITEM found ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  if(found OR arg_SOURCES)
    add_library(${name} STATIC ${found} ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE lockstep_options)
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ${LOCKSTEP_THREADS_ONLY})
    if(LOCKSTEP_PRECOMPILED)
      target_precompile_headers(${name} REUSE_FROM lockstep_library_heads)
    endif()
    if(NOT arg_APART)
      lockstep_together(${name})
    endif()
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${arg_LINK})
    target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
  endif()
endfunction()

# lockstep_list(OUTPUT file.cpp HEADER path TYPE T FUNCTION name [NAMESPACE ns] NAMES constants...)
# Writes a source file that defines `std::span<const T* const> ns::name()` over all the constants,
# sorted. A constant that is missing or misnamed is a link error.
function(lockstep_list)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUTPUT;HEADER;TYPE;FUNCTION;NAMESPACE" "NAMES")
  if(NOT arg_NAMESPACE)
    set(arg_NAMESPACE lockstep)
  endif()
  list(SORT arg_NAMES)
  set(declarations "")
  set(entries "")
  foreach(name IN LISTS arg_NAMES)
    string(APPEND declarations "extern const ${arg_TYPE} ${name};\n")
    string(APPEND entries "        &${name},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${arg_OUTPUT} @ONLY CONTENT
"// Written by CMake from the names of the files; do not edit.
#include \"@arg_HEADER@\"

#include <span>

namespace @arg_NAMESPACE@ {
@declarations@
std::span<const @arg_TYPE@* const> @arg_FUNCTION@() {
    static const @arg_TYPE@* const list[] = {
@entries@    };
    return list;
}
}
")
endfunction()

# lockstep_test(NAME [THREADS] SOURCES files... LINK targets... [ENVIRONMENT var=value...])
# A googletest program; each of its cases is a test of ctest. THREADS: what it tests has threads of
# ours; the thread sanitizer's preset builds only such tests and what they need.
function(lockstep_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "THREADS" "" "SOURCES;LINK;ENVIRONMENT")
  find_package(GTest REQUIRED)
  include(GoogleTest)
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gmock_main GTest::gtest lockstep_test_options)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_precompile_headers(${name} REUSE_FROM lockstep_test_heads)
  lockstep_together(${name})
  # Variables go in front of the program: the property ENVIRONMENT loses all but the first on its way
  # through gtest_discover_tests.
  set_target_properties(${name} PROPERTIES CROSSCOMPILING_EMULATOR
    "env;LC_ALL=C.UTF-8;LOCKSTEP_SOURCE_DIR=${PROJECT_SOURCE_DIR};LOCKSTEP_BINARY_DIR=${PROJECT_BINARY_DIR};LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks.txt:print_suppressions=0;${arg_ENVIRONMENT}")
  if(LOCKSTEP_THREADS_ONLY AND NOT arg_THREADS)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL TRUE)
    return()
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60)
endfunction()

# lockstep_subdirectories(): every folder below the calling one that has a CMakeLists.txt.
function(lockstep_subdirectories)
  file(GLOB children CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
  list(SORT children)
  foreach(child IN LISTS children)
    get_filename_component(folder ${child} DIRECTORY)
    add_subdirectory(${folder})
  endforeach()
endfunction()
