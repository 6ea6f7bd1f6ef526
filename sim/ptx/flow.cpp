// SPDX-License-Identifier: MIT
// Post-dominators by the iteration of Cooper, Harvey and Kennedy (2001, A simple, fast dominance
// algorithm), run from the end of the function against the edges.
#include "sim/ptx/flow.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace lockstep::ptx {

namespace {

/// What may be executed after instruction i.
std::vector<int> followers(const Function& function, int i) {
    const auto exit = static_cast<int>(function.instructions.size());
    const Instruction& instruction = function.instructions[static_cast<std::size_t>(i)];
    const std::string_view opcode = instruction.opcode();
    std::vector<int> next;
    if (opcode == "bra")
        next = {instruction.operands.front().index};
    else if (opcode == "brx")
        next = function.tables[static_cast<std::size_t>(instruction.operands.back().index)].targets;
    else if (opcode == "ret" || opcode == "exit" || opcode == "trap")
        next = {exit};
    if (next.empty() || instruction.guard.reg >= 0)
        next.push_back(i + 1);
    return next;
}

bool ends_block(const Instruction& instruction) {
    static constexpr std::string_view enders[] = {"bra", "brx", "ret", "exit", "trap"};
    return std::ranges::find(enders, instruction.opcode()) != std::end(enders);
}

/// Blocks are numbered in the order of the text; the number behind the last is the exit.
struct Graph {
    std::vector<int> first; ///< instruction of each block, and of the exit
    std::vector<std::vector<int>> next, before;

    int exit() const { return static_cast<int>(first.size()) - 1; }
    void connect(int from, int to) {
        next[static_cast<std::size_t>(from)].push_back(to);
        before[static_cast<std::size_t>(to)].push_back(from);
    }
};

std::vector<char> find_leaders(const Function& function) {
    const std::size_t count = function.instructions.size();
    std::vector<char> leads(count + 1, 0);
    leads.front() = leads.back() = 1;
    for (std::size_t i = 0; i < count; ++i) {
        if (!ends_block(function.instructions[i]))
            continue;
        leads[i + 1] = 1;
        for (const int target : followers(function, static_cast<int>(i)))
            leads[static_cast<std::size_t>(target)] = 1;
    }
    return leads;
}

/// `block_of` gets the number of each instruction's block.
Graph make_graph(const Function& function, std::vector<int>& block_of) {
    const std::vector<char> leads = find_leaders(function);
    Graph graph;
    for (std::size_t i = 0; i < leads.size(); ++i) {
        if (leads[i])
            graph.first.push_back(static_cast<int>(i));
        block_of.push_back(static_cast<int>(graph.first.size()) - 1);
    }
    graph.next.resize(graph.first.size());
    graph.before.resize(graph.first.size());
    for (int block = 0; block < graph.exit(); ++block) {
        const int last = graph.first[static_cast<std::size_t>(block) + 1] - 1;
        for (const int target : followers(function, last))
            graph.connect(block, block_of[static_cast<std::size_t>(target)]);
    }
    return graph;
}

/// Blocks that `edges` lead to from `start`, other than those that are marked, each behind all that
/// it leads to; they are marked.
std::vector<int> postorder(const std::vector<std::vector<int>>& edges, int start,
                           std::vector<char>& marked) {
    struct Visit {
        int block;
        std::size_t edge = 0;
    };
    std::vector<int> order;
    if (std::exchange(marked[static_cast<std::size_t>(start)], 1))
        return order;
    std::vector<Visit> path{{start}};
    while (!path.empty()) {
        Visit& visit = path.back();
        const std::vector<int>& out = edges[static_cast<std::size_t>(visit.block)];
        if (visit.edge == out.size()) {
            order.push_back(visit.block);
            path.pop_back();
            continue;
        }
        const int to = out[visit.edge++];
        if (!std::exchange(marked[static_cast<std::size_t>(to)], 1))
            path.push_back({to});
    }
    return order;
}

/// Gives every loop that cannot be left an edge to the exit, from its last block. Of the blocks
/// from which the exit is not reached, the one that is finished last against the edges lies in a
/// loop that nothing leads out of (Kosaraju); its ways are that loop.
void open_endless_loops(Graph& graph) {
    std::vector<char> reaches(graph.first.size(), 0);
    postorder(graph.before, graph.exit(), reaches);
    std::vector<char> marked = reaches, in_loop(graph.first.size(), 0);
    std::vector<int> order;
    for (int block = 0; block < graph.exit(); ++block)
        std::ranges::copy(postorder(graph.before, block, marked), std::back_inserter(order));
    for (auto block = order.rbegin(); block != order.rend(); ++block) {
        if (reaches[static_cast<std::size_t>(*block)])
            continue;
        const int last = std::ranges::max(postorder(graph.next, *block, in_loop));
        graph.connect(last, graph.exit());
        postorder(graph.before, last, reaches);
    }
}

/// For each block the nearest one that every way to the exit passes.
std::vector<int> post_dominators(const Graph& graph) {
    std::vector<char> marked(graph.first.size(), 0);
    const std::vector<int> order = postorder(graph.before, graph.exit(), marked);
    std::vector<int> number(graph.first.size(), -1), dominator(graph.first.size(), -1);
    for (std::size_t i = 0; i < order.size(); ++i)
        number[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    const auto at = [](std::vector<int>& values, int block) -> int& {
        return values[static_cast<std::size_t>(block)];
    };
    const auto meet = [&](int a, int b) {
        while (a != b) {
            int& lower = at(number, a) < at(number, b) ? a : b;
            lower = at(dominator, lower);
        }
        return a;
    };
    at(dominator, graph.exit()) = graph.exit();
    for (bool changed = true; changed;) {
        changed = false;
        for (auto block = order.rbegin() + 1; block != order.rend(); ++block) {
            int found = -1;
            for (const int next : graph.next[static_cast<std::size_t>(*block)])
                if (at(dominator, next) >= 0)
                    found = found < 0 ? next : meet(found, next);
            changed |= std::exchange(at(dominator, *block), found) != found;
        }
    }
    return dominator;
}

} // namespace

Flow find_flow(const Function& function) {
    Flow flow;
    flow.exit = static_cast<int>(function.instructions.size());
    std::vector<int> block_of;
    Graph graph = make_graph(function, block_of);
    open_endless_loops(graph);
    const std::vector<int> dominator = post_dominators(graph);
    for (int i = 0; i < flow.exit; ++i) {
        const auto block = static_cast<std::size_t>(block_of[static_cast<std::size_t>(i)]);
        const bool last = graph.first[block + 1] == i + 1;
        flow.block_of.push_back(graph.first[block]);
        flow.meets_at.push_back(last ? graph.first[static_cast<std::size_t>(dominator[block])]
                                     : i + 1);
    }
    return flow;
}

} // namespace lockstep::ptx
