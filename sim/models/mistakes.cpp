// SPDX-License-Identifier: MIT
// Seven ways of measuring a piece of work, six of them with one mistake: what each would claim, in
// times of what the work takes. Which one it is, is a number.
#include "sim/models/model.hpp"

#include <cmath>

namespace lockstep::models {

static constexpr ModelParameter parameters[] = {
    {"way",
     "way of measuring: 0 correctly, 1 no warm-up, 2 optimised away, 3 one sample, "
     "4 coarse clock, 5 a redraw, 6 the mean",
     "", 0, 6, 0},
    {"work_us", "length of the work", "us", 1, 1e6, 3000},
    {"share", "what another program wants of the core", "", 0, 0.9, 0.1},
    {"pages", "pages that the work writes to", "", 0, 1e6, 256},
    {"fault_us", "what the first touch of a page costs", "us", 0, 100, 2},
    {"tick_us", "step of the coarse clock", "us", 0.001, 1e6, 10000},
};

static double value(const Values& values) {
    const double work = read(parameters, values, "work_us");
    const double tick = read(parameters, values, "tick_us");
    switch (static_cast<int>(read(parameters, values, "way"))) {
    case 1:
        return 1 + read(parameters, values, "pages") * read(parameters, values, "fault_us") / work;
    case 2:
        return 0;
    // Most samples of a clock that is too coarse show the nearest whole number of its steps.
    case 4:
        return tick * std::round(work / tick) / work;
    // A fair scheduler halves a core between two that want all of it.
    case 5:
        return 2;
    case 6:
        return 1 / (1 - read(parameters, values, "share"));
    default:
        return 1;
    }
}

extern const Model mistakes_model{
    .name = "mistakes",
    .title = "What each mistake claims",
    .formula = R"(c = 1 + \frac{n_\text{pages}\,t_\text{fault}}{T},\ 0,\ 1,\ )"
               R"(\frac{d}{T}\left\lfloor\frac{T}{d}+\frac{1}{2}\right\rfloor,\ 2,\ \frac{1}{1-s})",
    .source = "Reasoning: page faults, a fair scheduler, the median of readings of a clock with "
              "step d, and the mean time of a work from which a share s of the core is taken",
    .sentence = "One mistake adds what is not part of the work, another leaves out what is, and "
                "none is healed by repeating it.",
    .quantity = "claimed",
    .parameters = parameters,
    .value = value,
    .limit = nullptr,
};

} // namespace lockstep::models
