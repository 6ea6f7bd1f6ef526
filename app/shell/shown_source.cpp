// SPDX-License-Identifier: MIT
#include "app/shell/shown_source.hpp"

#include "app/experiment/paths.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/source_lines.hpp"

#include <map>

namespace lockstep::shell {

namespace {

constexpr std::size_t most_source_bytes = 1u << 20;

/// The project's file of a point's kernel; empty when the catalogue has no such kernel.
std::string file_of(const Session& session, const protocol::PointRequest& point) {
    const auto* variant = session.catalogue.variant(point.workload, point.variant);
    return variant ? variant->file : std::string();
}

/// "twice.cu" of "twice.cu.ptx", as a trace file calls what it was made of.
std::string without_ptx(std::string name) {
    if (name.ends_with(".ptx"))
        name.resize(name.size() - std::string_view(".ptx").size());
    return name;
}

ShownSource source_of_file(const Session& session, const TraceFile& trace) {
    ShownSource shown;
    if (!trace.request.kernels.empty())
        shown.name = without_ptx(trace.request.kernels.front().name);
    else
        shown.name = file_of(session, trace.request.points.front());
    shown.text = trace.source;
    if (shown.text.empty() && trace.request.kernels.empty())
        shown.text = source_text(shown.name);
    return shown;
}

} // namespace

const std::string& source_text(const std::string& file) {
    static std::map<std::string, std::string> texts;
    const auto known = texts.find(file);
    if (known != texts.end())
        return known->second;
    std::string text;
    const auto root = find_root();
    if (root && !file.empty())
        text = read_whole(*root / file, most_source_bytes).value_or("");
    return texts.emplace(file, std::move(text)).first->second;
}

ShownSource shown_source(const Session& session) {
    const Tracing& tracing = session.tracing;
    ShownSource shown;
    if (!tracing.file.empty()) {
        if (session.opened_trace && session.opened_trace->path == tracing.file)
            shown = source_of_file(session, session.opened_trace->file);
    } else {
        shown.name = file_of(session, tracing.point);
        shown.text = source_text(shown.name);
        shown.is_own = !tracing.source.empty() && tracing.source != shown.text;
        if (shown.is_own)
            shown.text = tracing.source;
    }
    shown.file = source_file(tracing.info.files, shown.name);
    return shown;
}

} // namespace lockstep::shell
