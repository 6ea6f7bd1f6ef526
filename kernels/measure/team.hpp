// SPDX-License-Identifier: MIT
// p threads that start together: pinned by hwloc (physical cores first, siblings after, within
// affinity mask and cgroup quota), gathered at a spin gate before the start stamp, kept between
// repetitions.
#pragma once

#include "sim/base/result.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace lockstep {

enum class Pinning { Pinned, Free };

/// A reference to a callable, without allocation; it must outlive the call.
class TeamBody {
  public:
    template <class F>
    TeamBody(const F& body) // NOLINT: implicit on purpose, as std::function_ref will be
        : m_object(&body),
          m_call([](const void* object, int worker) { (*static_cast<const F*>(object))(worker); }) {
    }
    void operator()(int worker) const { m_call(m_object, worker); }

  private:
    const void* m_object;
    void (*m_call)(const void*, int);
};

class Team {
  public:
    /// Fails with the number of cores that may be used when Pinned and `workers` is more.
    static Result<std::unique_ptr<Team>> create(int workers, Pinning pinning);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    int size() const;

    /// Gathers the workers at the gate, so that the next run() finds them there; the harness calls
    /// it before the start stamp. Without it the first run() wakes them.
    void wake();
    /// Sends them to sleep at once, so that the samples of others have the cores to themselves.
    void rest();
    /// For each worker, wall time minus CPU time so far, in ns. Pinned workers that are awake never
    /// leave their cores, so that what this grows by went to somebody else.
    std::vector<double> lost_ns() const;

    /// Runs body(0) .. body(p - 1), worker 0 on the calling thread, and returns when all are done.
    /// The workers wait at a spin gate (Pinned) or on a futex (Free) and leave it together.
    void run(TeamBody body);

    /// Inside a body: waits until every worker is here (a step's barrier).
    void barrier();

  private:
    struct State;
    explicit Team(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace lockstep
