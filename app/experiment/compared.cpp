// SPDX-License-Identifier: MIT
// The sentence for what a run block's comparison came to.
#include "app/experiment/compare_sides.hpp"
#include "sim/base/units.hpp"

#include <fmt/format.h>

namespace lockstep {

namespace {

/// Sentences that no lesson has to write; `reason` is the bench's or the watcher's own.
std::string own_sentence(Outcome outcome, const std::string& reason) {
    switch (outcome) {
    case Outcome::Disturbed:
        return reason.empty() ? "Another program used a core; this run cannot decide." : reason;
    case Outcome::Wrong:
        return fmt::format("The result was wrong, so there is nothing to speak of. {}", reason);
    case Outcome::Unavailable: return fmt::format("This cannot be shown here: {}.", reason);
    default: return {};
    }
}

std::string bare_sentence(const Compared& result) {
    return fmt::format("The two that are compared differ by a factor of {}. Another mark that "
                       "belongs here is disturbed or missing: run it again.",
                       format_with_interval(result.ratio, result.low, result.high).text());
}

} // namespace

Compared compared(const Session& session, const content::Lesson& lesson,
                  const content::RunBody& body, std::string_view block) {
    Compared result = compare_sides(session, lesson, body, block);
    if (!body.compare) return result;
    const content::Comparison& compare = *body.compare;
    switch (result.outcome) {
    case Outcome::Above: result.says = fill(session, lesson, compare.above, block); break;
    case Outcome::Below: result.says = fill(session, lesson, compare.below, block); break;
    case Outcome::Same: result.says = fill(session, lesson, compare.same, block); break;
    default: result.says = own_sentence(result.outcome, result.says);
    }
    // A sentence may name a third mark that is disturbed or missing; then fill() leaves all of it
    // out, and what was compared still came to something.
    if (result.says.empty() && result.outcome != Outcome::NotRun)
        result.says = bare_sentence(result);
    return result;
}

} // namespace lockstep
