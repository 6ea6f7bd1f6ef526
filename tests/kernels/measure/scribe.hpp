// SPDX-License-Identifier: MIT
// The other end of a comparison that writes everything down, and can pretend to draw frames.
#pragma once

#include "kernels/measure/slices.hpp"

#include <utility>

namespace lockstep {

struct Scribe final : Listener {
    std::vector<protocol::PointState> states;
    std::vector<Sample> sent;
    std::vector<protocol::Progress> news;
    std::vector<Frame> frames_to_tell;           ///< with the next answer
    std::function<void(Scribe&)> at_breath = {}; ///< before it answers `await_go`

    void state(const protocol::PointState& state) override { states.push_back(state); }
    void samples(std::span<const Sample> samples) override {
        sent.insert(sent.end(), samples.begin(), samples.end());
    }
    std::vector<Frame> progress(const protocol::Progress& progress) override {
        news.push_back(progress);
        if (progress.await_go && at_breath)
            at_breath(*this);
        return std::exchange(frames_to_tell, {});
    }
    std::vector<Frame> frames() override { return {}; }

    /// The last that was said of a point.
    const protocol::PointState& state_of(int point) const {
        for (auto state = states.rbegin(); state != states.rend(); ++state)
            if (state->point == point)
                return *state;
        static const protocol::PointState none;
        return none;
    }
    std::vector<Sample> samples_of(int point) const {
        std::vector<Sample> found;
        for (const Sample& sample : sent)
            if (sample.point == point)
                found.push_back(sample);
        return found;
    }
};

} // namespace lockstep
