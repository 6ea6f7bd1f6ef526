// SPDX-License-Identifier: MIT
// Reading the scheduler's books before and after a sample.
#include "kernels/measure/watcher.hpp"

#include "kernels/measure/clock.hpp"
#include "kernels/measure/cores.hpp"
#include "sim/stats/quantile.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace lockstep {
namespace {

constexpr std::int64_t spin_ns = 50'000;

/// A start in the middle of other programs' work must not make that the usual: beyond these shares
/// values are neither believed nor kept.
constexpr UsualNoise most_believed{0.05, 20'000, 1'000};

bool believable(const UsualNoise& usual) {
    return usual.switches_per_ms <= most_believed.switches_per_ms &&
           usual.off_cpu_ns_per_ms <= most_believed.off_cpu_ns_per_ms &&
           usual.gap_ns <= most_believed.gap_ns;
}

UsualNoise limited(const UsualNoise& usual) {
    return {std::min(usual.switches_per_ms, most_believed.switches_per_ms),
            std::min(usual.off_cpu_ns_per_ms, most_believed.off_cpu_ns_per_ms),
            std::min(usual.gap_ns, most_believed.gap_ns)};
}

/// Of all threads of this process: the workers of an arena are nobody's to ask.
double involuntary_switches() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_nivcsw);
}

double thread_cpu_ns() {
    return static_cast<double>(cpu_time_ns(CLOCK_THREAD_CPUTIME_ID));
}

std::optional<UsualNoise> read_usual(const std::filesystem::path& file) {
    std::ifstream in(file);
    UsualNoise usual;
    if (in >> usual.switches_per_ms >> usual.off_cpu_ns_per_ms >> usual.gap_ns) return usual;
    return std::nullopt;
}

/// Whole or not at all: two benches may start at the same time.
void write_usual(const std::filesystem::path& file, const UsualNoise& usual) {
    std::error_code ignored; // the values are a convenience; a read-only home has none
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::filesystem::path part = file;
    part += "." + std::to_string(getpid()) + ".part";
    bool written = false;
    {
        std::ofstream out(part);
        out << usual.switches_per_ms << ' ' << usual.off_cpu_ns_per_ms << ' ' << usual.gap_ns
            << '\n';
        written = static_cast<bool>(out.flush());
    }
    if (written)
        std::filesystem::rename(part, file, ignored);
    else
        std::filesystem::remove(part, ignored);
}

} // namespace

stats::Watched UsualNoise::over(double sample_ns) const {
    return {switches_per_ms * sample_ns / 1e6, off_cpu_ns_per_ms * sample_ns / 1e6, gap_ns};
}

UsualNoise measure_usual_noise() {
    constexpr int stretches = 20;
    pin_thread(usable_cores().cpus.front());
    std::vector<double> switches, off_cpu, gaps;
    for (int i = 0; i < stretches; ++i) {
        const double switches_before = involuntary_switches();
        const double cpu_before = thread_cpu_ns();
        const std::int64_t begin_ns = Recorder::now_ns();
        while (Recorder::now_ns() < begin_ns + 1'000'000) {
        }
        const double wall_ns = static_cast<double>(Recorder::now_ns() - begin_ns);
        off_cpu.push_back(std::max(0.0, wall_ns - (thread_cpu_ns() - cpu_before)) * 1e6 / wall_ns);
        switches.push_back((involuntary_switches() - switches_before) * 1e6 / wall_ns);
        gaps.push_back(missing_ns(spin_ns));
    }
    return {stats::quantile(switches, 0.25), stats::quantile(off_cpu, 0.25),
            stats::quantile(gaps, 0.25)};
}

void keep_usual_noise(const std::filesystem::path& file, const UsualNoise& usual) {
    if (believable(usual)) write_usual(file, usual);
}

UsualNoise usual_noise(const std::filesystem::path& file) {
    if (const auto kept = read_usual(file)) return limited(*kept);
    const UsualNoise usual = measure_usual_noise();
    keep_usual_noise(file, usual);
    return limited(usual);
}

std::filesystem::path usual_noise_file(std::string_view machine_hash) {
    const char* const cache = std::getenv("XDG_CACHE_HOME");
    const char* const home = std::getenv("HOME");
    std::filesystem::path folder = cache != nullptr && *cache == '/' ? cache
                                   : home != nullptr ? std::filesystem::path(home) / ".cache"
                                                     : std::filesystem::temp_directory_path();
    return folder / "lockstep" / ("usual-" + std::string(machine_hash) + ".txt");
}

Watcher::Watcher(UsualNoise usual) : m_usual(usual), m_clock(ticks_per_ns()) {
    count_switches();
}

void Watcher::count_switches() {
    m_switches = involuntary_switches();
    m_counted_ns = Recorder::now_ns();
}

void Watcher::begin_round() {
    m_gap_ns = missing_ns(spin_ns);
    count_switches();
}

void Watcher::begin_sample(const Runner& runner) {
    m_jump_ns += m_clock.jump_ns(ClockReading::now());
    m_lost_ns = runner.lost_ns();
}

bool Watcher::end_sample(const Runner& runner, double sample_ns) {
    const std::vector<double> lost_ns = runner.lost_ns();
    m_seen = {0, 0, m_gap_ns};
    for (std::size_t i = 0; i < std::min(lost_ns.size(), m_lost_ns.size()); ++i)
        m_seen.off_cpu_ns = std::max(m_seen.off_cpu_ns, lost_ns[i] - m_lost_ns[i]);
    const double jump_ns = m_clock.jump_ns(ClockReading::now());
    m_jump_ns += jump_ns;
    m_jumped = jump_ns != 0;
    stats::Watched usual = m_usual.over(sample_ns);
    // To count switches costs as much as all else here, and none is asked for unless it cost time.
    if (stats::is_noticeable(m_seen.off_cpu_ns, sample_ns)) {
        const double before = m_switches;
        const std::int64_t since_ns = m_counted_ns;
        count_switches();
        m_seen.switches = m_switches - before;
        usual.switches = m_usual.over(static_cast<double>(m_counted_ns - since_ns)).switches;
    }
    return m_jumped || stats::disturbed(m_seen, usual, sample_ns);
}

} // namespace lockstep
