// SPDX-License-Identifier: MIT
// A shell starts it; its words are read.
#include "benchmarks/likwid.hpp"

#include "kernels/measure/machine.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace lockstep::benchmarks {

static std::string output_of(const std::string& command) {
    std::string text;
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return text;
    std::array<char, 4096> chunk;
    for (std::size_t count = 0; (count = fread(chunk.data(), 1, chunk.size(), pipe)) > 0;)
        text.append(chunk.data(), count);
    pclose(pipe);
    return text;
}

Result<std::string> likwid_ending() {
    if (output_of("command -v likwid-bench 2>/dev/null").empty())
        return fail("", "not run: likwid-bench is not installed.");
    const std::string simd = simd_name();
    if (simd == "AVX-512")
        return std::string("avx512_fma");
    if (simd == "AVX2")
        return std::string("avx_fma");
    if (simd == "SSE4" || simd == "SSSE3")
        return std::string("sse");
    return fail("", fmt::format("not run: likwid-bench has no kernel for {}.", simd));
}

Result<double> likwid_rate(const std::string& kernel, const std::string& size, int iterations,
                           const std::string& label) {
    const std::string text = output_of(
        fmt::format("likwid-bench -t {} -w S0:{}:1 -i {} 2>&1", kernel, size, iterations));
    const auto at = text.find(label);
    const double rate = at == std::string::npos ? 0 : std::atof(text.c_str() + at + label.size());
    if (rate <= 0)
        return fail("likwid-bench", "it printed no rate.", "Run likwid-bench -t " + kernel);
    return rate;
}

} // namespace lockstep::benchmarks
