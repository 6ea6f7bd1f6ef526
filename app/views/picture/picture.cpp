// SPDX-License-Identifier: MIT
// The picture that the run computed, replayed from the time stamps of its tiles: slowed down, with
// a scrubber, and a border in the colour of the worker that computed each tile.
#include "app/shell/motion.hpp"
#include "app/shell/parts.hpp"
#include "app/shell/shown_point.hpp"
#include "app/shell/widgets.hpp"
#include "app/views/picture/replay.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <imgui_internal.h>
#include <vector>

namespace lockstep::picture {

namespace {

using shell::em;
using shell::TextStyle;

constexpr float replay_s = 5, highest = 215;

/// The pixels on the card, made anew only for another picture.
struct Texture {
    std::string point;
    ImTextureData* data = nullptr;
};

ImTextureRef texture_of(const std::string& key, const protocol::Picture& picture) {
    static Texture texture;
    if (texture.point != key || !texture.data) {
        // Dear ImGui goes on listing a texture that it was told to destroy: it is kept.
        static std::vector<ImTextureData*> done_with;
        if (texture.data) {
            texture.data->WantDestroyNextFrame = true;
            done_with.push_back(texture.data);
        }
        texture = {key, IM_NEW(ImTextureData)()};
        texture.data->Create(ImTextureFormat_RGBA32, picture.width, picture.height);
        std::memcpy(
            texture.data->Pixels, picture.bytes.data(),
            std::min<std::size_t>(picture.bytes.size(),
                                  static_cast<std::size_t>(texture.data->GetSizeInBytes())));
        ImGui::RegisterUserTexture(texture.data);
    }
    return texture.data->GetTexRef();
}

/// The picture in sight, and where its replay stands.
struct Shown {
    std::string key; ///< run and point
    bool playing = false;
    double share = 1; ///< of the run's time
};

/// A replay that goes on by itself has come as far as its motion; at its end it stands.
Shown shown_of(const Session& session, std::string key, Commands& commands) {
    const LessonState* state = session.state();
    if (!state || state->replay.of != key)
        return {std::move(key)};
    const Replay& replay = state->replay;
    if (!replay.playing)
        return {std::move(key), false, replay.share};
    const float share = shell::drawn_once(fmt::format("replay/{}/{}", key, replay.plays), replay_s);
    if (share >= 1)
        commands.push_back(command::ShowMoment{key, 1});
    return {std::move(key), share < 1, share};
}

struct Frame {
    ImDrawList& list;
    ImVec2 origin;
    float scale; ///< pixels of the screen for one of the picture
};

void draw_tile(const Frame& frame, const protocol::Picture& picture, ImTextureRef texture,
               int index, const TileState& state) {
    const int columns = tile_columns(picture);
    const float x = static_cast<float>(index % columns * picture.tile_width);
    const float y = static_cast<float>(index / columns * picture.tile_height);
    const float right =
        std::min(x + static_cast<float>(picture.tile_width), static_cast<float>(picture.width));
    const float bottom =
        std::min(y + static_cast<float>(picture.tile_height), static_cast<float>(picture.height));
    const ImVec2 low{frame.origin.x + x * frame.scale, frame.origin.y + y * frame.scale};
    const ImVec2 high{frame.origin.x + right * frame.scale, frame.origin.y + bottom * frame.scale};
    if (state.tile == Tile::Done) {
        const float w = static_cast<float>(picture.width), h = static_cast<float>(picture.height);
        frame.list.AddImage(texture, low, high, {x / w, y / h}, {right / w, bottom / h});
    }
    if (state.worker < 0)
        return;
    const bool working = state.tile == Tile::Working;
    const ImU32 colour = shell::path_colour(state.worker);
    if (working)
        frame.list.AddRectFilled(low, high, shell::faded(colour, 0.35f));
    frame.list.AddRect({low.x + 1, low.y + 1}, {high.x - 1, high.y - 1},
                       shell::faded(colour, working ? 1 : 0.75f), 0, 0, em(working ? 2.5f : 1.2f));
}

void draw_workers(const std::vector<TileState>& tiles, int workers) {
    const std::vector<int> counts = tiles_by_worker(tiles, workers);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        list.AddRectFilled({at.x, at.y + em(3)}, {at.x + em(11), at.y + em(14)},
                           shell::path_colour(static_cast<int>(i)), em(2));
        ImGui::SetCursorScreenPos({at.x + em(17), at.y});
        shell::text_tabular(
            TextStyle::Label, shell::palette().soft,
            fmt::format("core {}: {} tile{}", i, counts[i], counts[i] == 1 ? "" : "s"));
        if (i + 1 < counts.size())
            ImGui::SameLine(0, em(18));
    }
}

void draw_scrubber(const Shown& shown, const protocol::Spans& spans, Commands& commands) {
    // Without motion there is only the slider.
    if (!shell::motion_is_reduced()) {
        if (shell::quiet_button(shown.playing ? "Pause" : "Replay")) {
            if (shown.playing)
                commands.push_back(command::ShowMoment{shown.key, shown.share});
            else
                commands.push_back(command::PlayPicture{shown.key});
        }
        ImGui::SameLine(0, em(16));
    }
    shell::SliderLook look;
    look.words = "moment of the run";
    look.unit = "ms";
    look.high = spans.time_ns / 1e6;
    const shell::SliderAnswer answer = shell::slider("moment", look, shown.share * look.high);
    if (answer.changed && look.high > 0)
        commands.push_back(command::ShowMoment{shown.key, answer.value / look.high});
}

void draw_picture(const Shown& shown, const protocol::Picture& picture,
                  const protocol::Spans& spans, Commands& commands) {
    const std::vector<TileState> tiles = tiles_at(picture, spans, shown.share * spans.time_ns);
    const ImTextureRef texture = texture_of(shown.key, picture);
    const float width = ImGui::GetContentRegionAvail().x;
    const float scale = std::min(width / static_cast<float>(picture.width),
                                 em(highest) / static_cast<float>(picture.height));
    const Frame frame{*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), scale};
    const ImVec2 size{static_cast<float>(picture.width) * scale,
                      static_cast<float>(picture.height) * scale};
    frame.list.AddRectFilled(frame.origin, {frame.origin.x + size.x, frame.origin.y + size.y},
                             shell::palette().code_surface);
    for (std::size_t i = 0; i < tiles.size(); ++i)
        draw_tile(frame, picture, texture, static_cast<int>(i), tiles[i]);
    ImGui::Dummy(size);
    shell::vertical_space(8);
    const auto most = std::max_element(spans.worker.begin(), spans.worker.end());
    draw_workers(tiles, most == spans.worker.end() ? 0 : *most + 1);
    shell::vertical_space(8);
    draw_scrubber(shown, spans, commands);
}

bool can_be_drawn(const protocol::Picture& picture) {
    const auto needed =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4;
    return picture.width > 0 && picture.height > 0 && picture.bytes.size() >= needed;
}

void draw(const Session& session, Commands& commands) {
    const shell::ShownPoint shown = shell::shown_point(session);
    if (!shown.point || !shown.point->picture || !shown.spans())
        return;
    std::string key = fmt::format("{}/{}", shown.run->id, shown.point->id);
    draw_picture(shown_of(session, std::move(key), commands), *shown.point->picture, *shown.spans(),
                 commands);
}

/// Only workloads that compute a picture send one.
bool available(const Session& session) {
    const shell::ShownPoint shown = shell::shown_point(session);
    return shown.point && shown.point->picture && shown.spans() &&
           can_be_drawn(*shown.point->picture);
}

} // namespace

} // namespace lockstep::picture

namespace lockstep::shell {

extern const View picture_view{"picture", "Picture", 50, &lockstep::picture::available,
                               &lockstep::picture::draw};

} // namespace lockstep::shell
