// SPDX-License-Identifier: MIT
// A warp: its groups of lanes, the frames of their functions, and their own memory.
#pragma once

#include "sim/simt/card.hpp"
#include "sim/simt/cast.hpp"
#include "sim/simt/counters.hpp"
#include "sim/simt/groups.hpp"
#include "sim/simt/local.hpp"

namespace lockstep::simt {

class Block;
struct SavedWarp; ///< sim/simt/snapshot.hpp

/// The registers of a function for the lanes that called it together.
struct Frame {
    const Code* code = nullptr;
    std::byte* slots = nullptr; ///< 64-byte aligned
    Frame* parent = nullptr;
    const CallUse* call = nullptr; ///< by which the parent came here
    int join = -1;                 ///< where the lanes meet when they return
    std::uint32_t local_base = 0;  ///< of the function's part of a thread's memory
    int depth = 0;
    Mask live = 0;
    std::vector<std::byte> storage;
};

/// Writes the addresses of the function's .local variables, which depend on how deep it was called.
void fill_local_addresses(Frame& frame);

/// How many warp instructions may still be executed before another block has its turn.
using Turn = std::uint64_t;

class Warp {
  public:
    Warp(Block& in, int number) : block(in), index(number) {}
    void start(Mask lanes);

    /// Executes until the turn is over or no lane can go on. The observer is told of each step
    /// before it is executed; an empty one costs nothing.
    template <class Observer>
    void run(Turn& left, Observer& observer);

    bool finished() const { return exited == lanes; }
    bool ready() const;
    /// On a stack: it goes round a loop and nothing changes, nor can until another warp does it.
    bool spins() const { return m_spins && m_changes == block_changes(); }
    Mask live() const { return lanes & ~exited; }

    Block& block;
    const int index;
    Mask lanes = 0, exited = 0;
    Groups groups;
    LocalMemory local;
    Frame* frame = nullptr;     ///< of the current group
    bool strong_access = false; ///< since the group last yielded: it may be waiting for another

    struct Parked {
        Group group;
        const Step* step = nullptr;
    };
    std::vector<Parked> waiting; ///< at an exchange, for other lanes of the warp
    std::vector<Parked> parked;  ///< at a barrier, for other warps

    const Code& code() const { return *frame->code; }
    /// The group goes on behind the step at which it waited.
    void resume(const Parked& one);

    /// Between two turns: what has to be put back for the warp to go on as it will from here.
    /// `before` is an earlier state of it, or null: what is equal is shared with it.
    void save(SavedWarp& state, const SavedWarp* before) const;
    void restore(const SavedWarp& state);
    /// The innermost frame in which the lane is; null when it has exited.
    const Frame* frame_of(int lane) const;

  private:
    template <class Observer>
    void go(Turn& left, Observer& observer);
    /// What does not go straight on. May leave another group as the current one, or none.
    void control(const Step& step, Mask on);
    void branch(const Step& step, Mask taken);
    void branch_table(const Step& step, Mask on);
    void call(const Step& step, Mask on);
    bool has_memory_for(const Code& called);
    void enter(const Code& called, const CallUse& use, Mask on);
    /// printf and the like, which the driver brings along; others cannot be executed.
    void call_outside(const Step& step, const CallUse& use, int function, Mask on);
    void return_from(Mask on);
    void exit(Mask on);
    void read_clock();
    void check_divisor(const Step& step, Mask on);
    void exchange(const Step& step, Mask on);
    void match_exchanges();
    void come_to_barrier(const Step& step, Mask on);
    void trap(const Step& step, Mask on);
    /// Whether the group, which went backward 1024 times, lets another one go first.
    bool yields();
    /// Takes lanes out of the current group; those left wait for them behind the step.
    Group set_aside(Mask on);

    Frame* take_frame(const Code& called, Mask on, std::uint32_t local_base);
    void make_frame(Frame& fresh, const Code& code);
    void drop(Frame* used, Mask gone);
    void fill_specials(Frame& fresh, bool all);
    std::uint32_t special_value(ptx::Special special, int lane) const;

    std::vector<std::unique_ptr<Frame>> m_frames;
    std::vector<Frame*> m_free;
    std::uint64_t block_changes() const;
    std::uint64_t state() const;
    void look_whether_it_spins();

    bool m_spins = false;
    std::uint64_t m_state = 0, m_changes = 0; ///< when it was last looked at
    std::uint32_t m_backward = 0; ///< branches backward since the group was last switched
};

} // namespace lockstep::simt
