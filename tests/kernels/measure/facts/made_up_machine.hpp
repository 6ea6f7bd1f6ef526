// SPDX-License-Identifier: MIT
// A folder with the files in which Linux describes a machine, which goes when the test does. While
// it lives, hwloc looks at it too.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace lockstep {

class MadeUpMachine {
  public:
    MadeUpMachine() {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        m_root = std::filesystem::temp_directory_path() /
                 fmt::format("lockstep-machine-{}-{}-{}", getpid(), test->test_suite_name(),
                             test->name());
        std::filesystem::remove_all(m_root);
        std::filesystem::create_directories(m_root);
        setenv("HWLOC_FSROOT", m_root.c_str(), 1);
    }
    ~MadeUpMachine() {
        unsetenv("HWLOC_FSROOT");
        std::filesystem::remove_all(m_root);
    }
    MadeUpMachine(const MadeUpMachine&) = delete;
    MadeUpMachine& operator=(const MadeUpMachine&) = delete;

    const std::filesystem::path& root() const { return m_root; }

    void put(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((m_root / file).parent_path());
        std::ofstream(m_root / file) << text << '\n';
    }

    /// A CPU of a core whose hardware threads are `siblings`, in a package that has `package_cpus`.
    void add_cpu(int cpu, int core, const std::vector<int>& siblings, int package,
                 const std::vector<int>& package_cpus) {
        const std::string at = cpu_folder(cpu) + "topology/";
        put(at + "core_id", std::to_string(core));
        put(at + "physical_package_id", std::to_string(package));
        for (const char* const name : {"thread_siblings", "core_cpus"})
            put(at + name, mask_of(siblings));
        for (const char* const name : {"core_siblings", "package_cpus"})
            put(at + name, mask_of(package_cpus));
        m_cpus.push_back(cpu);
        put("sys/devices/system/cpu/online", list());
        put("sys/devices/system/cpu/possible", list());
        put("sys/devices/system/cpu/present", list());
    }

    /// `index` counts the caches of this CPU; `type` is Data, Instruction or Unified.
    void add_cache(int cpu, int index, int level, const std::string& type, const std::string& size,
                   const std::vector<int>& sharers) const {
        const std::string at = cpu_folder(cpu) + fmt::format("cache/index{}/", index);
        put(at + "level", std::to_string(level));
        put(at + "type", type);
        put(at + "size", size);
        put(at + "shared_cpu_map", mask_of(sharers));
        put(at + "coherency_line_size", "64");
        put(at + "number_of_sets", "64");
        put(at + "ways_of_associativity", "8");
        put(at + "physical_line_partition", "1");
    }

    void add_node(int node, const std::vector<int>& cpus, double gib) const {
        const std::string at = fmt::format("sys/devices/system/node/node{}/", node);
        put(at + "cpumap", mask_of(cpus));
        put(at + "meminfo",
            fmt::format("Node {} MemTotal: {} kB", node, static_cast<long long>(gib * (1 << 20))));
    }

    void set_frequency(int cpu, const std::string& governor, long khz) const {
        const std::string at = cpu_folder(cpu) + "cpufreq/";
        put(at + "scaling_governor", governor);
        put(at + "scaling_max_freq", std::to_string(khz));
        put(at + "cpuinfo_max_freq", std::to_string(khz));
    }

    static std::string mask_of(const std::vector<int>& cpus) {
        unsigned long long bits = 0;
        for (const int cpu : cpus)
            bits |= 1ull << cpu;
        return fmt::format("{:08x}", bits);
    }

  private:
    static std::string cpu_folder(int cpu) {
        return fmt::format("sys/devices/system/cpu/cpu{}/", cpu);
    }
    std::string list() const {
        return m_cpus.size() == 1 ? "0" : fmt::format("0-{}", m_cpus.size() - 1);
    }

    std::filesystem::path m_root;
    std::vector<int> m_cpus;
};

} // namespace lockstep
