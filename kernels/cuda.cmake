# SPDX-License-Identifier: MIT
# Every .cu becomes a fat binary, which the bench loads by name, and PTX, which the warp simulator
# executes. No CUDA language of CMake: that would want a host link and a driver's stub.
foreach(candidate "${LOCKSTEP_NVCC}" "${CMAKE_CUDA_COMPILER}" "$ENV{CUDACXX}")
  if(candidate AND EXISTS "${candidate}" AND NOT lockstep_nvcc)
    set(lockstep_nvcc "${candidate}")
  endif()
endforeach()
if(NOT lockstep_nvcc)
  find_program(LOCKSTEP_NVCC_FOUND nvcc PATHS /usr/local/cuda/bin)
  if(LOCKSTEP_NVCC_FOUND)
    set(lockstep_nvcc "${LOCKSTEP_NVCC_FOUND}")
  endif()
endif()
if(LOCKSTEP_NO_CUDA) # the set-up was told to go without, or found nothing new enough
  unset(lockstep_nvcc)
endif()
if(NOT lockstep_nvcc)
  message(STATUS "No nvcc was found: the CUDA variants will be listed as not available.")
endif()

# Turing to Blackwell, all from the one PTX of the oldest: what a card executes was made of the very
# instructions that the simulator executes, and the compiler's front runs once instead of seven times.
# Whatever comes after them gets the PTX. Fused multiply-add is off: the results are compared bit for bit
# with the serial variant's.
set(lockstep_cuda_code compute_75,sm_75,sm_80,sm_86,sm_89,sm_90,sm_100,sm_120)
set(lockstep_cuda_flags -O3 -std=c++20 -fmad=false -lineinfo)

set(lockstep_ptxas_script ${CMAKE_CURRENT_LIST_DIR}/ptxas_log.cmake)

# lockstep_cuda_module(SOURCE NAME): bin/NAME.fatbin, bin/NAME.ptxas, which is what ptxas said while it was
# made (registers are ptxas's; PTX has as many as it likes), and bin/NAME.ptx.
function(lockstep_cuda_module source name)
  if(NOT lockstep_nvcc)
    return()
  endif()
  set(base ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/${name})
  add_custom_command(OUTPUT ${base}.fatbin ${base}.ptxas
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
    COMMAND ${CMAKE_COMMAND} -DLOG=${base}.ptxas -P ${lockstep_ptxas_script} --
            ${lockstep_nvcc} -fatbin --resource-usage ${lockstep_cuda_flags}
            -gencode=arch=compute_75,code=[${lockstep_cuda_code}] -o ${base}.fatbin ${source}
    DEPENDS ${source} ${lockstep_ptxas_script} COMMENT "CUDA fat binary of ${name}" VERBATIM)
  add_custom_command(OUTPUT ${base}.ptx
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}
    COMMAND ${lockstep_nvcc} -ptx ${lockstep_cuda_flags} -arch=compute_75 -o ${base}.ptx ${source}
    DEPENDS ${source} COMMENT "PTX of ${name}" VERBATIM)
  set_property(GLOBAL APPEND PROPERTY LOCKSTEP_CUDA_OUTPUTS ${base}.fatbin ${base}.ptxas ${base}.ptx)
endfunction()

# lockstep_cuda_target(NAME): a target of all of them; empty without nvcc.
function(lockstep_cuda_target name)
  get_property(outputs GLOBAL PROPERTY LOCKSTEP_CUDA_OUTPUTS)
  add_custom_target(${name} ALL DEPENDS ${outputs})
endfunction()
