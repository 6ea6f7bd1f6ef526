// SPDX-License-Identifier: MIT
// A workload that is only known here: a chain of steps from an input's own start, in variants that
// do what they say and in variants that cheat.
#pragma once

#include "kernels/measure/side.hpp"

#include <oneapi/tbb/parallel_for.h>

namespace lockstep::toys {

struct Toy : Problem {
    std::int64_t steps = 0;
    mutable int calls = 0;
    bool waits = false;
    bool is_waiting() const override { return waits; }
};

inline std::uint64_t start(int input) {
    return 1000u + static_cast<std::uint64_t>(input);
}

inline std::uint64_t honest(const Toy& toy, Context& context) {
    ++toy.calls;
    return chain(start(context.input), toy.steps);
}

inline std::uint64_t off_by_one(const Toy& toy, Context& context) {
    return honest(toy, context) + 1;
}

/// Does the work for the first input and gives that answer for every other, too.
inline std::uint64_t first_input_only(const Toy& toy, Context&) {
    return chain(start(0), toy.steps);
}

/// Works in every fourth call alone: what a compiler does that hoists the call out of the loop.
inline std::uint64_t last_only(const Toy& toy, Context& context) {
    return context.input == input_count - 1 ? honest(toy, context) : 0;
}

/// Works hard in the first repetition of a batch, which it knows by the empty record, and hardly at
/// all in the others.
inline std::uint64_t first_call_only(const Toy& toy, Context& context) {
    if (context.record->totals(1).lanes_offered == 0)
        context.record->lanes(static_cast<double>(chain(1, 3'000'000) % 2), 2);
    return chain(start(context.input), toy.steps);
}

/// Everybody walks the whole chain, and stamps it; worker 0's answer counts.
inline std::uint64_t by_team(const Toy& toy, Context& context) {
    std::uint64_t result = 0;
    context.team->run([&](int worker) {
        const Stamp stamp(*context.record, worker, 0, worker);
        const std::uint64_t x = chain(start(context.input), toy.steps);
        if (worker == 0)
            result = x;
    });
    return result;
}

inline std::uint64_t by_arena(const Toy& toy, Context& context) {
    std::vector<std::uint64_t> results(static_cast<std::size_t>(context.workers));
    tbb::parallel_for(std::size_t{0}, results.size(), [&](std::size_t i) {
        const int worker = tbb::this_task_arena::current_thread_index();
        const Stamp stamp(*context.record, worker, 0, static_cast<int>(i));
        results[i] = chain(start(context.input), toy.steps);
    });
    return results[0];
}

inline LaunchPlan on_card(const Toy&, int) {
    return {};
}

inline constexpr Parameter parameters[] = {
    {"steps", "length of the chain", "steps", 1, 1e9, 50000, Scale::Log, true}};

inline Result<std::unique_ptr<Problem>> create(const Values& values) {
    auto toy = std::make_unique<Toy>();
    toy->steps = static_cast<std::int64_t>(value_of(values, "steps", 50000));
    if (toy->steps == 13)
        return fail("toy: steps", "13 is bad luck.", "Take another number.");
    return toy;
}

inline double steps_of(const Values& values) {
    return value_of(values, "steps", 0);
}

inline constexpr Workload workload{"toy",   "A toy",   "One chain.", "step",   parameters,
                                   &create, &steps_of, &steps_of,    &steps_of};

template <auto f>
constexpr Variant variant(std::string_view name, Crew crew) {
    return {"toy", name, crew, &ErasedRun<f>::run, nullptr, "A sentence.", "f", "toys.hpp"};
}

inline constexpr Variant serial = variant<&honest>("serial", Crew::One);
inline constexpr Variant wrong = variant<&off_by_one>("wrong", Crew::One);
inline constexpr Variant same_answer = variant<&first_input_only>("same_answer", Crew::One);
inline constexpr Variant lazy = variant<&last_only>("lazy", Crew::One);
inline constexpr Variant front_loaded = variant<&first_call_only>("front_loaded", Crew::One);
inline constexpr Variant team = variant<&by_team>("team", Crew::Team);
inline constexpr Variant threads = variant<&by_team>("threads", Crew::Threads);
inline constexpr Variant arena = variant<&by_arena>("arena", Crew::Arena);
inline constexpr Variant card{"toy",     "cuda_1", Crew::Card, nullptr, &ErasedPlan<&on_card>::plan,
                              "A card.", "f",      "toys.cu"};

inline SideRequest side(const Variant& variant, int point = 0, double steps = 50000, int p = 1) {
    return {
        point, &workload, &variant, serial.run, {{"steps", steps}, {"p", static_cast<double>(p)}}};
}

inline Result<std::unique_ptr<Runner>> no_card(const Variant&, const Problem&) {
    return fail("", "no NVIDIA driver found");
}

} // namespace lockstep::toys
