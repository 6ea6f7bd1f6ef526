# SPDX-License-Identifier: MIT
# cmake -DLOG=FILE -P ptxas_log.cmake -- NVCC ARGUMENTS...: runs nvcc, which says with --resource-usage what
# ptxas gave each kernel. That goes to FILE, which the bench reads; whatever else nvcc says is printed.
set(command "")
set(begun FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(begun)
    list(APPEND command "${CMAKE_ARGV${i}}")
  elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
    set(begun TRUE)
  endif()
endforeach()

execute_process(COMMAND ${command} RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${said}nvcc ended with ${status}.")
endif()
# How long it took differs from build to build, and nobody asks.
string(REGEX REPLACE "[^\n]*Compile time[^\n]*\n" "" said "${said}")
string(REGEX REPLACE "(ptxas info |    [0-9]+ bytes stack frame)[^\n]*\n" "" rest "${said}")
if(NOT rest STREQUAL "")
  message("${rest}")
endif()
file(WRITE "${LOG}" "${said}")
