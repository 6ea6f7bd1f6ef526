// SPDX-License-Identifier: MIT
// A piece of work, and ways of measuring it. The work:
//     for (int i = 0; i < items; ++i) {
//         for (int k = 0; k < steps; ++k)
//             x = x * a + c;             // needs the step before
//         numbers[i] = x;
//     }
// The chain sets its time; that of a way's claim is set by the way.
#pragma once

#include "kernels/measure/workload.hpp"

#include <algorithm>
#include <array>

namespace lockstep {

inline constexpr std::size_t measuring_items = 1 << 17; ///< 1 MiB of numbers
inline constexpr int measuring_samples = 9;             ///< that a way takes

struct Measuring : Problem {
    using Numbers = std::array<std::uint64_t, measuring_items>;
    using Samples = std::array<double, measuring_samples>;

    int way = 0;                ///< which one `each` carries out
    int steps = 1;              ///< from one number to the next
    double share = 0;           ///< of the core that another program wants
    Numbers* numbers = nullptr; ///< pages of the system's, not of the heap

    ~Measuring() override;

    /// The work. In the header, so that a way's compiler sees all of it.
    std::uint64_t fill(int input, Numbers& to) const {
        std::uint64_t x = chain_start(input, 0);
        for (std::size_t i = 0; i < measuring_items; ++i) {
            for (int k = 0; k < steps; ++k)
                x = x * 6364136223846793005u + 1442695040888963407u;
            to[i] = x;
        }
        return x;
    }

    /// Gives the pages of `numbers` back, as a program finds them that has
    /// just been started: none is in memory before it is first written to.
    void forget_numbers() const;
};

inline double median_of(Measuring::Samples samples) {
    const auto middle = samples.begin() + measuring_samples / 2;
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

extern const Workload measuring_workload;

} // namespace lockstep
