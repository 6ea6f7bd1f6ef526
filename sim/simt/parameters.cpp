// SPDX-License-Identifier: MIT
// ld.param and st.param: the kernel's parameters, which are the same for every lane, and those of a
// function, which lie in the caller's and the callee's frame. Also cp.async.
#include "sim/simt/access.hpp"
#include "sim/simt/engines.hpp"

#include <cstring>

namespace lockstep::simt {

/// `from` is the parameter of one lane; what reaches beyond its end reads 0.
static void load_element(Warp& warp, const Access& access, std::uint32_t k, const std::byte* from,
                         std::uint64_t bytes, int lane) {
    std::byte value[16]{};
    const std::uint64_t at = access.offset + std::uint64_t{k} * access.width;
    if (at + access.width <= bytes)
        std::memcpy(value, from + at, access.width);
    std::uint64_t addresses[32];
    addresses[lane] = reinterpret_cast<std::uintptr_t>(value);
    access.move(warp.frame->slots + access.data[k].slot, 0, addresses, Mask{1} << lane);
}

void load_launch_parameter(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    const std::vector<std::byte>& all = warp.block.card.parameters;
    for (std::uint32_t k = 0; k < access.count; ++k) {
        std::byte value[16]{};
        const std::uint64_t at = access.offset + std::uint64_t{k} * access.width;
        if (at + access.width <= all.size())
            std::memcpy(value, all.data() + at, access.width);
        alignas(64) std::uint64_t addresses[32]{};
        access.move(warp.frame->slots + access.data[k].slot,
                    reinterpret_cast<std::uintptr_t>(value), addresses, on);
    }
}

void load_frame_parameter(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    const ParameterSlot parameter = access.parameter;
    for_lanes(on, [&](int lane) {
        const std::byte* from =
            warp.frame->slots + parameter.slot + static_cast<std::size_t>(lane) * parameter.bytes;
        for (std::uint32_t k = 0; k < access.count; ++k)
            load_element(warp, access, k, from, parameter.bytes, lane);
    });
}

void store_frame_parameter(Warp& warp, const Step& step, Mask on) {
    const Access& access = warp.frame->code->accesses[step.extra];
    const ParameterSlot parameter = access.parameter;
    for_lanes(on, [&](int lane) {
        std::byte* to =
            warp.frame->slots + parameter.slot + static_cast<std::size_t>(lane) * parameter.bytes;
        for (std::uint32_t k = 0; k < access.count; ++k) {
            const std::uint64_t at = access.offset + std::uint64_t{k} * access.width;
            if (at + access.width <= parameter.bytes)
                std::memcpy(to + at,
                            warp.frame->slots + access.data[k].slot +
                                static_cast<std::size_t>(lane) * access.data[k].bytes,
                            access.width);
        }
    });
}

void copy_async(Warp& warp, const Step& step, Mask on) {
    const Code& code = *warp.frame->code;
    const Copy& copy = code.copies[step.extra];
    std::byte* slots = warp.frame->slots;
    const Access& from = code.accesses[copy.from];
    // A third operand says how much is read; an "ignore" predicate means nothing.
    const auto read_by = [&](int lane) -> std::uint32_t {
        if (copy.read.slot == no_slot)
            return from.width;
        if (copy.read.bytes == 0)
            return (mask_of(slots, copy.read.slot) >> lane & 1) != 0 ? 0 : from.width;
        return lanes_at<std::uint32_t>(slots, copy.read.slot)[lane];
    };
    Mask reads = 0;
    for_lanes(on, [&](int lane) {
        std::memset(slots + from.data[0].slot + static_cast<std::size_t>(lane) * from.width, 0,
                    from.width);
        reads |= read_by(lane) > 0 ? Mask{1} << lane : 0;
    });
    Step half = step;
    half.extra = copy.from;
    if (reads != 0)
        load(warp, half, reads);
    for_lanes(reads, [&](int lane) {
        const std::uint32_t kept = read_by(lane);
        if (kept < from.width)
            std::memset(slots + from.data[0].slot + static_cast<std::size_t>(lane) * from.width +
                            kept,
                        0, from.width - kept);
    });
    half.extra = copy.to;
    store(warp, half, on);
}

} // namespace lockstep::simt
