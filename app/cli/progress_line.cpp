// SPDX-License-Identifier: MIT
// The progress line.
#include "app/cli/progress_line.hpp"

#include "app/cli/terminal.hpp"

#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <unistd.h>

namespace lockstep::cli {

ProgressLine::ProgressLine() : m_is_terminal(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const protocol::Progress& progress, const std::string& title) {
    if (!m_is_terminal)
        return;
    std::string words = fmt::format("{}: {}", title, progress.phase);
    if (progress.rounds_planned > 0)
        words += fmt::format(", {} of {}", progress.rounds_done, progress.rounds_planned);
    if (progress.seconds_left > 0)
        words += fmt::format(", {:.0f} s left", std::ceil(progress.seconds_left));
    if (width_of(words) >= terminal_columns)
        words.resize(terminal_columns - 1);
    // Back to the first column, and clear what a longer line left behind.
    fmt::print(stderr, "\r{}\x1b[K", words);
    std::fflush(stderr);
    m_shown = true;
}

void ProgressLine::clear() {
    if (!m_shown)
        return;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
    m_shown = false;
}

} // namespace lockstep::cli
