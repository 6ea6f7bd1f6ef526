// SPDX-License-Identifier: MIT
// The pages of a passport, put together from its rows.
#include "app/cli/passport_pages.hpp"

#include "app/cli/terminal.hpp"
#include "app/experiment/passport_rows.hpp"
#include "app/experiment/roofline.hpp"
#include "sim/base/units.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <tuple>

namespace lockstep::cli {

using namespace protocol;

namespace {

using Rows = WordRows;

/// More CPUs than this are told in groups alone.
constexpr std::size_t most_in_matrix = 16;

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

std::string table_of(const Rows& rows) {
    return rows.empty() ? std::string() : table(rows);
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
    return table_of(cache_rows(layout));
}

std::string surroundings_page(const Passport& passport) {
    Rows rows = surroundings_rows(passport.surroundings);
    for (const auto& row : overhead_rows(passport.overheads))
        rows.push_back(row);
    return listing(rows);
}

std::string peak_page(const Passport& passport) {
    return table_of(peak_rows(passport));
}

std::string bandwidth_page(const Passport& passport) {
    if (passport.triads.empty())
        return {};
    return table(bandwidth_rows(passport)) +
           wrapped(bandwidth_words(passport), terminal_columns, 2);
}

std::string card_page(const GpuInfo& gpu) {
    if (!gpu.present)
        return gpu.name.empty() ? "" : "none: " + gpu.name + "\n";
    return listing(card_rows(gpu));
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
    std::string text = table(latency_rows(passport));
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
