// SPDX-License-Identifier: MIT
// Where the workers, one after the other, fill up what cores share.
#include "kernels/measure/probes/triad_counts.hpp"

#include "kernels/measure/probes/pauses.hpp"

#include <algorithm>
#include <set>

namespace lockstep {
namespace {

/// No machine has the time for more.
constexpr std::size_t most_between = 64;

/// For each core that may be used, how many workers there are when it gets its first.
class Filling {
  public:
    Filling(const protocol::Layout& layout, std::span<const int> cpus) : m_layout(layout) {
        for (const protocol::CoreInfo& core : layout.cores) {
            const auto first = std::ranges::find_if(cpus, [&](int cpu) {
                return std::ranges::find(core.cpus, cpu) != core.cpus.end();
            });
            m_workers.push_back(first == cpus.end() ? 0
                                                    : static_cast<int>(first - cpus.begin()) + 1);
        }
    }

    /// Workers with which all cores of a group have one; 0 for a group of less than two cores.
    template <class Belongs>
    int full(const Belongs& belongs) const {
        int cores = 0, last = 0;
        for (std::size_t i = 0; i < m_workers.size(); ++i) {
            if (m_workers[i] == 0 || !belongs(m_layout.cores[i])) continue;
            ++cores;
            last = std::max(last, m_workers[i]);
        }
        return cores < 2 ? 0 : last;
    }

  private:
    const protocol::Layout& m_layout;
    std::vector<int> m_workers;
};

bool lies_under(const protocol::CoreInfo& core, const std::vector<int>& cpus) {
    return std::ranges::any_of(core.cpus,
                               [&](int cpu) { return std::ranges::find(cpus, cpu) != cpus.end(); });
}

/// Adds those wanted, always the one that is furthest, in ratios, from all that are there.
void add_spread(std::vector<int>& counts, std::set<int> wanted, std::size_t most) {
    for (const int there : counts)
        wanted.erase(there);
    const auto nearest = [&](int count) {
        double least = 1e9;
        for (const int there : counts)
            least = std::min(least, std::max(count, there) / double(std::min(count, there)));
        return least;
    };
    for (std::size_t added = 0; added < most && !wanted.empty(); ++added) {
        const int next = *std::ranges::max_element(wanted, {}, nearest);
        wanted.erase(next);
        counts.push_back(next);
    }
}

} // namespace

TriadCounts triad_counts(const protocol::Layout& layout, std::span<const int> cpus, int workers) {
    const Filling filling(layout, cpus);
    TriadCounts counts{{1}, {}};
    const auto add = [&](std::set<int> wanted) {
        std::erase_if(wanted, [&](int count) { return count < 1 || count > workers; });
        add_spread(counts.telling, std::move(wanted), layout.cores.size() + cpus.size() + 1);
    };
    add({workers});
    add({2});
    add({filling.full([](const auto&) { return true; })});
    std::set<int> classes, nodes;
    for (std::size_t kind = 0; kind < layout.kinds.size(); ++kind)
        classes.insert(
            filling.full([&](const auto& core) { return core.kind == static_cast<int>(kind); }));
    add(std::move(classes));
    for (const protocol::NodeInfo& node : layout.nodes)
        nodes.insert(filling.full([&](const auto& core) { return core.node == node.node; }));
    add(std::move(nodes));
    for (auto cache = layout.caches.rbegin(); cache != layout.caches.rend(); ++cache) {
        std::set<int> full;
        if (cache->kind != "instruction")
            for (const std::vector<int>& sharers : cache->cpus)
                full.insert(
                    filling.full([&](const auto& core) { return lies_under(core, sharers); }));
        add(std::move(full));
    }
    std::vector<int> all = counts.telling;
    for (const int count : doubling_up_to(workers))
        if (std::ranges::find(all, count) == all.end()) all.push_back(count);
    std::set<int> every;
    for (int count = 1; count <= workers; ++count)
        every.insert(count);
    const std::size_t most = counts.telling.size() + most_between;
    add_spread(all, std::move(every), most > all.size() ? most - all.size() : 0);
    counts.between.assign(all.begin() + static_cast<std::ptrdiff_t>(counts.telling.size()),
                          all.end());
    return counts;
}

} // namespace lockstep
