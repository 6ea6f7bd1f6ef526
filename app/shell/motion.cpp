// SPDX-License-Identifier: MIT
// The table of what is moving. It is presentation alone: forgetting it changes nothing but
// smoothness.
#include "app/shell/motion.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace lockstep::shell {

namespace {

struct Ease {
    float from = 0, to = 0;
    double began_s = 0, touched_s = 0;
};

struct Table {
    double now_s = 0;
    bool reduced = false, moving = false;
    std::map<std::string, Ease, std::less<>> eases;
    std::map<std::string, double, std::less<>> began;
};

Table& motions() {
    static Table the;
    return the;
}

float share_of(double began_s, float duration_s) {
    return std::clamp(static_cast<float>(motions().now_s - began_s) / duration_s, 0.0f, 1.0f);
}

float value_of(const Ease& ease, float duration_s) {
    return ease.from + (ease.to - ease.from) * smooth(share_of(ease.began_s, duration_s));
}

} // namespace

void begin_motion_frame(double now_s, bool reduced) {
    Table& the = motions();
    // What was not drawn for a while starts anew when it is seen again.
    std::erase_if(the.eases,
                  [&](const auto& entry) { return now_s - entry.second.touched_s > 60; });
    the.now_s = now_s;
    the.reduced = reduced;
    the.moving = false;
}

bool motion_wants_frame() {
    return motions().moving;
}
bool motion_is_reduced() {
    return motions().reduced;
}

float eased(std::string_view key, float target, float duration_s) {
    Table& the = motions();
    auto found = the.eases.find(key);
    if (found == the.eases.end())
        found =
            the.eases.emplace(std::string(key), Ease{target, target, the.now_s, the.now_s}).first;
    Ease& ease = found->second;
    ease.touched_s = the.now_s;
    if (the.reduced) {
        ease = {target, target, the.now_s, the.now_s};
        return target;
    }
    if (target != ease.to)
        ease = {value_of(ease, duration_s), target, the.now_s, the.now_s};
    if (share_of(ease.began_s, duration_s) < 1 && ease.from != ease.to)
        the.moving = true;
    return value_of(ease, duration_s);
}

float drawn_once(std::string_view key, float duration_s) {
    Table& the = motions();
    auto found = the.began.find(key);
    if (found == the.began.end())
        found = the.began.emplace(std::string(key), the.now_s).first;
    if (the.reduced)
        return 1;
    const float share = share_of(found->second, duration_s);
    if (share < 1)
        the.moving = true;
    return share;
}

void forget_motion(std::string_view prefix) {
    const auto begins = [&](const auto& entry) { return entry.first.starts_with(prefix); };
    std::erase_if(motions().eases, begins);
    std::erase_if(motions().began, begins);
}

float smooth(float share) {
    return share * share * (3 - 2 * share);
}

} // namespace lockstep::shell
