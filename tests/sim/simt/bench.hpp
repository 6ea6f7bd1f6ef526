// SPDX-License-Identifier: MIT
// A card to try kernels on: buffers, a launch, and what came of it.
#pragma once

#include "sim/ptx/read.hpp"
#include "sim/simt/simulate.hpp"

#include <cstring>
#include <gtest/gtest.h>
#include <string>

namespace lockstep::simt {

/// The head that every PTX text needs, and a kernel around a body. `p` are the parameters, one
/// .u64 each ("in, out"); registers of every kind are declared.
inline std::string kernel(const std::string& body, int parameters = 1,
                          const std::string& outside = "") {
    std::string text =
        ".version 8.0\n.target sm_80\n.address_size 64\n" + outside + "\n.visible .entry k(";
    for (int i = 0; i < parameters; ++i)
        text += (i > 0 ? ", " : "") + std::string(".param .u64 p") + std::to_string(i);
    return text +
           ") {\n.reg .pred %p<20>;\n.reg .b16 %h<20>;\n.reg .b32 %r<40>;\n.reg .f32 %f<20>;\n"
           ".reg .b64 %d<40>;\n.reg .f64 %g<10>;\n" +
           body + "\n}\n";
}

class Bench {
  public:
    template <class T>
    std::uint64_t upload(const std::string& name, const std::vector<T>& values) {
        return memory.upload(name, std::as_bytes(std::span(values)));
    }
    std::uint64_t buffer(const std::string& name, std::uint64_t bytes) {
        return memory.allocate(name, bytes);
    }
    template <class T>
    std::vector<T> read(std::uint64_t address) const {
        for (const Allocation& one : memory.allocations()) {
            if (one.address != address)
                continue;
            std::vector<T> values(one.bytes.size() / sizeof(T));
            std::memcpy(values.data(), one.bytes.data(), values.size() * sizeof(T));
            return values;
        }
        return {};
    }

    /// Runs a kernel of the text with the launch as it is set here.
    Outcome run(const std::string& text, std::vector<Value> arguments = {},
                const std::string& entry = "k") {
        auto module = ptx::read(text, "test.ptx");
        EXPECT_TRUE(module) << (module ? "" : module.error().text());
        if (!module)
            return {};
        auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), entry);
        EXPECT_TRUE(program) << (program ? "" : program.error().text());
        if (!program)
            return {};
        launch.arguments = std::move(arguments);
        auto outcome = simulate(**program, memory, launch, options);
        EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().text());
        return outcome ? *outcome : Outcome{};
    }

    Memory memory;
    Launch launch{.grid = {1, 1, 1}, .block = {32, 1, 1}, .shared_bytes = 0, .arguments = {}};
    Options options;
};

/// The findings in one line each, for messages of failed tests.
inline std::string told(const Outcome& outcome) {
    std::string all;
    for (const Finding& one : outcome.findings)
        all += std::string(name_of(one.kind)) + (one.remark ? " (remark)" : "") + " x" +
               std::to_string(one.count) + " line " + std::to_string(one.ptx_line) + ": " +
               one.message + "\n";
    return all;
}

} // namespace lockstep::simt
