// SPDX-License-Identifier: MIT
#include "app/content/named_code.hpp"

#include <fmt/format.h>

namespace lockstep::content {

std::optional<CodeBody> read_named_code(Keys& keys, const BlockContext& context) {
    const std::string file = keys.needed_text("file");
    const std::string function = keys.needed_text("function");
    const bool kernel = file.starts_with("kernels/");
    auto found = read_code(kernel ? context.root : context.folder, file, function);
    if (found)
        return *std::move(found);
    const Error& error = found.error();
    keys.report(keys.line("file"), fmt::format("'{}': {}", file, error.what), error.remedy);
    return std::nullopt;
}

} // namespace lockstep::content
