// SPDX-License-Identifier: MIT
// The runner: hello_imgui draws frames when something happened and sleeps otherwise; while a slice
// is timed the main thread sleeps on the bench's doorbell instead, and draws one frame in each
// breath.
#include "app/shell/window.hpp"

#include "app/shell/frame.hpp"
#include "app/shell/markdown.hpp"
#include "app/shell/motion.hpp"
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <glad/glad.h>
//
#include <GLFW/glfw3.h>
#include <hello_imgui/hello_imgui.h>
#include <imgui_internal.h>
#include <implot/implot.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace lockstep::shell {

namespace {

constexpr float presenter_scale = 1.6f;
/// Cards find out how high they are one frame after their content changed, and those around them
/// later.
constexpr int settling_frames = 3;

Commands* g_commands = nullptr; ///< where what is dropped on the window goes

/// Run files and trace files, as they would be opened from the menu.
void take_drop(GLFWwindow*, int count, const char** paths) {
    for (int i = 0; i < count; ++i)
        g_commands->push_back(command::OpenRun{paths[i]});
}

class Runner {
  public:
    Runner(Front& front, const WindowHooks& hooks) : m_front(front), m_hooks(hooks) {}
    int run();

  private:
    void set_up_params();
    void set_up_style();
    void accept_drops();
    void between_frames();
    void follow_settings();
    void draw();
    void wait_until_drawn() const;
    void shown();
    bool input_waits() const;
    /// A timed slice is waited for elsewhere, and the Test Engine never idles.
    bool may_idle() const { return !m_front.is_timing() && !m_hooks.register_tests; }
    void follow_title();

    Front& m_front;
    const WindowHooks& m_hooks;
    HelloImGui::RunnerParams m_params;
    bool m_failed = false;
    std::int64_t m_frame_begin_ns = 0;
    int m_settling = 0;
    std::string m_title;
    Theme m_theme = Theme::System;
    float m_scale = 0;
    bool m_presenting = false;
};

void Runner::set_up_params() {
    auto& p = m_params;
    // Where hello_imgui finds the window's icon, app_settings/icon.png.
    HelloImGui::SetAssetsFolder((m_front.root() / "assets").string());
    p.appWindowParams.windowTitle = "Lockstep";
    p.appWindowParams.windowGeometry.size = {m_hooks.width, m_hooks.height};
    p.appWindowParams.windowGeometry.positionMode = HelloImGui::WindowPositionMode::MonitorCenter;
    p.appWindowParams.restorePreviousGeometry = false;
    p.imGuiWindowParams.defaultImGuiWindowType =
        HelloImGui::DefaultImGuiWindowType::NoDefaultWindow;
    p.imGuiWindowParams.enableViewports = false;
    p.iniDisable = true;
    // 0 would switch idling off; this draws a frame every 100 s when nothing happens.
    p.fpsIdling.fpsIdle = 0.01f;
    p.fpsIdling.timeActiveAfterLastEvent = 0.25f;
    p.fpsIdling.rememberEnableIdling = false;
    p.fpsIdling.fpsMax = 60;
    // Dear ImGui smooths what it draws by itself. Eight samples a pixel would change nothing that
    // one sees, and without a graphics card a frame would take four times as long.
    HelloImGui::OpenGlOptions gl;
    gl.AntiAliasingSamples = 0;
    p.rendererBackendOptions.openGlOptions = gl;
    p.useImGuiTestEngine = static_cast<bool>(m_hooks.register_tests);
    p.callbacks.RegisterTests = m_hooks.register_tests;
    p.callbacks.defaultIconFont = HelloImGui::DefaultIconFont::NoIcons;
    p.callbacks.LoadAdditionalFonts = [this] {
        if (const auto loaded = load_fonts(m_front.root() / "assets" / "fonts"); !loaded) {
            std::fprintf(stderr, "lockstep: %s\n", loaded.error().text().c_str());
            std::exit(3);
        }
    };
    p.callbacks.SetupImGuiConfig = [] {
        ImGuiIO& io = ImGui::GetIO();
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.ConfigInputTextCursorBlink = false; // a blinking cursor is a frame every half second
        io.ConfigErrorRecoveryEnableTooltip = false;
        io.ConfigDebugHighlightIdConflicts = false;
        io.ConfigWindowsMoveFromTitleBarOnly = true;
        io.ConfigNavCursorVisibleAuto = true;
    };
    p.callbacks.SetupImGuiStyle = [this] { set_up_style(); };
    p.callbacks.PostInit = [this] { accept_drops(); };
    p.callbacks.PreNewFrame = [this] { between_frames(); };
    p.callbacks.ShowGui = [this] { draw(); };
    p.callbacks.BeforeSwap = m_hooks.before_swap;
    p.callbacks.AfterSwap = [this] { shown(); };
    p.callbacks.BeforeExit = [] {
        close_markdown();
        ImPlot::DestroyContext();
    };
}

void Runner::set_up_style() {
    ImPlot::CreateContext();
    open_markdown(m_front.root(), [this](const std::string& uri) {
        m_front.commands().push_back(command::FollowLink{uri});
    });
    follow_settings();
    m_front.doorbell().set_also([] { glfwPostEmptyEvent(); });
}

/// GLFW's functions carry nothing of ours, and its user pointer is Dear ImGui's.
void Runner::accept_drops() {
    g_commands = &m_front.commands();
    if (auto* window = static_cast<GLFWwindow*>(m_params.backendPointers.glfwWindow))
        glfwSetDropCallback(window, take_drop);
}

/// Theme and text size as the session has them now; a restyle only when one of them changed.
void Runner::follow_settings() {
    const Session& session = m_front.session();
    const bool presenting = session.presenter.on;
    const float learner = static_cast<float>(session.settings.text_scale);
    const float scale = presenting ? std::max(learner, presenter_scale) : learner;
    const Theme theme = presenting ? Theme::Light : session.settings.theme;
    if (scale == m_scale && theme == m_theme && presenting == m_presenting && m_scale != 0)
        return;
    m_scale = scale;
    m_theme = theme;
    m_presenting = presenting;
    set_text_scale(scale, ImGui::GetStyle().FontScaleDpi);
    apply_theme(theme, system_is_dark(), presenting);
    style_markdown();
    m_params.imGuiWindowParams.backgroundColor = to_vec4(palette().background);
}

/// Anything but the mouse moving: that much the learner may do unheard while a slice is timed.
bool Runner::input_waits() const {
    glfwPollEvents();
    const auto& events = ImGui::GetCurrentContext()->InputEventsQueue;
    return std::any_of(events.begin(), events.end(), [](const ImGuiInputEvent& event) {
        return event.Type != ImGuiInputEventType_MousePos &&
               event.Type != ImGuiInputEventType_MouseViewport;
    });
}

void Runner::between_frames() {
    if (m_front.apply_all())
        m_settling = settling_frames;
    if (m_front.is_timing()) {
        m_front.wait_for_breath([this] { return input_waits(); });
        m_settling = settling_frames;
        glfwPollEvents(); // what happened meanwhile is handled in this breath
    }
    if (m_hooks.after_frame)
        m_hooks.after_frame();
    follow_settings();
    follow_title();
    const bool reduced =
        !m_hooks.motion || m_front.session().settings.reduced_motion || system_reduces_motion();
    m_frame_begin_ns = now_ns();
    begin_motion_frame(static_cast<double>(m_frame_begin_ns) * 1e-9, reduced);
    // The bench's breath, not the clock, paces the frames of a run.
    m_params.fpsIdling.enableIdling = may_idle();
    if (m_front.session().quitting)
        m_params.appShallExit = true;
}

void Runner::follow_title() {
    const content::Lesson* lesson = m_front.session().lesson();
    const std::string title = lesson ? lesson->title + " – Lockstep" : "Lockstep";
    if (title == m_title)
        return;
    m_title = title;
    glfwSetWindowTitle(static_cast<GLFWwindow*>(m_params.backendPointers.glfwWindow),
                       title.c_str());
}

void Runner::draw() {
    const std::int64_t begin = now_ns();
    draw_frame(m_front.session(), m_front.commands());
    m_front.frame_log().write("frame", m_frame_begin_ns, now_ns() - begin);
    const bool settles = m_settling > 0;
    if (settles)
        --m_settling;
    if (settles || motion_wants_frame() || !m_front.commands().empty())
        HelloImGui::RequestRefresh();
}

/// Nothing of a frame may be left to do when the bench goes on: neither for the graphics card nor
/// for the display's server, which has a process and so a core of its own. Asking the server for
/// the window's size waits until it has done what was asked before.
void Runner::wait_until_drawn() const {
    glFinish();
    int width = 0, height = 0;
    glfwGetFramebufferSize(static_cast<GLFWwindow*>(m_params.backendPointers.glfwWindow), &width,
                           &height);
}

void Runner::shown() {
    if (m_front.is_timing())
        wait_until_drawn();
    m_front.frame_drawn(m_frame_begin_ns, now_ns());
    m_params.fpsIdling.enableIdling = may_idle();
}

int Runner::run() {
    set_up_params();
    HelloImGui::Run(m_params);
    m_front.doorbell().set_also({});
    return m_failed ? 3 : 0;
}

} // namespace

bool has_display() {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

int run_window(Front& front, const WindowHooks& hooks) {
    if (!glfwInit()) {
        const char* why = nullptr;
        glfwGetError(&why);
        std::fprintf(stderr, "lockstep: no window can be opened: %s\n",
                     why ? why : "no reason given");
        return 3;
    }
    return Runner(front, hooks).run();
}

} // namespace lockstep::shell
