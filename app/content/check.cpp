// SPDX-License-Identifier: MIT
// The checks of a whole lesson, and of a whole course.
#include "app/content/check.hpp"

#include "app/content/blocks/kind.hpp"
#include "app/content/check_context.hpp"
#include "app/content/check_parts.hpp"
#include "app/content/markdown.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace lockstep::content {

int line_of(const Lines& lines, std::string_view key, int fallback) {
    while (!key.empty()) {
        if (const auto found = lines.find(key); found != lines.end())
            return found->second;
        const auto dot = key.rfind('.');
        key = key.substr(0, dot == key.npos ? 0 : dot);
    }
    return fallback;
}

void CheckContext::report(const Block& block, std::string_view key, std::string what,
                          std::string remedy) {
    problems.push_back({markdown(), line_of(block.body->lines, key, block.line), std::move(what),
                        std::move(remedy)});
}

void CheckContext::report(const Experiment& experiment, std::string_view key, std::string what,
                          std::string remedy) {
    problems.push_back({toml(), line_of(experiment.lines, key, experiment.line), std::move(what),
                        std::move(remedy)});
}

namespace {

constexpr int most_words = 600;

/// Running text has no reader of its own: it is one text that everybody reads.
std::vector<ShownText> texts_of(const Block& block) {
    if (const BlockKind* kind = find_block_kind(block.kind))
        return kind->texts(*block.body);
    return {{"", static_cast<const TextBody&>(*block.body).markdown, true}};
}

void check_length(CheckContext& context) {
    int words = 0;
    for (const Block& block : context.lesson.blocks)
        for (const ShownText& shown : texts_of(block))
            if (shown.always)
                words += count_words(plain_prose(shown.text));
    if (words > most_words)
        context.problems.push_back({context.markdown(), 0,
                                    fmt::format("the lesson has {} words.", words),
                                    fmt::format("Cut it to {}.", most_words)});
}

void check_count(CheckContext& context, std::string_view kind, int least, int most) {
    const auto count =
        static_cast<int>(std::ranges::count(context.lesson.blocks, kind, &Block::kind));
    if (count >= least && count <= most)
        return;
    const std::string wanted = least == most ? std::to_string(least)
                               : most > 1000 ? fmt::format("{} or more", least)
                                             : fmt::format("{} to {}", least, most);
    context.problems.push_back({context.markdown(), 0,
                                fmt::format("the lesson has {} {} blocks.", count, kind),
                                fmt::format("It needs {}.", wanted)});
}

void check_cards(CheckContext& context) {
    const std::size_t count = context.lesson.cards.size();
    if (count < 4 || count > 8)
        context.problems.push_back({context.toml(), 0,
                                    fmt::format("the lesson has {} cards.", count),
                                    "It needs 4 to 8, each [[card]] with front and back."});
}

void check_after(CheckContext& context) {
    std::vector<std::string> ids;
    for (const Lesson& lesson : context.course.lessons)
        ids.push_back(lesson.id);
    // A lesson checked alone cannot know the others.
    if (ids.size() < 2)
        return;
    for (const std::string& id : context.lesson.after)
        if (!context.course.lesson(id))
            context.problems.push_back({context.toml(), 0,
                                        fmt::format("'after' names no lesson: '{}'.", id),
                                        suggestion(id, ids)});
}

void check_blocks(CheckContext& context) {
    for (const Block& block : context.lesson.blocks) {
        if (const BlockKind* kind = find_block_kind(block.kind))
            kind->check(block, context);
        for (const ShownText& shown : texts_of(block))
            check_text(block, shown, context);
    }
}

void sort_by_place(std::vector<Problem>& problems) {
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return std::tuple(problem.file, problem.line);
    });
}

} // namespace

std::vector<Problem> check_lesson(const Lesson& lesson, const Course& course,
                                  const KnownNames& known) {
    std::vector<Problem> problems = lesson.problems;
    CheckContext context{course, lesson, known, problems};
    check_experiments(context);
    check_after(context);
    check_cards(context);
    check_blocks(context);
    check_count(context, "predict", 1, 1 << 20);
    check_count(context, "run", 1, 1 << 20);
    check_count(context, "quiz", 2, 3);
    check_length(context);
    sort_by_place(problems);
    return problems;
}

std::vector<Problem> check_course(const Course& course, const KnownNames& known) {
    std::vector<Problem> problems = course.problems;
    for (const Lesson& lesson : course.lessons)
        std::ranges::move(check_lesson(lesson, course, known), std::back_inserter(problems));
    sort_by_place(problems);
    return problems;
}

std::vector<Problem> check_course(const std::filesystem::path& folder,
                                  const std::filesystem::path& root, const KnownNames& known) {
    return check_course(read_course(folder, root), known);
}

} // namespace lockstep::content
