// SPDX-License-Identifier: MIT
// `--play FILE`: the protocol, answered from run files at once. The same samples and the same
// picture every time, and nothing is timed: what the window's tests run against.
#pragma once

#include "kernels/bench/pipe.hpp"
#include "kernels/bench/trace_desk.hpp"
#include "kernels/measure/side.hpp"

#include <filesystem>

namespace lockstep::bench {

/// One point of a run file.
struct PlayedPoint {
    protocol::PointRequest request; ///< with the experiment's parameters
    protocol::PointState state;
    protocol::Samples samples;
    std::optional<protocol::Spans> spans;
};

struct PlayedRun {
    std::optional<protocol::Machine> machine; ///< on which it was made
    std::optional<protocol::Passport> passport; ///< a kept one has no points
    std::vector<PlayedPoint> points;
    std::vector<std::string> remarks;
};

/// A run file, or a passport as it is kept (app/experiment/passport_file.hpp). Lenient: what a run
/// file lacks has its default. Newer versions and what is neither are refused.
Result<PlayedRun> read_played_run(std::string_view text, const std::string& name);
Result<PlayedRun> load_played_run(const std::filesystem::path& file);

class Player {
  public:
    Player(Pipe& pipe, std::vector<PlayedRun> runs);

    /// Says hello and serves; does not return.
    [[noreturn]] void serve();

  private:
    void answer(const protocol::RunRequest& run);
    void answer(const protocol::PassportRequest& passport);
    void answer(const protocol::PictureRequest& picture);
    void answer(const protocol::SimulateRequest& simulate);
    void answer(const protocol::Go&) {}
    /// The others ask about the trace.
    template <class Request>
    void answer(const Request& request) {
        m_traces.answer_to(m_pipe, request);
    }
    void play(const std::string& id, const std::vector<protocol::PointRequest>& points,
              const std::vector<const PlayedPoint*>& played);
    /// The n-th point of the files with the values of this one, counted round; null for none.
    const PlayedPoint* find(const SideRequest& wanted, int nth) const;
    void send_picture(const std::string& id, const SideRequest& wanted);
    void play_probes(const std::string& id);

    Pipe& m_pipe;
    std::vector<PlayedRun> m_runs;
    std::vector<std::pair<SideRequest, const PlayedPoint*>> m_points; ///< those that exist here
    protocol::Machine m_machine;
    protocol::Passport m_passport;
    TraceDesk m_traces;
};

} // namespace lockstep::bench
