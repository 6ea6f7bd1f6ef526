// SPDX-License-Identifier: MIT
// Promises between our own functions. A broken one is a defect of the program: it stops, in every
// build, with the sentence that says what was promised.
#pragma once

namespace lockstep {
[[noreturn]] void assertion_failed(const char* sentence, const char* file, int line);
} // namespace lockstep

#define LOCKSTEP_ASSERT(condition, sentence)                                                       \
    ((condition) ? static_cast<void>(0)                                                            \
                 : ::lockstep::assertion_failed(sentence, __FILE__, __LINE__))
