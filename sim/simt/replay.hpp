// SPDX-License-Identifier: MIT
// Executes a recorded block again, from the nearest checkpoint on, without the rest of its launch.
#pragma once

#include "sim/simt/recording.hpp"

namespace lockstep::simt {

/// Sees the steps that it asked for, each before it is executed.
class Watcher {
  public:
    virtual ~Watcher() = default;
    virtual void see(std::uint64_t step, const Warp& warp, const Step& what, Mask on) = 0;
};

class Replay {
  public:
    /// `recording` has to live as long as this.
    static Result<std::unique_ptr<Replay>> create(std::shared_ptr<const Program> program,
                                                  const Launch& launch, const Options& options,
                                                  Recording& recording);

    /// Shows the steps from `from` to before `to`, at most all there are.
    void watch(std::uint64_t from, std::uint64_t to, Watcher& watcher);
    /// The block at the end of the last turn, for what is to be known of the end.
    const Block& at_end();

    /// The observer's part.
    void step(const Warp& warp, const Step& step, Mask on);

  private:
    Replay(std::shared_ptr<const Program> program, const Launch& launch, const Options& options,
           Recording& recording);
    void go_to(std::uint64_t step);
    void run_turn();

    std::shared_ptr<const Program> m_program;
    Launch m_launch;
    Options m_options;
    Recording& m_recording;
    std::unique_ptr<Card> m_card;
    std::vector<Region> m_caches;
    std::unique_ptr<Block> m_block;

    std::uint64_t m_step = 0;       ///< the next one
    std::size_t m_turn = 0;         ///< that begins with it
    bool m_ready = false;           ///< the block is before that step
    std::size_t m_value = 0;        ///< the next that another block wrote
    std::uint64_t m_value_step = 0; ///< of it
    std::uint64_t m_from = 0, m_count = 0;
    Watcher* m_watcher = nullptr;
};

} // namespace lockstep::simt
