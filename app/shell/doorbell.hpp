// SPDX-License-Identifier: MIT
// How other threads call the main thread: it may sleep here (while a slice is timed) or in GLFW's
// event loop (while nothing happens); ring() wakes it from both.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace lockstep::shell {

class Doorbell {
  public:
    /// `also` is called with every ring; the window gives glfwPostEmptyEvent.
    void set_also(std::function<void()> also) {
        const std::lock_guard lock(m_mutex);
        m_also = std::move(also);
    }

    void ring() {
        std::function<void()> also;
        {
            const std::lock_guard lock(m_mutex);
            m_rung = true;
            also = m_also;
        }
        m_condition.notify_one();
        if (also)
            also();
    }

    /// True when it was rung since the last wait, or is within `longest`.
    bool wait(std::chrono::milliseconds longest) {
        std::unique_lock lock(m_mutex);
        const bool rung = m_condition.wait_for(lock, longest, [&] { return m_rung; });
        m_rung = false;
        return rung;
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    std::function<void()> m_also;
    bool m_rung = false;
};

} // namespace lockstep::shell
