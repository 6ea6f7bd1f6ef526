// SPDX-License-Identifier: MIT
// The instruction sets that Highway has code for in this program, by name, and one of them alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace lockstep {

/// Those that this program was compiled for and this processor has, the widest first; in
/// Highway's numbers.
std::vector<std::int64_t> usable_vector_targets();

/// "AVX-512"; "one lane" where there are no vectors.
std::string vector_target_name(std::int64_t target);

/// For as long as it lives, Highway chooses this target. Process-wide: only while nobody else
/// times or computes.
class OnlyVectorTarget {
  public:
    explicit OnlyVectorTarget(std::int64_t target) { choose(target); }
    ~OnlyVectorTarget() { choose(0); }
    OnlyVectorTarget(const OnlyVectorTarget&) = delete;
    OnlyVectorTarget& operator=(const OnlyVectorTarget&) = delete;

  private:
    static void choose(std::int64_t target);
};

} // namespace lockstep
