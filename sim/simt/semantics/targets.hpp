// SPDX-License-Identifier: MIT
// Which instruction sets the families are compiled for: the machine's baseline, AVX2 and AVX-512.
// What lies between is missing only on machines from before 2013, and costs a third of the build.
#pragma once

#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4)
