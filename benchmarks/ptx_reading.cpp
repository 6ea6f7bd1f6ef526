// SPDX-License-Identifier: MIT
// How long a kernel of 10,000 lines takes to be read.
#include "benchmarks/engine.hpp"
#include "benchmarks/figure.hpp"
#include "sim/ptx/read.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::benchmarks {

/// The lines of the project's kernels that have no variables beside them, one after another.
static Result<std::string> long_text(std::size_t lines) {
    LOCKSTEP_TRY(const auto kernels, engine_kernels());
    std::string text = ".version 8.0\n.target sm_75\n.address_size 64\n";
    for (std::size_t count = 3, copy = 0; count < lines; ++copy)
        for (const EngineKernel& kernel : kernels) {
            if (!kernel.module->variables.empty() || count >= lines)
                continue;
            bool inside = false;
            for (const std::string& line : kernel.module->lines) {
                const auto entry = line.find(".visible .entry ");
                inside = inside || entry != line.npos;
                if (!inside)
                    continue;
                std::string own = line;
                if (entry != line.npos)
                    own.insert(entry + 16, fmt::format("k{}_{}_", copy, &kernel - kernels.data()));
                // Names of functions and strings lie behind the kernel, once for all.
                if (own.find("inlined_at") != own.npos)
                    own.erase(own.find(", function_name"));
                text += own + "\n";
                ++count;
                if (line.starts_with("}"))
                    inside = false;
            }
        }
    return text;
}

static Result<Measured> measure() {
    LOCKSTEP_TRY(const std::string text, long_text(10'000));
    const auto lines = std::ranges::count(text, '\n');
    double best_s = 1e9;
    for (int k = 0; k < 20; ++k) {
        const double begin = processor_seconds();
        LOCKSTEP_CHECK(ptx::read(text, "long.ptx"));
        best_s = std::min(best_s, processor_seconds() - begin);
    }
    const double ms = 1e3 * best_s * 10'000 / static_cast<double>(lines);
    return Measured{ms, ms <= 20, fmt::format("of {} lines of nvcc's, for 10,000", lines)};
}

extern const Figure ptx_reading{"10,000 lines of PTX read", "<= 20 ms", "ms", &measure};

} // namespace lockstep::benchmarks
