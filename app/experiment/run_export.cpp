// SPDX-License-Identifier: MIT
// Which format an ending stands for.
#include "app/experiment/run_export.hpp"

#include "app/experiment/html_report.hpp"
#include "app/experiment/run_file.hpp"

#include <fmt/format.h>

namespace lockstep {

Result<void> export_run(const Run& run, const std::filesystem::path& file,
                        const PlotContext& context, std::span<const NamedRun> beside) {
    const std::string ending = file.extension().string();
    if (ending == ".json")
        return save_run_file(run, file);
    if (ending == ".csv")
        return write_whole(file, csv_of(run, context, beside));
    if (ending == ".html")
        return write_whole(file, html_of(run, context));
    if (ending == ".svg")
        return write_whole(file, svg_of(run, context));
    return fail(file.string(), fmt::format("there is no format for the ending '{}'.", ending),
                "Use .json, .csv, .html or .svg.");
}

} // namespace lockstep
