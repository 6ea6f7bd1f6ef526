// SPDX-License-Identifier: MIT
// The breath, from the front's side: drawing and timing never overlap.
#include "app/shell/front.hpp"

#include "app/experiment/paths.hpp"

#include <algorithm>
#include <ctime>
#include <variant>

namespace lockstep::shell {

namespace {

/// A repetition that outlasts this, while the learner waits for an answer, is interrupted by one
/// frame.
constexpr std::chrono::milliseconds patience{300};

bool asks_for_breath(const protocol::FromBench& message) {
    const auto* progress = std::get_if<protocol::Progress>(&message);
    return progress && progress->await_go;
}

bool ends_the_run(const protocol::FromBench& message, const std::string& run) {
    if (const auto* done = std::get_if<protocol::Done>(&message))
        return done->id == run;
    if (const auto* passport = std::get_if<protocol::PassportAnswer>(&message))
        return passport->id == run;
    if (const auto* error = std::get_if<protocol::ErrorMessage>(&message))
        return error->id.empty() || error->id == run;
    return false;
}

} // namespace

std::int64_t now_ns() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

bool Front::apply_all() {
    const std::vector<Disk::Answer> answers = m_disk->take_answers();
    for (const Disk::Answer& answer : answers)
        answer(m_session);
    const bool unseen = std::exchange(m_unseen, false);
    const bool heard = take_messages();
    const bool simulated = take_simulated();
    const bool changed =
        heard || simulated || unseen || !answers.empty() || !m_commands.empty();
    // A command may cause others (a link that moves a slider): they are applied in the same gap.
    for (int round = 0; round < 8 && !m_commands.empty(); ++round)
        for (const Command& command : std::exchange(m_commands, {}))
            apply(m_session, command, *this);
    return changed;
}

bool Front::take_messages() {
    if (!m_bench)
        return false;
    const std::vector<protocol::FromBench> messages = m_bench->drain();
    for (const protocol::FromBench& message : messages) {
        if (asks_for_breath(message)) {
            m_breath = true;
            m_timing = false;
            m_breath_ns = now_ns();
            m_frame_log.write("breath", m_breath_ns);
        }
        if (ends_the_run(message, m_session.bench.run_id))
            m_timing = false;
        if (std::holds_alternative<protocol::Samples>(message))
            m_frame_log.write("samples", now_ns());
        receive(m_session, message, *this);
        ask_passport(message);
    }
    return take_failure() || !messages.empty();
}

/// What takes a moment to find out (the card, the noise) is asked once, after the greeting.
void Front::ask_passport(const protocol::FromBench& message) {
    if (m_asked_passport || !std::holds_alternative<protocol::Hello>(message))
        return;
    m_asked_passport = m_bench->send(protocol::PassportRequest{"passport"});
    check_lessons();
}

void Front::wait_for_breath(const std::function<bool()>& input_waits) {
    auto until = std::chrono::steady_clock::now() + patience;
    while (m_timing) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            until - std::chrono::steady_clock::now());
        const bool rung = left.count() > 0 && m_doorbell.wait(left);
        apply_all();
        // A go that crossed the end of its run has nobody left to answer it.
        if (!m_session.timing())
            m_timing = false;
        if (rung)
            continue;
        if (input_waits()) {
            m_redraw_begin_ns = now_ns(); // its end is known once the frame is shown
            return;
        }
        until = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
    }
}

void Front::frame_drawn(std::int64_t begin_ns, std::int64_t end_ns) {
    if (m_timing)
        m_redraw_end_ns = end_ns;
    if (m_request && m_bench) {
        m_timing = m_bench->send(*std::exchange(m_request, std::nullopt));
        m_frame_log.write("go", now_ns());
    }
    // The bench does not wait for ever: what it said while the frame was drawn may be its last
    // word.
    if (m_breath && take_messages()) {
        m_unseen = true;
        m_doorbell.ring(); // another frame shows it
    }
    if (!m_breath || !m_bench)
        return;
    m_breath = false;
    // A bench waits for a breath only so long; a frame that took longer was drawn while it went on.
    const bool late = end_ns - m_breath_ns > protocol::breath_ms * std::int64_t{1'000'000};
    const std::int64_t begin = m_redraw_begin_ns != 0 ? m_redraw_begin_ns : late ? begin_ns : 0;
    const std::int64_t end = begin == 0 ? 0 : late ? end_ns : std::max(m_redraw_end_ns, begin);
    m_timing = m_bench->send(protocol::Go{m_session.bench.run_id, begin, end});
    m_redraw_begin_ns = m_redraw_end_ns = 0;
    m_frame_log.write("go", now_ns());
}

// ---- the bench
// ---------------------------------------------------------------------------------------

void Front::start_run(const protocol::RunRequest& request) {
    // Sent after the frame that shows *Stop*: the first slice begins when nothing is drawn any
    // more.
    m_request = request;
}

void Front::cancel_run() {
    m_request.reset();
    m_breath = m_timing = false;
    if (!m_bench)
        return;
    if (const auto restarted = m_bench->restart(); !restarted)
        notice(restarted.error().text());
}

void Front::restart_bench() {
    m_bench.reset();
    start_bench();
}

void Front::notice(std::string sentence, std::vector<std::string> details) {
    m_session.notices.push_back({std::move(sentence), std::move(details)});
}

} // namespace lockstep::shell
