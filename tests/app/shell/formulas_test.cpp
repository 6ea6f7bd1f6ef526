// SPDX-License-Identifier: MIT
#include "app/shell/formulas.hpp"

#include <gtest/gtest.h>
#include <imgui_rich_md/rich_md.h>
#include <imgui_rich_md/rich_md_host.h>

#include <cmath>
#include <vector>

namespace lockstep::shell {
namespace {

TEST(Formulas, DisplayedOnesCarryTheirRoom) {
    EXPECT_EQ(with_room("Then\n\n$$a + b$$\n\nwith $a$ and $$c$$.", 300.7f),
              "Then\n\n$$a + b%300$$\n\nwith $a$ and $$c%300$$.");
    EXPECT_EQ(with_room("no formula, $5", 300), "no formula, $5");
    EXPECT_EQ(with_room("never closed $$a", 300), "never closed $$a");
}

/// A renderer whose pictures are ten pixels a letter wide at size 10.
struct Drawn {
    std::vector<std::pair<std::string, float>> asked;
    RichMd::HostServices before = RichMd::GetHostServices();

    Drawn() {
        RichMd::HostServices services;
        services.RenderLatex = [this](const std::string& source, float size, unsigned, bool) {
            asked.emplace_back(source, size);
            RichMd::LatexBitmap bitmap;
            bitmap.width = static_cast<int>(std::lround(static_cast<float>(source.size()) * size));
            return std::optional(bitmap);
        };
        RichMd::SetHostServices(services);
        fit_formulas();
    }
    ~Drawn() { RichMd::SetHostServices(before); }
    Drawn(const Drawn&) = delete;
    Drawn& operator=(const Drawn&) = delete;

    int width(const std::string& source) {
        return RichMd::GetHostServices().RenderLatex(source, 10, 0, true)->width;
    }
};

TEST(Formulas, WhatIsTooWideIsSetSmaller) {
    Drawn drawn;
    EXPECT_EQ(drawn.width("abcd%100"), 40);
    ASSERT_EQ(drawn.asked.size(), 1u);
    EXPECT_EQ(drawn.asked[0].first, "abcd") << "the room is no part of the formula";
    EXPECT_EQ(drawn.width("abcd%20"), 20);
    EXPECT_FLOAT_EQ(drawn.asked.back().second, 5);
    EXPECT_EQ(drawn.width("abcd"), 40) << "nothing is said of its room";
}

} // namespace
} // namespace lockstep::shell
