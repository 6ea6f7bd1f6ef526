// SPDX-License-Identifier: MIT
// hwloc's picture of the machine, loaded as cheaply as it goes.
#pragma once

#include <vector>

struct hwloc_topology;
struct hwloc_bitmap_s;

namespace lockstep {

/// Some milliseconds to load. HWLOC_FSROOT, HWLOC_SYNTHETIC and HWLOC_XMLFILE give it another
/// machine to look at.
class Topology {
  public:
    Topology();
    ~Topology();
    Topology(const Topology&) = delete;
    Topology& operator=(const Topology&) = delete;

    /// Null where hwloc could load nothing.
    hwloc_topology* get() const { return m_topology; }

  private:
    hwloc_topology* m_topology = nullptr;
};

/// The class that a CPU belongs to: 0 for the fastest. `cpu` is the system's number. 0 as well
/// where hwloc knows of no classes.
int slowness_of(hwloc_topology* topology, int cpu);

/// The numbers in a set; none for a null or infinite one.
std::vector<int> cpu_numbers(const hwloc_bitmap_s* set);

} // namespace lockstep
