// SPDX-License-Identifier: MIT
// The visible parts of the page "This machine", in the order in which they stand.
#pragma once

#include "app/experiment/commands.hpp"
#include "app/experiment/session.hpp"

namespace lockstep::passport_page {

/// Whether there is a passport is known: the disk has answered, or the bench never will.
bool is_known(const Session& session);

// ---- at the left
/// What this machine is, when that was measured, and what it comes to in sentences.
void draw_heading(const Session& session, Commands& commands);
/// The button, or how far the measuring has come; why the last try failed.
void draw_action(const Session& session, Commands& commands);
/// Surroundings, what doing nothing costs, the graphics card, remarks.
void draw_listings(const Session& session);
/// What each lesson misses here.
void draw_lessons(const Session& session, Commands& commands);

// ---- at the right
/// Core map, latencies, roofline, peaks, bandwidths; before there is a passport, what will be
/// measured.
void draw_pictures(const Session& session, Commands& commands);
void draw_what_will_be_measured();

/// R measures, Esc stops.
void take_page_keys(const Session& session, Commands& commands);

} // namespace lockstep::passport_page
