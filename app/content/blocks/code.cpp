// SPDX-License-Identifier: MIT
// ```code: a function that the run executes, shown from its comment through its closing brace.
#include "app/content/named_code.hpp"

namespace lockstep::content {
namespace {

std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext& context) {
    auto found = read_named_code(keys, context);
    if (!found)
        return nullptr;
    auto body = std::make_shared<CodeBody>(*std::move(found));
    body->caption = keys.text("caption");
    return body;
}

void check(const Block&, CheckContext&) {} // a function that is not there is found when it is read

std::vector<ShownText> texts(const BlockBody& shown) {
    return {{"caption", static_cast<const CodeBody&>(shown).caption, true}};
}

} // namespace

extern const BlockKind code_block{
    .name = "code",
    .sentence = "A function that the run executes, with the comment above it.",
    .read = &read,
    .check = &check,
    .texts = &texts,
    .begins = nullptr,
};

} // namespace lockstep::content
