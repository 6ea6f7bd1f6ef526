// SPDX-License-Identifier: MIT
// Prints each figure beside the bound that it has to keep. lockstep_benchmarks [NAME...]: only
// those whose name contains one of the words.
#include "benchmarks/figure.hpp"
#include "kernels/measure/machine.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

using namespace lockstep;
using namespace lockstep::benchmarks;

static bool wanted(const Figure& figure, const std::vector<std::string>& words) {
    return words.empty() || std::ranges::any_of(words, [&](const std::string& word) {
               return figure.name.find(word) != std::string_view::npos;
           });
}

/// Whether the bound holds.
static bool print(const Figure& figure) {
    const auto measured = figure.measure();
    if (!measured) {
        fmt::print("{:<34} {:<12} {}\n", figure.name, figure.bound, measured.error().text());
        return false;
    }
    fmt::print("{:<34} {:<12} {:>9.4g} {:<4} {:<11} {}\n", figure.name, figure.bound,
               measured->value, figure.unit, measured->reached ? "reached" : "NOT REACHED",
               measured->note);
    if (!figure.known.empty())
        fmt::print("{:<34} {}\n", "", figure.known);
    return measured->reached;
}

int main(int count, char** values) {
    const std::vector<std::string> words(values + 1, values + count);
    const auto machine = machine_facts();
    fmt::print("{}, {}. These figures want a machine that does nothing else.\n\n", machine.name,
               machine.cpu);
    int missed = 0;
    for (const Figure* const figure : all_figures())
        if (wanted(*figure, words)) {
            missed += print(*figure) ? 0 : 1;
            std::fflush(stdout);
        }
    return missed == 0 ? 0 : 1;
}
