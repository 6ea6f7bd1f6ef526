// SPDX-License-Identifier: MIT
// The simulated series of an experiment, read.
#include "app/content/simulated.hpp"

#include "sim/simt/counters.hpp"

namespace lockstep::content {

std::optional<SimulatedSeries> read_simulated(Keys& experiment) {
    const Tree* table = experiment.table("simulated");
    if (!table)
        return std::nullopt;
    Keys keys = experiment.inside(*table, "simulated");
    SimulatedSeries simulated;
    simulated.variants = keys.texts("variants");
    simulated.of = keys.needed_text("of");
    simulated.per = keys.text("per");
    simulated.words = keys.text("words");
    simulated.baseline = keys.text("baseline");
    simulated.set = keys.values("set");
    keys.done();
    return simulated;
}

std::vector<std::string> counter_names() {
    std::vector<std::string> names;
    for (const simt::CounterInfo& counter : simt::counter_list())
        names.emplace_back(counter.name);
    names.emplace_back("lane_efficiency");
    return names;
}

} // namespace lockstep::content
