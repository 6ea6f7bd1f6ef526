// SPDX-License-Identifier: MIT
// The real bench at the other end of two pipes. Waiting has a generous end, so that a bench that
// hangs is a failed test; nothing here says how fast it must be.
#pragma once

#include "kernels/protocol/framing.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <optional>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace lockstep::bench {

using namespace std::chrono_literals;
using protocol::FromBench;
using protocol::ToBench;

inline std::string binary_folder() {
    const char* const folder = std::getenv("LOCKSTEP_BINARY_DIR");
    return std::string(folder == nullptr ? "." : folder) + "/bin/";
}

class Child {
  public:
    /// `before` is called in the new process before it becomes the bench.
    explicit Child(std::vector<std::string> arguments = {}, void (*before)() = nullptr) {
        arguments.insert(arguments.begin(), binary_folder() + "lockstep-bench");
        std::vector<char*> values;
        for (std::string& argument : arguments)
            values.push_back(argument.data());
        values.push_back(nullptr);
        int to[2], from[2];
        EXPECT_EQ(pipe2(to, O_CLOEXEC) + pipe2(from, O_CLOEXEC), 0);
        m_id = fork();
        if (m_id == 0) {
            setpgid(0, 0); // as the front does: a cancelled bench takes its children along
            if (before != nullptr)
                before();
            dup2(to[0], STDIN_FILENO);
            dup2(from[1], STDOUT_FILENO);
            execv(values[0], values.data());
            _exit(127);
        }
        close(to[0]);
        close(from[1]);
        m_in = to[1];
        m_out = from[0];
    }
    ~Child() {
        close_input();
        close(m_out);
        if (!m_status) {
            kill(m_id, SIGKILL);
            waitpid(m_id, nullptr, 0);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void say(const std::string& text) {
        EXPECT_EQ(write(m_in, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    /// So many letters without a newline, or as many as it wants to read.
    void flood(std::size_t letters) {
        std::signal(SIGPIPE, SIG_IGN);
        const std::string much(65536, 'x');
        for (std::size_t sent = 0; sent < letters; sent += much.size())
            if (write(m_in, much.data(), much.size()) < 0)
                return;
    }
    void say(const ToBench& message) { say(protocol::write(message)); }
    void close_input() {
        if (m_in >= 0)
            close(std::exchange(m_in, -1));
    }
    void signal(int number) { kill(m_id, number); }

    /// The next message; none when the bench has closed its output or 30 s have passed.
    std::optional<FromBench> hear() {
        const auto deadline = std::chrono::steady_clock::now() + 30s;
        while (true) {
            auto frame = m_framer.next();
            EXPECT_TRUE(frame) << frame.error().text();
            if (!frame)
                return std::nullopt;
            if (*frame) {
                auto message = protocol::read_from_bench((*frame)->line, (*frame)->bytes);
                EXPECT_TRUE(message) << message.error().text() << "\n" << (*frame)->line;
                return message ? std::optional(*std::move(message)) : std::nullopt;
            }
            if (!read_more(deadline))
                return std::nullopt;
        }
    }

    /// All that is said until `done`, or until nothing more comes. Answers every `await_go`.
    std::vector<FromBench> hear_run(bool answers = true) {
        std::vector<FromBench> all;
        while (auto message = hear()) {
            all.push_back(*message);
            if (const auto* const news = std::get_if<protocol::Progress>(&*message);
                news != nullptr && news->await_go && answers)
                say(protocol::Go{news->id, 0, 0});
            if (std::holds_alternative<protocol::Done>(*message))
                break;
        }
        return all;
    }

    template <class Message>
    std::optional<Message> hear_a() {
        while (auto message = hear())
            if (auto* const wanted = std::get_if<Message>(&*message))
                return *wanted;
        return std::nullopt;
    }

    /// How it ended, as waitpid says; none when it still runs after 30 s.
    std::optional<int> end() {
        for (int i = 0; i < 3000 && !m_status; ++i) {
            int status = 0;
            if (waitpid(m_id, &status, WNOHANG) == m_id)
                m_status = status;
            else
                usleep(10'000);
        }
        return m_status;
    }

  private:
    bool read_more(std::chrono::steady_clock::time_point deadline) {
        const auto left = deadline - std::chrono::steady_clock::now();
        const auto left_ms = std::chrono::duration_cast<std::chrono::milliseconds>(left).count();
        pollfd wait{m_out, POLLIN, 0};
        if (left_ms <= 0 || poll(&wait, 1, static_cast<int>(left_ms)) <= 0) {
            ADD_FAILURE() << "the bench said nothing for 30 s";
            return false;
        }
        std::array<char, 65536> chunk;
        const ssize_t count = read(m_out, chunk.data(), chunk.size());
        if (count <= 0)
            return false;
        m_framer.push({chunk.data(), static_cast<std::size_t>(count)});
        return true;
    }

    pid_t m_id = -1;
    int m_in = -1, m_out = -1;
    std::optional<int> m_status;
    protocol::Framer m_framer;
};

/// A run that is over in a moment: a short job on one worker and on the baseline.
inline protocol::RunRequest short_run(std::string id = "r1", double budget_s = 0.3) {
    const Values small = {{"f", 0.5}};
    return {std::move(id),
            {{0, "amdahl", "serial", small}, {1, "amdahl", "multicore", {{"f", 0.5}, {"p", 1}}}},
            budget_s,
            0.1};
}

template <class Message>
std::vector<Message> all_of(const std::vector<FromBench>& messages) {
    std::vector<Message> found;
    for (const FromBench& message : messages)
        if (const auto* const one = std::get_if<Message>(&message))
            found.push_back(*one);
    return found;
}

} // namespace lockstep::bench
