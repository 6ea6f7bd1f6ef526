// SPDX-License-Identifier: MIT
// Amdahl's job: the same unit of work, once in a chain and once in free pieces.
//     for (long i = 0; i < serial_pieces; ++i)
//         x = piece(x);                    // needs the piece before
//     for (long i = 0; i < shared_pieces; ++i)
//         sum += piece(start[i]);          // needs nothing but its number
// The first loop sets the time that no number of workers can shorten.
#pragma once

#include "kernels/measure/workload.hpp"

#include <algorithm>

namespace lockstep {

/// A part of the job, cut into equal pieces; the last one takes what is left,
/// so that the part's work is exact whatever the size of a piece.
struct AmdahlPart {
    std::int64_t steps = 0;       ///< of the whole part
    std::int64_t piece_steps = 1; ///< of one piece

    std::int64_t pieces() const {
        return (steps + piece_steps - 1) / piece_steps;
    }
    std::int64_t piece(std::int64_t i) const {
        return std::min(piece_steps, steps - i * piece_steps);
    }
};

/// What one worker has summed, on a cache line pair of its own.
struct alignas(128) AmdahlSum {
    std::uint64_t value = 0;
    std::int64_t pieces = 0;
};

struct Amdahl : Problem {
    AmdahlPart serial, shared;
    double piece_ns = 0;    ///< of one whole piece
    bool stamped = true;    ///< pieces are long enough for two clock readings
    std::uint64_t mask = 0; ///< 0, which only the memory knows
    mutable std::vector<AmdahlSum> sums; ///< by worker

    /// Where a free piece starts. `sum` does not change it, but the core
    /// cannot know, since `mask` is read from memory: it has to finish the
    /// worker's last piece first. Without this, pieces under 5 us would run
    /// several at a time inside one core.
    std::uint64_t start(int input, std::int64_t i, std::uint64_t sum) const {
        return chain_start(input, i) ^ (sum & mask);
    }

    /// The workers' sums together. Pieces too short for stamps are noted as
    /// their number times the time of one.
    std::uint64_t collect(Context& run) const;
};

extern const Workload amdahl_workload;

} // namespace lockstep
