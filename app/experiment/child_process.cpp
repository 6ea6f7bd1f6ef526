// SPDX-License-Identifier: MIT
// Starting and ending a child process.
#include "app/experiment/child_process.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace lockstep {

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    if (this != &other) {
        close();
        m_number = other.release();
    }
    return *this;
}

void FileDescriptor::close() {
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

namespace {

struct Pipe {
    FileDescriptor read, write;
};

Result<Pipe> make_pipe() {
    int ends[2];
    // Not inherited: a second bench must not keep the first one's pipes open.
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail("bench", fmt::format("no pipe could be made ({}).", std::strerror(errno)),
                    "Close other programs and try again.");
    return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

/// The attributes of the new process: its own group, SIGPIPE as usual, no blocked signals.
int spawn(pid_t& id, std::vector<char*>& arguments, const int (&streams)[3]) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int stream = 0; stream < 3; ++stream)
        posix_spawn_file_actions_adddup2(&actions, streams[stream], stream);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    const int error =
        ::posix_spawnp(&id, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

Result<std::unique_ptr<ChildProcess>>
ChildProcess::start(const std::vector<std::string>& arguments) {
    if (arguments.empty())
        return fail("bench", "no command was given to start it.");
    // Writing to a bench that has just died is reported by write(); it must not end the program.
    std::signal(SIGPIPE, SIG_IGN);
    LOCKSTEP_TRY(Pipe input, make_pipe());
    LOCKSTEP_TRY(Pipe output, make_pipe());
    LOCKSTEP_TRY(Pipe error, make_pipe());
    std::vector<std::string> copies = arguments;
    std::vector<char*> words;
    for (std::string& word : copies)
        words.push_back(word.data());
    words.push_back(nullptr);
    pid_t id = -1;
    const int streams[3] = {input.read.number(), output.write.number(), error.write.number()};
    if (const int code = spawn(id, words, streams); code != 0)
        return fail(arguments[0], fmt::format("it could not be started ({}).", std::strerror(code)),
                    "Build the target lockstep-bench, or name another bench in LOCKSTEP_BENCH.");
    ::fcntl(input.write.number(), F_SETFL, O_NONBLOCK);
    return std::unique_ptr<ChildProcess>(new ChildProcess(
        id, std::move(input.write), std::move(output.read), std::move(error.read)));
}

ChildProcess::ChildProcess(pid_t id, FileDescriptor input, FileDescriptor output,
                           FileDescriptor error)
    : m_id(id), m_input(std::move(input)), m_output(std::move(output)), m_error(std::move(error)) {}

ChildProcess::~ChildProcess() {
    end();
}

bool ChildProcess::write(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(m_input.number(), text.data(), text.size());
        if (written > 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd room{m_input.number(), POLLOUT, 0};
            if (::poll(&room, 1, 100) <= 0)
                return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

void ChildProcess::close_input() {
    m_input.close();
}

void ChildProcess::end() {
    if (reaped_within(std::chrono::milliseconds(0)))
        return;
    ::kill(-m_id, SIGTERM);
    if (reaped_within(std::chrono::milliseconds(50)))
        return;
    ::kill(-m_id, SIGKILL);
    reaped_within(std::chrono::seconds(10));
}

bool ChildProcess::reaped_within(std::chrono::milliseconds wait) {
    const auto until = std::chrono::steady_clock::now() + wait;
    while (true) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_reaped)
                return true;
            m_reaped = ::waitpid(m_id, &m_status, WNOHANG) == m_id;
            // Whatever the bench started goes with it, and at once: later the number of its group
            // may belong to somebody else.
            if (m_reaped)
                ::kill(-m_id, SIGKILL);
            if (m_reaped)
                return true;
        }
        if (std::chrono::steady_clock::now() >= until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

std::optional<std::string> ChildProcess::how_it_ended(std::chrono::milliseconds wait) {
    if (!reaped_within(wait))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    if (WIFEXITED(m_status))
        return fmt::format("ended with code {}", WEXITSTATUS(m_status));
    const int signal = WTERMSIG(m_status);
    return fmt::format("was ended by signal {} ({})", signal, ::strsignal(signal));
}

} // namespace lockstep
