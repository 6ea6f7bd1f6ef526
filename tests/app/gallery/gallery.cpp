// SPDX-License-Identifier: MIT
// Draws each scene for a few frames and writes what was drawn as a PNG.
#include "app/experiment/paths.hpp"
#include "app/shell/frame.hpp"
#include "app/shell/markdown.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"
#include "demo_session.hpp"
#include "scenes.hpp"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <hello_imgui/hello_imgui.h>
#include <hello_imgui/hello_imgui_screenshot.h>
#include <imgui_internal.h>
#include <implot/implot.h>
#include <iterator>
#include <stb_image_write.h>

namespace lockstep::gallery {
namespace {

constexpr int frames_each = 10;

struct Gallery {
    std::filesystem::path root, folder;
    std::vector<Scene> scenes;
    std::size_t scene = 0;
    int frame = 0;
    Commands commands;
    HelloImGui::RunnerParams params;
};

void begin_scene(Gallery& gallery) {
    const Scene& scene = gallery.scenes[gallery.scene];
    auto* window = static_cast<GLFWwindow*>(gallery.params.backendPointers.glfwWindow);
    if (gallery.frame == 0)
        glfwSetWindowSize(window, scene.width, scene.height);
    shell::set_text_scale(static_cast<float>(scene.session.settings.text_scale), 1);
    shell::apply_theme(scene.session.settings.theme, false, false);
    shell::style_markdown();
    gallery.params.imGuiWindowParams.backgroundColor = shell::to_vec4(shell::palette().background);
    // The first frames stand at the beginning of every motion, the last ones `seconds` later.
    const double now = 1000.0 * static_cast<double>(gallery.scene) +
                       (gallery.frame < frames_each / 2 ? 0 : scene.seconds);
    if (gallery.frame == 0)
        shell::forget_motion("");
    shell::begin_motion_frame(now, false);
}

void save(const std::filesystem::path& path) {
    const HelloImGui::ImageBuffer image = HelloImGui::AppWindowScreenshotRgbBuffer();
    const int width = static_cast<int>(image.width), height = static_cast<int>(image.height);
    stbi_write_png(path.c_str(), width, height, 3, image.bufferRgb.data(), 3 * width);
    std::printf("%s %dx%d\n", path.c_str(), width, height);
}

void end_frame(Gallery& gallery) {
    gallery.commands.clear();
    if (++gallery.frame < frames_each)
        return;
    save(gallery.folder / (gallery.scenes[gallery.scene].name + ".png"));
    gallery.frame = 0;
    if (++gallery.scene == gallery.scenes.size())
        gallery.params.appShallExit = true;
}

void draw_scene(Gallery& gallery) {
    const Scene& scene = gallery.scenes[gallery.scene];
    shell::draw_frame(scene.session, gallery.commands);
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (std::strstr(window->Name, "/text_"))
            ImGui::SetScrollY(window, scene.scrolled ? window->ScrollMax.y : 0);
}

void set_up(Gallery& gallery) {
    auto& p = gallery.params;
    p.appWindowParams.windowTitle = "Lockstep gallery";
    p.appWindowParams.windowGeometry.size = {1440, 900};
    p.appWindowParams.restorePreviousGeometry = false;
    p.imGuiWindowParams.defaultImGuiWindowType =
        HelloImGui::DefaultImGuiWindowType::NoDefaultWindow;
    p.iniDisable = true;
    p.fpsIdling.enableIdling = false;
    p.callbacks.defaultIconFont = HelloImGui::DefaultIconFont::NoIcons;
    p.callbacks.LoadAdditionalFonts = [&] {
        if (const auto loaded = shell::load_fonts(gallery.root / "assets" / "fonts"); !loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().text().c_str());
            std::exit(3);
        }
    };
    p.callbacks.SetupImGuiStyle = [&] {
        ImPlot::CreateContext();
        shell::open_markdown(gallery.root, [](const std::string&) {});
    };
    p.callbacks.PreNewFrame = [&] {
        if (gallery.scene < gallery.scenes.size())
            begin_scene(gallery);
    };
    p.callbacks.ShowGui = [&] {
        if (gallery.scene < gallery.scenes.size())
            draw_scene(gallery);
    };
    p.callbacks.AfterSwap = [&] {
        if (gallery.scene < gallery.scenes.size())
            end_frame(gallery);
    };
    p.callbacks.BeforeExit = [] {
        shell::close_markdown();
        ImPlot::DestroyContext();
    };
}

int run(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "lockstep_gallery FOLDER [NAME...]\n");
        return 2;
    }
    const auto root = find_root();
    if (!root) {
        std::fprintf(stderr, "%s\n", root.error().text().c_str());
        return 3;
    }
    Gallery gallery;
    gallery.root = *root;
    gallery.folder = argv[1];
    std::filesystem::create_directories(gallery.folder);
    content::Course course = content::read_course(gallery.root / "lessons");
    if (!course.lesson("amdahl"))
        course = demo::session().course;
    protocol::Catalogue catalogue;
    std::ifstream file(catalogue_file());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (auto read = protocol::read_catalogue(text))
        catalogue = *std::move(read);
    for (Scene& scene : scenes(course, catalogue)) {
        const bool wanted = argc == 2 || std::any_of(argv + 2, argv + argc, [&](const char* name) {
                                return scene.name.find(name) != std::string::npos;
                            });
        if (wanted)
            gallery.scenes.push_back(std::move(scene));
    }
    if (gallery.scenes.empty())
        return 2;
    set_up(gallery);
    HelloImGui::Run(gallery.params);
    return 0;
}

} // namespace
} // namespace lockstep::gallery

int main(int argc, char** argv) {
    return lockstep::gallery::run(argc, argv);
}
