// SPDX-License-Identifier: MIT
#include "sim/simt/recording.hpp"

#include <algorithm>

namespace lockstep::simt {

Recording::Recording(const Card& card, std::uint64_t number) : block(number), history(card.memory) {
    for (const std::unique_ptr<Code>& code : card.program.codes) {
        first_of.push_back(instructions);
        instructions += code == nullptr ? 0 : static_cast<std::uint32_t>(code->steps.size());
    }
}

std::size_t Recording::checkpoint_before(std::uint64_t step) const {
    const auto after = std::ranges::upper_bound(checkpoints, step, {}, &Checkpoint::step);
    return after == checkpoints.begin() ? 0
                                        : static_cast<std::size_t>(after - checkpoints.begin()) - 1;
}

void Recording::thin() {
    std::vector<Checkpoint> rest;
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        Checkpoint& one = checkpoints[i];
        if (i % 2 == 0) {
            rest.push_back(std::move(one));
            continue;
        }
        rest.back().diverged |= one.diverged;
        for (std::size_t k = 0; k < one.executed.size(); ++k)
            rest.back().executed[k] |= one.executed[k];
    }
    checkpoints = std::move(rest);
    history.thin();
    thinned = true;
}

std::size_t Checkpoint::bytes(std::unordered_set<const void*>& seen) const {
    return sizeof *this + state.count_bytes(seen) + executed.size() * sizeof executed[0];
}

std::size_t Recording::rest_bytes() const {
    return history.bytes() + turns.size() * sizeof turns[0] + found.size() * sizeof found[0];
}

std::size_t Recording::bytes() const {
    std::unordered_set<const void*> seen;
    std::size_t count = rest_bytes();
    for (const Checkpoint& one : checkpoints)
        count += one.bytes(seen);
    return count;
}

} // namespace lockstep::simt
