// SPDX-License-Identifier: MIT
// What every access to memory does beside moving bytes: it is counted, and whoever checks is told.
#pragma once

#include "sim/simt/block.hpp"
#include "sim/simt/survey.hpp"

namespace lockstep::simt {

/// The lanes of one access that lie in one region, on aligned addresses inside it.
struct Part {
    const Region* region = nullptr;
    Mask on = 0;
    Survey survey;
};

/// One warp instruction that accesses memory, as it goes through the regions that it touches.
class AccessRun {
  public:
    AccessRun(Warp& in, const Step& at, const Access& what, Mask lanes);

    /// The next part; false when there is none. Lanes that hit nothing are reported on the way.
    bool next(Part& part);
    /// Counts the part, and checks it. False: the block has to be given up.
    bool account(const Part& part);
    const std::uint64_t* addresses() const { return m_addresses; }
    /// What has to be added to an address of the part to get our own.
    static std::uint64_t origin(const Part& part) {
        return reinterpret_cast<std::uintptr_t>(part.region->bytes) - part.region->begin;
    }
    Mask missed() const { return m_missed; }

    Warp& warp;
    const Step& step;
    const Access& access;

  private:
    const Region* quick_region();
    Region local_region() const;
    const Region* region_of(std::uint64_t address);
    void look_again(Part& part) const;
    void drop_misaligned();
    void report_bounds(int lane);
    void count(const Part& part);
    void count_local(const Part& part);
    bool check_ownership(const Part& part);
    void check_blocks(const Part& part);
    Mask check_races(const Part& part);
    void report_race(const RaceAccess& what, const RaceReport& worst);
    void check_written(const Part& part);

    Mask m_left, m_missed = 0;
    bool m_is_requested = false; ///< of global memory: an earlier part was counted as the request
    Survey m_survey;
    Region m_local;
    alignas(64) std::uint64_t m_addresses[32];
};

} // namespace lockstep::simt
