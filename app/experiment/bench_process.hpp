// SPDX-License-Identifier: MIT
// The front's end of a bench: a child process, one thread that reads what it says and one that
// reads its log. The main thread sends, and takes what came from a locked queue.
#pragma once

#include "app/experiment/child_process.hpp"
#include "kernels/protocol/framing.hpp"

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace lockstep {

/// Why a bench can no longer be used, in calm words.
struct BenchFailure {
    std::string sentence;         ///< "The bench fell silent for more than 2.2 s."
    std::vector<std::string> log; ///< the last lines of its standard error
};

class BenchProcess {
  public:
    struct Options {
        std::vector<std::string> arguments; ///< see bench_arguments()
        std::function<void()> wake;         ///< from a reader thread, once per drain of the queue
        std::chrono::milliseconds grace{2000}; ///< silence beyond the announced slice
        std::chrono::milliseconds greeting{
            15000};                          ///< until `hello`; ssh and Python take their time
        std::size_t most_messages = 20000;   ///< between two requests: more is a flood
        std::size_t most_bytes = 256u << 20; ///< waiting in the queue: more is a flood
    };

    /// Starts the bench. Its `hello` arrives as the first message.
    static Result<std::unique_ptr<BenchProcess>> create(Options options);
    /// Ends the bench's process group and its threads.
    ~BenchProcess();
    BenchProcess(const BenchProcess&) = delete;
    BenchProcess& operator=(const BenchProcess&) = delete;

    /// False when the bench is gone; its failure() says why.
    bool send(const protocol::ToBench& message);

    /// What it said since the last call, in order.
    std::vector<protocol::FromBench> drain();
    /// Set once nothing more will come; what came before stays in drain().
    std::optional<BenchFailure> failure() const;

    /// Cancel: ends the process group (at most some 50 ms) and starts another bench. What the old
    /// one still had to say is forgotten.
    Result<void> restart();

    /// The last 200 lines of its standard error.
    std::vector<std::string> log() const;

  private:
    explicit BenchProcess(Options options);
    Result<void> start();
    void stop();
    void read_messages(std::stop_token stop);
    void read_log(std::stop_token stop);
    bool take_all(protocol::Framer& framer);
    bool take(std::string_view line, std::vector<std::byte> bytes);
    void push(protocol::FromBench message, std::size_t bytes);
    void fail_with(std::string sentence);
    void say_how_it_ended(const std::stop_token& stop);
    void say_that_it_stalled();
    static void poke(const FileDescriptor& event);
    int milliseconds_left() const;

    struct Deadline {
        std::chrono::steady_clock::time_point at;
        std::chrono::milliseconds allowed; ///< for the sentence
    };

    const Options m_options;
    std::unique_ptr<ChildProcess> m_child;
    FileDescriptor m_poke; ///< an eventfd that ends the reader's wait
    FileDescriptor m_stop; ///< an eventfd, never read, that ends the log reader's

    mutable std::mutex m_mutex; ///< guards what follows
    std::vector<protocol::FromBench> m_queue;
    std::size_t m_queued_bytes = 0, m_messages_since_request = 0;
    bool m_woken = false; ///< since the last drain
    bool m_greeted = false;
    std::optional<Deadline> m_deadline;
    bool m_awaits_go = false; ///< it took a breath, and no `go` went out since
    std::optional<BenchFailure> m_failure;
    std::deque<std::string> m_log;

    std::jthread m_reader, m_log_reader; ///< last: they stop before what they use goes
};

} // namespace lockstep
