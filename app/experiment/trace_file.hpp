// SPDX-License-Identifier: MIT
// Trace files (lockstep-trace, version 1): a kernel's PTX, its launch, its inputs and the device.
// Not the steps: the launch is simulated again, and is the same, bit for bit. Written whole or not
// at all.
#pragma once

#include "kernels/protocol/messages.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace lockstep {

inline constexpr int trace_file_version = 1;
inline constexpr std::size_t most_trace_file_bytes = 8u << 20;
/// What the command line knows such a file by.
inline constexpr std::string_view trace_file_ending = ".trace.json";

struct TraceFile {
    std::string device; ///< "h200": its id; how many blocks it holds is in the request
    /// One point with the PTX of its kernels, or one kernel as PTX; traced_block is set. It can be
    /// sent to a bench as it is.
    protocol::SimulateRequest request;
    std::string source;     ///< CUDA C++ that the PTX was made of, for showing; may be empty
    std::int64_t steps = 0; ///< of the trace when the file was written
};

/// One that was opened to be looked at.
struct OpenedTrace {
    std::string path;
    TraceFile file;
};

std::string write_trace(const TraceFile& trace);
/// `name` says whose text it is in an Error. Unknown fields are ignored. Refused: no JSON, no trace
/// file, a newer version, a field of another type, a request that no bench could carry out.
Result<TraceFile> read_trace(std::string_view text, const std::string& name);

Result<void> save_trace_file(const TraceFile& trace, const std::filesystem::path& file);
Result<TraceFile> load_trace_file(const std::filesystem::path& file);

/// A sentence when the launch, simulated again, is not what it was when the file was written:
/// somebody edited it, or this Lockstep simulates otherwise. Empty when it is the same.
std::string trace_difference(const TraceFile& trace, const protocol::TraceInfo& now);

} // namespace lockstep
