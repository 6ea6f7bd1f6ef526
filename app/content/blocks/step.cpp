// SPDX-License-Identifier: MIT
// ```step: no part of the page; what follows it belongs to a later step of the lesson.
#include "app/content/blocks/kind.hpp"

namespace lockstep::content {
namespace {

struct StepBody : BlockBody {
    Step step = Step::Explain;
};

constexpr std::pair<std::string_view, Step> steps[] = {
    {"predict", Step::Predict},
    {"run", Step::Run},
    {"compare", Step::Compare},
    {"explain", Step::Explain},
};

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext&) {
    auto body = std::make_shared<StepBody>();
    keys.needed_text("begin");
    body->step = keys.one_of("begin", steps, Step::Explain);
    return body;
}

void check(const Block&, CheckContext&) {}

std::vector<ShownText> texts(const BlockBody&) {
    return {};
}

Step begins(const BlockBody& body) {
    return static_cast<const StepBody&>(body).step;
}

} // namespace

extern const BlockKind step_block{
    .name = "step",
    .sentence = "Moves the lesson on: what follows belongs to a later step.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = &begins,
};

} // namespace lockstep::content
