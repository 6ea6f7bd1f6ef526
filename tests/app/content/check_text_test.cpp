// SPDX-License-Identifier: MIT
#include "tests/app/content/checked.hpp"

#include <gmock/gmock.h>

namespace lockstep::content {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The lesson with one more paragraph: its only problem, on that paragraph's line.
Problem problem_with(const std::string& text) {
    const std::string markdown =
        replaced(good_markdown, "Now run it.", "Now run it.\n\nAnd\n" + text);
    Problem problem = only(checked(good_toml, markdown));
    EXPECT_EQ(problem.line, line_with(markdown, text)) << problem.text();
    return problem;
}

TEST(CheckText, LiveValues) {
    EXPECT_THAT(problem_with("{{mesured p=2}}").remedy, HasSubstr("'measured'"));
    EXPECT_THAT(problem_with("{{measured q=2}}").what, HasSubstr("no parameter 'q'"));
    EXPECT_THAT(problem_with("{{measured f=2}}").what, HasSubstr("'f' cannot be 2"));
    EXPECT_THAT(problem_with("{{measured f=0.5 in=other}}").what, HasSubstr("[experiment.other]"));
    EXPECT_THAT(problem_with("{{measured simd f=0.5}}").what, HasSubstr("no variant"));
    EXPECT_THAT(problem_with("{{model gustafson f=0.5}}").what, HasSubstr("no model"));
    EXPECT_THAT(problem_with("{{factor speed f=0.5}}").what,
                HasSubstr("serial_part, load_balance, coordination, or of a card kernel"));
    EXPECT_THAT(problem_with("{{slider f}}").what, HasSubstr("no slider"));
    EXPECT_THAT(problem_with("{{cores p=2}}").what, HasSubstr("has no point"));
    EXPECT_THAT(problem_with("{{ratio}}").what, HasSubstr("belongs to a comparison"));
    EXPECT_THAT(problem_with("{{1 + 1}}").what, HasSubstr("no live value"));
    EXPECT_THAT(problem_with("{{measured f=0.5").what, HasSubstr("no live value"));
}

TEST(CheckText, EachPartOfAnAnswerIsALiveValueOrANumber) {
    const auto with = [](const std::string& answer) {
        return checked(good_toml,
                       replaced(good_markdown, "answer    = 2", "answer    = '" + answer + "'"));
    };
    EXPECT_THAT(with("100 over measured f=0.5 times cores"), IsEmpty());
    EXPECT_THAT(only(with("100 over mesured f=0.5")).remedy, HasSubstr("'measured'"));
    EXPECT_THAT(only(with("100 over measured f=2")).what, HasSubstr("'f' cannot be 2"));
    EXPECT_THAT(only(with("over 2")).what, HasSubstr("no live value"));
}

TEST(CheckText, Links) {
    EXPECT_THAT(problem_with("[a](set:g=1)").what, HasSubstr("moves no slider: 'g'"));
    EXPECT_THAT(problem_with("[a](set:piece_us=2000)").remedy, HasSubstr("0.05 to 1000"));
    EXPECT_THAT(problem_with("[a](set:piece_us)").what, HasSubstr("which slider"));
    EXPECT_THAT(problem_with("[a](file:///etc/passwd)").what, HasSubstr("no link"));
    EXPECT_THAT(problem_with("[a](step:later)").what, HasSubstr("no link"));
    EXPECT_THAT(checked(good_toml, good_markdown + "[a](https://example.org) [b](step:explain)\n"),
                IsEmpty());
}

TEST(CheckText, Pictures) {
    EXPECT_THAT(problem_with("![a](missing.png)").what, HasSubstr("no such file"));
    EXPECT_THAT(problem_with("![a](../../../etc/passwd)").what, HasSubstr("outside"));
    EXPECT_THAT(problem_with("![a](https://example.org/a.png)").what, HasSubstr("remote"));
    const Scratch scratch;
    scratch.write("01_unit/01_sample/there.png", "x");
    EXPECT_THAT(checked(good_toml, good_markdown + "![a](there.png)\n", scratch), IsEmpty());
}

TEST(CheckText, BareResultsInTextAndSentences) {
    EXPECT_THAT(problem_with("It was 1.33 times as fast.").what, HasSubstr("'1.33 times as fast'"));
    const std::string said = replaced(good_markdown, "'Slower.'", "'It took 3 ms.'");
    const Problem problem = only(checked(good_toml, said));
    EXPECT_EQ(problem.line, line_with(said, "took 3 ms"));
    // A question may say what it likes.
    EXPECT_THAT(checked(good_toml, replaced(good_markdown, "'Yes?'", "'Is it 2 times faster?'")),
                IsEmpty());
}

} // namespace
} // namespace lockstep::content
