// SPDX-License-Identifier: MIT
// What a passport measures, in the order in which the bench does it.
#pragma once

#include <span>

namespace lockstep::passport_page {

struct Probe {
    const char* title;
    const char* words; ///< what is done, before it is done
};

std::span<const Probe> probes();

} // namespace lockstep::passport_page
