// SPDX-License-Identifier: MIT
// The pages about the processor and the memory; the card's stands in card_page.cpp.
#include "app/cli/passport_pages.hpp"

#include "app/cli/terminal.hpp"
#include "app/experiment/latency_groups.hpp"
#include "app/experiment/roofline.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>
#include <tuple>

namespace lockstep::cli {

using namespace protocol;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// More CPUs than this are told in groups alone.
constexpr std::size_t most_in_matrix = 16;

std::string size_words(double bytes) {
    const double kib = bytes / 1024;
    return kib < 1024 ? format_number(kib, 3) + " KiB" : format_number(kib / 1024, 3) + " MiB";
}

std::string rate_words(double value, std::string_view unit) {
    return value > 0 ? fmt::format("{} {}", format_number(value, 3), unit) : "–";
}

std::string core_words(const CoreInfo& core) {
    const std::string cpus = fmt::format("{}", fmt::join(core.cpus, "+"));
    return core.usable ? cpus : "(" + cpus + ")";
}

/// "socket 0, node 1", as far as there are several of them.
std::string place_words(const Layout& layout, const CoreInfo& core) {
    const CoreKind& kind = layout.kinds[static_cast<std::size_t>(core.kind)];
    std::string words = fmt::format("socket {}", core.package);
    if (layout.nodes.size() > 1)
        words += fmt::format(", node {}", core.node);
    if (!kind.name.empty())
        words += fmt::format(", {} cores", kind.name);
    if (kind.max_ghz > 0)
        words += fmt::format(", up to {} GHz", format_number(kind.max_ghz, 3));
    return words;
}

} // namespace

std::string core_map(const Layout& layout) {
    using Place = std::tuple<int, int, int>;
    std::map<Place, std::vector<std::string>> cores;
    std::map<Place, std::string> words;
    for (const CoreInfo& core : layout.cores) {
        const Place place{core.package, core.node, core.kind};
        cores[place].push_back(core_words(core));
        words.emplace(place, place_words(layout, core));
    }
    Rows rows;
    for (const auto& [place, cpus] : cores)
        rows.push_back({words[place], fmt::format("CPU {}", fmt::join(cpus, " "))});
    if (layout.nodes.size() > 1)
        for (const NodeInfo& node : layout.nodes)
            rows.push_back({fmt::format("node {}", node.node),
                            fmt::format("{} GiB", format_number(node.memory_gib, 3))});
    return listing(rows);
}

std::string cache_page(const Layout& layout) {
    if (layout.caches.empty())
        return {};
    Rows rows{{"cache", "size", "line", "ways", "there are", "shared by"}};
    for (const CacheInfo& cache : layout.caches) {
        const bool known = !cache.cpus.empty();
        rows.push_back(
            {fmt::format("L{} {}", cache.level, cache.kind), size_words(cache.size_bytes),
             cache.line_bytes > 0 ? fmt::format("{} B", cache.line_bytes) : "–",
             cache.ways > 0 ? fmt::format("{}", cache.ways) : "–",
             known ? fmt::format("{}", cache.count) : "–",
             known ? fmt::format("{} CPU{}", cache.shared_by, cache.shared_by == 1 ? "" : "s")
                   : "–"});
    }
    return table(rows);
}

std::string surroundings_page(const Passport& passport) {
    const Surroundings& around = passport.surroundings;
    Rows rows{{"virtual machine", around.hypervisor.empty() ? "no" : around.hypervisor},
              {"governor", around.governor},
              {"affinity", "CPU " + around.affinity},
              {"counters", around.counters}};
    const Overheads& cost = passport.overheads;
    const auto add = [&](const char* name, double ns, const std::string& words) {
        if (ns > 0)
            rows.push_back({name, format_time_ns(ns) + words});
    };
    add("timer", cost.timer_ns,
        fmt::format(" a reading, in steps of {}", format_time_ns(cost.timer_tick_ns)));
    add("thread start", cost.thread_start_ns, " until its first instruction");
    add("barrier", cost.barrier_ns, fmt::format(" for {} spinning threads", cost.barrier_workers));
    add("oneTBB task", cost.task_ns, " for an empty one, by one thread");
    if (cost.noise > 0)
        rows.push_back({"noise", format_percent(cost.noise) + " between equal runs"});
    return listing(rows);
}

std::string peak_page(const Passport& passport) {
    if (passport.peaks.empty())
        return {};
    const std::string all = fmt::format("{}", passport.peaks.front().workers);
    Rows rows{
        {"Gflop/s", "lanes", "fused", "f32 by 1", "f64 by 1", "f32 by " + all, "f64 by " + all}};
    if (passport.peaks.front().workers == 1)
        rows.front().resize(5);
    for (const PeakFlops& peak : passport.peaks) {
        std::vector<std::string> row{peak.target, fmt::format("{}", peak.lanes_f32),
                                     peak.fused ? "yes" : "no"};
        for (const double value : {peak.f32_one, peak.f64_one, peak.f32_all, peak.f64_all})
            row.push_back(value > 0 ? format_number(value, 3) : "–");
        row.resize(rows.front().size());
        rows.push_back(std::move(row));
    }
    return table(rows);
}

std::string bandwidth_page(const Passport& passport) {
    if (passport.triads.empty())
        return {};
    std::set<int> workers;
    std::vector<std::string> levels;
    for (const TriadRate& rate : passport.triads) {
        workers.insert(rate.workers);
        if (std::ranges::find(levels, rate.level) == levels.end())
            levels.push_back(rate.level);
    }
    Rows rows{{"GB/s"}};
    for (const int p : workers)
        rows.front().push_back(fmt::format("{} worker{}", p, p == 1 ? "" : "s"));
    for (const std::string& level : levels) {
        std::vector<std::string> row{level};
        for (const int p : workers) {
            const auto rate = std::ranges::find_if(passport.triads, [&](const TriadRate& triad) {
                return triad.level == level && triad.workers == p;
            });
            const bool known = rate != passport.triads.end() && rate->gb_s > 0;
            row.push_back(known ? format_number(rate->gb_s, 3) : "–");
        }
        rows.push_back(std::move(row));
    }
    return table(rows);
}

std::string roofline_page(const Passport& passport) {
    const auto words = [](const std::optional<Roofline>& roof, const std::string& who) {
        if (!roof)
            return std::string();
        return wrapped(fmt::format("{}: {} against {}. A kernel that does fewer than {} flops for "
                                   "each byte that it moves is held up by memory.",
                                   who, rate_words(roof->peak_gflops, "Gflop/s"),
                                   rate_words(roof->memory_gb_s, "GB/s"),
                                   format_number(roof->ridge(), 2)),
                       terminal_columns, 2);
    };
    const auto all = roofline_of_all(passport);
    std::string text = words(roofline_of_one(passport), "One core");
    if (all && all->workers > 1)
        text += words(all, fmt::format("{} workers", all->workers));
    return text;
}

std::string latency_page(const Passport& passport) {
    const CoreLatencies& latencies = passport.latencies;
    if (latencies.measured == 0)
        return {};
    Rows groups{{"ns", "pairs", "least", "median", "most"}};
    for (const LatencyGroup& group : latency_groups(passport.layout, latencies))
        groups.push_back({group.words, fmt::format("{}", group.pairs),
                          format_number(group.low_ns, 3), format_number(group.median_ns, 3),
                          format_number(group.high_ns, 3)});
    std::string text = table(groups);
    if (latencies.cpus.size() > most_in_matrix)
        return text + "Each pair stands in lockstep passport --json.\n";
    Rows rows{{"CPU"}};
    for (const int cpu : latencies.cpus)
        rows.front().push_back(fmt::format("{}", cpu));
    rows.front().pop_back(); // the last column would be empty
    for (std::size_t i = 1; i < latencies.cpus.size(); ++i) {
        std::vector<std::string> row{fmt::format("{}", latencies.cpus[i])};
        for (const double ns : latencies.ns[i])
            row.push_back(std::isnan(ns) ? "–" : format_number(ns, 3));
        row.resize(rows.front().size());
        rows.push_back(std::move(row));
    }
    return text + "\n" + table(rows);
}

std::string passport_pages(const Passport& passport) {
    std::string text;
    const auto add = [&](std::string_view heading, const std::string& page) {
        if (!page.empty())
            text += fmt::format("\n{}\n{}", heading, page);
    };
    add("Cores (those in brackets may not be used)", core_map(passport.layout));
    add("Caches", cache_page(passport.layout));
    add("Surroundings", surroundings_page(passport));
    add("Peak: multiply and add in registers, by one worker and by all", peak_page(passport));
    add("Bandwidth: the triad a = b + s c of doubles, 24 bytes an element",
        bandwidth_page(passport));
    add("Roofline", roofline_page(passport));
    add("Latency: a cache line from one core to another", latency_page(passport));
    add("Graphics card", card_page(passport.gpu));
    std::string remarks;
    for (const std::string& remark : passport.remarks)
        remarks += wrapped(remark, terminal_columns, 2);
    add("Remarks", remarks);
    return text;
}

} // namespace lockstep::cli
