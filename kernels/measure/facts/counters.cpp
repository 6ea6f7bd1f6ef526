// SPDX-License-Identifier: MIT
// Tries perf_event_open(2).
#include "kernels/measure/facts/counters.hpp"

#include "kernels/measure/facts/cpuinfo.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace lockstep {
namespace {

constexpr std::array<std::pair<std::uint64_t, const char*>, 4> kinds{
    {{PERF_COUNT_HW_CPU_CYCLES, "cycles"},
     {PERF_COUNT_HW_INSTRUCTIONS, "instructions"},
     {PERF_COUNT_HW_CACHE_MISSES, "cache misses"},
     {PERF_COUNT_HW_BRANCH_MISSES, "branch misses"}}};

/// 0, or the errno.
int try_counter(std::uint64_t kind) {
    perf_event_attr wanted{};
    wanted.type = PERF_TYPE_HARDWARE;
    wanted.size = sizeof wanted;
    wanted.config = kind;
    wanted.disabled = 1;
    wanted.exclude_kernel = 1;
    wanted.exclude_hv = 1;
    const long opened = syscall(SYS_perf_event_open, &wanted, 0, -1, -1, 0);
    if (opened < 0) return errno;
    close(static_cast<int>(opened));
    return 0;
}

} // namespace

HardwareCounters hardware_counters() {
    std::string words;
    int first_error = 0;
    for (const auto& [kind, name] : kinds) {
        const int error = try_counter(kind);
        if (error == 0)
            words += (words.empty() ? "" : ", ") + std::string(name);
        else if (first_error == 0)
            first_error = error;
    }
    if (!words.empty()) return {true, words};
    const std::string paranoid = first_line_of("/proc/sys/kernel/perf_event_paranoid");
    return {false,
            why_no_counters(first_error, paranoid.empty() ? -1 : std::atoi(paranoid.c_str()))};
}

std::string why_no_counters(int error, int paranoid) {
    switch (error) {
    case ENOENT:
    case ENODEV:
    case EOPNOTSUPP:
        return "none: the processor shows no counters, as is usual in virtual machines";
    case ENOSYS:
        return "none: this kernel was built without perf events";
    case EACCES:
    case EPERM:
        if (paranoid > 2)
            return fmt::format("none: kernel.perf_event_paranoid is {}, which forbids them to all "
                               "but the administrator",
                               paranoid);
        return "none: this container or its security rules forbid them";
    default:
        return fmt::format("none: {}", std::strerror(error));
    }
}

} // namespace lockstep
