// SPDX-License-Identifier: MIT
// The contract of a workload: a problem with parameters, and the ways of running it. A folder of
// kernels/ that defines one `Workload` and some `Variant`s is all that it takes to add one.
#pragma once

#include "kernels/measure/launch.hpp"
#include "kernels/measure/recorder.hpp"
#include "kernels/measure/sample.hpp"
#include "kernels/measure/team.hpp"
#include "kernels/measure/vector_lanes.hpp"
#include "kernels/measure/work.hpp"
#include "sim/base/result.hpp"
#include "sim/base/values.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace lockstep {

enum class Scale { Linear, Log };

/// One thing that the learner can set. Sliders, `--set` and the checks are made from it.
struct Parameter {
    std::string_view name;                          ///< "piece_us"
    std::string_view words;                         ///< the learner's words: "size of one piece"
    std::string_view unit;                          ///< "us", "bytes", "share", "" for a count
    double low, high, fallback;                     ///< inclusive range, and the default
    Scale scale = Scale::Linear;                    ///< how a slider runs from low to high
    bool whole = false;                             ///< only whole numbers
    std::span<const std::string_view> choices = {}; ///< the value is an index into these, if any
};

/// A workload with every parameter fixed, and four inputs made from it (measuring rule 1). The
/// variants of a workload know its own type; the harness sees only this.
class Problem {
  public:
    Problem() = default;
    Problem(const Problem&) = delete;
    Problem& operator=(const Problem&) = delete;
    virtual ~Problem() = default;
    /// Whether its tasks wait on timers: being off the core is then the work, not a disturbance.
    virtual bool is_waiting() const { return false; }
    /// How far a variant's result for this input may lie from serial's where it adds in another
    /// order: c n eps sum|a_i|, as bound_of_sum() gives it. Results are then the bits of a double.
    /// 0: equal bit for bit.
    virtual double bound(int /*input*/) const { return 0; }
    /// Makes what a repetition stores, and its check reads, wrong until it is computed again: a
    /// variant that stores nothing must not be given the numbers that another one left behind.
    /// Called before each batch, outside the stamps. Only for results that stay in the problem.
    virtual void forget_results() const {}
};

/// How many repetitions differ in their input before the first comes again.
inline constexpr int input_count = 4;

/// What a workload drew: 8-bit RGBA, row by row. Task i of the spans is tile i, row by row.
struct Canvas {
    int width = 0, height = 0;
    int tile_width = 0, tile_height = 0;
    std::vector<std::byte> rgba;
};

/// Whether p workers share one job, or each does a job of the serial variant's size.
enum class Jobs { Shared, OneEach };

struct Workload {
    std::string_view name;     ///< "amdahl", also the folder's name
    std::string_view title;    ///< "A job with a serial part"
    std::string_view sentence; ///< what it computes, and what limits it
    std::string_view item;     ///< what one repetition is counted in: "increment", "step", "pixel"
    std::span<const Parameter> parameters; ///< without p, which every parallel variant has

    /// Makes the problem, or says which parameter cannot be. `values` holds every parameter and p.
    Result<std::unique_ptr<Problem>> (*create)(const Values& values);

    double (*items)(const Values& values); ///< items per repetition
    double (*flops)(const Values& values); ///< floating-point operations per repetition
    double (*bytes)(const Values& values); ///< bytes that must move per repetition

    /// How many stretches of a repetition end with a barrier or a join, and so how much room its
    /// Recorder needs. Null: one.
    int (*phases)(const Values& values) = nullptr;
    /// Draws what the last repetition of this problem left behind, whichever variant ran; false
    /// when there was none. Null: this workload draws nothing.
    bool (*picture)(const Problem& problem, Canvas& canvas) = nullptr;
    Jobs jobs = Jobs::Shared;
};

/// Whether every parameter has a value, in its range, whole where it must be: an Error names the
/// parameter and its range. p may be missing; where it is there, it must be a whole number from 1.
Result<void> check_values(const Workload& workload, const Values& values);

/// Who carries out a variant, and so what the harness sets up round it.
enum class Crew {
    One,     ///< the calling thread, pinned to the first core
    Team,    ///< p pinned threads of measure/team.hpp, at most as many as cores may be used
    Threads, ///< p threads that mostly wait: may be more than there are cores, not pinned
    Arena,   ///< a oneTBB arena of p threads, pinned; the variant calls tbb:: inside it
    Beside,  ///< as One, with threads that the variant starts beside it on the same core: what
             ///< these take from it is its own doing
    Card,    ///< a CUDA device: the variant is data, a list of launches
};

/// What a variant is given for one repetition.
struct Context {
    int input = 0;              ///< 0 .. input_count - 1
    int workers = 1;            ///< p
    Team* team = nullptr;       ///< for Crew::Team and Crew::Threads
    Recorder* record = nullptr; ///< never null; stamps of busy and serial time
};

/// One repetition. Its result, folded into 64 bits, must equal that of the serial variant.
using Run = std::uint64_t (*)(const Problem& problem, Context& context);

/// A CUDA variant: buffers and launches of one repetition, and how to fold the buffers into the
/// checksum that the serial variant gives.
using Plan = LaunchPlan (*)(const Problem& problem, int input);

struct Variant {
    std::string_view workload; ///< the workload's name
    std::string_view name;     ///< serial, autovec, simd, multicore, multicore_simd, cuda_*
    Crew crew;
    Run run;                   ///< null for Crew::Card
    Plan plan;                 ///< null for all others
    std::string_view sentence; ///< one sentence on what is different here
    std::string_view function; ///< the function that the code view shows
    std::string_view file;     ///< where it is, from the root: "kernels/amdahl/serial.cpp"
};

/// Type-safe making of a Variant from `std::uint64_t f(const MyProblem&, Context&)`.
template <auto f>
struct ErasedRun;

template <class P, std::uint64_t (*f)(const P&, Context&)>
struct ErasedRun<f> {
    static std::uint64_t run(const Problem& problem, Context& context) {
        return f(static_cast<const P&>(problem), context);
    }
};

template <auto f>
struct ErasedPlan;

template <class P, LaunchPlan (*f)(const P&, int)>
struct ErasedPlan<f> {
    static LaunchPlan plan(const Problem& problem, int input) {
        return f(static_cast<const P&>(problem), input);
    }
};

std::span<const Workload* const> all_workloads();
std::span<const Variant* const> all_variants();

} // namespace lockstep
