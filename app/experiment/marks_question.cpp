// SPDX-License-Identifier: MIT
// "What did the marks do?": the shape of what was measured, and two shapes that it does not have.
#include "app/experiment/queries.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep {

namespace {

enum class Shape {
    Level,
    RiseEven,
    RiseLate,
    RiseEarly,
    RiseLevel,
    FallEven,
    FallLate,
    FallEarly,
    FallLevel,
    JumpUp,
    JumpDown,
    TableTop,
    Hill,
    UpAndDown
};

struct ShapeWords {
    Shape shape;
    const char* words;
    std::array<Shape, 2> others; ///< what it could be taken for
};

constexpr ShapeWords shapes[] = {
    {Shape::Level, "They stay at one height.", {Shape::RiseEven, Shape::FallEven}},
    {Shape::RiseEven,
     "They rise by about as much from mark to mark.",
     {Shape::RiseLate, Shape::Level}},
    {Shape::RiseLate,
     "They rise slowly at first and steeply at the end.",
     {Shape::RiseEven, Shape::RiseEarly}},
    {Shape::RiseEarly,
     "They rise steeply at first and hardly at the end.",
     {Shape::RiseEven, Shape::RiseLate}},
    {Shape::RiseLevel, "They rise, and then stay level.", {Shape::RiseEven, Shape::RiseLate}},
    {Shape::FallEven,
     "They fall by about as much from mark to mark.",
     {Shape::FallEarly, Shape::Level}},
    {Shape::FallLate,
     "They fall slowly at first and steeply at the end.",
     {Shape::FallEven, Shape::FallEarly}},
    {Shape::FallEarly,
     "They fall steeply at first and hardly at the end.",
     {Shape::FallEven, Shape::FallLate}},
    {Shape::FallLevel, "They fall, and then stay level.", {Shape::FallEven, Shape::FallLate}},
    {Shape::JumpUp, "They stay, jump up once, and stay.", {Shape::RiseEven, Shape::Level}},
    {Shape::JumpDown, "They stay, drop once, and stay.", {Shape::FallEven, Shape::Level}},
    {Shape::TableTop,
     "They jump up at once, stay, and drop at the end.",
     {Shape::Hill, Shape::Level}},
    {Shape::Hill, "They rise to the middle and fall again.", {Shape::TableTop, Shape::RiseEven}},
    {Shape::UpAndDown, "They rise and fall several times.", {Shape::RiseEven, Shape::Level}},
};

const ShapeWords& words_of(Shape shape) {
    return *std::ranges::find(shapes, shape, &ShapeWords::shape);
}

/// Below this share of a value a difference is not called one.
constexpr double visible = 0.05;

bool differ(const Estimate& a, const Estimate& b) {
    const bool apart = !a.whole_range && !b.whole_range && (a.high < b.low || b.high < a.low);
    return apart && std::abs(a.value - b.value) > visible * std::min(a.value, b.value);
}

/// Differences that can be seen, between each mark and the last one that was different.
struct Steps {
    int ups = 0, downs = 0, turns = 0;
};

Steps steps_of(const std::vector<Estimate>& marks) {
    Steps steps;
    int direction = 0;
    const Estimate* from = &marks.front();
    for (const Estimate& mark : marks) {
        if (!differ(*from, mark))
            continue;
        const int now = mark.value > from->value ? 1 : -1;
        (now > 0 ? steps.ups : steps.downs) += 1;
        if (direction != 0 && now != direction)
            ++steps.turns;
        direction = now;
        from = &mark;
    }
    return steps;
}

/// One step between neighbours makes up nearly all of the change.
bool jumps_once(const std::vector<Estimate>& marks, double change) {
    double most = 0;
    for (std::size_t i = 1; i < marks.size(); ++i)
        most = std::max(most, std::abs(marks[i].value - marks[i - 1].value));
    return marks.size() > 3 && most > 0.8 * std::abs(change);
}

/// All marks between the first and the last lie near one height, well above both.
bool is_table_top(const std::vector<Estimate>& marks) {
    if (marks.size() < 4)
        return false;
    double low = marks[1].value, high = marks[1].value;
    for (std::size_t i = 1; i + 1 < marks.size(); ++i) {
        low = std::min(low, marks[i].value);
        high = std::max(high, marks[i].value);
    }
    const double ends = std::max(marks.front().value, marks.back().value);
    return low > 1.2 * ends && high < 1.3 * low;
}

/// How many marks at the end cannot be told from the last one.
std::size_t level_at_end(const std::vector<Estimate>& marks) {
    std::size_t level = 1;
    while (level < marks.size() && !differ(marks[marks.size() - 1 - level], marks.back()))
        ++level;
    return level;
}

/// Where the curve has done half of its way, as a share of the x axis as it is drawn.
double half_way(const std::vector<Estimate>& marks, bool log_x) {
    const auto place = [log_x](double x) { return log_x && x > 0 ? std::log(x) : x; };
    const double first = marks.front().value, last = marks.back().value;
    const double middle = first + (last - first) / 2;
    const double from = place(marks.front().x), to = place(marks.back().x);
    for (std::size_t i = 1; i < marks.size(); ++i) {
        const double a = marks[i - 1].value, b = marks[i].value;
        if ((a - middle) * (b - middle) > 0 || a == b)
            continue;
        const double share = (middle - a) / (b - a);
        const double x =
            place(marks[i - 1].x) + share * (place(marks[i].x) - place(marks[i - 1].x));
        return (x - from) / (to - from);
    }
    return 0.5;
}

Shape shape_of(const std::vector<Estimate>& marks, bool log_x) {
    const Steps steps = steps_of(marks);
    if (steps.ups + steps.downs == 0)
        return Shape::Level;
    if (is_table_top(marks))
        return Shape::TableTop;
    if (steps.turns == 1 && steps.ups > 0 && steps.downs > 0 &&
        !differ(marks.front(), marks.back()))
        return Shape::Hill;
    if (steps.turns > 0)
        return Shape::UpAndDown;
    const bool rises = steps.ups > 0;
    if (jumps_once(marks, marks.back().value - marks.front().value))
        return rises ? Shape::JumpUp : Shape::JumpDown;
    const std::size_t level = level_at_end(marks);
    if (level >= 3 && 3 * level >= marks.size())
        return rises ? Shape::RiseLevel : Shape::FallLevel;
    const double half = half_way(marks, log_x);
    if (half > 0.56)
        return rises ? Shape::RiseLate : Shape::FallLate;
    if (half < 0.44)
        return rises ? Shape::RiseEarly : Shape::FallEarly;
    return rises ? Shape::RiseEven : Shape::FallEven;
}

/// Claims lie side by side in no order: what can be asked of them is where they lie.
MarksQuestion question_of_claims(const std::vector<Estimate>& marks) {
    const auto far = [&](auto&& beyond) { return std::ranges::any_of(marks, beyond); };
    const bool above = far([](const Estimate& mark) { return mark.low > 1 + visible; });
    const bool below = far([](const Estimate& mark) { return mark.high < 1 - visible; });
    const int right = above && below ? 0 : above ? 1 : below ? 2 : 3;
    std::vector<std::string> choices{"They lie on both sides of the line.",
                                     "Some lie above the line, none below.",
                                     "Some lie below the line, none above."};
    if (right == 3)
        choices[0] = "All lie close to the line.";
    return {choices, right % 3};
}

/// The run that the reveal is about: the gate's, else the lab's.
const Run* revealed_run(const Session& session, const content::Lesson& lesson,
                        const std::string& experiment) {
    const LessonState* state = session.state(lesson.id);
    const auto lab = state ? state->labs.find(experiment) : decltype(state->labs.end()){};
    if (!state || lab == state->labs.end())
        return nullptr;
    for (const content::Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        const auto run = lab->second.by_block.find(block.id);
        if (body && body->gate && run != lab->second.by_block.end())
            return &run->second;
    }
    return lab->second.run ? &*lab->second.run : nullptr;
}

} // namespace

std::optional<MarksQuestion> marks_question(const Session& session, const content::Lesson& lesson,
                                            const content::Experiment& experiment) {
    const Run* run = revealed_run(session, lesson, experiment.id);
    if (!run || run->series.empty())
        return std::nullopt;
    const bool claims = experiment.quantity == content::Quantity::Claimed;
    std::vector<Estimate> marks;
    for (const Estimate& mark : run->series.front().points)
        if (mark.n > 0 && mark.status == PointStatus::Ok &&
            (mark.value > 0 || experiment.counts() || claims))
            marks.push_back(mark);
    if (marks.size() < 3)
        return std::nullopt;
    if (claims)
        return question_of_claims(marks);
    const ShapeWords& right = words_of(shape_of(marks, experiment.x_log));
    std::vector<std::string> choices{right.words, words_of(right.others[0]).words,
                                     words_of(right.others[1]).words};
    // Sorted by their words, so that the place of the right one says nothing.
    std::ranges::sort(choices);
    const auto at = std::ranges::find(choices, right.words);
    return MarksQuestion{choices, static_cast<int>(at - choices.begin())};
}

} // namespace lockstep
