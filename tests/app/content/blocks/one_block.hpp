// SPDX-License-Identifier: MIT
// One fenced block, read alone; and a whole lesson that is spoiled in one of its blocks.
#pragma once

#include "app/content/blocks/kind.hpp"
#include "app/content/lesson_reader.hpp"
#include "tests/app/content/checked.hpp"

namespace lockstep::content {

template <class Body>
struct kind_of;
template <>
struct kind_of<PredictBody> {
    static constexpr const char* name = "predict";
};
template <>
struct kind_of<RunBody> {
    static constexpr const char* name = "run";
};
template <>
struct kind_of<QuizBody> {
    static constexpr const char* name = "quiz";
};
template <>
struct kind_of<FigureBody> {
    static constexpr const char* name = "figure";
};
template <>
struct kind_of<CodeBody> {
    static constexpr const char* name = "code";
};

template <class Body>
struct OneBlock {
    std::vector<Problem> problems;
    std::vector<Block> blocks;
    const Body* body = nullptr;

    explicit OneBlock(const std::string& toml, const std::filesystem::path& folder = "lesson",
                      const std::filesystem::path& root = "root")
        : blocks(read_blocks("```" + std::string(kind_of<Body>::name) + "\nid = 'b'\n" + toml +
                                 "```\n",
                             folder, root, problems)) {
        if (!blocks.empty())
            body = dynamic_cast<const Body*>(blocks[0].body.get());
    }
    const Body* operator->() const { return body; }
    std::string said() const {
        std::string all;
        for (const Problem& problem : problems)
            all += problem.text() + "\n";
        return all;
    }
};

/// The only problem of the sample lesson after one change in lesson.md, on the line of `at`.
inline Problem spoiled_block(const std::string& from, const std::string& to,
                             const std::string& at) {
    const std::string markdown = replaced(good_markdown, from, to);
    Problem problem = only(checked(good_toml, markdown));
    EXPECT_EQ(problem.line, line_with(markdown, at)) << problem.text();
    return problem;
}

} // namespace lockstep::content
