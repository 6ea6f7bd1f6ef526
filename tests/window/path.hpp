// SPDX-License-Identifier: MIT
// A window path: what a learner does from beginning to end in the real window, with a check after
// every click. One file of paths/ is one path; its constant is its name with `_path`.
#pragma once

#include "app/shell/front.hpp"
#include "tests/window/played_runs.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiTestContext;

namespace lockstep::window_tests {

/// The learner's hands and eyes. Every method that acts fails the path when it cannot.
class Driver {
  public:
    Driver(ImGuiTestContext& context, shell::Front& front) : m_context(context), m_front(front) {}

    const Session& session() const { return m_front.session(); }
    const LessonState& state() const { return *session().state(); }
    const BlockState& block(std::string_view id) const;
    const LabState& lab(std::string_view experiment = "main") const;

    /// From now on every click() goes by Tab and Space.
    void use_keyboard_only() { m_keyboard_only = true; }

    /// Clicks the one item of that label ("Lock my guess###action"). `effect` must hold in 20 s:
    /// a click that does nothing reports success, so that nothing but its effect proves it.
    void click(std::string_view label, const std::function<bool()>& effect);
    void key(int chord, const std::function<bool()>& effect);
    void type(std::string_view letters, const std::function<bool()>& effect);
    /// Presses at one place of the item and drags to the other; shares of its width and height.
    void drag(std::string_view label, float from_x, float from_y, float to_x, float to_y,
              const std::function<bool()>& effect);
    /// A file let go over the window.
    void drop(const std::filesystem::path& file, const std::function<bool()>& effect);
    /// Whether it is drawn now; find() scrolls until it is.
    bool exists(std::string_view label);
    bool find(std::string_view label);
    /// Scrolls until the item's upper edge is at the upper edge of what scrolls, as far as it goes.
    void show(std::string_view label);

    /// Lets frames pass until it holds; fails the path after 20 s.
    void wait_until(const char* what, const std::function<bool()>& condition);
    void check(bool holds, const char* what);
    void frames(int count);
    /// Kept as <path>-<name>.png where a person can look at it.
    void picture(std::string_view name);
    bool failed() const { return m_failed; }

  private:
    void press_by_keys(std::string_view label, const std::function<bool()>& effect);

    ImGuiTestContext& m_context;
    shell::Front& m_front;
    bool m_failed = false, m_keyboard_only = false;
};

/// A path may be walked several times, each by somebody new in a process of its own.
struct Round {
    std::string lesson; ///< opened first
    std::string what;   ///< what this one is about: round_of_this_start()
};

struct WindowPath {
    const char* name;
    const char* lesson;                    ///< opened first
    void (*walk)(Driver&);
    bool by_name = true;                   ///< as `lockstep LESSON`; else as `lockstep`
    bool played = true;                    ///< the bench plays run files; else it is the real one
    PlayedMachine machine = {};            ///< on which the played runs were made
    std::vector<Round> (*rounds)(const content::Course&) = nullptr; ///< null: it is walked once
    bool all_lessons = false;              ///< runs of every lesson are played, not of the first
    int width = 1440, height = 900;
    /// Called before the front begins: what lies in the learner's folders.
    void (*prepare)(const std::filesystem::path& home) = nullptr;
    /// Walked in a second start, with the same folders: what was done is still there.
    void (*walk_again)(Driver&) = nullptr;
};

std::span<const WindowPath* const> all_paths();

/// Round::what of the round that is walked now; empty where the path has none.
std::string round_of_this_start();

/// A path through every lesson is a test for each unit, named by LOCKSTEP_UNIT ("4"): whether the
/// lesson belongs to it. All do where nothing is named.
bool is_of_this_unit(const content::Lesson& lesson);

} // namespace lockstep::window_tests
