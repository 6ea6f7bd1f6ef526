// SPDX-License-Identifier: MIT
// One line on standard error that says how far a run is; nothing where it is no terminal.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <string>

namespace lockstep::cli {

class ProgressLine {
  public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Rewrites the line, at most as often as the bench speaks: between slices.
    void show(const protocol::Progress& progress, const std::string& title);
    void clear();

  private:
    bool m_is_terminal = false;
    bool m_shown = false;
};

} // namespace lockstep::cli
