// SPDX-License-Identifier: MIT
#include "tests/gpu/settings.hpp"

#include "kernels/bench/catalogue.hpp"
#include "sim/base/assert.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::on_card {

std::vector<Values> compared_settings(std::string_view workload) {
    if (workload == "divergence")
        return {{{"lanes", 33}, {"leave", 5}, {"paths", 3}, {"length", 9}},
                {{"lanes", 1024}, {"group", 32}, {"leave", 31}, {"paths", 32}, {"length", 33}},
                {{"lanes", 777}, {"order", 2}, {"paths", 32}, {"length", 64}}};
    if (workload == "mandelbrot")
        return {{{"size", 33}}, {{"size", 128}}, {{"size", 100}, {"iterations", 1000}}};
    if (workload == "transpose")
        return {{{"n", 65}}, {{"n", 256}, {"pad", 0}}, {{"n", 500}, {"pad", 7}}};
    if (workload == "reduction")
        return {{{"n", 1}}, {{"n", 1025}}, {{"n", 200'000}}};
    if (workload == "gather")
        return {{{"loads", 1025}, {"array", 64}},
                {{"loads", 20'000}, {"stride", 8}, {"array", 1024}},
                {{"loads", 20'000}, {"stride", 3}, {"offset", 5}, {"order", 1}, {"array", 1024}}};
    if (workload == "pointer_chase")
        return {{{"chains", 33}, {"loads", 2000}, {"buffer", 64}},
                {{"chains", 1}, {"loads", 3000}, {"buffer", 1024}},
                {{"chains", 500}, {"loads", 30'000}, {"buffer", 1024}, {"block", 96}}};
    if (workload == "launch_shape")
        return {{{"items", 1025}, {"block", 33}},
                {{"items", 100'000}, {"block", 256}, {"grid", 7}},
                {{"items", 5000}, {"block", 1}, {"grid", 3}}};
    return {{}};
}

Values timed_settings(std::string_view workload) {
    return workload == "divergence" ? Values{{"group", 32}} : Values();
}

Values divergence_settings(int paths, int blocks) {
    LOCKSTEP_ASSERT(paths >= 1 && paths <= 32 && 32 % paths == 0,
                    "The paths divide the lanes of a warp evenly.");
    // 32 / paths lanes stay on the first path, the rest is dealt in turn to the others.
    return {{"group", 32},
            {"leave", 32 - 32 / paths},
            {"paths", std::max(2, paths)},
            {"length", 256},
            {"lanes", 128 * blocks}};
}

std::vector<const Variant*> card_variants() {
    std::vector<const Variant*> list;
    for (const Variant* const variant : all_variants())
        if (variant->crew == Crew::Card)
            list.push_back(variant);
    std::ranges::sort(list, {}, [](const Variant* variant) { return name_of(*variant); });
    return list;
}

SideRequest side_of(const Variant& variant, const Values& settings) {
    const auto side =
        bench::find_point({0, std::string(variant.workload), std::string(variant.name), settings});
    LOCKSTEP_ASSERT(side.has_value(), "The settings of this file are possible.");
    return *side;
}

std::string name_of(const Variant& variant) {
    return std::string(variant.workload) + "/" + std::string(variant.name);
}

std::string words_of(const Values& settings) {
    std::string words;
    for (const auto& [name, value] : settings)
        words += fmt::format("{}{}={}", words.empty() ? "" : ", ", name, value);
    return words.empty() ? "defaults" : words;
}

} // namespace lockstep::on_card
