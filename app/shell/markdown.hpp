// SPDX-License-Identifier: MIT
// The Markdown renderer, with our fonts, our links, and no way to files or to the net.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace lockstep::shell {

/// Once, after the fonts are wanted. `follow` is called with the target of a link that was chosen.
void open_markdown(const std::filesystem::path& root,
                   std::function<void(const std::string&)> follow);
/// The one folder from which pictures may come: the open lesson's.
void set_markdown_pictures(const std::filesystem::path& folder);
/// Colours of the palette of now.
void style_markdown();
void close_markdown();

} // namespace lockstep::shell
