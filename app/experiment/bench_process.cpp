// SPDX-License-Identifier: MIT
// Starting a bench, asking it, and taking what it said. What its two threads do is in
// bench_reader.cpp.
#include "app/experiment/bench_process.hpp"

#include <fmt/format.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace lockstep {

Result<std::unique_ptr<BenchProcess>> BenchProcess::create(Options options) {
    std::unique_ptr<BenchProcess> bench(new BenchProcess(std::move(options)));
    LOCKSTEP_CHECK(bench->start());
    return bench;
}

BenchProcess::BenchProcess(Options options)
    : m_options(std::move(options)), m_poke(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void BenchProcess::poke(const FileDescriptor& event) {
    const std::uint64_t one = 1;
    // A full counter means that the reader has been poked already.
    [[maybe_unused]] const ssize_t written = ::write(event.number(), &one, sizeof one);
}

BenchProcess::~BenchProcess() {
    stop();
}

Result<void> BenchProcess::start() {
    m_stop = FileDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    LOCKSTEP_TRY(m_child, ChildProcess::start(m_options.arguments));
    {
        const std::lock_guard lock(m_mutex);
        m_queue.clear();
        m_log.clear();
        m_failure.reset();
        m_queued_bytes = m_messages_since_request = 0;
        m_woken = m_greeted = false;
        m_deadline =
            Deadline{std::chrono::steady_clock::now() + m_options.greeting, m_options.greeting};
    }
    m_reader = std::jthread([this](std::stop_token stop) { read_messages(std::move(stop)); });
    m_log_reader = std::jthread([this](std::stop_token stop) { read_log(std::move(stop)); });
    return {};
}

void BenchProcess::stop() {
    m_reader.request_stop();
    m_log_reader.request_stop();
    poke(m_poke);
    poke(m_stop);
    if (m_child)
        m_child->end();
    if (m_reader.joinable())
        m_reader.join();
    if (m_log_reader.joinable())
        m_log_reader.join();
    m_child.reset();
}

Result<void> BenchProcess::restart() {
    stop();
    return start();
}

bool BenchProcess::send(const protocol::ToBench& message) {
    const std::string line = protocol::write(message);
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure || !m_child)
            return false;
        const auto allowed = std::chrono::milliseconds(protocol::slice_ms) + m_options.grace;
        // A `go` that comes after the run has ended is answered by nobody: that is no silence.
        const bool is_go = std::holds_alternative<protocol::Go>(message);
        if (!is_go || m_awaits_go)
            m_deadline = Deadline{std::chrono::steady_clock::now() + allowed, allowed};
        m_awaits_go = false;
        m_messages_since_request = 0;
    }
    poke(m_poke); // it must wait until the new deadline, not the old one
    return m_child->write(line);
}

std::vector<protocol::FromBench> BenchProcess::drain() {
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    m_queued_bytes = 0;
    return std::exchange(m_queue, {});
}

std::optional<BenchFailure> BenchProcess::failure() const {
    const std::lock_guard lock(m_mutex);
    // Only after the last message was taken, so that samples received stay.
    return m_queue.empty() ? m_failure : std::nullopt;
}

std::vector<std::string> BenchProcess::log() const {
    const std::lock_guard lock(m_mutex);
    return {m_log.begin(), m_log.end()};
}

} // namespace lockstep
