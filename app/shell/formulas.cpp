// SPDX-License-Identifier: MIT
// The renderer keeps one picture of each formula by its source, whatever the width of its column.
// So the width goes into the source, behind a sign that TeX reads as the begin of a comment.
#include "app/shell/formulas.hpp"

#include <imgui_rich_md/rich_md.h>
#include <imgui_rich_md/rich_md_host.h>

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <utility>

namespace lockstep::shell {

namespace {

constexpr char room_sign = '%';

/// The formula without its room, and the room; 0 where none is written.
std::pair<std::string, float> without_room(const std::string& formula) {
    const std::size_t sign = formula.rfind(room_sign);
    if (sign == std::string::npos)
        return {formula, 0};
    return {formula.substr(0, sign), std::strtof(formula.c_str() + sign + 1, nullptr)};
}

} // namespace

std::string with_room(const std::string& markdown, float pixels) {
    std::string out;
    std::size_t at = 0;
    bool inside = false;
    for (std::size_t mark; (mark = markdown.find("$$", at)) != std::string::npos; at = mark + 2) {
        out += markdown.substr(at, mark - at);
        if (inside)
            out += fmt::format("{}{:.0f}", room_sign, std::floor(pixels));
        out += "$$";
        inside = !inside;
    }
    return out + markdown.substr(at);
}

void fit_formulas() {
    RichMd::HostServices services = RichMd::GetHostServices();
    if (!services.RenderLatex)
        return; // built without: the source is shown
    services.RenderLatex = [draw = services.RenderLatex](const std::string& source, float size,
                                                         ImU32 colour, bool display) {
        const auto [formula, room] = without_room(source);
        auto picture = draw(formula, size, colour, display);
        const float wide = picture ? static_cast<float>(picture->width) : 0;
        if (room <= 0 || wide <= room)
            return picture;
        return draw(formula, size * room / wide, colour, display);
    };
    RichMd::SetHostServices(services);
}

} // namespace lockstep::shell
