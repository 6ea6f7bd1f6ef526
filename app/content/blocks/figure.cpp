// SPDX-License-Identifier: MIT
// ```figure: a picture driven by the run and the sliders; one of those in app/blocks/figure.
#include "app/content/named_code.hpp"
#include "app/content/check_context.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext& context) {
    auto body = std::make_shared<FigureBody>();
    body->name = keys.needed_text("name");
    body->experiment = keys.text("experiment", "main");
    body->caption = keys.text("caption");
    if (!keys.has("file"))
        return body;
    if (auto code = read_named_code(keys, context))
        body->code = std::move(code->text);
    return body;
}

void check(const Block& block, CheckContext& context) {
    const auto& body = static_cast<const FigureBody&>(*block.body);
    check_experiment(block, body.experiment, context);
    const auto& figures = context.known.figures;
    if (std::ranges::find(figures, body.name) == figures.end())
        context.report(block, "name", fmt::format("there is no figure '{}'.", body.name),
                       suggestion(body.name, figures));
}

std::vector<ShownText> texts(const BlockBody& shown) {
    return {{"caption", static_cast<const FigureBody&>(shown).caption, true}};
}

} // namespace

extern const BlockKind figure_block{
    .name = "figure",
    .sentence = "A picture driven by this run and these sliders.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = nullptr,
};

} // namespace lockstep::content
