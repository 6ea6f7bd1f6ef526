// SPDX-License-Identifier: MIT
// Functions that a card's driver brings along: vprintf, and what a failed assert() calls.
#include "sim/simt/block.hpp"
#include "sim/simt/space.hpp"

#include <bit>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

namespace lockstep::simt {
namespace {

/// Reads memory of one lane by generic address; 0 where there is none.
template <class T>
T read_at(Warp& warp, std::uint64_t address, int lane) {
    T value{};
    if (address >= local_start && address < local_start + window_bytes) {
        const std::uint64_t at = address - local_start;
        if (at + sizeof(T) <= warp.local.size())
            std::memcpy(&value, warp.local.at(at, lane), sizeof(T));
        return value;
    }
    const Region* region = warp.block.card.find(address);
    if (region != nullptr && region->holds(address, address, sizeof(T)))
        std::memcpy(&value, region->bytes + (address - region->begin), sizeof(T));
    return value;
}

std::string text_at(Warp& warp, std::uint64_t address, int lane) {
    std::string text;
    while (text.size() < 4096) {
        const char c = read_at<char>(warp, address + text.size(), lane);
        if (c == '\0')
            break;
        text += c;
    }
    return text;
}

std::uint64_t argument(const Warp& warp, const CallUse& use, std::size_t k, int lane) {
    std::uint64_t value = 0;
    if (k >= use.arguments.size())
        return 0;
    const ParameterSlot slot = use.arguments[k];
    std::memcpy(&value, warp.frame->slots + slot.slot + static_cast<std::size_t>(lane) * slot.bytes,
                std::min<std::size_t>(slot.bytes, 8));
    return value;
}

template <class T>
std::string print(const std::string& specification, T value) {
    char buffer[512];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    const int length = std::snprintf(buffer, sizeof buffer, specification.c_str(), value);
#pragma GCC diagnostic pop
    return length < 0 ? std::string() : std::string(buffer);
}

/// CUDA lays the arguments out like a struct: 4 or 8 bytes, each aligned to its size.
std::string format(Warp& warp, const std::string& text, std::uint64_t buffer, int lane) {
    std::string out;
    std::uint64_t at = 0;
    const auto take = [&](std::uint64_t bytes) {
        at = (at + bytes - 1) / bytes * bytes;
        const std::uint64_t here = buffer + at;
        at += bytes;
        return here;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const std::size_t end = text.find_first_of("diouxXeEfFgGaAcsp%", i + 1);
        if (end == std::string::npos)
            break;
        std::string specification = text.substr(i, end - i + 1);
        const bool wide = specification.find('l') != std::string::npos;
        std::erase_if(specification, [](char c) { return c == 'l' || c == 'h' || c == '*'; });
        const char kind = text[end];
        i = end;
        if (kind == '%') {
            out += '%';
        } else if (kind == 's') {
            out += print(specification,
                         text_at(warp, read_at<std::uint64_t>(warp, take(8), lane), lane).c_str());
        } else if (std::strchr("eEfFgGaA", kind) != nullptr) {
            out += print(specification, read_at<double>(warp, take(8), lane));
        } else if (kind == 'p') {
            out += fmt::format("0x{:x}", read_at<std::uint64_t>(warp, take(8), lane));
        } else if (wide) {
            specification.insert(specification.size() - 1, "ll");
            out += print(specification,
                         static_cast<long long>(read_at<std::int64_t>(warp, take(8), lane)));
        } else {
            out += print(specification, read_at<int>(warp, take(4), lane));
        }
    }
    return out;
}

} // namespace

void Warp::call_outside(const Step& step, const CallUse& use, int function, Mask on) {
    const ptx::Module& module = *block.card.program.module;
    const std::string name =
        function < 0 ? "" : module.functions[static_cast<std::size_t>(function)].name;
    const int leader = std::countr_zero(on);
    if (name == "vprintf") {
        for_lanes(on, [&](int lane) {
            const std::string text = text_at(*this, argument(*this, use, 0, lane), lane);
            block.printed.push_back(format(*this, text, argument(*this, use, 1, lane), lane));
            const std::int32_t count = 0;
            if (!use.results.empty())
                std::memcpy(frame->slots + use.results[0].slot +
                                static_cast<std::size_t>(lane) * use.results[0].bytes,
                            &count, std::min<std::size_t>(use.results[0].bytes, 4));
        });
        const Group group = groups.current;
        if (on == group.lanes)
            ++groups.current.pc;
        else
            resume({set_aside(on), &step});
        return;
    }
    if (Finding* found = block.note(FindingKind::Trap, false, *this, step.op.instruction, leader)) {
        if (name == "__assertfail")
            found->message = fmt::format("Lane {}: assertion '{}' failed at {}:{}.", leader,
                                         text_at(*this, argument(*this, use, 0, leader), leader),
                                         text_at(*this, argument(*this, use, 1, leader), leader),
                                         argument(*this, use, 2, leader));
        else if (name.empty())
            found->message =
                fmt::format("Lane {} calls an address at which no function is.", leader);
        else
            found->message =
                fmt::format("Lane {} calls '{}', which this module does not define.", leader, name);
    }
    block.stopped = true;
}

} // namespace lockstep::simt
