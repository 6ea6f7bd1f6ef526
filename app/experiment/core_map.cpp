// SPDX-License-Identifier: MIT
// Ordering cores, and finding the stretches of those that share something.
#include "app/experiment/core_map.hpp"

#include "sim/base/units.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace lockstep {

namespace {

using protocol::CacheInfo;
using protocol::CoreInfo;
using protocol::Layout;

/// Which of the level's caches a core uses for data, counted over the level's rows.
struct CacheOfLevel {
    int number = -1; ///< -1: not known
    double size_bytes = 0;
};

bool holds_data(const CacheInfo& cache) {
    return cache.kind != "instruction";
}

int first_cpu(const CoreInfo& core) {
    return core.cpus.empty() ? -1 : core.cpus.front();
}

CacheOfLevel cache_of(const Layout& layout, int level, const CoreInfo& core) {
    int number = 0;
    for (const CacheInfo& cache : layout.caches) {
        if (cache.level != level || !holds_data(cache))
            continue;
        for (const std::vector<int>& cpus : cache.cpus) {
            if (std::ranges::find(cpus, first_cpu(core)) != cpus.end())
                return {number, cache.size_bytes};
            ++number;
        }
    }
    return {};
}

/// Levels whose sharing is known, from the nearest.
std::set<int> known_levels(const Layout& layout) {
    std::set<int> levels;
    for (const CacheInfo& cache : layout.caches)
        if (holds_data(cache) && !cache.cpus.empty())
            levels.insert(cache.level);
    return levels;
}

/// A node may have several sockets, a socket several nodes: whichever is larger comes first.
std::vector<int> sort_key(const Layout& layout, const CoreInfo& core) {
    const bool nodes_within = layout.nodes.size() >= static_cast<std::size_t>(layout.packages);
    std::vector<int> key =
        nodes_within ? std::vector{core.package, core.node} : std::vector{core.node, core.package};
    const std::set<int> levels = known_levels(layout);
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        if (level == levels.rbegin())
            key.insert(key.end(), {cache_of(layout, *level, core).number, core.kind});
        else
            key.push_back(cache_of(layout, *level, core).number);
    }
    key.insert(key.end(), {core.kind, first_cpu(core)});
    return key;
}

std::vector<int> order_of(const Layout& layout) {
    std::vector<std::vector<int>> keys;
    for (const CoreInfo& core : layout.cores)
        keys.push_back(sort_key(layout, core));
    std::vector<int> order(layout.cores.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) {
        return keys[static_cast<std::size_t>(a)] < keys[static_cast<std::size_t>(b)];
    });
    return order;
}

/// Neighbours for which `number` is the same and not negative.
std::vector<CoreStretch> stretches(const Layout& layout, const std::vector<int>& order,
                                   const std::function<int(const CoreInfo&)>& number,
                                   const std::function<std::string(const CoreInfo&)>& words) {
    std::vector<CoreStretch> found;
    int before = -1;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const CoreInfo& core = layout.cores[static_cast<std::size_t>(order[place])];
        const int now = number(core), at = static_cast<int>(place);
        if (now >= 0 && now == before)
            found.back().last = at;
        else if (now >= 0)
            found.push_back({at, at, words(core)});
        before = now;
    }
    return found;
}

std::string kind_words(const protocol::CoreKind& kind) {
    std::string words = kind.name.empty() ? "cores" : kind.name + " cores";
    if (kind.max_ghz > 0)
        words += fmt::format(", up to {} GHz", format_number(kind.max_ghz, 3));
    return words;
}

const protocol::NodeInfo* node_of(const Layout& layout, const CoreInfo& core) {
    const auto node = std::ranges::find(layout.nodes, core.node, &protocol::NodeInfo::node);
    return node == layout.nodes.end() ? nullptr : &*node;
}

std::string memory_words(const Layout& layout, const CoreInfo& core) {
    const auto* const node = node_of(layout, core);
    std::string words = node && node->memory_gib > 0
                            ? fmt::format("{} GiB", format_number(node->memory_gib, 3))
                            : std::string("memory");
    return layout.nodes.size() > 1 ? fmt::format("node {}: {}", core.node, words) : words;
}

/// The last row in which something ends right before this place: the higher, the better to break.
int weight_of_break(const CoreMap& map, int place) {
    int weight = -1;
    for (std::size_t row = 0; row < map.rows.size(); ++row)
        for (const CoreStretch& stretch : map.rows[row].stretches)
            if (stretch.first == place)
                weight = static_cast<int>(row);
    return weight;
}

} // namespace

std::string cache_size_words(double bytes) {
    const double kib = bytes / 1024;
    return kib < 1024 ? format_number(kib, 3) + " KiB" : format_number(kib / 1024, 3) + " MiB";
}

CoreMap core_map_of(const Layout& layout) {
    CoreMap map;
    map.order = order_of(layout);
    const auto row = [&](std::string name, const auto& number, const auto& words) {
        CoreMapRow made{std::move(name), stretches(layout, map.order, number, words)};
        if (!made.stretches.empty())
            map.rows.push_back(std::move(made));
    };
    if (layout.kinds.size() > 1)
        map.kinds = stretches(
            layout, map.order, [](const CoreInfo& core) { return core.kind; },
            [&](const CoreInfo& core) {
                return kind_words(layout.kinds[static_cast<std::size_t>(core.kind)]);
            });
    for (const int level : known_levels(layout))
        row(
            fmt::format("L{}", level),
            [&](const CoreInfo& core) { return cache_of(layout, level, core).number; },
            [&](const CoreInfo& core) {
                return cache_size_words(cache_of(layout, level, core).size_bytes);
            });
    if (layout.packages > 1)
        row(
            "socket", [](const CoreInfo& core) { return core.package; },
            [](const CoreInfo& core) { return fmt::format("socket {}", core.package); });
    if (!layout.nodes.empty())
        row(
            "memory", [](const CoreInfo& core) { return core.node; },
            [&](const CoreInfo& core) { return memory_words(layout, core); });
    return map;
}

std::vector<int> core_map_lines(const CoreMap& map, int most) {
    const int cores = static_cast<int>(map.order.size());
    most = std::max(most, 1);
    std::vector<int> lines{0};
    while (cores - lines.back() > most) {
        const int from = lines.back();
        int best = from + most;
        // A line that is less than half full would cost more than a cut.
        for (int place = from + most; place >= from + (most + 1) / 2; --place)
            if (place > from && weight_of_break(map, place) > weight_of_break(map, best))
                best = place;
        lines.push_back(best);
    }
    return lines;
}

std::string core_words(const Layout& layout, int core) {
    if (core < 0 || core >= static_cast<int>(layout.cores.size()))
        return {};
    const CoreInfo& info = layout.cores[static_cast<std::size_t>(core)];
    std::string words = fmt::format("CPU {}", fmt::join(info.cpus, " and "));
    const auto kind = static_cast<std::size_t>(std::max(info.kind, 0));
    if (layout.kinds.size() > 1 && kind < layout.kinds.size())
        words += ", of the " + kind_words(layout.kinds[kind]);
    std::string parts;
    for (const int level : known_levels(layout))
        if (const CacheOfLevel cache = cache_of(layout, level, info); cache.number >= 0)
            parts += fmt::format("{}L{} {}", parts.empty() ? "" : ", ", level,
                                 cache_size_words(cache.size_bytes));
    if (layout.nodes.size() > 1)
        parts += fmt::format("{}node {}", parts.empty() ? "" : ", ", info.node);
    if (!parts.empty())
        words += ": " + parts;
    return info.usable ? words : words + "; Lockstep may not use it";
}

} // namespace lockstep
