// SPDX-License-Identifier: MIT
// Prints the broken promise to standard error and stops.
#include "sim/base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace lockstep {

void assertion_failed(const char* sentence, const char* file, int line) {
    std::fprintf(stderr, "lockstep: %s (%s:%d)\n", sentence, file, line);
    std::abort();
}

} // namespace lockstep
