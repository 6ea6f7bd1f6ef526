// SPDX-License-Identifier: MIT
// The bodies of the five kinds of fenced block and of running text. A new kind brings its own
// header beside this one, a reader (see kind.hpp) and a folder in app/blocks.
#pragma once

#include "app/content/lesson.hpp"

namespace lockstep::content {

/// Markdown with LaTeX and {{live values}}; a paragraph whose value does not exist is not shown.
struct TextBody : BlockBody {
    std::string markdown;
};

/// How a wrong answer is read. `like` names a model of sim/models, or an index of a choice.
struct Reading {
    std::string like;
    Values with;      ///< parameters for that model, besides the experiment's own
    std::string says; ///< the refutation, with {{live values}}
};

enum class PredictKind { Curve, Number, Choice, Order };

struct PredictBody : BlockBody {
    PredictKind kind = PredictKind::Curve;
    std::string experiment = "main";
    std::string ask;
    std::string right;  ///< said to a right guess: why it was right
    double given_x = 0; ///< the known point of a curve
    bool has_given = false;
    std::vector<std::string> choices; ///< Choice and Order, as shown
    int answer = -1;                  ///< Choice: index of the right one
    std::vector<int> order;           ///< Order: right order of `choices`
    std::string answer_live;          ///< Number: a live value, "measured p=2"
    double tolerance = 0.1;           ///< relative
    std::string unit;
    std::vector<Reading> readings;
};

/// The sides of a comparison are points of the experiment; `expect` makes it a finding.
struct Comparison {
    Values a, b;
    std::string a_variant, b_variant;      ///< empty: the experiment's first
    bool a_model = false, b_model = false; ///< compare with the model at that point instead
    std::string expect;                    ///< above, below, same, or empty
    std::string above, below, same;        ///< sentences with {{live values}}, {{ratio}}
};

struct RunBody : BlockBody {
    std::string experiment = "main";
    std::string ask; ///< words of the link or button; empty: "Run"
    Values set;      ///< sliders moved by this run
    std::optional<Comparison> compare;
    bool gate = false; ///< the lesson's first run: the button Run in the lab starts it
};

enum class QuizKind { Choice, Number, Order, Set };

struct QuizChoice {
    std::string text;
    std::string says; ///< what is said to who chooses it
    bool right = false;
};

struct QuizBody : BlockBody {
    QuizKind kind = QuizKind::Choice;
    std::string ask;
    std::vector<QuizChoice> choices; ///< Choice; Order: as shown, right order in `order`
    std::vector<int> order;
    double answer = 0;       ///< Number
    std::string answer_live; ///< Number: a live value instead
    double tolerance = 0;    ///< absolute, in `unit`
    std::string unit;
    std::string hint;                ///< after the first wrong answer
    std::string because;             ///< the answer with its reason
    std::string experiment = "main"; ///< Set: judged by a run ...
    Values at;                       ///< ... at this point
    double low = 0, high = 0;        ///< ... whose value must lie here
};

/// A picture driven by this run and these sliders; `name` is a folder of app/blocks/figure.
struct FigureBody : BlockBody {
    std::string name; ///< "queue", "amdahl_bar", "cache_line", "steps", "lanes"
    std::string experiment = "main";
    std::string caption;
    std::string code; ///< the function that some figures show a line of; else empty
};

struct CodeBody : BlockBody {
    std::string file, function; ///< "kernels/amdahl/multicore.cpp", "multicore"
    std::string caption;
    std::string text; ///< from the comment above the function to its closing brace
    int first_line = 0;
};

/// The function with the comment above it, found by name; an Error when there is none.
Result<CodeBody> read_code(const std::filesystem::path& root, const std::string& file,
                           const std::string& function);

} // namespace lockstep::content
