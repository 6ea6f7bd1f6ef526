// SPDX-License-Identifier: MIT
// The cards that come with the program are whole, and a spoiled one says where.
#include "app/content/devices.hpp"
#include "tests/app/content/scratch.hpp"

#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace lockstep::content {
namespace {

using testing::HasSubstr;

std::filesystem::path cards() {
    const char* root = std::getenv("LOCKSTEP_SOURCE_DIR");
    return std::filesystem::path(root ? root : ".") / "assets/devices";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The T4 with one change: the first problem, or "" when there is none.
std::string spoiled(const std::string& from, const std::string& to) {
    std::string text = text_of(cards() / "t4.toml");
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    text.replace(at, from.size(), to);
    const Scratch scratch;
    scratch.write("t4.toml", text);
    const auto device = read_device(scratch.path() / "t4.toml");
    return device ? "" : device.error().text();
}

TEST(Devices, ThatComeWithTheProgramAreWhole) {
    const DevicesRead read = read_devices(cards());
    for (const Problem& problem : read.problems)
        ADD_FAILURE() << problem.text();
    ASSERT_EQ(read.devices.size(), 6u);
    for (const simt::Device& device : read.devices) {
        EXPECT_FALSE(device.source_of("sms").empty()) << device.id;
        EXPECT_FALSE(device.dram.source.empty()) << device.id;
        EXPECT_LT(device.arithmetic.cycles, device.dram.cycles) << device.id;
    }
    ASSERT_TRUE(read.device("t4"));
    EXPECT_EQ(read.device("t4")->sms, 40);
    EXPECT_EQ(read.device("t4")->capability(), "7.5");
    EXPECT_FALSE(read.device("t5"));
}

TEST(Devices, ASpoiledOneSaysWhere) {
    EXPECT_THAT(spoiled("value = 40, source = 'paper'", "value = 40, source = 'papper'"),
                HasSubstr("t4.toml:"));
    EXPECT_THAT(spoiled("compute_capability = '7.5'", "compute_capability = 'seven'"),
                HasSubstr("'seven' is no compute capability."));
    EXPECT_THAT(spoiled("name = 'NVIDIA T4'", "name = "), HasSubstr("t4.toml:"));
    EXPECT_THAT(spoiled("[figures]", "[figgures]"), HasSubstr("t4.toml:"));
    EXPECT_THAT(spoiled("value = 65536, source = 'guide'", "value = -1, source = 'guide'"),
                HasSubstr("t4.toml:"));
}

TEST(Devices, AFolderThatIsNotThereHasNone) {
    EXPECT_TRUE(read_devices("/nowhere").devices.empty());
}

} // namespace
} // namespace lockstep::content
