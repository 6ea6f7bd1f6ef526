// SPDX-License-Identifier: MIT
// The disk's thread: it sleeps in poll() on its jobs and on inotify, so that watching costs
// nothing.
#include "app/shell/disk.hpp"

#include "sim/base/assert.hpp"

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <system_error>
#include <unistd.h>

namespace lockstep::shell {

namespace {

constexpr std::uint32_t changes =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
/// An editor writes, renames and touches within this; a burst is one change.
constexpr int settle_ms = 80;

void read_all(int descriptor) {
    std::array<char, 4096> bytes;
    while (::read(descriptor, bytes.data(), bytes.size()) > 0) {
    }
}

} // namespace

Disk::Disk(std::function<void()> wake)
    : m_wake(std::move(wake)), m_poke(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_changes(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    LOCKSTEP_ASSERT(m_poke.number() >= 0, "an eventfd can always be made");
    m_thread = std::thread([this] { work(); });
}

Disk::~Disk() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    ::eventfd_write(m_poke.number(), 1);
    m_thread.join();
}

void Disk::add(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    ::eventfd_write(m_poke.number(), 1);
}

void Disk::answer(Answer answer) {
    {
        const std::lock_guard lock(m_mutex);
        m_answers.push_back(std::move(answer));
    }
    m_wake();
}

std::vector<Disk::Answer> Disk::take_answers() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

void Disk::watch(const std::filesystem::path& folder, Job changed) {
    add([this, folder, changed = std::move(changed)] {
        m_watched = folder;
        m_changed = changed;
        watch_all();
    });
}

void Disk::wait_until_idle() {
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [&] { return m_jobs.empty() && !m_busy; });
}

/// inotify does not look below a folder: every folder is added, new ones after each change.
void Disk::watch_all() {
    if (m_changes.number() < 0)
        return; // out of watches: lessons are then read at the start only
    std::error_code error;
    ::inotify_add_watch(m_changes.number(), m_watched.c_str(), changes);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_watched, error))
        if (entry.is_directory(error))
            ::inotify_add_watch(m_changes.number(), entry.path().c_str(), changes);
}

bool Disk::drain_changes() {
    if (m_changes.number() < 0)
        return false;
    pollfd wait{m_changes.number(), POLLIN, 0};
    if (::poll(&wait, 1, 0) <= 0)
        return false;
    do
        read_all(m_changes.number());
    while (::poll(&wait, 1, settle_ms) > 0);
    return true;
}

void Disk::sleep() {
    std::array<pollfd, 2> waits{{{m_poke.number(), POLLIN, 0}, {m_changes.number(), POLLIN, 0}}};
    ::poll(waits.data(), m_changes.number() < 0 ? 1 : 2, -1);
    eventfd_t count = 0;
    ::eventfd_read(m_poke.number(), &count);
}

void Disk::work() {
    for (;;) {
        std::deque<Job> jobs;
        bool stop = false;
        {
            const std::lock_guard lock(m_mutex);
            jobs.swap(m_jobs);
            m_busy = !jobs.empty();
            stop = m_stop;
        }
        for (const Job& job : jobs)
            job();
        if (!jobs.empty()) {
            const std::lock_guard lock(m_mutex);
            m_busy = false;
            m_idle.notify_all();
            continue;
        }
        if (stop)
            return;
        sleep();
        if (drain_changes()) {
            watch_all();
            if (m_changed)
                m_changed();
        }
    }
}

} // namespace lockstep::shell
