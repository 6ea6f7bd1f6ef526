// SPDX-License-Identifier: MIT
// A session in every state that a lesson goes through, made up without a bench: for tests of pages
// and views, and for the gallery. The figures obey Amdahl's law with a little loss.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/session.hpp"

namespace lockstep::demo {

/// One lesson, "amdahl", with the experiments main (over f) and workers (over p, doubling, with a
/// zone beyond this machine), a curve to guess ("curve") and a run block ("first"). Open, at its
/// beginning.
Session session();
/// The same around a course that was read; its lesson "amdahl" has these names, too.
Session session_with(content::Course course);

/// Handles of the draft at the first `count` x after the given one, too high as most people draw
/// it.
void draw(Session& session, int count = 8);
void lock(Session& session);
void no_idea(Session& session);

/// The bench's phase, with what a run in progress says.
void start(Session& session);
/// Marks of `main` with 21 rounds, factors, samples and spans; `marks` of the nine have arrived.
void measure(Session& session, int marks = 9, const char* experiment = "main");
void finish(Session& session);
void reveal(Session& session, Reveal reveal, content::Step reached);
/// Chooses a point of `main`.
void choose(Session& session, double x, const char* experiment = "main");
/// A slider on its way: the marks belong to the setting before.
void move_slider(Session& session, double piece_us);
/// The marks so far become a ghost, and a run at another size of pieces stands there, slower.
void run_again(Session& session, double piece_us, double loss);
/// One point disturbed, one WRONG, one not available.
void spoil(Session& session);
/// A second variant beside the first, somewhat slower.
void add_variant(Session& session);
/// The chosen point carries a picture of 64 tiles, computed by two workers.
void add_picture(Session& session);

LessonState& state(Session& session);
LabState& lab(Session& session, const char* experiment = "main");

} // namespace lockstep::demo
