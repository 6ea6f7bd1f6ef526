// SPDX-License-Identifier: MIT
// A trace of one block of a launch, step by step; a step is one warp instruction of it. Nothing is
// stored of the steps themselves: the block is executed again from the nearest checkpoint, alone,
// and does the same. The same launch gives the same trace, bit for bit.
#pragma once

#include "sim/simt/simulate.hpp"
#include "sim/simt/step.hpp"

#include <optional>
#include <span>

namespace lockstep::simt {

/// One access of a step. cp.async has two, of which the read comes first.
struct TraceAccess {
    AccessKind kind = AccessKind::Load;
    /// Where the lanes' addresses lie, generic ones too; Generic if they lie in several spaces.
    ptx::Space space = ptx::Space::Generic;
    std::uint32_t bytes = 0; ///< of one lane: 16 for v4.f32
    Mask on = 0;
    /// Of the lanes that are on, else 0. In shared, local and param space from the beginning of
    /// the block's, thread's or launch's part; in global and const space as pointers.
    std::array<std::uint64_t, 32> addresses{};
};

struct TraceStep {
    std::uint64_t step = 0; ///< from 0
    int warp = 0;
    int function = 0;    ///< index into the module's functions
    int instruction = 0; ///< index into the function's; as many as it has: the end without a ret
    StepKind kind = StepKind::Plain;
    Mask lanes = 0;         ///< of the warp's group
    Mask on = 0;            ///< those of them whose guard lets them; of a branch: that take it
    bool divergent = false; ///< a branch that parts the group
    bool waits = false;     ///< at a barrier of the block, for other warps
    std::vector<TraceAccess> accesses;

    bool operator==(const TraceStep&) const = default;
};
inline bool operator==(const TraceAccess& a, const TraceAccess& b) {
    return a.kind == b.kind && a.space == b.space && a.bytes == b.bytes && a.on == b.on &&
           a.addresses == b.addresses;
}

/// A register of the function that lanes are in.
struct RegisterView {
    std::string name; ///< "%r8", as in the PTX
    ptx::Type type = ptx::Type::None;
    /// Some instruction that writes it has been executed by the warp. Others hold 0, which means
    /// nothing.
    bool written = false;
    /// Lane by lane as the bits of its type; a predicate is 0 or 1. Of 128 bits, the low half...
    std::array<std::uint64_t, 32> low{}, high{}; ///< ... and the high one
};

struct RegistersView {
    int function = -1; ///< index into the module's functions; -1: the lane has exited
    Mask lanes = 0;    ///< that are in this call of the function; what others hold means nothing
    std::vector<RegisterView> registers; ///< in the order of ptx::Function::registers
};

/// Something found while the step was executed.
struct FindingAt {
    std::uint64_t step = 0;
    std::size_t finding = 0; ///< index into Trace::findings()
};

/// What seek() looks for.
struct Sought {
    enum class What : std::uint8_t { Divergence, Line, Ptx, Step };
    What what = What::Divergence; ///< Step: any step of the warp
    int line = 0;                 ///< Line: of the source, also of a call that was inlined here
    int file = -1;                ///< Line: index into ptx::Module::files; -1: any
    int function = -1, instruction = -1; ///< Ptx
    int warp = -1;                       ///< -1: any
    bool backward = false;
    /// Not where the step of the warp before it is such a one too, and of a line only at its first
    /// instruction in a basic block: a line is come to, not gone on with. Where the search begins
    /// nothing is known of the warps that it has not seen yet.
    bool anew = false;
};

/// What a warp does in a stretch of the block's steps.
struct WarpStretch {
    enum class Then : std::uint8_t {
        Ready, ///< it can go on, and has to wait for its turn
        Waits, ///< at a barrier, for other warps
        Done,  ///< all its threads have exited
    };
    std::uint64_t steps = 0; ///< of this warp
    std::uint64_t lanes = 0; ///< of the groups that executed them, summed
    Then then = Then::Ready; ///< at the end of the stretch
    bool operator==(const WarpStretch&) const = default;
};

/// A range of steps cut into columns that are equally long, but for a step.
struct Overview {
    std::vector<unsigned> threads;               ///< by warp: how many it has
    std::vector<std::vector<WarpStretch>> warps; ///< by warp and column
};

struct TraceLimits {
    std::uint64_t steps_apart = 50'000;         ///< two checkpoints at most
    std::uint64_t steps_full = 10'000'000;      ///< up to here they stand as close
    std::size_t bytes = std::size_t{512} << 20; ///< of all that is kept
    std::size_t findings = 100'000;             ///< steps that are remembered for what was found
};

class Trace {
  public:
    /// Made by record().
    struct Parts;
    explicit Trace(std::unique_ptr<Parts> parts);
    ~Trace();

    std::uint64_t block() const;
    std::uint64_t steps() const;
    const Program& program() const;
    int warps() const;
    std::uint64_t shared_bytes() const; ///< of the block

    /// Checkpoints had to be thinned, so that a step takes longer to be shown.
    bool seeks_take_longer() const;
    /// What is kept outgrew the limit, and the trace ends before its block does.
    bool ends_early() const;
    /// Of what is kept, without one copy of the launch's memory.
    std::size_t bytes() const;
    std::size_t checkpoints() const;

    /// The steps from `from` on, `count` or as many as there are.
    std::vector<TraceStep> window(std::uint64_t from, std::uint64_t count);
    /// Before the step; step steps() is the end. Of the function that `lane` of the warp is in; -1:
    /// the one that executes the step, or else that of the first lane that has not exited.
    RegistersView registers(std::uint64_t step, int warp, int lane = -1);
    /// The block's shared memory before the step.
    std::vector<std::byte> shared(std::uint64_t step);

    /// The block's, each once, with how often it was seen.
    std::span<const Finding> findings() const;
    /// Which step it was, sorted by step; of those that are seen very often not all.
    std::span<const FindingAt> found() const;

    /// The next such step behind `from`, or the last one before it.
    std::optional<std::uint64_t> seek(const Sought& sought, std::uint64_t from);
    /// From where a search forward looks at the first step, too.
    static constexpr std::uint64_t before_all = ~std::uint64_t{0};

    /// `count` steps from `from` on, in at most so many columns: each step has a column, and none
    /// is empty. The steps are executed again, which costs what executing them cost.
    Overview overview(std::uint64_t from, std::uint64_t count, std::size_t columns);

  private:
    std::unique_ptr<Parts> m_parts;
};

struct Traced {
    Outcome outcome; ///< of the whole launch, as simulate() gives it on one core
    std::unique_ptr<Trace> trace;
};

/// Executes the launch in the reference order and keeps a trace of one of its blocks. Fails as
/// simulate() does, and when there is no such block.
Result<Traced> record(std::shared_ptr<const Program> program, Memory& memory, const Launch& launch,
                      const Options& options, std::uint64_t block, const TraceLimits& limits = {});

} // namespace lockstep::simt
