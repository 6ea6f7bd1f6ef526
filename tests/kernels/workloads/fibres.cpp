// SPDX-License-Identifier: MIT
// Turns are taken in order of the threads' numbers: each runs until it yields or ends.
#include "fibres.hpp"

#include <cstdint>

namespace lockstep::trial {

static constexpr std::size_t stack_bytes = 64 * 1024;

void Fibres::enter(unsigned high, unsigned low) {
    auto* const self = reinterpret_cast<Fibres*>(std::uintptr_t{high} << 32 | low);
    (*self->m_body)();
    self->m_fibres[self->m_current].ended = true;
    --self->m_left;
    swapcontext(&self->m_fibres[self->m_current].context, &self->m_home);
}

void Fibres::run(unsigned count, const std::function<void()>& body) {
    m_body = &body;
    m_left = count;
    m_arrived = 0;
    if (m_fibres.size() < count)
        m_fibres.resize(count);
    // makecontext() passes only ints, so the address travels in two of them.
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    for (unsigned i = 0; i < count; ++i) {
        Fibre& one = m_fibres[i];
        if (!one.stack)
            one.stack = std::make_unique<std::byte[]>(stack_bytes);
        one.ended = false;
        getcontext(&one.context);
        one.context.uc_stack.ss_sp = one.stack.get();
        one.context.uc_stack.ss_size = stack_bytes;
        makecontext(&one.context, reinterpret_cast<void (*)()>(&enter), 2,
                    static_cast<unsigned>(self >> 32), static_cast<unsigned>(self));
    }
    while (m_left > 0)
        for (m_current = 0; m_current < count; ++m_current)
            if (!m_fibres[m_current].ended)
                swapcontext(&m_home, &m_fibres[m_current].context);
}

void Fibres::yield() {
    swapcontext(&m_fibres[m_current].context, &m_home);
}

void Fibres::barrier() {
    const unsigned number = m_barriers;
    ++m_arrived;
    while (m_barriers == number) {
        // Those who have ended are no longer waited for.
        if (m_arrived >= m_left) {
            m_arrived = 0;
            ++m_barriers;
            return;
        }
        yield();
    }
}

unsigned Fibres::shuffle_down(unsigned value, unsigned ahead) {
    m_fibres[m_current].brought = value;
    yield();
    const bool inside = m_current % 32 + ahead < 32;
    const unsigned taken = m_fibres[inside ? m_current + ahead : m_current].brought;
    yield(); // nobody brings the next value before all have taken this one
    return taken;
}

} // namespace lockstep::trial
