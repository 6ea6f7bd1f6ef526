// SPDX-License-Identifier: MIT
// Work that is wrong on purpose, and whether the harness gives it a time.
#include "benchmarks/figure.hpp"
#include "tests/kernels/measure/mutants/mutants.hpp"

#include <fmt/format.h>
#include <map>

namespace lockstep::benchmarks {

static Result<Measured> measure() {
    int wrong = 0, caught = 0, honest = 0;
    std::map<std::string_view, int> by;
    std::string missed;
    for (const mutants::Mutant& mutant : mutants::wrong()) {
        if (!mutants::is_wrong_here(mutant))
            continue; // this compiler carries it out as it is written
        ++wrong;
        if (const auto check = mutants::caught_by(mutants::hunt(mutant))) {
            ++caught;
            ++by[mutants::name_of(*check)];
        } else {
            missed += fmt::format("; missed: {}", mutant.words);
        }
    }
    for (const mutants::Mutant& mutant : mutants::honest()) {
        const bool passes = !mutants::caught_by(mutants::hunt(mutant));
        honest += passes ? 1 : 0;
        if (!passes)
            missed += fmt::format("; taken for wrong: {}", mutant.words);
    }
    std::string checks;
    for (const auto& [check, count] : by)
        checks += fmt::format(", {} by {}", count, check);
    const bool all = caught == wrong && honest == static_cast<int>(mutants::honest().size());
    return Measured{100.0 * caught / wrong, all,
                    fmt::format("mutants caught {} of {}{}; {} of {} honest ones pass{}", caught,
                                wrong, checks, honest, mutants::honest().size(), missed)};
}

extern const Figure mutants_caught{
    "mutants caught", "all", "%", &measure,
    "known: the two benchmark libraries in wide use catch none of them"};

} // namespace lockstep::benchmarks
