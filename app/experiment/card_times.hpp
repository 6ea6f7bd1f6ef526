// SPDX-License-Identifier: MIT
// What a card's marks are made of, in words: the kernel's part of the speedup, the launch's, and
// what copying the data there and the results back would make of it.
#pragma once

#include "app/experiment/plot_svg.hpp"

#include <string>
#include <vector>

namespace lockstep {

/// Whether some mark was timed on a card whose clock or copies are known.
bool on_a_card(const Run& run);

/// A series as rows of words, the heading first: x, kernel, launch, their product, the copies, and
/// the speedup with them. Fields that are not known are empty.
struct CardTable {
    std::string caption;
    std::vector<std::vector<std::string>> rows;
};
/// One for each series that on_a_card() is true of.
std::vector<CardTable> card_tables(const Run& run, const PlotContext& context);

/// "The data lay on the card already. Copying it there and the results back took 1.2 ms. With that
/// the speedup would be 0.31." `inverse`: the mark says how many times as long, and so does this.
std::string copies_sentence(const stats::Copies& copies, bool inverse);

} // namespace lockstep
