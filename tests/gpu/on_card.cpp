// SPDX-License-Identifier: MIT
// lockstep_on_card: what only a card can show, as lines for people. Exit codes: 0 everything held,
// 1 something did not, 2 misuse, 77 there is no card.
#include "kernels/bench/cuda_card.hpp"
#include "kernels/bench/own_folder.hpp"
#include "kernels/measure/cores.hpp"
#include "sim/base/units.hpp"
#include "tests/gpu/process.hpp"
#include "tests/gpu/record.hpp"
#include "tests/gpu/same_bytes.hpp"
#include "tests/gpu/sample_times.hpp"
#include "tests/gpu/settings.hpp"
#include "tests/gpu/times.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace {

using namespace lockstep;
using namespace lockstep::on_card;

constexpr int held = 0, not_held = 1, misuse = 2, skipped = 77;
constexpr double largest_residual = 0.03;
constexpr int samples = 31;

constexpr const char* help = R"(lockstep_on_card: what only a graphics card can show.

  lockstep_on_card                every check; 0 all held, 1 something did not, 77 no card
  lockstep_on_card --record DIR [--budget SECONDS]
                                  runs every lesson instead and leaves its run files in DIR
)";

/// The bench, its modules and the command line lie in ../bin, in a build and in a bundle.
std::filesystem::path bin_folder() {
    return (bench::own_folder() / "../bin").lexically_normal();
}

Result<std::unique_ptr<bench::CardModule>> card(const Variant& variant, const Problem& problem) {
    return bench::load_card_module(variant, problem, bin_folder());
}

std::string version(int number) {
    return fmt::format("{}.{}", number / 1000, number % 1000 / 10);
}

void print_card(const bench::CardFacts& facts) {
    fmt::print("card     {}, compute capability {}.{}, {} SMs, {:.1f} GiB\n",
               bench::ask_card().words, facts.sm / 10, facts.sm % 10, facts.sms, facts.memory_gib);
    fmt::print("CUDA     driver {}, runtime {}\n", version(facts.driver_version),
               version(facts.runtime_version));
    fmt::print("clocks   at most {:.0f} MHz, memory {:.0f} MHz\n", facts.core_mhz,
               facts.memory_mhz);
    fmt::print("before   {}\n\n", clocks_now());
}

bool check_bytes() {
    fmt::print("Result buffers against the simulator, byte for byte, and serial's checksum\n");
    bool all = true;
    const int cores = std::max(1, usable_cores().workers());
    for (const Variant* const variant : card_variants()) {
        const SameBytes seen = compare_bytes(*variant, card, bin_folder(), cores);
        fmt::print("  {:<30} {} of {} equal\n", on_card::name_of(*variant),
                   seen.compared - static_cast<int>(seen.differences.size()), seen.compared);
        for (const std::string& difference : seen.differences)
            fmt::print("      {}\n", difference);
        all = all && seen.differences.empty();
    }
    return all;
}

bool check_divergence(int sms) {
    fmt::print("\nDivergence: time of k paths in every warp, T(k) = a + s k\n");
    const auto found = time_divergence(sms, card);
    if (!found) {
        fmt::print("  not timed: {}\n", found.error().text());
        return false;
    }
    for (std::size_t i = 0; i < found->paths.size(); ++i)
        fmt::print("  k = {:<3} {:>10}   residual {:+.2f} %\n", found->paths[i],
                   format_time_ns(found->times_ns[i], 4), 100 * found->line.residuals[i]);
    const bool fine = found->line.largest() <= largest_residual;
    fmt::print("  a = {}, s = {}; largest residual {:.2f} %, {} the {:.0f} % that are allowed\n",
               format_time_ns(found->line.a, 4), format_time_ns(found->line.s, 4),
               100 * found->line.largest(), fine ? "within" : "MORE than", 100 * largest_residual);
    return fine;
}

bool time_kernels() {
    fmt::print("\nOne repetition of each kernel, by the card's clock (others' times: no bound)\n");
    bool all = true;
    for (const Variant* const variant : card_variants()) {
        auto timed = Timed::create(*variant, timed_settings(variant->workload), card);
        Result<void> sampled;
        for (int i = 0; i < samples && timed && sampled; ++i)
            sampled = timed->sample();
        const bool fine = timed && sampled;
        fmt::print("  {:<30} {}\n", on_card::name_of(*variant),
                   fine ? fmt::format("{}; {} {}, {} in a queue", time_words(timed->times_ns()),
                                      timed->launches(),
                                      timed->launches() == 1 ? "launch" : "launches",
                                      timed->repetitions())
                        : "not timed: " + (timed ? sampled.error() : timed.error()).text());
        all = all && fine;
    }
    return all;
}

/// As the bench measures them: without a kernel that fits into its launch there is no gap to show.
bool check_samples() {
    fmt::print("\nOne repetition of a sample\n");
    bool all = true;
    for (const Variant* const variant : card_variants()) {
        const auto times = sample_times(*variant, timed_settings(variant->workload), card);
        const bool fine = times && times->fit();
        fmt::print("  {:<30} {}{}\n", on_card::name_of(*variant),
                   times ? times->words() : "not timed: " + times.error().text(),
                   !times || fine ? "" : ": the kernels do NOT fit");
        all = all && fine;
    }
    return all;
}

int check_all() {
    const bench::GpuFacts gpu = bench::ask_card();
    if (!gpu.present) {
        fmt::print("Skipped: {}.\n", gpu.words);
        return skipped;
    }
    const auto facts = bench::card_facts();
    if (!facts) {
        fmt::print("The card does not answer: {}\n", facts.error().text());
        return not_held;
    }
    print_card(*facts);
    const bool bytes = check_bytes();
    const bool line = check_divergence(facts->sms);
    const bool times = time_kernels();
    const bool all = check_samples() && bytes && line && times;
    fmt::print("\nafter    {}\n", clocks_now());
    fmt::print("{}\n", all ? "Everything held." : "Something did NOT hold.");
    return all ? held : not_held;
}

int record(const RecordOptions& options) {
    const auto program = find_command_line(bin_folder());
    const Result<int> without =
        program ? record_lessons(options, *program) : Result<int>(Failure(program.error()));
    if (!without) {
        fmt::print("Nothing was recorded: {}\n", without.error().text());
        return not_held;
    }
    fmt::print("{}: {}\n", options.folder.string(),
               *without == 0 ? "every lesson has its file"
                             : fmt::format("{} lessons have no file", *without));
    return *without == 0 ? held : not_held;
}

} // namespace

int main(int count, char** values) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // whoever reads along sees how far it is
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.empty())
        return check_all();
    RecordOptions options;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2)
        if (arguments[i] == "--record")
            options.folder = arguments[i + 1];
        else if (arguments[i] == "--budget")
            options.budget_s = std::atof(arguments[i + 1].c_str());
    if (arguments.size() % 2 == 0 && !options.folder.empty())
        return record(options);
    const bool asked = arguments[0] == "--help";
    std::fprintf(asked ? stdout : stderr, "%s", help);
    return asked ? held : misuse;
}
