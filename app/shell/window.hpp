// SPDX-License-Identifier: MIT
// The window: what runs until the learner quits.
#pragma once

#include "app/shell/front.hpp"

#include <functional>

namespace lockstep::shell {

/// What the tests add to the window; the program gives none of it.
struct WindowHooks {
    std::function<void()> register_tests; ///< with the Test Engine started; empty: it is not
    std::function<void()> after_frame;    ///< between frames, after the commands were applied
    std::function<void()> before_swap;    ///< the frame is drawn and not shown yet
    int width = 1440, height = 900;       ///< at 96 pixels per inch
    bool motion = true;
};

/// Returns the program's exit code: 0, or 3 where no window can be opened, with the reason on
/// standard error.
int run_window(Front& front, const WindowHooks& hooks = {});

/// Whether there is a screen to open a window on (X11 or Wayland).
bool has_display();

} // namespace lockstep::shell
