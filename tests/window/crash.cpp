// SPDX-License-Identifier: MIT
#include "tests/window/crash.hpp"

#include <array>
#include <csignal>
#include <cstring>
#include <execinfo.h>
#include <unistd.h>

namespace lockstep::window_tests {
namespace {

void say(const char* words) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words, std::strlen(words));
}

/// Only what may be called in a signal handler.
void crashed(int signal) {
    std::array<void*, 64> calls{};
    const char* const name = ::sigabbrev_np(signal);
    say("  the window crashed: SIG");
    say(name == nullptr ? "?" : name);
    say("\n");
    ::backtrace_symbols_fd(calls.data(), ::backtrace(calls.data(), calls.size()), STDERR_FILENO);
    ::_exit(128 + signal);
}

} // namespace

void report_crashes() {
    std::array<void*, 1> first{};
    (void)::backtrace(first.data(), first.size()); // loads a library, which a handler must not
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE})
        std::signal(signal, crashed);
}

} // namespace lockstep::window_tests
