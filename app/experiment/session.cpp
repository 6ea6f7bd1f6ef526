// SPDX-License-Identifier: MIT
// Finding things in the session.
#include "app/experiment/session.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lockstep {

namespace {

template <class Map>
const typename Map::mapped_type* find_in(const Map& map, std::string_view key) {
    const auto found = map.find(std::string(key));
    return found == map.end() ? nullptr : &found->second;
}

} // namespace

std::optional<double> Guess::at(double x) const {
    if (curve.empty())
        return std::nullopt;
    const double slack = 1e-9 * std::max(1.0, std::abs(x));
    const auto above = curve.lower_bound(x - slack);
    if (above == curve.end())
        return std::nullopt;
    if (above->first <= x + slack)
        return above->second;
    if (above == curve.begin())
        return std::nullopt;
    const auto below = std::prev(above);
    const double share = (x - below->first) / (above->first - below->first);
    return below->second + share * (above->second - below->second);
}

const simt::Device* Session::card() const {
    const auto named = std::ranges::find(cards, settings.card, &simt::Device::id);
    return named != cards.end() ? &*named : cards.empty() ? nullptr : &cards.front();
}

const LessonState* Session::state() const {
    return state(lesson_id);
}

const LessonState* Session::state(std::string_view lesson) const {
    return find_in(lessons, lesson);
}

const BlockState* Session::block(std::string_view id) const {
    const LessonState* open = state();
    return open ? find_in(open->blocks, id) : nullptr;
}

const LabState* Session::lab(std::string_view experiment) const {
    const LessonState* open = state();
    return open ? find_in(open->labs, experiment) : nullptr;
}

bool Session::sliders_are_free() const {
    const LessonState* open = state();
    return open && open->reached >= content::Step::Compare;
}

bool Session::welcoming() const {
    const LessonState* open = state();
    const bool first = !course.lessons.empty() && course.lessons.front().id == lesson_id;
    return welcome && first && page == "lesson" && open &&
           open->reached == content::Step::Predict && !presenter.on;
}

} // namespace lockstep
