// SPDX-License-Identifier: MIT
// The threads of a CUDA block as fibres of one host thread, so that a kernel's own source can meet
// at barriers and hand numbers from lane to lane. They take turns in a fixed order.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <ucontext.h>
#include <vector>

namespace lockstep::trial {

class Fibres {
  public:
    /// Runs body() once as each of `count` fibres, until all have ended.
    void run(unsigned count, const std::function<void()>& body);

    /// The fibre that runs now.
    unsigned current() const { return m_current; }
    /// Lets the others take a turn.
    void yield();
    /// Waits until every fibre that has not ended is here.
    void barrier();
    /// The value that the fibre `ahead` lanes on in this warp of 32 has brought, or one's own
    /// beyond the last lane. All 32 must come.
    unsigned shuffle_down(unsigned value, unsigned ahead);

  private:
    struct Fibre {
        ucontext_t context{};
        std::unique_ptr<std::byte[]> stack;
        unsigned brought = 0;
        bool ended = false;
    };
    static void enter(unsigned high, unsigned low);

    std::vector<Fibre> m_fibres;
    ucontext_t m_home{};
    const std::function<void()>* m_body = nullptr;
    unsigned m_current = 0, m_left = 0, m_arrived = 0, m_barriers = 0;
};

} // namespace lockstep::trial
