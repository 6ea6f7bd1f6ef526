// SPDX-License-Identifier: MIT
// ```code: a function that the run executes, shown from its comment through its closing brace.
#include "app/content/blocks/kind.hpp"

#include <fmt/format.h>

namespace lockstep::content {
namespace {

/// "kernels/..." lies below the root; anything else in the lesson's own folder.
std::shared_ptr<BlockBody> read(Keys& keys, const BlockContext& context) {
    const std::string file = keys.needed_text("file");
    const std::string function = keys.needed_text("function");
    const bool kernel = file.starts_with("kernels/");
    auto found = read_code(kernel ? context.root : context.folder, file, function);
    if (!found) {
        const Error& error = found.error();
        keys.report(keys.line("file"), fmt::format("'{}': {}", file, error.what), error.remedy);
        return nullptr;
    }
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
