// SPDX-License-Identifier: MIT
// imgui_rich_md asks for its files by fixed names; this answers with ours. A picture may only come
// from the folder of the open lesson.
#include "app/shell/markdown.hpp"

#include "app/shell/formulas.hpp"
#include "app/shell/theme.hpp"
#include "app/shell/type.hpp"

#include <imgui_rich_md/rich_md.h>

#include <array>
#include <fstream>
#include <iterator>

namespace lockstep::shell {

namespace {

struct Folders {
    std::filesystem::path root, pictures;
};
Folders g_folders; // the renderer's callbacks take no argument of ours

struct Alias {
    const char *asked, *file;
};
constexpr std::array aliases{
    Alias{"fonts/Inter/Inter-Regular.ttf", "Inter-Regular.otf"},
    Alias{"fonts/Inter/Inter-Bold.ttf", "Inter-SemiBold.otf"},
    Alias{"fonts/Inter/Inter-RegularItalic.ttf", "Inter-Italic.otf"},
    Alias{"fonts/Inter/Inter-BoldItalic.ttf", "Inter-BoldItalic.otf"},
    Alias{"fonts/Inconsolata-Medium.ttf", "JetBrainsMono-Regular.ttf"},
    Alias{"fonts/signs.ttf", "JetBrainsMono-Regular.ttf"},
};

RichMd::AssetBytes read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return std::nullopt;
    return std::vector<std::uint8_t>(std::istreambuf_iterator<char>(in), {});
}

bool is_inside(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::error_code error;
    const auto whole = std::filesystem::weakly_canonical(file, error);
    const auto base = std::filesystem::weakly_canonical(folder, error);
    const auto relative = whole.lexically_relative(base);
    return !relative.empty() && *relative.begin() != "..";
}

RichMd::AssetBytes read_asset(const std::string& asked) {
    for (const Alias& alias : aliases)
        if (asked == alias.asked)
            return read_bytes(g_folders.root / "assets" / "fonts" / alias.file);
    if (asked.starts_with("fonts/latex/") || asked == "images/markdown_broken_image.png")
        return read_bytes(std::filesystem::path(LOCKSTEP_MARKDOWN_ASSETS) / asked);
    const std::filesystem::path picture = g_folders.pictures / asked;
    if (g_folders.pictures.empty() || !is_inside(picture, g_folders.pictures))
        return std::nullopt;
    return read_bytes(picture);
}

} // namespace

void open_markdown(const std::filesystem::path& root,
                   std::function<void(const std::string&)> follow) {
    g_folders.root = root;
    RichMd::HostServices services;
    services.ReadAsset = read_asset;
    services.DefaultMergeFonts = [] { return std::vector<std::string>{}; };
    RichMd::SetHostServices(services);
    RichMd::MarkdownOptions options;
    options.fontOptions.fontBasePath = "fonts/Inter/Inter";
    options.fontOptions.regularSize = imgui_size_of(TextStyle::Body);
    const float section = size_of(TextStyle::Section) / size_of(TextStyle::Body);
    const float factors[] = {27.0f / 16, section, 17.0f / 16, 1, 1, 1};
    std::copy(std::begin(factors), std::end(factors), options.fontOptions.headerSizeFactors);
    options.fontOptions.mergeFonts = {"fonts/signs.ttf"};
    options.withLatex = true;
    options.autolinks = false;
    options.callbacks.OnOpenLink = std::move(follow);
    RichMd::CreateContext(options);
    fit_formulas();
}

void set_markdown_pictures(const std::filesystem::path& folder) {
    g_folders.pictures = folder;
}

void style_markdown() {
    const Palette& p = palette();
    RichMd::Style& style = RichMd::GetStyle();
    style.linkColor = to_vec4(p.accent);
    style.linkUnderline = to_vec4(faded(p.accent, 0));
    style.linkUnderlineHovered = to_vec4(p.accent);
    style.codeColor = to_vec4(p.ink);
    style.quoteBar = to_vec4(p.line);
    style.blockGap = 0.55f;
    style.linkTooltip = false;
}

void close_markdown() {
    if (RichMd::GetCurrentContext())
        RichMd::DestroyContext();
}

} // namespace lockstep::shell
