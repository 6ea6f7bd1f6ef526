// SPDX-License-Identifier: MIT
// The answer of a question that is worked out from the learner's run: "100 over measured way=5".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lockstep::content {

/// A number or a live value without braces, and what it does with those before it.
struct AnswerPart {
    std::string text;
    bool divides = false;
};

/// Parted at the words "times" and "over". No other sign, no parentheses: a question whose answer
/// needs them asks for too much.
std::vector<AnswerPart> answer_parts(std::string_view written);

} // namespace lockstep::content
