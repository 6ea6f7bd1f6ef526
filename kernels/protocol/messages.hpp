// SPDX-License-Identifier: MIT
// What the front and a bench say to each other, as plain structs. write_json.cpp and read_json.cpp
// turn them into lines; README.md is the protocol in words. Times are ns, every answer carries its
// request's id.
#pragma once

#include "kernels/protocol/passport.hpp"
#include "kernels/protocol/simulation.hpp"
#include "kernels/protocol/traces.hpp"
#include "sim/base/result.hpp"
#include "sim/base/values.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace lockstep::protocol {

inline constexpr int version = 1;
inline constexpr std::size_t longest_line = 1u << 20;
inline constexpr std::size_t most_bytes = 64u << 20;
inline constexpr int slice_ms = 200;  ///< a slice lasts at most so long
inline constexpr int breath_ms = 100; ///< the bench waits for `go` at most so long

// ---- the catalogue ------------------------------------------------------------------------------

struct ParameterInfo {
    std::string name, words, unit;
    double low = 0, high = 0, fallback = 0;
    bool log = false, whole = false;
    std::vector<std::string> choices; ///< the value is an index into these, if any
};

struct VariantInfo {
    std::string name, sentence, function, file;
    std::string crew;           ///< one, team, threads, arena, card
    bool takes_workers = false; ///< has the parameter p
    std::string kernel_module;  ///< of a card variant, else empty
};

struct WorkloadInfo {
    std::string name, title, sentence, item;
    std::vector<ParameterInfo> parameters; ///< without p
    std::vector<VariantInfo> variants;
};

struct Catalogue {
    std::vector<WorkloadInfo> workloads;
    const WorkloadInfo* workload(std::string_view name) const;
    const VariantInfo* variant(std::string_view workload, std::string_view name) const;
};

// ---- the machine, as far as it is known at the start --------------------------------------------

struct Machine {
    std::string hash;       ///< of what makes this machine this machine
    std::string name;       ///< "2 cores, AVX-512, 24 GiB"
    std::string cpu;        ///< model name
    int cores = 1;          ///< physical cores that may be used
    int threads = 1;        ///< logical ones that may be used
    int cores_present = 1;  ///< on the machine, whether or not they may be used
    double quota_cores = 0; ///< cgroup quota in cores, 0 when there is none
    std::string simd;       ///< "AVX-512"
    int simd_lanes_f32 = 1;
    int line_bytes = 64;
    double memory_gib = 0;
    bool virtual_machine = false;
    bool has_gpu = false;
    std::string gpu;     ///< its name, or the reason why there is none: "no NVIDIA driver found"
    double timer_ns = 0; ///< cost of one clock reading
    double atomic_add_ns = 0;       ///< one relaxed addition to a line that nobody else wants
    double peak_gflops = 0, peak_gflops_all = 0; ///< doubles, of one core and of all; of a passport
    double memory_gb_s = 0, memory_gb_s_all = 0; ///< the triad there; 0: not measured yet
    double noise = 0;               ///< A/A spread, relative; 0 when not measured yet
    std::vector<std::string> notes; ///< sentences for the learner: container quota, one core, ...
    double tbb_cold_start_ns =
        0; ///< until all threads of a oneTBB arena had joined; 0: not measured yet
};

// ---- front to bench -----------------------------------------------------------------------------

struct PointRequest {
    int id = 0;
    std::string workload, variant;
    Values parameters; ///< with p, where the variant takes it; missing ones take their default
};

struct RunRequest {
    std::string id;
    std::vector<PointRequest> points; ///< all that are compared travel together
    double budget_s = 4;
    double relative_width = 0.01; ///< of the 95 % interval that the rounds are planned for
    /// "warm": a sample finds what the one before left in the caches; "cold": each is one
    /// repetition and finds nothing.
    std::string cache = "warm";
};

struct Go {
    std::string id;
    std::int64_t frame_begin_ns = 0, frame_end_ns = 0; ///< a frame drawn inside a slice, else 0
};

/// What takes a tenth of a second; with `full` all that there is to know, in at most 20 s and with
/// `progress` on the way, as a run has it.
struct PassportRequest {
    std::string id;
    bool full = false;
};

struct PictureRequest {
    std::string id;
    PointRequest point;
};

/// Points whose variants are CUDA kernels, or one kernel of the learner's own.
struct SimulateRequest {
    std::string id;
    std::vector<PointRequest> points;
    std::vector<KernelSource> kernels;
    int resident_blocks = 1; ///< of a wave, where no card is named
    int cores = 1;           ///< to use
    bool checks = false;     ///< races and uninitialised memory too: three times slower
    double budget_s = 60;    ///< of each of them
    int shown = -1;          ///< the buffer whose contents come back; -1: none
    double total_s = 0;      ///< of all together: who comes later is unavailable. 0: no such end
    /// The block, by its linear number, of which the bench keeps a trace in place of the one that
    /// it had; -1: none. Of several points or kernels the last one's. The launch runs on one core.
    std::int64_t traced_block = -1;
    int traced_launch = 0; ///< of a point that launches several kernels: which, from 0
    std::string ptx;       ///< of points: instead of the text beside the bench, if it is not empty
    /// CUDA C++ of points, a learner's version of their kernels, in the same way.
    std::string source;
    /// The limits of a card (sim/simt/limits.hpp): how many blocks are resident follows from them
    /// and from what ptxas says, and is answered. Empty: no card is named.
    Values device;
    std::vector<KernelFigures> figures; ///< by ptxas, where they are known already: a trace file's
    /// The source is compiled for a debugger (-G): each line as it was written, nothing merged or
    /// unrolled. What is counted then is not what a card would run.
    bool as_written = false;
    /// Races between blocks on global memory as well: the launches run on one core then.
    bool global_races = false;
};

using ToBench =
    std::variant<RunRequest, Go, PassportRequest, PictureRequest, SimulateRequest, StepsRequest,
                 RegistersRequest, SharedRequest, SeekRequest, OverviewRequest, PtxRequest>;

// ---- bench to front -----------------------------------------------------------------------------

struct Hello {
    int protocol = version;
    std::string bench; ///< "lockstep-bench 1.0.0"
    Catalogue catalogue;
    Machine machine; ///< what is known without measuring; gpu may still be "not asked yet"
};

struct PassportAnswer {
    std::string id;
    Machine machine;
    Passport passport; ///< of edition 0 where nobody asked for all
};

/// Says what goes on, and for how long there may be silence.
struct Progress {
    std::string id;
    int next_slice_ms = slice_ms; ///< the bench speaks again within this (2 s more is a stall)
    bool await_go = false;        ///< the bench waits for `go` before it goes on
    std::string phase;            ///< "checking", "pilot", "rounds"; what a passport measures
    int rounds_done = 0, rounds_planned = 0; ///< planned is 0 until the pilot has fixed it
    double seconds_left = 0;
};

enum SampleFlag : int {
    sample_pilot = 1,     ///< of the pilot: not in the interval
    sample_disturbed = 2, ///< the watcher saw another program in this round
    sample_redraw = 4,    ///< a frame was drawn while it ran
};

/// Columns, one entry a sample; sent once a slice. All times are per repetition.
struct Samples {
    std::string id;
    int point = 0;
    std::vector<int> round; ///< samples of one round are paired
    std::vector<double> time_ns;
    std::vector<std::vector<double>> busy_ns;      ///< by worker
    std::vector<double> longest_ns;                ///< M of the gap
    std::vector<double> serial_ns;                 ///< s of the gap
    std::vector<double> lanes_used, lanes_offered; ///< empty unless the variant counts lanes
    std::vector<double> claimed_ns; ///< by the variant's own measuring; empty unless it measures
    /// Of a card, else empty: its kernels by its own clock, and data there and results back, which
    /// is no part of time_ns.
    std::vector<double> kernel_ns, copy_ns;
    std::vector<int> flags;
};

enum class PointStatus { Ok, Wrong, Unavailable, Disturbed };

/// What became of a point: sent when it is known, at the latest before `done`.
struct PointState {
    std::string id;
    int point = 0;
    PointStatus status = PointStatus::Ok;
    std::string reason;  ///< a sentence, when it is not Ok
    int repetitions = 0; ///< per sample
    double items = 0;    ///< per repetition; where every worker has a job of its own, of each
    double jobs = 1;     ///< of the serial variant's size, done by all workers together
    double checks = 0;   ///< time(2n)/time(n) of the calibration
};

/// One repetition as a timeline: columns, ns since its start. Of the sample nearest to the median.
struct Spans {
    std::string id;
    int point = 0;
    double time_ns = 0;
    std::vector<int> worker, phase, task, kind;
    std::vector<double> begin_ns, end_ns;
};

/// Raw bytes follow: 8-bit RGBA, row by row.
struct Picture {
    std::string id;
    int point = 0, width = 0, height = 0;
    int tile_width = 0, tile_height = 0; ///< task i of the spans is tile i, row by row
    std::vector<std::byte> bytes;
};

/// A point, or kernel, as the simulator saw it. The checksum of a project's kernel was compared
/// with the serial variant's: `status` says so.
struct Simulated {
    std::string id;
    int point = 0; ///< of a kernel its place in the request
    PointStatus status = PointStatus::Ok;
    std::string reason; ///< a sentence, when it is not Ok
    std::string kernel;
    std::vector<int> grid, block;
    Values counters; ///< by their names in sim/simt/counters.hpp; summed over the launches
    std::vector<FindingInfo> findings;
    bool finished = false; ///< false: a budget, a trap, a barrier that nobody can leave
    std::string remark;    ///< why blocks could not run side by side, if they could not
    double seconds = 0;
    std::vector<double> shown; ///< the buffer that was asked for, as numbers
    double items = 0;          ///< of one repetition, as in PointState; 0 for a learner's kernel
    int error_line = 0;        ///< of `source`, where it cannot be compiled; else 0
    TraceInfo trace;           ///< of the trace that was asked for
    /// Of each kernel and shape that was launched, on the card that was named.
    std::vector<OccupancyInfo> occupancy;
    /// What ptxas said of these kernels, for each architecture that it was asked about.
    std::vector<KernelFigures> figures;
};

struct Done {
    std::string id;
    bool cancelled = false;
    double seconds = 0;
    /// Sentences for the learner: what the machine did to a run besides carrying it out.
    std::vector<std::string> remarks = {};
};

struct ErrorMessage {
    std::string id; ///< empty when it belongs to no request
    Error error;
};

using FromBench =
    std::variant<Hello, PassportAnswer, Progress, Samples, PointState, Spans, Picture, Simulated,
                 Steps, Registers, SharedBytes, SoughtStep, Overview, PtxText, Done, ErrorMessage>;

// ---- lines --------------------------------------------------------------------------------------

/// One line of JSON with its newline; raw bytes, where there are any, follow it.
std::string write(const ToBench& message);
std::string write(const FromBench& message);

/// `bytes` is what followed the line, empty when it announced none. Unknown fields are ignored; an
/// unknown message, a wrong type or another protocol number is an Error.
Result<ToBench> read_to_bench(std::string_view line);
Result<FromBench> read_from_bench(std::string_view line, std::vector<std::byte> bytes);
/// How many raw bytes this line announces; an Error when more than most_bytes.
Result<std::size_t> announced_bytes(std::string_view line);

/// The catalogue as a file, which the build writes beside the program (`--describe`).
std::string write_catalogue(const Catalogue& catalogue);
Result<Catalogue> read_catalogue(std::string_view text);

} // namespace lockstep::protocol
