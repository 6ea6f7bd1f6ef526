// SPDX-License-Identifier: MIT
// Screenshots that a person can look at: build/<preset>/screenshots/<path>-<name>.png.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace lockstep::window_tests {

class Pictures {
  public:
    static Pictures& of_this_path();

    void set_folder(const std::filesystem::path& folder, const std::string& path);
    void ask(std::string_view name) { m_wanted = name; }
    bool is_waiting() const { return !m_wanted.empty(); }
    /// In the main thread, before the frame is shown: the picture that was asked for.
    void take();
    /// From now on only frames of which a picture is wanted become pixels: without a graphics card
    /// that is what takes a frame's time, and nobody looks at the others.
    static void leave_others_unrendered();

  private:
    std::filesystem::path m_folder;
    std::string m_path, m_wanted;
};

} // namespace lockstep::window_tests
