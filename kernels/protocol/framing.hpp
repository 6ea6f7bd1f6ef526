// SPDX-License-Identifier: MIT
// Cuts what comes through a pipe into messages: lines, and the raw bytes that a line announces.
// Used at both ends; a flood or a stream without an end is an Error, never a growing memory.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <optional>

namespace lockstep::protocol {

struct Frame {
    std::string line;             ///< without its newline
    std::vector<std::byte> bytes; ///< what the line announced
};

class Framer {
  public:
    /// What read() gave, however it was cut.
    void push(std::string_view chunk);

    /// The next whole message, or none yet. After an Error the stream has lost its frame: every
    /// further call gives the same Error.
    Result<std::optional<Frame>> next();

  private:
    Result<std::optional<Frame>> cut();

    std::string m_buffer;
    std::size_t m_begin = 0;   ///< of the message that is being received
    std::size_t m_scanned = 0; ///< no newline before this
    std::optional<Error> m_error;
};

} // namespace lockstep::protocol
