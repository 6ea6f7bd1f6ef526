// SPDX-License-Identifier: MIT
// Frames of a warp's functions: taken at a call, given back when the last lane has returned.
#include "sim/simt/run.hpp"
#include "sim/simt/space.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fmt/format.h>
#include <ranges>

namespace lockstep::simt {

static constexpr int deepest_call = 1000;

static std::byte* aligned(std::vector<std::byte>& storage) {
    const auto address = reinterpret_cast<std::uintptr_t>(storage.data());
    return storage.data() + (64 - address % 64) % 64;
}

void Warp::start(Mask all) {
    lanes = all;
    exited = 0;
    m_backward = 0;
    m_spins = false;
    waiting.clear();
    parked.clear();
    m_free.clear();
    for (const std::unique_ptr<Frame>& one : m_frames)
        m_free.push_back(one.get());
    const Code& entry = block.card.program.entry_code();
    local.reset(entry.local_bytes, block.card.options.checks.initialisation);
    frame = take_frame(entry, all, 0);
    frame->parent = nullptr;
    frame->depth = 0;
    groups.reset(all, frame);
}

void fill_local_addresses(Frame& frame) {
    for (const Constant& constant : frame.code->constants) {
        if (constant.origin != Constant::Origin::Local)
            continue;
        for (int lane = 0; lane < 32; ++lane) {
            const std::uint64_t address = frame.local_base + constant.bits;
            std::memcpy(frame.slots + constant.slot + lane * constant.bytes, &address,
                        constant.bytes);
        }
    }
}

Frame* Warp::take_frame(const Code& called, Mask on, std::uint32_t local_base) {
    Frame* taken = nullptr;
    for (std::size_t i = m_free.size(); i-- > 0 && taken == nullptr;) {
        if (m_free[i]->code != &called)
            continue;
        taken = m_free[i];
        m_free.erase(m_free.begin() + static_cast<std::ptrdiff_t>(i));
        // Nobody writes to constants, so those of the last time are still right.
        std::memset(taken->slots, 0, called.zeroed_bytes);
        fill_specials(*taken, false);
    }
    if (taken == nullptr) {
        taken = m_frames.emplace_back(std::make_unique<Frame>()).get();
        make_frame(*taken, called);
    }
    taken->live = on;
    taken->local_base = local_base;
    fill_local_addresses(*taken);
    return taken;
}

void Warp::make_frame(Frame& fresh, const Code& code) {
    const std::vector<std::byte>& image =
        block.card.images[static_cast<std::size_t>(code.function)];
    fresh.code = &code;
    fresh.storage.resize(image.size() + 64);
    fresh.slots = aligned(fresh.storage);
    std::memcpy(fresh.slots, image.data(), image.size());
    fill_specials(fresh, true);
}

void Warp::drop(Frame* used, Mask gone) {
    used->live &= ~gone;
    if (used->live == 0)
        m_free.push_back(used);
}

static void pass(const std::byte* from, ParameterSlot source, std::byte* to, ParameterSlot target,
                 Mask on) {
    const std::size_t bytes = std::min(source.bytes, target.bytes);
    for_lanes(on, [&](int lane) {
        const auto i = static_cast<std::size_t>(lane);
        std::memcpy(to + target.slot + i * target.bytes, from + source.slot + i * source.bytes,
                    bytes);
    });
}

void Warp::call(const Step& step, Mask on) {
    const CallUse& use = frame->code->calls[step.extra];
    int function = use.function;
    if (function < 0) {
        // Lanes that call different functions do so one function after the other.
        const auto* pointers = lanes_at<std::uint64_t>(frame->slots, use.pointer.slot);
        const std::uint64_t pointer = pointers[std::countr_zero(on)];
        for_lanes(on, [&](int lane) {
            if (pointers[lane] != pointer)
                on &= ~(Mask{1} << lane);
        });
        const std::uint64_t place = (pointer - code_start) / code_step;
        const bool known = pointer >= code_start && place < block.card.program.codes.size();
        function = known ? static_cast<int>(place) : -1;
    }
    const auto& codes = block.card.program.codes;
    const Code* called = function < 0 ? nullptr : codes[static_cast<std::size_t>(function)].get();
    const int lane = std::countr_zero(on);
    if (called == nullptr || called->steps.empty())
        return call_outside(step, use, function, on);
    if (frame->depth + 1 >= deepest_call) {
        if (Finding* found =
                block.note(FindingKind::Budget, false, *this, step.op.instruction, lane))
            found->message = fmt::format("Lane {} is {} calls deep: the stack of a thread is used "
                                         "up.",
                                         lane, deepest_call);
        block.stopped = true;
        return;
    }
    if (!has_memory_for(*called)) {
        block.report_memory(
            block.note(FindingKind::Budget, false, *this, step.op.instruction, lane));
        block.stopped = true;
        return;
    }
    enter(*called, use, on);
}

/// For the frame of a function that the current one calls, and for its threads' own memory.
bool Warp::has_memory_for(const Code& called) {
    const auto is_free = [&](const Frame* one) { return one->code == &called; };
    const std::uint64_t size = std::uint64_t{frame->local_base} + frame->code->local_bytes +
                               std::uint64_t{called.local_bytes};
    std::uint64_t more = 0;
    if (size > local.size())
        more += LocalMemory::footprint(size, local.checked()) -
                LocalMemory::footprint(local.size(), local.checked());
    // The frame that was given back last is most often the one.
    if (std::ranges::none_of(m_free | std::views::reverse, is_free))
        more += block.card.images[static_cast<std::size_t>(called.function)].size();
    return more == 0 || block.take_memory(more);
}

void Warp::enter(const Code& called, const CallUse& use, Mask on) {
    Group group = groups.current;
    // Lanes that call another function do so later, at this same instruction; those whose guard is
    // false wait behind it.
    Frame* caller = frame;
    const int join = groups.join_for(group, group.pc + 1);
    const Op& op = caller->code->steps[group.pc].op;
    const Mask guarded = lanes_on(op, caller->slots, group.lanes);
    if ((group.lanes & ~guarded) != 0)
        groups.arrive_at(join, group.lanes & ~guarded);
    if ((guarded & ~on) != 0)
        groups.push({guarded & ~on, group.pc, caller, join});
    const std::uint32_t base = caller->local_base + caller->code->local_bytes;
    Frame* fresh = take_frame(called, on, base);
    fresh->parent = caller;
    fresh->depth = caller->depth + 1;
    fresh->call = &use;
    fresh->join = join;
    local.grow(base + called.local_bytes);
    const std::size_t count = std::min(use.arguments.size(), called.parameters.size());
    for (std::size_t k = 0; k < count; ++k)
        pass(caller->slots, use.arguments[k], fresh->slots, called.parameters[k], on);
    groups.current = {on, 0, fresh, join};
}

void Warp::return_from(Mask on) {
    Group group = groups.current;
    Frame* callee = frame;
    const CallUse& use = *callee->call;
    const std::size_t count = std::min(use.results.size(), callee->code->results.size());
    for (std::size_t k = 0; k < count; ++k)
        pass(callee->slots, callee->code->results[k], callee->parent->slots, use.results[k], on);
    groups.current = {};
    group.lanes &= ~on;
    ++group.pc;
    if (group.lanes != 0)
        groups.push(group);
    groups.leave(group.join, on, callee->join);
    groups.arrive_at(callee->join, on);
    drop(callee, on);
}

void Warp::fill_specials(Frame& fresh, bool all) {
    using ptx::Special;
    for (const SpecialSlot& special : fresh.code->specials) {
        const bool changes =
            special.special >= Special::CtaidX && special.special <= Special::CtaidZ;
        if (!all && !changes)
            continue;
        if (special.bytes == 0) {
            mask_of(fresh.slots, special.slot) = special_value(special.special, 0) != 0 ? ~0u : 0u;
            continue;
        }
        const std::uint64_t block_number = changes ? special_value(special.special, 0) : 0;
        for (int lane = 0; lane < 32; ++lane) {
            // The block's number is the same in every lane.
            const std::uint64_t value =
                changes ? block_number : special_value(special.special, lane);
            std::memcpy(fresh.slots + special.slot + lane * special.bytes, &value, special.bytes);
        }
    }
}

} // namespace lockstep::simt
