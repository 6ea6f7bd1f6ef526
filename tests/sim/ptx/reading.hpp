// SPDX-License-Identifier: MIT
// Text in, module or message out; a body stands in a kernel with registers of every type.
#pragma once

#include "sim/ptx/read.hpp"

#include <gtest/gtest.h>
#include <string>

namespace lockstep::ptx {

inline Module read_text(const std::string& text) {
    auto module = read(text, "test.ptx");
    EXPECT_TRUE(module) << (module ? "" : module.error().text());
    return module ? *std::move(module) : Module();
}

/// The whole message, or "" when the text is read.
inline std::string message_of(const std::string& text) {
    const auto module = read(text, "test.ptx");
    return module ? "" : module.error().text();
}

/// The first line of the body is line 5 of the text.
inline std::string in_kernel(const std::string& body) {
    return ".version 9.0\n.target sm_75\n.address_size 64\n.entry k(.param .u64 x, .param .u32 n) "
           "{ "
           ".reg .pred p<4>; .reg .b16 h<4>; .reg .b32 r<8>; .reg .b64 d<8>; .reg .f32 f<4>; "
           ".reg .f64 e<4>; .reg .u32 u<4>; .reg .s32 s<4>;\n" +
           body + "\n}\n";
}

inline Function read_body(const std::string& body) {
    Module module = read_text(in_kernel(body));
    return module.functions.empty() ? Function() : std::move(module.functions.front());
}

/// The first instruction of a body.
inline Instruction read_one(const std::string& body) {
    Function function = read_body(body);
    EXPECT_FALSE(function.instructions.empty()) << body;
    return function.instructions.empty() ? Instruction() : std::move(function.instructions.front());
}

inline std::string message_of_body(const std::string& body) {
    return message_of(in_kernel(body));
}

inline bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

#define EXPECT_SAYS(message, part) EXPECT_PRED2(contains, message, part)

} // namespace lockstep::ptx
