// SPDX-License-Identifier: MIT
#include "tests/window/pictures.hpp"

#include <glad/glad.h>
#include <hello_imgui/hello_imgui.h>
#include <hello_imgui/hello_imgui_screenshot.h>
#include <imgui_internal.h>
#include <stb_image_write.h>

#include <cstdio>

namespace lockstep::window_tests {

Pictures& Pictures::of_this_path() {
    static Pictures the;
    return the;
}

void Pictures::set_folder(const std::filesystem::path& folder, const std::string& path) {
    m_folder = folder;
    m_path = path;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
}

namespace {

/// The window itself reads pixels, to save a plot.
bool reads_pixels(const ImDrawData& frame) {
    for (const ImDrawList* list : frame.CmdLists)
        for (const ImDrawCmd& command : list->CmdBuffer)
            if (command.UserCallback && command.UserCallback != ImDrawCallback_ResetRenderState)
                return true;
    return false;
}

/// A frame without size is what Dear ImGui's backend takes for a minimised window.
void make_unseen(ImGuiContext*, ImGuiContextHook*) {
    ImDrawData* const frame = ImGui::GetDrawData();
    const bool seen = !frame || Pictures::of_this_path().is_waiting() || reads_pixels(*frame);
    if (!seen)
        frame->FramebufferScale = {0, 0};
    // To clear what nobody sees takes as long as to draw it.
    if (seen)
        glDisable(GL_RASTERIZER_DISCARD);
    else
        glEnable(GL_RASTERIZER_DISCARD);
}

} // namespace

void Pictures::leave_others_unrendered() {
    ImGuiContextHook hook;
    hook.Type = ImGuiContextHookType_RenderPost;
    hook.Callback = make_unseen;
    ImGui::AddContextHook(ImGui::GetCurrentContext(), &hook);
}

void Pictures::take() {
    if (m_wanted.empty())
        return;
    const auto shot = HelloImGui::AppWindowScreenshotRgbBuffer();
    const auto file = m_folder / (m_path + "-" + m_wanted + ".png");
    m_wanted.clear();
    if (shot.bufferRgb.empty())
        return;
    const int width = static_cast<int>(shot.width), height = static_cast<int>(shot.height);
    if (!stbi_write_png(file.c_str(), width, height, 3, shot.bufferRgb.data(), width * 3))
        std::fprintf(stderr, "%s could not be written\n", file.c_str());
}

} // namespace lockstep::window_tests
