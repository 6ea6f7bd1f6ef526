// SPDX-License-Identifier: MIT
#include "app/experiment/trace_file.hpp"

#include "app/experiment/run_file.hpp"

#include <fmt/format.h>

namespace lockstep {

Result<void> save_trace_file(const TraceFile& trace, const std::filesystem::path& file) {
    return write_whole(file, write_trace(trace));
}

Result<TraceFile> load_trace_file(const std::filesystem::path& file) {
    LOCKSTEP_TRY(const std::string text, read_whole(file, most_trace_file_bytes));
    return read_trace(text, file.string());
}

std::string trace_difference(const TraceFile& trace, const protocol::TraceInfo& now) {
    if (trace.steps == now.steps)
        return {};
    return fmt::format("The trace had {} steps when its file was written, and has {} now: the file "
                       "was edited, or another version of Lockstep wrote it.",
                       trace.steps, now.steps);
}

} // namespace lockstep
