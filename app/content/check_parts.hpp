// SPDX-License-Identifier: MIT
// The parts of a lesson that are checked, one file each.
#pragma once

#include "app/content/blocks/kind.hpp"
#include "app/content/check_context.hpp"

namespace lockstep::content {

/// Workloads, variants, parameters, models, sliders and their ranges.
void check_experiments(CheckContext& context);
/// Kernels, counters and axis of a simulated series, and models that are counts or are none.
void check_simulated(const Experiment& experiment, const protocol::WorkloadInfo& workload,
                     CheckContext& context);
/// Live values, links, pictures and bare results of one text.
void check_text(const Block& block, const ShownText& shown, CheckContext& context);

/// A number in prose that reads like a result of a run, such as "1.5 times as fast" or "took 3 ms".
struct BareResult {
    std::string words;
    int line = 0; ///< counted from 0 within the text
};
/// None when the paragraph cites its source with a web link.
std::vector<BareResult> find_bare_results(std::string_view markdown);

} // namespace lockstep::content
