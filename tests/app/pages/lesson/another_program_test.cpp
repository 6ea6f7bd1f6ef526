// SPDX-License-Identifier: MIT
// From the core that another program takes to the words beside a mark: the real command line and
// its bench on one CPU, a second process that spins there in bursts, and what is said of it. Where
// this machine does more than that, more rounds are disturbed, and nothing here asks for few.
#include "app/experiment/run_file.hpp"
#include "app/pages/lesson/words.hpp"
#include "app/views/numbers/table.hpp"
#include "tests/app/experiment/scratch_folder.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <sched.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace lockstep::lab {
namespace {

using testing::HasSubstr;

std::int64_t now_ns() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

std::size_t first_cpu() {
    cpu_set_t mask;
    sched_getaffinity(0, sizeof mask, &mask);
    std::size_t cpu = 0;
    while (!CPU_ISSET(cpu, &mask))
        ++cpu;
    return cpu;
}

/// The other program: on this CPU it spins for so long, then sleeps, and so on. One sample in some
/// is hit, and not each.
class SpinsInBursts {
  public:
    SpinsInBursts(std::size_t cpu, std::int64_t spin_ns, std::int64_t sleep_ns) : m_id(fork()) {
        if (m_id != 0)
            return;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(cpu, &one);
        sched_setaffinity(0, sizeof one, &one);
        const pid_t test = getppid();
        while (getppid() == test) { // a test that is killed takes it along
            for (const std::int64_t end_ns = now_ns() + spin_ns; now_ns() < end_ns;) {
            }
            const timespec pause{0, sleep_ns};
            nanosleep(&pause, nullptr);
        }
        _exit(0);
    }
    ~SpinsInBursts() {
        kill(m_id, SIGKILL);
        waitpid(m_id, nullptr, 0);
    }
    SpinsInBursts(const SpinsInBursts&) = delete;
    SpinsInBursts& operator=(const SpinsInBursts&) = delete;

  private:
    pid_t m_id;
};

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// `lockstep run` on the CPU, with all that it leaves in the folder.
void run_on(std::size_t cpu, const std::filesystem::path& folder) {
    const char* const build = std::getenv("LOCKSTEP_BINARY_DIR");
    ASSERT_NE(build, nullptr) << "ctest sets it";
    const std::string line = fmt::format(
        "cd {} && XDG_CACHE_HOME={} taskset -c {} {}/bin/lockstep-terminal run workload:amdahl "
        "--sweep f=0,0.5,1 --set p=1 --budget 3 --json run.json --html run.html >run.txt 2>errors",
        folder.string(), folder.string(), cpu, build);
    ASSERT_EQ(std::system(line.c_str()), 0) << text_of(folder / "errors");
}

struct Seen {
    int left_out = 0, undecided = 0; ///< marks
};

/// Every mark that was touched has its reason, and its figure without and with what was left out.
Seen look_at(const Run& run) {
    Seen seen;
    const numbers::Table table = numbers::table_of(run, "f", false, {}, std::nullopt);
    std::size_t row = 0;
    for (const Series& series : run.series)
        for (const Estimate& mark : series.points) {
            const numbers::Row& shown = table.rows.at(row++);
            if (mark.n == 0 || mark.disturbed == 0)
                continue;
            const Callout callout =
                callout_of({}, mark, Provenance::Measured, "", std::nullopt, run.point(mark.point));
            EXPECT_FALSE(shown.cells.back().empty()) << "the figure with all rounds";
            EXPECT_GT(mark.with_all, 0);
            if (mark.status == PointStatus::Disturbed) {
                ++seen.undecided;
                EXPECT_THAT(callout.reason, HasSubstr("Another program used a core in"));
                EXPECT_THAT(callout.details, HasSubstr(fmt::format("all {} rounds", mark.n)));
            } else {
                ++seen.left_out;
                EXPECT_THAT(callout.details, HasSubstr(fmt::format("{} rounds, {} left out", mark.n,
                                                                   mark.disturbed)));
                EXPECT_EQ(table.columns.back(), "with all");
            }
        }
    return seen;
}

/// In how many rounds it was seen, of how many, as the run itself says.
struct Taken {
    int rounds = 0, of = 0;
};

Taken taken_in(const Run& run) {
    Taken taken;
    for (const std::string& remark : run.remarks)
        if (std::sscanf(remark.c_str(), "Another program took a core in %d of %d", &taken.rounds,
                        &taken.of) == 2)
            return taken;
    return {};
}

TEST(AnotherProgram, OnTheSameCoreDisturbsRoundsAndIsSaidBesideTheMarks) {
    const std::size_t cpu = first_cpu();
    constexpr std::int64_t spin_ns = 3'000'000, sleep_ns = 247'000'000;
    constexpr double bursts_a_second = 1e9 / (spin_ns + sleep_ns);
    bool noticed = false;
    // Some bursts fall between two samples. Half of them have to be seen, which a machine that
    // does little else does not come to by itself.
    for (int attempt = 0; attempt < 5 && !noticed; ++attempt) {
        const testing_support::ScratchFolder folder;
        {
            const SpinsInBursts other(cpu, spin_ns, sleep_ns);
            run_on(cpu, folder.path());
        }
        const auto run = load_run_file(folder.path() / "run.json");
        ASSERT_TRUE(run) << run.error().text();
        const Seen seen = look_at(*run);
        const Taken taken = taken_in(*run);
        // Where rounds are longer than the pause between two bursts, there are fewer of them.
        const double half = std::min(run->seconds * bursts_a_second, 1.0 * taken.of) / 2;
        noticed = taken.rounds > 0 && taken.rounds >= half && seen.left_out + seen.undecided > 0;
        std::printf("%d of %d rounds in %.1f s; %d marks without them, %d undecided\n",
                    taken.rounds, taken.of, run->seconds, seen.left_out, seen.undecided);
        if (!noticed)
            continue;
        EXPECT_THAT(text_of(folder.path() / "run.txt"), HasSubstr("Another program took a core"));
        const std::string html = text_of(folder.path() / "run.html");
        EXPECT_THAT(html, HasSubstr("Another program took a core in"));
        if (seen.left_out > 0) {
            EXPECT_THAT(html, HasSubstr(" left out</td>"));
        }
    }
    EXPECT_TRUE(noticed) << "nobody noticed the other program";
}

} // namespace
} // namespace lockstep::lab
