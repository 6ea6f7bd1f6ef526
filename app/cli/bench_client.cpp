// SPDX-License-Identifier: MIT
// Talking to the bench from a terminal.
#include "app/cli/bench_client.hpp"

#include "app/experiment/paths.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace lockstep::cli {

namespace {

// A signal's handler can reach only what is global. One client at a time is enough.
std::atomic<bool> stop_wanted = false;
std::atomic<int> doorbell = -1;

/// A script that is a bench need not know what a passport is.
constexpr std::chrono::seconds passport_patience{10};

void ring() {
    const std::uint64_t one = 1;
    // A full counter means that it rings already.
    const int bell = doorbell;
    [[maybe_unused]] const auto written = bell >= 0 ? ::write(bell, &one, sizeof one) : 0;
}

void on_stop_signal(int) {
    stop_wanted = true;
    ring();
}

void listen_for_stop(bool on) {
    struct sigaction action {};
    action.sa_handler = on ? on_stop_signal : SIG_DFL;
    // A second Ctrl+C ends the program at once, should the first not.
    action.sa_flags = SA_RESETHAND;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

BenchProcess::Options ringing_options() {
    BenchProcess::Options options;
    options.arguments = bench_arguments();
    options.wake = ring;
    return options;
}

} // namespace

BenchClient::BenchClient() : m_simulator(ringing_options()) {}

tl::expected<std::unique_ptr<BenchClient>, Trouble> BenchClient::create() {
    std::unique_ptr<BenchClient> client(new BenchClient);
    doorbell = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    listen_for_stop(true);
    auto bench = BenchProcess::create(ringing_options());
    if (!bench)
        return tl::unexpected(Trouble{cannot, bench.error().text(), {}});
    client->m_bench = *std::move(bench);
    if (auto trouble = client->greet())
        return tl::unexpected(*std::move(trouble));
    return client;
}

BenchClient::~BenchClient() {
    m_bench.reset(); // their threads ring no more
    m_simulator.stop();
    listen_for_stop(false);
    if (const int bell = doorbell.exchange(-1); bell >= 0)
        ::close(bell);
}

bool BenchClient::sleep_until_news(std::optional<Clock::time_point> until) {
    using std::chrono::milliseconds;
    // A minute is longer than any silence that the bench's own deadline allows.
    milliseconds wait{60'000};
    if (until)
        wait = std::chrono::ceil<milliseconds>(*until - Clock::now());
    const int patience = static_cast<int>(std::clamp<milliseconds::rep>(wait.count(), 0, 60'000));
    pollfd bell{doorbell, POLLIN, 0};
    if (!stop_wanted && ::poll(&bell, 1, patience) < 0 && errno != EINTR)
        return false;
    std::uint64_t count = 0;
    [[maybe_unused]] const auto taken = ::read(doorbell, &count, sizeof count);
    return true;
}

BenchClient::Messages BenchClient::next(auto& bench, std::optional<Clock::time_point> until) {
    while (true) {
        if (stop_wanted)
            return tl::unexpected(Trouble{interrupted, {}, {}});
        // Asked before the messages are taken: what came before the failure is still handed over.
        const auto failure = bench.failure();
        auto messages = bench.drain();
        if (!messages.empty())
            return messages;
        if (failure)
            return tl::unexpected(Trouble{cannot, failure->sentence, failure->log});
        if (until && Clock::now() >= *until)
            return std::vector<protocol::FromBench>{};
        if (!sleep_until_news(until))
            return tl::unexpected(Trouble{cannot, "Waiting for the bench failed.", {}});
    }
}

std::optional<Trouble> BenchClient::greet() {
    std::optional<Clock::time_point> until; // hello has the bench's own deadline
    while (true) {
        const auto messages = next(*m_bench, until);
        if (!messages)
            return messages.error();
        if (messages->empty())
            return std::nullopt; // a bench without a passport is still a bench
        for (const protocol::FromBench& message : *messages) {
            if (const auto* hello = std::get_if<protocol::Hello>(&message)) {
                m_catalogue = hello->catalogue;
                m_machine = hello->machine;
                m_bench->send(protocol::PassportRequest{"passport"});
                until = Clock::now() + passport_patience;
            } else if (const auto* passport = std::get_if<protocol::PassportAnswer>(&message)) {
                m_machine = passport->machine;
                return std::nullopt;
            } else if (until && std::holds_alternative<protocol::ErrorMessage>(message)) {
                return std::nullopt;
            }
        }
    }
}

std::optional<Trouble>
BenchClient::carry_out(const protocol::ToBench& request, const std::string& id,
                       const std::function<void(const protocol::FromBench&)>& take) {
    m_bench->send(request);
    while (true) {
        const auto messages = next(*m_bench);
        if (!messages)
            return messages.error();
        bool waits = false;
        for (const protocol::FromBench& message : *messages) {
            take(message);
            if (const auto* progress = std::get_if<protocol::Progress>(&message))
                waits = progress->await_go;
            const auto* over = std::get_if<protocol::Done>(&message);
            const auto* answer = std::get_if<protocol::PassportAnswer>(&message);
            if ((over && over->id == id) || (answer && answer->id == id))
                return std::nullopt; // a late `go` would have it owe an answer that never comes
            if (const auto* error = std::get_if<protocol::ErrorMessage>(&message))
                return Trouble{cannot, error->error.text(), m_bench->log()};
        }
        if (waits)
            m_bench->send(protocol::Go{id});
    }
}

std::optional<Trouble>
BenchClient::simulate(const protocol::SimulateRequest& request,
                      const std::function<void(const protocol::FromBench&)>& take) {
    if (const auto asked = m_simulator.ask(request); !asked)
        return Trouble{cannot, asked.error().text(), {}};
    while (true) {
        const auto messages = next(m_simulator);
        if (!messages)
            return messages.error();
        for (const protocol::FromBench& message : *messages) {
            take(message);
            const auto* over = std::get_if<protocol::Done>(&message);
            if (over && over->id == request.id)
                return std::nullopt;
            if (const auto* error = std::get_if<protocol::ErrorMessage>(&message))
                return Trouble{cannot, error->error.text(), {}};
        }
    }
}

tl::expected<protocol::FromBench, Trouble> BenchClient::ask(const protocol::ToBench& request) {
    m_bench->send(request);
    const auto messages = next(*m_bench);
    if (!messages)
        return tl::unexpected(messages.error());
    if (const auto* error = std::get_if<protocol::ErrorMessage>(&messages->front()))
        return tl::unexpected(Trouble{cannot, error->error.text(), m_bench->log()});
    return messages->front();
}

} // namespace lockstep::cli
