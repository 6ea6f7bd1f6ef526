// SPDX-License-Identifier: MIT
#include "app/pages/lesson/strip_plan.hpp"

#include "app/experiment/card_times.hpp"
#include "app/experiment/lookup.hpp"
#include "app/pages/lesson/words.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::lab {

namespace {

/// A loss below this share of the whole bar is not worth a sentence.
constexpr double worth_a_sentence = 0.02;

std::string name_of(const stats::StripPiece& piece) {
    const bool gain = piece.length < 0;
    if (piece.name == stats::GapPiece::Rate || piece.name == stats::GapPiece::VectorRate)
        return gain ? "faster work" : "slower work";
    return std::string(stats::gap_piece_words(piece.name));
}

/// The factor of the product that a piece stands for; none for what is useful. One of 1.000 is not
/// told: it took nothing.
std::optional<double> factor_of(stats::GapPiece piece, const Estimate& estimate) {
    if (estimate.card)
        return piece == stats::GapPiece::Launch ? std::optional(estimate.card->launch)
                                                : std::nullopt;
    const stats::GapFactors& gap = *estimate.factors;
    switch (piece) {
    case stats::GapPiece::Rate:
        return gap.rate;
    case stats::GapPiece::LanesInUse:
        return estimate.lanes ? std::optional(estimate.lanes->lanes_in_use) : std::nullopt;
    case stats::GapPiece::VectorRate:
        return estimate.lanes ? std::optional(estimate.lanes->vector_rate) : std::nullopt;
    case stats::GapPiece::SerialPart:
        return gap.serial_part;
    case stats::GapPiece::LoadBalance:
        return gap.load_balance;
    case stats::GapPiece::Coordination:
        return gap.coordination;
    default:
        return std::nullopt;
    }
}

std::string words_of(const stats::StripPiece& piece, const Estimate& estimate) {
    const double length = std::abs(piece.length);
    // A card may be a thousand times as fast, or a thousandth.
    const std::string number =
        estimate.card ? format_number(length, 4, Zeros::Keep) : fmt::format("{:.3f}", length);
    const auto factor = factor_of(piece.name, estimate);
    return name_of(piece) + (piece.length < 0 ? " +" : " ") + number +
           (factor && std::abs(*factor - 1) >= 0.0005 ? fmt::format(" (× {:.3f})", *factor) : "");
}

/// One worker has nobody to share with: that nothing was lost to it goes without saying. What lies
/// on a card while it is timed is not copied.
bool goes_without_saying(const stats::StripPiece& piece, const Estimate& estimate) {
    if (estimate.card)
        return piece.name == stats::GapPiece::Copy;
    const bool of_several =
        piece.name == stats::GapPiece::SerialPart || piece.name == stats::GapPiece::LoadBalance;
    return estimate.factors->workers == 1 && of_several && std::abs(piece.length) < 0.0005;
}

/// One worker has nobody to share anything with; and another variant works in another way.
std::string sentence_of(stats::GapPiece piece, const Estimate& estimate,
                        const std::string& baseline) {
    if (piece == stats::GapPiece::Rate && estimate.factors && !baseline.empty())
        return fmt::format("The same work takes each worker longer than it takes {}, which does it "
                           "in another way.",
                           baseline);
    if (piece == stats::GapPiece::Rate && estimate.factors && estimate.factors->workers == 1)
        return "The same work takes this worker longer than it takes the baseline: it does more, "
               "or waits for memory.";
    return std::string(stats::gap_piece_sentence(piece));
}

std::string loss_of(stats::GapPiece piece) {
    std::string name(stats::gap_piece_words(piece));
    std::ranges::replace(name, ' ', '_');
    const auto& known = content::loss_names;
    return std::ranges::find(known, name) == known.end() ? "" : name;
}

void fill_parts(StripPlan& plan, const std::vector<stats::StripPiece>& pieces,
                const Estimate& estimate, const std::string& baseline) {
    const stats::StripPiece largest = stats::largest_loss(pieces);
    // A bar that runs past p is as long as its work was faster: what is small is small against
    // that.
    double whole = plan.bar;
    for (const stats::StripPiece& piece : pieces)
        whole += std::max(0.0, -piece.length);
    double at = 0;
    for (const stats::StripPiece& piece : pieces) {
        if (goes_without_saying(piece, estimate))
            continue;
        StripPart part{piece.name, at, piece.length, words_of(piece, estimate), false};
        part.largest = piece.name != stats::GapPiece::Useful && piece.name == largest.name &&
                       largest.length > worth_a_sentence * whole;
        if (part.largest) {
            plan.sentence = sentence_of(piece.name, estimate, baseline);
            plan.loss = loss_of(piece.name);
        }
        at += std::max(0.0, piece.length);
        plan.parts.push_back(std::move(part));
    }
    plan.drawn = std::max(plan.bar, at);
}

std::string title_of(const Estimate& estimate) {
    if (estimate.card)
        return estimate.card->kernel > 1.05 ? "Where the gain of the kernel went"
                                            : "Where the time of the card went";
    const stats::GapFactors& gap = *estimate.factors;
    if (estimate.lanes)
        return "Where " + count_words(static_cast<int>(estimate.lanes->lanes)) + " lanes went";
    if (gap.workers != 1)
        return "Where " + count_words(static_cast<int>(gap.workers)) + " workers went";
    return gap.speedup() > 1.05 ? "Where the gain of one worker came from"
                                : "Where the time of one worker went";
}

std::string card_product(const stats::GpuFactors& card) {
    return fmt::format("{} × {:.3f} = {}", format_number(card.kernel, 4, Zeros::Keep), card.launch,
                       format_number(card.speedup(), 4, Zeros::Keep));
}

std::string product_of(double speedup, const std::vector<double>& factors) {
    std::string text;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const bool whole = i == 0 || (factors[i] >= 2 && factors[i] == std::round(factors[i]));
        text += (i ? " × " : "") + fmt::format("{:.{}f}", factors[i], whole ? 0 : 3);
    }
    return text + " = " + fmt::format("{:.3f}", speedup);
}

void fill_workers(StripPlan& plan, const Estimate& estimate, MarkIs mark,
                  const std::string& baseline) {
    const stats::GapFactors& gap = *estimate.factors;
    const auto& lane = estimate.lanes;
    plan.bar = gap.workers * (lane ? lane->lanes : 1);
    fill_parts(plan, lane ? stats::strip(gap, *lane) : stats::strip(gap), estimate, baseline);
    std::vector<double> factors{gap.workers};
    if (lane)
        factors.insert(factors.end(), {lane->lanes, lane->lanes_in_use, lane->vector_rate});
    else
        factors.push_back(gap.rate);
    factors.insert(factors.end(), {gap.serial_part, gap.load_balance, gap.coordination});
    plan.product = product_of(gap.speedup(), factors);
    if (mark == MarkIs::RelativeTime)
        plan.product +=
            fmt::format(" = {:.0f} / {:.3f}", gap.speedup() * estimate.value, estimate.value);
}

/// The bar is as long as the kernel alone would be fast.
void fill_card(StripPlan& plan, const Estimate& estimate, MarkIs mark) {
    const stats::GpuFactors& card = *estimate.card;
    plan.bar = card.kernel;
    fill_parts(plan, stats::strip(card), estimate, {});
    plan.product = card_product(card);
    if (mark == MarkIs::RelativeTime)
        plan.product += fmt::format(" = 1 / {}", format_number(estimate.value, 4, Zeros::Keep));
    if (estimate.copies)
        plan.copies = copies_sentence(*estimate.copies, mark == MarkIs::RelativeTime);
}

} // namespace

const content::Cure* cure_of(const StripPlan& strip, const content::Experiment& experiment,
                             const Values& now) {
    const auto cure = std::ranges::find(experiment.cures, strip.loss, &content::Cure::loss);
    if (strip.loss.empty() || cure == experiment.cures.end() || same_where_both(cure->set, now))
        return nullptr;
    return &*cure;
}

std::optional<StripPlan> strip_plan(const Estimate& estimate, MarkIs mark,
                                    const std::string& x_phrase, const std::string& baseline) {
    if (!estimate.factors && !estimate.card)
        return std::nullopt;
    StripPlan plan;
    plan.title = title_of(estimate);
    if (!x_phrase.empty())
        plan.title += ", at " + x_phrase;
    if (estimate.card)
        fill_card(plan, estimate, mark);
    else
        fill_workers(plan, estimate, mark, baseline);
    return plan;
}

} // namespace lockstep::lab
