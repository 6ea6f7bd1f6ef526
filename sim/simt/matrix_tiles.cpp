// SPDX-License-Identifier: MIT
// ldmatrix (PTX ISA 9.7.14): the rows of 8 x 8 tiles lie where lanes say, and come into registers
// as mma wants them.
#include "sim/simt/engines.hpp"

#include "sim/simt/access.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::simt {

namespace {

using Row = std::array<std::uint16_t, 8>;

/// Lane i of a part gets row i / 4 and two neighbours of it; transposed, two of column i / 4.
std::uint32_t pair_of(const Row* tile, int lane, bool transposed) {
    const auto a = static_cast<std::size_t>(lane / 4), b = static_cast<std::size_t>(lane % 4 * 2);
    const std::uint32_t low = transposed ? tile[b][a] : tile[a][b];
    const std::uint32_t high = transposed ? tile[b + 1][a] : tile[a][b + 1];
    return low | high << 16;
}

void report_absent(Warp& warp, const Step& step, Mask on) {
    const int lane = std::countr_zero(on);
    if (Finding* found =
            warp.block.note(FindingKind::Unspecified, false, warp, step.op.instruction, lane))
        found->message = fmt::format("{} lanes come to it together, and it takes all 32 of a warp.",
                                     count_lanes(on));
}

} // namespace

void load_matrix(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    std::array<Row, 32> rows{};
    if (on != ~Mask{0})
        report_absent(warp, step, on);
    if (const Mask asking = on & access.row_lanes(); asking != 0) {
        AccessRun run(warp, step, access, asking);
        for (Part part; run.next(part);) {
            if (!run.account(part))
                return;
            const bool local = part.region->kind == RegionKind::Local;
            for_lanes(part.on, [&](int lane) {
                const std::uint64_t at = run.addresses()[lane];
                const auto* from =
                    local ? warp.local.at(at - local_start, lane)
                          : reinterpret_cast<const std::byte*>(AccessRun::origin(part) + at);
                std::memcpy(rows[static_cast<std::size_t>(lane)].data(), from, sizeof(Row));
            });
        }
    }
    for (std::size_t tile = 0; tile < access.tiles; ++tile) {
        auto* to = lanes_at<std::uint32_t>(warp.frame->slots, access.data[tile].slot);
        for_lanes(on, [&](int lane) {
            to[lane] = pair_of(rows.data() + tile * 8, lane, access.transposed);
        });
    }
}

} // namespace lockstep::simt
