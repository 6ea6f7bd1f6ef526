// SPDX-License-Identifier: MIT
// A small catalogue, a machine, an experiment and made-up samples, for the tests of this folder.
#pragma once

#include "app/content/lesson.hpp"
#include "app/experiment/collect.hpp"
#include "app/experiment/sweep.hpp"

#include <functional>

namespace lockstep::testing_support {

protocol::Catalogue catalogue();

protocol::Machine machine(int cores = 2);

/// The speedup of multicore over f, on p workers.
content::Experiment shared_part();

/// Times of a point in ns; the serial baseline takes 1 ms unless told otherwise.
using TimeOf = std::function<double(const Point&)>;

double amdahl_time(const Point& point);

/// Rounds begin .. begin + count of every point, with a jitter of some thousandths that is the same
/// for both sides of a round (as a slow clock is) and a smaller one of each point's own.
void add_rounds(Run& run, int begin, int count, int flags, const TimeOf& time_of = amdahl_time);

/// A whole run: states, pilot, rounds, done.
void fill_run(Run& run, const TimeOf& time_of = amdahl_time);

/// A whole run whose multicore is a card: of each of its times 80 % are the kernel's, and the
/// copies take three times as long again.
Run card_run();

PlannedRun planned(const content::Experiment& experiment, const protocol::Machine& here,
                   Values sliders = {}, const content::Comparison* compare = nullptr,
                   const Run* previous = nullptr, const protocol::Catalogue& known = catalogue());

} // namespace lockstep::testing_support
