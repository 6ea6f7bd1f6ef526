// SPDX-License-Identifier: MIT
// Reading and writing whole messages on plain descriptors.
#include "kernels/bench/pipe.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace lockstep::bench {

int take_standard_output() {
    const int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return output;
}

Pipe::Pipe(int output) : m_output(output) {
    // The reader sleeps in read() for as long as nobody writes; it ends with the process.
    std::thread([this] { read_forever(); }).detach();
}

void Pipe::send(const protocol::FromBench& message) {
    std::string text = protocol::write(message);
    if (text.size() > protocol::longest_line + 1) {
        std::fprintf(stderr, "A message of %zu bytes was left out: it is too long.\n", text.size());
        return;
    }
    if (const auto* const picture = std::get_if<protocol::Picture>(&message))
        text.append(reinterpret_cast<const char*>(picture->bytes.data()), picture->bytes.size());
    for (std::string_view rest = text; !rest.empty();) {
        const ssize_t written = write(m_output, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) _exit(0); // nobody listens any more
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

Result<protocol::ToBench> Pipe::next_request() {
    std::unique_lock lock(m_mutex);
    m_came.wait(lock, [&] { return !m_requests.empty(); });
    auto request = std::move(m_requests.front());
    m_requests.pop_front();
    return request;
}

std::vector<protocol::Go> Pipe::gos(const std::string& id, int most_ms) {
    std::unique_lock lock(m_mutex);
    const auto ours = [&] {
        return std::ranges::find(m_gos, id, &protocol::Go::id) != m_gos.end();
    };
    if (most_ms > 0) m_came.wait_for(lock, std::chrono::milliseconds(most_ms), ours);
    return std::exchange(m_gos, {});
}

void Pipe::take(const std::string& line) {
    auto message = protocol::read_to_bench(line);
    const std::lock_guard lock(m_mutex);
    if (message && std::holds_alternative<protocol::Go>(*message))
        m_gos.push_back(std::get<protocol::Go>(*message));
    else
        m_requests.push_back(std::move(message));
    m_came.notify_all();
}

void Pipe::read_forever() {
    protocol::Framer framer;
    std::array<char, 65536> chunk;
    while (true) {
        const ssize_t count = read(STDIN_FILENO, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) _exit(0); // also in the middle of a run: there is nothing to clean up
        framer.push(std::string_view(chunk.data(), static_cast<std::size_t>(count)));
        while (true) {
            const auto frame = framer.next();
            if (!frame) {
                std::fprintf(stderr, "%s\n", frame.error().text().c_str());
                _exit(2);
            }
            if (!*frame) break;
            take((*frame)->line);
        }
    }
}

} // namespace lockstep::bench
