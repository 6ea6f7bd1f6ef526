// SPDX-License-Identifier: MIT
// Messages come out whole however the pipe cuts them; a stream without an end is refused.
#include "kernels/protocol/framing.hpp"
#include "tests/kernels/protocol/examples.hpp"

#include <gmock/gmock.h>
#include <numeric>

namespace lockstep::protocol {
namespace {

std::string stream_of_everything() {
    std::string stream;
    for (const FromBench& message : examples::from_bench()) {
        stream += write(message);
        if (const auto* const picture = std::get_if<Picture>(&message))
            for (const std::byte byte : picture->bytes)
                stream += static_cast<char>(byte);
    }
    return stream;
}

TEST(Framer, MessagesComeOutWholeHoweverTheyAreCut) {
    const std::string stream = stream_of_everything();
    for (const std::size_t cut : {1ul, 2ul, 7ul, 100ul, stream.size()}) {
        Framer framer;
        std::vector<std::size_t> kinds;
        for (std::size_t at = 0; at < stream.size(); at += cut) {
            framer.push(std::string_view(stream).substr(at, cut));
            for (auto frame = framer.next().value(); frame; frame = framer.next().value())
                kinds.push_back(read_from_bench(frame->line, frame->bytes).value().index());
        }
        std::vector<std::size_t> every(std::variant_size_v<FromBench>);
        std::iota(every.begin(), every.end(), 0u);
        EXPECT_EQ(kinds, every) << "cut " << cut;
    }
}

TEST(Framer, RawBytesMayLookLikeLines) {
    Framer framer;
    framer.push("{\"type\":\"x\",\"bytes\":3}\n\n\n\n{\"a\":1}\n");
    const auto first = framer.next().value();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->bytes.size(), 3u);
    EXPECT_EQ(framer.next().value()->line, "{\"a\":1}");
    EXPECT_FALSE(framer.next().value());
}

TEST(Framer, ALineWithoutEndIsRefusedAndStaysRefused) {
    Framer framer;
    framer.push(std::string(longest_line, 'x'));
    EXPECT_TRUE(framer.next());
    framer.push("x");
    EXPECT_FALSE(framer.next());
    framer.push("\n{}\n");
    EXPECT_FALSE(framer.next()) << "after a lost frame nothing is a message";
}

TEST(Framer, TooManyAnnouncedBytesAreRefusedBeforeTheyCome) {
    Framer framer;
    framer.push("{\"type\":\"picture\",\"bytes\":99999999999}\n");
    EXPECT_FALSE(framer.next());
}

} // namespace
} // namespace lockstep::protocol
