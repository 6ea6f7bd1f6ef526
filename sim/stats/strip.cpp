// SPDX-License-Identifier: MIT
// The gap as one bar, and the words and sentence of each of its pieces.
#include "sim/stats/gap.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <array>

namespace lockstep::stats {

namespace {

struct Factor {
    GapPiece name;
    double factor;
};

struct PieceText {
    std::string_view words;
    std::string_view sentence;
};

/// In the order of GapPiece.
constexpr std::array<PieceText, 9> texts{{
    {"useful", "What is left: the speedup."},
    {"rate",
     "Each worker does its work slower than one worker alone does: memory, shared units, the "
     "clock, false sharing or extra work."},
    {"lanes in use", "Lanes went through steps whose result nobody wanted: their paths parted."},
    {"vector rate",
     "A vector step takes longer than a scalar step: loads, stores and shuffles do not "
     "get wider for free."},
    {"serial part", "Only one worker may work in this part, and the others wait: Amdahl's law."},
    {"load balance", "One worker has more to do than the others, and they wait for it."},
    {"coordination",
     "Handing out work, waking workers, locks and waiting for each other take time in "
     "which nobody works."},
    {"copying", "The data travels to the card and back while the card computes nothing."},
    {"launch", "Starting the kernel and waiting for its end takes time of its own."},
}};

} // namespace

static const PieceText& text_of(GapPiece piece) {
    const auto index = static_cast<std::size_t>(piece);
    LOCKSTEP_ASSERT(index < texts.size(), "Every piece of the gap has its words.");
    return texts[index];
}

std::string_view gap_piece_words(GapPiece piece) {
    return text_of(piece).words;
}

std::string_view gap_piece_sentence(GapPiece piece) {
    return text_of(piece).sentence;
}

/// Each factor takes its share of what those before it left; the rest is useful.
static std::vector<StripPiece> cut(double bar, std::span<const Factor> factors) {
    std::vector<StripPiece> pieces{{GapPiece::Useful, bar}};
    double left = bar;
    for (const Factor& factor : factors) {
        const double after = left * factor.factor;
        pieces.push_back({factor.name, left - after});
        left = after;
    }
    pieces.front().length = left;
    return pieces;
}

std::vector<StripPiece> strip(const GapFactors& gap) {
    const Factor factors[] = {{GapPiece::Rate, gap.rate},
                              {GapPiece::SerialPart, gap.serial_part},
                              {GapPiece::LoadBalance, gap.load_balance},
                              {GapPiece::Coordination, gap.coordination}};
    return cut(gap.workers, factors);
}

std::vector<StripPiece> strip(const GapFactors& gap, const LaneFactors& lanes) {
    const Factor factors[] = {{GapPiece::LanesInUse, lanes.lanes_in_use},
                              {GapPiece::VectorRate, lanes.vector_rate},
                              {GapPiece::SerialPart, gap.serial_part},
                              {GapPiece::LoadBalance, gap.load_balance},
                              {GapPiece::Coordination, gap.coordination}};
    return cut(gap.workers * lanes.lanes, factors);
}

std::vector<StripPiece> strip(const GpuFactors& gpu) {
    const Factor factors[] = {{GapPiece::Copy, gpu.copy}, {GapPiece::Launch, gpu.launch}};
    return cut(gpu.kernel, factors);
}

StripPiece largest_loss(std::span<const StripPiece> pieces) {
    StripPiece largest{GapPiece::Useful, 0};
    for (const StripPiece& piece : pieces)
        if (piece.name != GapPiece::Useful && piece.length > largest.length)
            largest = piece;
    return largest;
}

} // namespace lockstep::stats
