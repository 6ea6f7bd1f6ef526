// SPDX-License-Identifier: MIT
#include "app/pages/lesson/handles.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lockstep::lab {

namespace {

constexpr double coarse_step = 0.05, fine_step = 0.01;

/// Three significant digits: what a guess by hand can mean.
double rounded(double value) {
    if (value == 0 || !std::isfinite(value))
        return value;
    const double power = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * power) / power;
}

} // namespace

int Pencil::nearest(double x_fraction) const {
    int best = -1;
    double distance = 0;
    for (std::size_t i = 0; i < handles.size(); ++i) {
        const double d = std::abs(x->fraction(handles[i]) - x_fraction);
        if (best < 0 || d < distance) {
            best = static_cast<int>(i);
            distance = d;
        }
    }
    return best;
}

double Pencil::height(double y_fraction) const {
    const double held = y->value(std::clamp(y_fraction, 0.0, 1.0));
    return std::clamp(rounded(held), y->low, y->high);
}

std::vector<HandleSet> Pencil::press(Place at) const {
    const int handle = nearest(at.x);
    if (handle < 0)
        return {};
    return {{handles[static_cast<std::size_t>(handle)], height(at.y)}};
}

std::vector<HandleSet> Pencil::drag(Place from, Place to, double reach) const {
    std::vector<HandleSet> sets;
    for (const double handle : handles) {
        const double at = x->fraction(handle);
        const bool passed = (from.x < at && at <= to.x) || (to.x <= at && at < from.x);
        if (std::abs(at - to.x) <= reach) {
            sets.push_back({handle, height(to.y)});
        } else if (passed) {
            const double share = (at - from.x) / (to.x - from.x);
            sets.push_back({handle, height(from.y + share * (to.y - from.y))});
        }
    }
    return sets;
}

HandleSet Pencil::drag_alone(int handle, double y_fraction) const {
    return {handles[static_cast<std::size_t>(handle)], height(y_fraction)};
}

HandleSet Pencil::step(int handle, double from_y, int steps, bool fine) const {
    const double moved = y->fraction(from_y) + steps * (fine ? fine_step : coarse_step);
    return {handles[static_cast<std::size_t>(handle)], height(moved)};
}

std::optional<double> between(const std::map<double, double>& points, double x) {
    const auto right = points.lower_bound(x);
    if (right == points.end())
        return std::nullopt;
    if (right->first == x)
        return right->second;
    if (right == points.begin())
        return std::nullopt;
    const auto left = std::prev(right);
    const double share = (x - left->first) / (right->first - left->first);
    return left->second + share * (right->second - left->second);
}

std::vector<HandleShown> handles_shown(const Pencil& pencil, const std::map<double, double>& draft,
                                       std::optional<double> given_y, double resting) {
    std::map<double, double> known = draft;
    if (pencil.given_x && given_y)
        known[*pencil.given_x] = *given_y;
    std::vector<HandleShown> shown;
    for (const double x : pencil.handles) {
        if (const auto set = draft.find(x); set != draft.end()) {
            shown.push_back({x, set->second, HandleState::Set});
        } else if (const auto y = between(known, x); y && !draft.empty()) {
            shown.push_back({x, *y, HandleState::Between});
        } else if (known.empty()) {
            shown.push_back({x, resting, HandleState::Unset});
        } else {
            const auto right = known.lower_bound(x);
            const auto nearest = right == known.end() ? std::prev(right) : right;
            shown.push_back({x, nearest->second, HandleState::Unset});
        }
    }
    return shown;
}

bool Typed::add(char letter) {
    const bool digit = letter >= '0' && letter <= '9';
    const bool point = letter == '.' || letter == ',';
    if (!digit && !point)
        return false;
    if (point && m_text.find('.') != std::string::npos)
        return false;
    if (m_text.size() < 8)
        m_text += point ? '.' : letter;
    return true;
}

void Typed::erase_last() {
    if (!m_text.empty())
        m_text.pop_back();
}

std::optional<double> Typed::value() const {
    if (m_text.empty() || m_text == ".")
        return std::nullopt;
    return std::strtod(m_text.c_str(), nullptr);
}

} // namespace lockstep::lab
