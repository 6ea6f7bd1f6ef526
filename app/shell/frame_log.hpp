// SPDX-License-Identifier: MIT
// What the tests and the benchmark want to know about frames: when each was drawn, how long
// building its widgets took, and when the bench was told to go. One line each; nothing when no file
// is named.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>

namespace lockstep::shell {

class FrameLog {
  public:
    /// An empty path writes nothing.
    explicit FrameLog(const std::filesystem::path& file) {
        if (!file.empty())
            m_file = std::fopen(file.c_str(), "we");
    }
    ~FrameLog() {
        if (m_file)
            std::fclose(m_file);
    }
    FrameLog(const FrameLog&) = delete;
    FrameLog& operator=(const FrameLog&) = delete;

    /// `what` at CLOCK_MONOTONIC `at_ns`: "frame" with the ns that its widgets took, "go",
    /// "breath", "samples" that have come.
    void write(const char* what, std::int64_t at_ns, std::int64_t value = 0) {
        if (!m_file)
            return;
        std::fprintf(m_file, "%s %lld %lld\n", what, static_cast<long long>(at_ns),
                     static_cast<long long>(value));
        std::fflush(m_file);
    }

  private:
    std::FILE* m_file = nullptr;
};

} // namespace lockstep::shell
