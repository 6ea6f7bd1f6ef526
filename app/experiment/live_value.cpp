// SPDX-License-Identifier: MIT
// Live values as words, and text filled with them.
#include "app/experiment/counts.hpp"
#include "app/experiment/live_number.hpp"
#include "app/experiment/machine_number.hpp"
#include "app/experiment/queries.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <vector>

namespace lockstep {

using content::Lesson;
using content::LiveValue;

std::string LiveNumber::text() const {
    const auto with_unit = [this](std::string digits) {
        return unit.empty() ? digits : digits + " " + unit;
    };
    switch (kind) {
    case NumberKind::Measured:
        if (provisional || !(low < high))
            return with_unit(format_number(value, 2, Zeros::Keep));
        return with_unit(format_with_interval(value, low, high).value);
    case NumberKind::Counted:
        return with_unit(count_digits(value));
    case NumberKind::Exact:
        return with_unit(format_number(value, 3));
    case NumberKind::Share:
        return format_percent(value, 2);
    case NumberKind::TimeNs:
        return format_time_ns(value, 3);
    }
    return {};
}

namespace {

std::optional<std::string> not_empty(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    return text;
}

std::optional<std::string> slider_text(const Session& session, const Lesson& lesson,
                                       const LiveValue& wanted, std::string_view block) {
    const auto* experiment = experiment_of(lesson, wanted, block);
    if (!experiment || wanted.words.empty())
        return std::nullopt;
    for (const SliderShown& slider : sliders_shown(session, lesson, *experiment)) {
        if (slider.parameter != wanted.words.front())
            continue;
        const auto index = static_cast<std::size_t>(std::max(0.0, slider.value));
        if (index < slider.choices.size())
            return slider.choices[index];
        return format_quantity(slider.value, slider.unit, 3);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> live_value(const Session& session, const Lesson& lesson,
                                      const LiveValue& wanted, std::string_view block) {
    const protocol::Machine& machine = session.machine;
    if (wanted.name == "simd")
        return not_empty(machine.simd);
    if (wanted.name == "cpu")
        return not_empty(machine.cpu);
    if (wanted.name == "gpu")
        return machine.has_gpu ? not_empty(machine.gpu) : std::nullopt;
    if (wanted.name == "no_gpu")
        return machine.has_gpu ? std::nullopt : not_empty(machine.gpu);
    if (wanted.name == "caches")
        return not_empty(caches_text(session));
    if (wanted.name == "slider")
        return slider_text(session, lesson, wanted, block);
    const auto number = live_number(session, lesson, wanted, block);
    if (!number)
        return std::nullopt;
    return number->text();
}

namespace {

/// One paragraph with its values, or nothing when one of them does not exist.
std::optional<std::string> fill_paragraph(const Session& session, const Lesson& lesson,
                                          std::string_view paragraph, std::string_view block) {
    std::string filled;
    std::size_t at = 0;
    for (const content::FoundLiveValue& found : content::find_live_values(paragraph)) {
        if (!found.value)
            return std::nullopt;
        const auto text = live_value(session, lesson, *found.value, block);
        if (!text)
            return std::nullopt;
        filled += paragraph.substr(at, found.begin - at);
        filled += *text;
        at = found.begin + found.length;
    }
    filled += paragraph.substr(at);
    return filled;
}

} // namespace

std::string fill(const Session& session, const Lesson& lesson, std::string_view markdown,
                 std::string_view block) {
    std::string filled;
    std::size_t at = 0;
    while (at < markdown.size()) {
        const std::size_t blank = markdown.find("\n\n", at);
        const std::size_t end = blank == markdown.npos ? markdown.size() : blank;
        const auto paragraph =
            fill_paragraph(session, lesson, markdown.substr(at, end - at), block);
        if (paragraph) {
            if (!filled.empty())
                filled += "\n\n";
            filled += *paragraph;
        }
        at = blank == markdown.npos ? markdown.size() : blank + 2;
    }
    return filled;
}

} // namespace lockstep
