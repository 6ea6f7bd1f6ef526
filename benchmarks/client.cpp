// SPDX-License-Identifier: MIT
// Starting, talking to and ending a bench.
#include "benchmarks/client.hpp"

#include "kernels/measure/recorder.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <numeric>
#include <sys/wait.h>
#include <unistd.h>

namespace lockstep::benchmarks {

double now_ms() {
    return 1e-6 * static_cast<double>(Recorder::now_ns());
}

Client::Client() {
    std::signal(SIGPIPE, SIG_IGN);
    std::string program =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "lockstep-bench";
    int to[2], from[2];
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0)
        return;
    m_id = fork();
    if (m_id == 0) {
        setpgid(0, 0);
        dup2(to[0], STDIN_FILENO);
        dup2(from[1], STDOUT_FILENO);
        char* const arguments[] = {program.data(), nullptr};
        execv(program.c_str(), arguments);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    m_in = to[1];
    m_out = from[0];
}

Client::~Client() {
    close(m_in);
    close(m_out);
    if (m_id <= 0)
        return;
    kill(-m_id, SIGTERM);
    waitpid(m_id, nullptr, 0);
}

void Client::say(const protocol::ToBench& message) {
    const std::string line = protocol::write(message);
    [[maybe_unused]] const ssize_t written = write(m_in, line.data(), line.size());
}

Result<protocol::FromBench> Client::hear() {
    while (true) {
        LOCKSTEP_TRY(auto frame, m_framer.next());
        if (frame)
            return protocol::read_from_bench(frame->line, std::move(frame->bytes));
        std::array<char, 65536> chunk;
        const ssize_t count = read(m_out, chunk.data(), chunk.size());
        if (count <= 0)
            return fail("lockstep-bench", "it has ended.", "Build it, and look at its log above.");
        m_framer.push({chunk.data(), static_cast<std::size_t>(count)});
    }
}

static void note(Timed& timed, const protocol::Samples& samples) {
    for (std::size_t i = 0; i < samples.round.size(); ++i) {
        if (samples.flags[i] != 0)
            continue;
        const int round = samples.round[i];
        timed.time_ns[round] = samples.time_ns[i];
        timed.busy_ns[round] =
            std::accumulate(samples.busy_ns[i].begin(), samples.busy_ns[i].end(), 0.0);
        timed.longest_ns[round] = samples.longest_ns[i];
        timed.serial_ns[round] = samples.serial_ns[i];
    }
}

Result<std::map<int, Timed>> Client::run(const protocol::RunRequest& request) {
    say(request);
    std::map<int, Timed> all;
    while (true) {
        LOCKSTEP_TRY(const auto message, hear());
        if (const auto* const error = std::get_if<protocol::ErrorMessage>(&message))
            return Failure(error->error);
        if (const auto* const samples = std::get_if<protocol::Samples>(&message))
            note(all[samples->point], *samples);
        if (const auto* const state = std::get_if<protocol::PointState>(&message))
            all[state->point].state = *state;
        if (const auto* const news = std::get_if<protocol::Progress>(&message);
            news != nullptr && news->await_go)
            say(protocol::Go{request.id, 0, 0});
        if (std::holds_alternative<protocol::Done>(message))
            return all;
    }
}

Pairs paired(const Timed& a, const Timed& b) {
    Pairs pairs;
    for (const auto& [round, a_ns] : a.time_ns)
        if (const auto b_ns = b.time_ns.find(round); b_ns != b.time_ns.end()) {
            pairs.a_ns.push_back(a_ns);
            pairs.b_ns.push_back(b_ns->second);
            pairs.rounds.push_back(round);
        }
    return pairs;
}

} // namespace lockstep::benchmarks
