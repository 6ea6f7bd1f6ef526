// SPDX-License-Identifier: MIT
// Finding the ends of lines and of raw bytes in a stream.
#include "kernels/protocol/framing.hpp"

#include <cstring>
#include <fmt/format.h>

namespace lockstep::protocol {

void Framer::push(std::string_view chunk) {
    if (m_error)
        return; // what a lost stream goes on sending is not kept
    if (m_begin > 0) {
        m_buffer.erase(0, m_begin);
        m_scanned -= m_begin;
        m_begin = 0;
    }
    m_buffer.append(chunk);
}

Result<std::optional<Frame>> Framer::next() {
    if (m_error)
        return Failure(*m_error);
    Result<std::optional<Frame>> frame = cut();
    if (!frame) {
        m_error = frame.error();
        m_buffer.clear();
    }
    return frame;
}

Result<std::optional<Frame>> Framer::cut() {
    const std::size_t end = m_buffer.find('\n', m_scanned);
    const std::size_t length = (end == std::string::npos ? m_buffer.size() : end) - m_begin;
    if (length > longest_line)
        return fail("protocol",
                    fmt::format("a line is longer than the {} bytes allowed.", longest_line),
                    "The other end is not a bench of Lockstep, or it is broken.");
    if (end == std::string::npos) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    m_scanned = end; // found again while its bytes are still on their way
    const std::string_view line = std::string_view(m_buffer).substr(m_begin, length);
    LOCKSTEP_TRY(const std::size_t announced, announced_bytes(line));
    if (m_buffer.size() - (end + 1) < announced)
        return std::nullopt;
    Frame frame{std::string(line), std::vector<std::byte>(announced)};
    if (announced > 0)
        std::memcpy(frame.bytes.data(), m_buffer.data() + end + 1, announced);
    m_begin = m_scanned = end + 1 + announced;
    return frame;
}

} // namespace lockstep::protocol
