// SPDX-License-Identifier: MIT
// A child process with pipes at its three standard streams, in a process group of its own, so that
// ending it ends whatever it started too.
#pragma once

#include "sim/base/result.hpp"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace lockstep {

/// A file descriptor that closes itself.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : m_number(number) {}
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor&& other) noexcept : m_number(other.release()) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    int number() const { return m_number; }
    int release() { return std::exchange(m_number, -1); }
    void close();

  private:
    int m_number = -1;
};

class ChildProcess {
  public:
    /// The first argument is looked up in PATH unless it has a slash. From the first start on the
    /// whole program ignores SIGPIPE; the child does not.
    static Result<std::unique_ptr<ChildProcess>> start(const std::vector<std::string>& arguments);
    /// Ends the process group if it still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    int output() const { return m_output.number(); }
    int error_output() const { return m_error.number(); }

    /// Writes all of it, waiting up to a tenth of a second for room in the pipe. False when the
    /// child is gone or does not read.
    bool write(std::string_view text);
    /// The child sees the end of its input.
    void close_input();

    /// SIGTERM to the group; SIGKILL to whoever is left 50 ms later.
    void end();

    /// How it ended, waiting at most so long: "ended with code 3", "was ended by signal 11
    /// (Segmentation fault)". Nothing while it runs.
    std::optional<std::string> how_it_ended(std::chrono::milliseconds wait);

  private:
    ChildProcess(pid_t id, FileDescriptor input, FileDescriptor output, FileDescriptor error);
    bool reaped_within(std::chrono::milliseconds wait);

    const pid_t m_id;
    FileDescriptor m_input, m_output, m_error;
    std::mutex m_mutex; ///< guards what follows: both readers may ask how it ended
    bool m_reaped = false;
    int m_status = 0;
};

} // namespace lockstep
