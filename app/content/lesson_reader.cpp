// SPDX-License-Identifier: MIT
// lesson.toml into a Lesson, with the blocks of lesson.md.
#include "app/content/lesson_reader.hpp"

#include "app/content/experiment.hpp"
#include "app/content/paths.hpp"

#include <fmt/format.h>

namespace lockstep::content {
namespace {

/// FNV-1a over both files: enough to tell one wording of a lesson from the next.
std::string hash_of(std::string_view a, std::string_view b) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const std::string_view part : {a, std::string_view("\0", 1), b})
        for (const char c : part)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return fmt::format("{:016x}", hash);
}

std::vector<Card> read_cards(Keys& keys) {
    std::vector<Card> cards;
    for (const Tree* tree : keys.tables("card")) {
        Keys card = keys.inside(*tree, "a card");
        cards.push_back({card.needed_text("front"), card.needed_text("back")});
        card.done();
    }
    return cards;
}

void read_identity(Keys& keys, Lesson& lesson) {
    lesson.id = keys.needed_text("id");
    lesson.title = keys.needed_text("title");
    lesson.minutes = keys.whole("minutes", 10);
    lesson.after = keys.texts("after");
    lesson.topics = keys.texts("topics");
}

Problem fatal(const std::filesystem::path& file, const Error& error) {
    const auto colon = error.where.rfind(':');
    const int line = colon == error.where.npos ? 0 : std::atoi(error.where.c_str() + colon + 1);
    return {file, line, error.what, error.remedy, true};
}

} // namespace

LessonRead read_lesson(const std::filesystem::path& folder, const std::filesystem::path& root) {
    const std::filesystem::path toml = folder / "lesson.toml", markdown = folder / "lesson.md";
    const auto toml_text = read_text(toml), text = read_text(markdown);
    LessonRead read;
    if (!toml_text)
        read.problems.push_back(fatal(toml, toml_text.error()));
    if (!text)
        read.problems.push_back(fatal(markdown, text.error()));
    if (!read.problems.empty())
        return read;
    const auto tree = read_toml(*toml_text, toml.string());
    if (!tree) {
        read.problems.push_back(fatal(toml, tree.error()));
        return read;
    }
    Lesson lesson;
    lesson.folder = folder;
    lesson.hash = hash_of(*toml_text, *text);
    Keys keys(*tree, "lesson.toml", toml, lesson.problems);
    read_identity(keys, lesson);
    lesson.experiments = read_experiments(keys);
    lesson.cards = read_cards(keys);
    keys.done();
    lesson.blocks = read_blocks(*text, folder, root, lesson.problems);
    if (lesson.id.empty() || lesson.title.empty()) {
        read.problems = std::move(lesson.problems);
        for (Problem& problem : read.problems)
            problem.fatal = true;
        return read;
    }
    read.lesson = std::move(lesson);
    return read;
}

} // namespace lockstep::content
