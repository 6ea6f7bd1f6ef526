// SPDX-License-Identifier: MIT
// Looking things up in lessons, and a problem as a line of text.
#include "app/content/lesson.hpp"

#include <algorithm>

namespace lockstep::content {

template <class List>
static auto find_by(const List& list, auto member, std::string_view wanted) {
    const auto found = std::ranges::find(list, wanted, member);
    return found == list.end() ? nullptr : &*found;
}

const Slider* Experiment::slider(std::string_view parameter) const {
    return find_by(sliders, &Slider::parameter, parameter);
}

const std::vector<std::string>& Experiment::own_variants() const {
    return counts() && simulated ? simulated->variants : variants;
}

const Experiment* Lesson::experiment(std::string_view wanted) const {
    return find_by(experiments, &Experiment::id, wanted);
}

const Block* Lesson::block(std::string_view wanted) const {
    return find_by(blocks, &Block::id, wanted);
}

const Lesson* Course::lesson(std::string_view wanted) const {
    return find_by(lessons, &Lesson::id, wanted);
}

std::string Problem::text() const {
    const std::string where = line > 0 ? file.string() + ":" + std::to_string(line) : file.string();
    return where + ": " + what + (remedy.empty() ? "" : " " + remedy);
}

std::string Problem::text_from(const std::filesystem::path& folder) const {
    std::string words = text();
    if (folder.empty())
        return words;
    const std::string begin = (folder / "").string();
    for (auto at = words.find(begin); at != words.npos; at = words.find(begin, at))
        words.erase(at, begin.size());
    return words;
}

} // namespace lockstep::content
