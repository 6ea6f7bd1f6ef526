// SPDX-License-Identifier: MIT
// ```run: an experiment to run, or to run again with other settings. With `compare` it says what
// came out: side a over side b, both points of the experiment or of its first model.
#include "app/content/blocks/kind.hpp"
#include "app/content/check_context.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::content {
namespace {

constexpr std::pair<std::string_view, std::string_view> outcomes[] = {
    {"above", "above"},
    {"below", "below"},
    {"same", "same"},
};

/// { f = 0.5, variant = "simd" } or { f = 0.5, model = true }.
void read_side(Keys& compare, std::string_view key, Values& values, std::string& variant,
               bool& model) {
    const Tree* table = compare.table(key);
    if (!table) {
        compare.report(compare.line(), fmt::format("the comparison has no side '{}'.", key),
                       "Write compare = { a = { p = 2 }, b = { p = 1 } }.");
        return;
    }
    Keys side = compare.inside(*table, fmt::format("side '{}'", key));
    variant = side.text("variant");
    model = side.flag("model", false);
    values = side.rest();
}

std::optional<Comparison> read_compare(Keys& keys) {
    const Tree* table = keys.table("compare");
    const std::string expect{keys.one_of("expect", outcomes, std::string_view())};
    Comparison compare;
    compare.expect = expect;
    compare.above = keys.text("above");
    compare.below = keys.text("below");
    compare.same = keys.text("same");
    if (!table)
        return std::nullopt;
    Keys sides = keys.inside(*table, "compare");
    read_side(sides, "a", compare.a, compare.a_variant, compare.a_model);
    read_side(sides, "b", compare.b, compare.b_variant, compare.b_model);
    sides.done();
    return compare;
}

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext&) {
    auto body = std::make_shared<RunBody>();
    body->experiment = keys.text("experiment", "main");
    body->ask = keys.text("ask");
    body->set = keys.values("set");
    body->compare = read_compare(keys);
    return body;
}

void check_side(const Block& block, std::string_view key, const Values& values,
                const std::string& variant, bool model, const Experiment& experiment,
                CheckContext& context) {
    const std::string prefix = "compare." + std::string(key);
    check_values(values, experiment, fmt::format("side '{}' of block '{}'", key, block.id), context,
                 [&](const std::string& name, std::string what, std::string remedy) {
                     context.report(block, prefix + "." + name, std::move(what), std::move(remedy));
                 });
    const std::vector<std::string>& variants = experiment.own_variants();
    if (!variant.empty() && std::ranges::find(variants, variant) == variants.end())
        context.report(
            block, prefix + ".variant",
            fmt::format("'{}' is no variant of [experiment.{}].", variant, experiment.id),
            suggestion(variant, variants));
    if (model && experiment.models.empty())
        context.report(block, prefix + ".model", "this experiment has no model to compare with.",
                       "Add models = ['...'] to it.");
}

void check_sentences(const Block& block, const Comparison& compare, CheckContext& context) {
    const std::pair<std::string_view, const std::string&> sentences[] = {
        {"above", compare.above}, {"below", compare.below}, {"same", compare.same}};
    for (const auto& [key, sentence] : sentences)
        if (sentence.empty())
            context.report(block, "compare", fmt::format("the comparison has no '{}'.", key),
                           fmt::format("Add {} = '...': what is said when it comes out so.", key));
}

void check(const Block& block, CheckContext& context) {
    const auto& body = static_cast<const RunBody&>(*block.body);
    const Experiment* experiment = check_experiment(block, body.experiment, context);
    if (!experiment)
        return;
    check_values(body.set, *experiment, fmt::format("set of block '{}'", block.id), context,
                 [&](const std::string& name, std::string what, std::string remedy) {
                     context.report(block, "set." + name, std::move(what), std::move(remedy));
                 });
    if (!body.compare)
        return;
    const Comparison& compare = *body.compare;
    check_side(block, "a", compare.a, compare.a_variant, compare.a_model, *experiment, context);
    check_side(block, "b", compare.b, compare.b_variant, compare.b_model, *experiment, context);
    check_sentences(block, compare, context);
}

std::vector<ShownText> texts(const BlockBody& shown) {
    const auto& body = static_cast<const RunBody&>(shown);
    std::vector<ShownText> texts{{"ask", body.ask, true, false}};
    if (!body.compare)
        return texts;
    const std::size_t first = texts.size();
    texts.push_back({"above", body.compare->above});
    texts.push_back({"below", body.compare->below});
    texts.push_back({"same", body.compare->same});
    // One of the three is read: the longest stands for it.
    std::ranges::max_element(texts.begin() + static_cast<std::ptrdiff_t>(first), texts.end(), {},
                             [](const ShownText& text) { return text.text.size(); })
        ->always = true;
    return texts;
}

} // namespace

extern const BlockKind run_block{
    .name = "run",
    .sentence = "An experiment to run; with `compare` it says what came out.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = nullptr,
};

} // namespace lockstep::content
