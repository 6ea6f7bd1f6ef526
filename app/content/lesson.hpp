// SPDX-License-Identifier: MIT
// A lesson as plain structs: what lesson.toml and lesson.md say, read and checked. Nothing here
// knows how a block is drawn, nor which workloads exist beyond their names.
#pragma once

#include "sim/base/result.hpp"
#include "sim/base/values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::content {

/// Where each key of a table stands in its file, so that a message can say so.
using Lines = std::map<std::string, int, std::less<>>;

/// The rhythm of every lesson. A block belongs to a step and is not laid out before it is reached.
enum class Step { Predict, Run, Compare, Explain };

/// A number; "cores": as many as this machine lets us use; or "lanes": of its vector unit.
struct Bound {
    double value = 0;
    bool cores = false, lanes = false;
    double on(int machine_cores, int machine_lanes) const {
        return cores ? machine_cores : lanes ? std::max(1, machine_lanes) : value;
    }
};

struct Slider {
    std::string parameter;
    std::string words; ///< empty: the workload's own words
    Bound start, low, high;
    bool log = false;
    std::vector<double> stops; ///< when not empty, only these values
    bool later = false;        ///< not in sight before the model has been
    Values only;               ///< with other values of these parameters it moves nothing
};

/// The setting of an experiment that makes a loss of its strip go away.
struct Cure {
    std::string loss;  ///< "coordination", as a factor is called in live values and run files
    std::string words; ///< of the link: "Make the pieces larger"
    Values set;        ///< of the sliders
};

/// Factors of the gap that take something away, and all that have a name: a card's are the last
/// two.
inline constexpr std::array<std::string_view, 5> loss_names = {
    "rate", "serial_part", "load_balance", "coordination", "launch"};
inline constexpr std::array<std::string_view, 6> factor_names = {
    "rate", "serial_part", "load_balance", "coordination", "kernel", "launch"};

/// A time that the machine knows of itself before any run: that of an item of the baseline.
enum class Given { Nothing, AtomicAdd };

enum class Quantity {
    Speedup,      ///< baseline time / time, paired
    RelativeTime, ///< time / baseline time, paired
    TimePerItem,  ///< time / items of the workload, in `unit`
    Rate,         ///< items of the workload / time, 1e9 a second
    Claimed,      ///< what a variant that measures claims / the baseline's time, paired
    Count,        ///< what the warp simulator counts; nothing is timed
};

/// Series that the warp simulator counts: `of` / `per` at each x. Beside a speedup or a relative
/// time they show the baseline's count in its place, so that both stand on one axis.
struct SimulatedSeries {
    std::vector<std::string> variants; ///< CUDA kernels, each is a series
    std::string of, per;               ///< counters by name; per may be "item", or empty for 1
    std::string words;                 ///< what is counted: "sectors a request"
    std::string baseline;              ///< variant that is counted instead; empty: each its own
    Values set = {};                   ///< in which they differ from what is timed: fewer lanes
};

/// What a timed repetition finds in the caches: what the one before left there, or nothing of it.
enum class Cache { Warm, Cold };

/// What a lesson asks to be run: [experiment.ID] of lesson.toml.
struct Experiment {
    std::string id;  ///< "main"; others are further tabs of the plot
    std::string tab; ///< the tab's words: "shared part"
    std::string workload;
    std::vector<std::string> variants; ///< each is a series
    std::string baseline = "serial";   ///< variant of the point that others are compared with
    Values baseline_set;               ///< parameters in which the baseline differs (leave = 0)
    bool baseline_at_each_x = false;   ///< the work changes along x: a baseline for each value
    Quantity quantity = Quantity::Speedup;
    Given given = Given::Nothing; ///< what is known of the baseline's time before any run
    std::string unit;             ///< of the y axis: "", "ns", "ms"
    double budget_s = 4;          ///< seconds that a run of it may take
    Cache cache = Cache::Warm;
    std::string x;                     ///< the swept parameter
    std::vector<double> x_values;      ///< as written; empty: 1, 2, 4 .. cores, or lanes
    std::string x_words, y_words;      ///< axis titles; empty: made from the workload's words
    std::string x_unit;                ///< what one of x is called: "customer"; a share: "shared"
    bool x_lanes = false;              ///< x goes from 0 to as many lanes as the vector unit has
    bool x_percent = false;            ///< shares are shown as per cent
    bool x_joined = true;              ///< a line may lead from mark to mark
    bool x_log = false, y_log = false; ///< both axes double per grid line
    double y_low = 0, y_high = 0;      ///< of the empty axes; 0, 0: chosen from the model
    double x_beyond = 0;               ///< for x = "p": guess and model go on to here
    std::optional<SimulatedSeries> simulated; ///< always there when the quantity is a count
    std::vector<std::string> models;          ///< names in sim/models
    Values set;                               ///< fixed parameters
    std::vector<Slider> sliders;              ///< at most three are in sight
    bool strip = true;                        ///< the gap in factors is shown below the plot
    std::vector<Cure> cures;                  ///< at most one for a loss
    int needs_cores = 1;
    double needs_effect = 0;
    int line = 0; ///< in lesson.toml
    Lines lines;  ///< of its keys: "sliders.p" -> line of lesson.toml

    const Slider* slider(std::string_view parameter) const;
    bool counts() const { return quantity == Quantity::Count; }
    /// Whether a mark stands for itself; else it is a ratio to the baseline's.
    bool is_absolute() const {
        return quantity == Quantity::TimePerItem || quantity == Quantity::Rate || counts();
    }
    /// The variants that sides and live values mean, the first unless they name one.
    const std::vector<std::string>& own_variants() const;
};

struct Card {
    std::string front, back;
};

/// The body of a block, one type for each kind; see app/content/blocks/<kind>.hpp.
struct BlockBody {
    BlockBody() = default;
    virtual ~BlockBody() = default;
    Lines lines; ///< of its keys: "says" -> line of lesson.md
};

/// A piece of lesson.md, in order: running text (kind "text", body TextBody) or a fenced block.
struct Block {
    std::string kind;
    std::string id; ///< unique in the lesson; "text-3" for text
    Step step = Step::Predict;
    int line = 0; ///< of lesson.md
    std::shared_ptr<const BlockBody> body;
};

/// One finding of the reader or the checker.
struct Problem {
    std::filesystem::path file;
    int line = 0;
    std::string what, remedy;
    bool fatal = false;       ///< the lesson cannot be opened
    /// "lessons/.../lesson.md:12: what. remedy"
    std::string text() const;
    /// The same with files as seen from a folder, where they lie in that.
    std::string text_from(const std::filesystem::path& folder) const;
};

struct Lesson {
    std::string id, title;
    int minutes = 0;
    std::vector<std::string> after, topics;
    std::string unit;   ///< "Where it comes from"
    std::string number; ///< "1.2"
    std::filesystem::path folder;
    std::string hash;                    ///< of both files: the ledger keeps it beside each event
    std::vector<Experiment> experiments; ///< the first is the main one
    std::vector<Card> cards;
    std::vector<Block> blocks;
    std::vector<Problem> problems; ///< what does not keep it from opening

    const Experiment* experiment(std::string_view id) const;
    const Block* block(std::string_view id) const;
    template <class Body>
    const Body* body(std::string_view block_id) const {
        const Block* found = block(block_id);
        return found ? dynamic_cast<const Body*>(found->body.get()) : nullptr;
    }
};

/// All lessons, in the order in which they are shown, and what could not be opened.
struct Course {
    std::vector<Lesson> lessons;
    std::vector<Problem> problems;
    std::filesystem::path folder = {}; ///< that it was read from
    const Lesson* lesson(std::string_view id) const;
};

/// Reads lessons/NN_unit/NN_lesson. A lesson that cannot be read is a problem; the others open.
/// `root` is where kernels/ lies, whose functions the code blocks show: the folder's parent, unless
/// lessons are kept elsewhere.
Course read_course(const std::filesystem::path& folder);
Course read_course(const std::filesystem::path& folder, const std::filesystem::path& root);

/// Changes whenever a file of the course is added, removed or written: a caller that keeps the last
/// one knows when to read the course again. Costs a look at each file's time and size.
std::uint64_t course_stamp(const std::filesystem::path& folder);

/// `{{measured p=2}}` inside text, taken apart. Asked of app/experiment for its value.
struct LiveValue {
    std::string name;               ///< measured, model, you, ratio, factor, cores, ...
    std::vector<std::string> words; ///< further bare words: "serial_part"
    Values at;                      ///< p=2, f=0.5
    std::string experiment;         ///< in=workers; empty: the block's own or the main one
    bool at_cores = false;          ///< p=cores
};
std::optional<LiveValue> read_live_value(std::string_view inside_braces);

/// A live value in a text, with its braces: text.substr(begin, length) is "{{measured p=2}}".
struct FoundLiveValue {
    std::size_t begin = 0, length = 0;
    std::optional<LiveValue> value; ///< none when what stands between the braces is not one
};
std::vector<FoundLiveValue> find_live_values(std::string_view text);

/// The names that a live value can have, and what each says: lessons/README.md in short.
struct LiveName {
    std::string_view name, sentence;
    bool takes_point = false; ///< whether p=2 may follow
};
std::span<const LiveName> live_names();

} // namespace lockstep::content
