// SPDX-License-Identifier: MIT
// The one thread that touches files: ledger, run files, pictures, and the watch over the lessons.
// What it has to tell goes back to the main thread as functions that are applied between frames.
#pragma once

#include "app/experiment/child_process.hpp"
#include "app/experiment/session.hpp"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lockstep::shell {

class Disk {
  public:
    using Job = std::function<void()>;
    using Answer = std::function<void(Session&)>;

    /// `wake` is called, from the disk's thread, when there are answers.
    explicit Disk(std::function<void()> wake);
    /// Finishes the jobs that wait, then ends the thread.
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    /// Runs `job` on the thread, after those before it.
    void add(Job job);
    /// From a job: applied to the session between two frames.
    void answer(Answer answer);
    std::vector<Answer> take_answers();
    /// Calls `changed` on the thread, once for a burst, when a file below `folder` was written,
    /// made, renamed or removed.
    void watch(const std::filesystem::path& folder, Job changed);
    /// Waits until every job added so far is done; for tests and the end of the program.
    void wait_until_idle();

  private:
    void work();
    void sleep();
    bool drain_changes();
    void watch_all();

    std::function<void()> m_wake;
    FileDescriptor m_poke, m_changes;
    std::mutex m_mutex; ///< guards the two queues, m_stop and m_busy
    std::condition_variable m_idle;
    std::deque<Job> m_jobs;
    std::vector<Answer> m_answers;
    bool m_stop = false, m_busy = false;
    std::filesystem::path m_watched;
    Job m_changed;
    std::thread m_thread;
};

} // namespace lockstep::shell
