// SPDX-License-Identifier: MIT
#include "app/pages/lesson/number_place.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lockstep::lab {

namespace {

using Line = std::vector<ImVec2>;

float distance(ImVec2 from, ImVec2 to) {
    return std::hypot(to.x - from.x, to.y - from.y);
}

ImVec2 between(ImVec2 from, ImVec2 to, float share) {
    return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

float distance_to_part(ImVec2 from, ImVec2 begin, ImVec2 end) {
    const float x = end.x - begin.x, y = end.y - begin.y, length = x * x + y * y;
    const float along =
        length <= 0 ? 0 : ((from.x - begin.x) * x + (from.y - begin.y) * y) / length;
    return distance(from, between(begin, end, std::clamp(along, 0.0f, 1.0f)));
}

float distance_to(ImVec2 from, const Line& line) {
    float least = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < line.size(); ++i)
        least = std::min(least, distance_to_part(from, line[i == 0 ? 0 : i - 1], line[i]));
    return least;
}

/// Places along the line, a few pixels from each other.
std::vector<ImVec2> places_on(const Line& line) {
    constexpr float step = 6;
    std::vector<ImVec2> places;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const int parts = std::max(1, static_cast<int>(distance(line[i], line[i + 1]) / step));
        for (int k = 0; k < parts; ++k)
            places.push_back(
                between(line[i], line[i + 1], static_cast<float>(k) / static_cast<float>(parts)));
    }
    if (!line.empty())
        places.push_back(line.back());
    return places;
}

} // namespace

std::vector<ImVec2> number_places(const std::vector<Line>& lines, std::span<const ImVec2> marks,
                                  ImVec2 low, ImVec2 high, float radius) {
    const float middle = (low.x + high.x) / 2;
    std::vector<ImVec2> chosen;
    for (std::size_t own = 0; own < lines.size(); ++own) {
        ImVec2 best = lines[own].empty() ? low : lines[own].front();
        float best_worth = -std::numeric_limits<float>::max();
        for (const ImVec2 at : places_on(lines[own])) {
            if (at.x < low.x + radius || at.x > high.x - radius || at.y < low.y || at.y > high.y)
                continue;
            float room = 4 * radius;
            for (std::size_t other = 0; other < lines.size(); ++other)
                if (other != own)
                    room = std::min(room, distance_to(at, lines[other]));
            for (const ImVec2 taken : chosen)
                room = std::min(room, distance(at, taken) - 2.5f * radius);
            for (const ImVec2 mark : marks)
                room = std::min(room, distance(at, mark) - 0.7f * radius);
            // A pixel of room is worth more than the whole way to the middle.
            const float worth = room - std::abs(at.x - middle) / (high.x - low.x + 1);
            if (worth > best_worth) {
                best_worth = worth;
                best = at;
            }
        }
        chosen.push_back(best);
    }
    return chosen;
}

} // namespace lockstep::lab
