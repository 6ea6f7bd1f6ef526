// SPDX-License-Identifier: MIT
// The two threads of a bench: one reads messages and notices when they stop making sense or stop
// coming, one keeps the last lines of the bench's log.
#include "app/experiment/bench_process.hpp"
#include "app/experiment/message_check.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <concepts>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace lockstep {

namespace {

constexpr std::size_t log_lines = 200;
constexpr std::size_t longest_log_line = 2000;

using Chunk = std::array<char, 65536>;

/// Bytes read into `chunk`; nothing at the end of the stream.
std::optional<std::string_view> read_some(int descriptor, Chunk& chunk) {
    while (true) {
        const ssize_t count = ::read(descriptor, chunk.data(), chunk.size());
        if (count > 0)
            return std::string_view(chunk.data(), static_cast<std::size_t>(count));
        if (count == 0 || errno != EINTR)
            return std::nullopt;
    }
}

} // namespace

int BenchProcess::milliseconds_left() const {
    const std::lock_guard lock(m_mutex);
    if (!m_deadline)
        return -1;
    const auto left = m_deadline->at - std::chrono::steady_clock::now();
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return static_cast<int>(std::max<std::int64_t>(0, ms));
}

void BenchProcess::fail_with(std::string sentence) {
    // The last lines of the log often say why: the other thread gets a moment to read them.
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_failure = BenchFailure{std::move(sentence), {m_log.begin(), m_log.end()}};
        m_deadline.reset();
        wake = !std::exchange(m_woken, true);
    }
    if (wake && m_options.wake)
        m_options.wake();
}

/// After it the bench owes nothing: the end of a run, or the one answer to a question.
static bool ends_what_was_asked(const protocol::FromBench& message) {
    return std::visit(
        []<class Message>(const Message&) {
            using namespace protocol;
            return (std::same_as<Message, Done> || std::same_as<Message, ErrorMessage> ||
                    std::same_as<Message, PassportAnswer> || std::same_as<Message, Hello> ||
                    std::same_as<Message, Steps> || std::same_as<Message, Registers> ||
                    std::same_as<Message, SharedBytes> || std::same_as<Message, SoughtStep> ||
                    std::same_as<Message, Overview> || std::same_as<Message, PtxText>);
        },
        message);
}

void BenchProcess::push(protocol::FromBench message, std::size_t bytes) {
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto* progress = std::get_if<protocol::Progress>(&message)) {
            const auto allowed =
                std::chrono::milliseconds(progress->next_slice_ms) + m_options.grace;
            m_deadline = Deadline{std::chrono::steady_clock::now() + allowed, allowed};
            // It waits for us: silence is right until we have answered.
            if (progress->await_go)
                m_deadline.reset();
            m_awaits_go = progress->await_go;
        }
        if (ends_what_was_asked(message)) {
            m_deadline.reset();
            m_awaits_go = false;
        }
        m_queue.push_back(std::move(message));
        m_queued_bytes += bytes;
        ++m_messages_since_request;
        wake = !std::exchange(m_woken, true);
    }
    if (wake && m_options.wake)
        m_options.wake();
}

bool BenchProcess::take(std::string_view line, std::vector<std::byte> bytes) {
    auto message = protocol::read_from_bench(line, std::move(bytes));
    if (message) {
        if (auto checked = check_message(*message); !checked)
            message = Failure(checked.error());
    }
    if (!message) {
        fail_with(fmt::format("The bench sent something that is not the protocol: {}",
                              message.error().text()));
        return false;
    }
    const bool hello = std::holds_alternative<protocol::Hello>(*message);
    const std::size_t size = line.size() + size_of(*message);
    bool flood = false, mute = false;
    {
        const std::lock_guard lock(m_mutex);
        mute = !m_greeted && !hello;
        m_greeted = true;
        flood = m_messages_since_request >= m_options.most_messages ||
                m_queued_bytes + size > m_options.most_bytes;
    }
    if (mute)
        fail_with("The bench did not begin with 'hello', so it is not a bench.");
    else if (flood)
        fail_with("The bench sends more than was asked for; it was stopped.");
    else
        push(*std::move(message), size);
    return !mute && !flood;
}

bool BenchProcess::take_all(protocol::Framer& framer) {
    while (true) {
        auto frame = framer.next();
        if (!frame) {
            fail_with("The bench sent something that is not the protocol: " + frame.error().text());
            return false;
        }
        if (!*frame)
            return true;
        if (!take((*frame)->line, std::move((*frame)->bytes)))
            return false;
    }
}

void BenchProcess::read_messages(std::stop_token stop) {
    protocol::Framer framer;
    const auto chunk = std::make_unique<Chunk>();
    bool usable = true;
    while (usable && !stop.stop_requested()) {
        pollfd waits[2] = {{m_child->output(), POLLIN, 0}, {m_poke.number(), POLLIN, 0}};
        ::poll(waits, 2, milliseconds_left());
        if (waits[1].revents) {
            std::uint64_t pokes = 0;
            [[maybe_unused]] const ssize_t count = ::read(m_poke.number(), &pokes, sizeof pokes);
        } else if (waits[0].revents) {
            const auto bytes = read_some(m_child->output(), *chunk);
            if (bytes)
                framer.push(*bytes);
            usable = bytes && take_all(framer);
            if (!bytes)
                say_how_it_ended(stop);
        } else if (milliseconds_left() == 0) {
            say_that_it_stalled();
            usable = false;
        }
    }
    // A bench that cannot be used must not go on using the cores.
    if (!usable)
        m_child->end();
}

void BenchProcess::say_how_it_ended(const std::stop_token& stop) {
    const auto ended = m_child->how_it_ended(std::chrono::milliseconds(200));
    if (stop.stop_requested())
        return;
    fail_with(ended ? fmt::format("The bench {}.", *ended)
                    : std::string("The bench closed its output but still runs."));
}

void BenchProcess::say_that_it_stalled() {
    std::chrono::milliseconds allowed{};
    {
        const std::lock_guard lock(m_mutex);
        if (m_deadline)
            allowed = m_deadline->allowed;
    }
    fail_with(fmt::format("The bench fell silent for more than {:.1f} s.",
                          static_cast<double>(allowed.count()) / 1000));
}

void BenchProcess::read_log(std::stop_token stop) {
    const auto chunk = std::make_unique<Chunk>();
    std::string line;
    while (!stop.stop_requested()) {
        pollfd waits[2] = {{m_child->error_output(), POLLIN, 0}, {m_stop.number(), POLLIN, 0}};
        ::poll(waits, 2, -1);
        if (!waits[0].revents)
            continue;
        const auto bytes = read_some(m_child->error_output(), *chunk);
        if (!bytes)
            break;
        for (const char c : *bytes) {
            if (c != '\n') {
                if (line.size() < longest_log_line)
                    line += c;
                continue;
            }
            const std::lock_guard lock(m_mutex);
            m_log.push_back(std::exchange(line, {}));
            if (m_log.size() > log_lines)
                m_log.pop_front();
        }
    }
    if (line.empty())
        return;
    const std::lock_guard lock(m_mutex);
    m_log.push_back(std::move(line));
}

} // namespace lockstep
