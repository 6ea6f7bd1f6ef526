// SPDX-License-Identifier: MIT
// Says through the pipe what a comparison has to say, and listens for `go`.
#pragma once

#include "kernels/bench/pipe.hpp"
#include "kernels/measure/comparison.hpp"

namespace lockstep::bench {

class Voice final : public Listener {
  public:
    Voice(Pipe& pipe, std::string id) : m_pipe(pipe), m_id(std::move(id)) {}

    void state(const protocol::PointState& state) override;
    void samples(std::span<const Sample> samples) override;
    std::vector<Frame> progress(const protocol::Progress& progress) override;
    std::vector<Frame> frames() override;

  private:
    Pipe& m_pipe;
    std::string m_id;
};

/// Samples as columns: one message for each point that has any, in the order of the points.
std::vector<protocol::Samples> columns_of(const std::string& id, std::span<const Sample> samples);

/// A timeline as columns.
protocol::Spans columns_of(const std::string& id, int point, const Timeline& timeline);

} // namespace lockstep::bench
