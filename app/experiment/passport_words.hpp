// SPDX-License-Identifier: MIT
// A passport in sentences: when it was taken, and what its figures come to.
#pragma once

#include "app/experiment/passport_state.hpp"
#include "app/experiment/run.hpp"
#include "kernels/protocol/messages.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// Measured at this start of the program, or recorded: at an earlier one.
Provenance provenance_of(const PassportState& state);

/// "measured just now, in 3.2 s", "measured 2026-11-26, 05:13 UTC, and kept since"; empty where
/// there is none.
std::string taken_words(const PassportState& state);

/// "AMD EPYC 9R14: 2 of 8 cores, AVX-512, 24 GiB, in a virtual machine (KVM)."
std::string machine_sentence(const protocol::Machine& machine, const PassportState& state);

/// What the figures come to, a sentence each: where memory becomes the limit, how far equal runs
/// lie apart.
std::vector<std::string> passport_sentences(const protocol::Passport& passport);

} // namespace lockstep
