// SPDX-License-Identifier: MIT
// A lesson's run blocks, carried out one after another in a session as the window has it, so that
// terminal and window say the same.
#pragma once

#include "app/cli/bench_client.hpp"
#include "app/content/blocks/bodies.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/html_report.hpp"
#include "app/experiment/queries.hpp"

#include <functional>
#include <optional>
#include <string>

namespace lockstep::cli {

/// One run block after its run, or a tab that has none.
struct BlockResult {
    std::string block, title;
    const content::Experiment* experiment = nullptr;
    Run run;                    ///< empty id: it could not be started
    std::vector<Series> curves; ///< models, for the block's settings
    bool expects = false;       ///< the lesson says what should come out
    Compared compared;
    Finding finding;
};

using ProgressTold = std::function<void(const protocol::Progress&)>;

class LessonRunner {
  public:
    /// `course` has the lesson; --set values have been put into it. Without `budget_s` each
    /// experiment takes its own.
    LessonRunner(BenchClient& bench, content::Course course, const std::string& lesson,
                 std::optional<double> budget_s);

    const content::Lesson& lesson() const { return *m_session.lesson(); }
    std::vector<std::string> blocks() const;
    /// Experiments that time something and stand in no run block: tabs of the lab alone.
    std::vector<std::string> tabs_without_a_block() const;

    /// Times the block's experiment, then has simulated what it asks for. `progress` hears how it
    /// goes.
    tl::expected<BlockResult, Trouble> carry_out(const std::string& block,
                                                 const ProgressTold& progress);
    /// The same for an experiment as its tab stands; there is nothing to find out in it.
    tl::expected<BlockResult, Trouble> carry_out_tab(const std::string& experiment,
                                                     const ProgressTold& progress);

  private:
    std::optional<Trouble> start(const Command& run, const ProgressTold& progress);
    BlockResult judged(const std::string& block) const;

    BenchClient& m_bench;
    const std::optional<double> m_budget_s;
    Session m_session;
};

/// --set for a lesson: every experiment that has the parameter starts there. An Error when none
/// has.
Result<void> set_in_lesson(content::Course& course, const std::string& lesson,
                           const protocol::Catalogue& catalogue,
                           const std::vector<std::string>& settings);

} // namespace lockstep::cli
