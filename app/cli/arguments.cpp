// SPDX-License-Identifier: MIT
// The grammar of the command line. The only file that includes CLI11, which takes long to compile.
#include "app/cli/options.hpp"
#include "app/experiment/paths.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

constexpr const char* footer =
    "\nWithout a subcommand the window opens, at LESSON if one is named, or with the runs of a "
    "run\n"
    "file laid over the lesson that they are of; without a display the first lesson runs in the\n"
    "terminal. Exit codes: 0 done, 1 the answer is no, 2 misuse, 3 the machine\n"
    "cannot, 130 stopped with Ctrl+C.";

constexpr const char* run_footer =
    "\nA lesson runs what its text runs, in order, and says of each finding whether it holds "
    "here.\n"
    "A name that is a lesson and a workload is the lesson, unless --sweep or --variants is given;\n"
    "workload:NAME and lesson:NAME decide it. A choice is given by name or number.\n\n"
    "  lockstep run amdahl\n"
    "  lockstep run amdahl --sweep p=1,2,4 --set f=0.95\n"
    "  lockstep run false_sharing --set store=\"load and store\" --csv -\n"
    "  lockstep run chains --variants serial,serial      the same code twice: an A/A test";

constexpr const char* compare_footer =
    "\nMarks of the same variant at the same x are held against each other, unpaired: what "
    "drifted\n"
    "between the two days is inside the ratio, not in its interval. Exit code 0: no difference is\n"
    "seen; 1: one is, with all points judged together; 2: the files are not of the same thing; 3:\n"
    "too few rounds to decide.\n\n"
    "  lockstep compare today.json yesterday.json\n"
    "  lockstep compare mine.json hers.json --json -";

constexpr const char* simulate_footer =
    "\nWhat is counted are PTX instructions, never cycles. Exit code 1: something was found.\n\n"
    "  lockstep simulate divergence/cuda_1 --set leave=1\n"
    "  lockstep simulate add.cu --grid 4 --block 128 --arg f32[512]=iota --arg f32[512]=1 \\\n"
    "                           --arg s32=512 --show 0\n"
    "  lockstep simulate divergence/cuda_1 --trace split.trace.json\n"
    "  lockstep simulate split.trace.json                 the same again, from the file alone\n"
    "FILL is a number, iota, random:SEED, @FILE, or none: a buffer that nobody has written, of\n"
    "which a load is a finding. Types: u8 to u64, s8 to s64, f32, f64.";

struct All {
    WindowOptions window;
    ListOptions list;
    PassportOptions passport;
    RunOptions run;
    CompareOptions compare;
    ModelOptions model;
    SimulateOptions simulate;
    CheckOptions check;
};

void add_list(CLI::App& app, ListOptions& options) {
    auto* command = app.add_subcommand("list", "Lessons, workloads, models: what there is");
    command->add_option("WHAT", options.what,
                        "lessons, workloads, variants, models, devices or recordings");
    command->add_flag("--json", options.json, "As JSON");
}

void add_passport(CLI::App& app, PassportOptions& options) {
    auto* command = app.add_subcommand("passport", "What this machine is and can show");
    command->add_flag("--json", options.json, "As JSON");
    command->add_flag("--again", options.again, "Measure anew what was kept from another time");
}

void add_run(CLI::App& app, RunOptions& options) {
    auto* command = app.add_subcommand("run", "Times a lesson's experiments or a workload, here");
    command->add_option("NAME", options.name, "A lesson (amdahl, 1.2) or a workload")->required();
    command->add_option("--set", options.set, "name=value: a setting; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--sweep", options.sweep, "name=1,2,4: the values of x");
    command->add_option("--variants", options.variants, "a,b: ways to run it");
    command
        ->add_option("--budget", options.budget_s,
                     "Seconds that a run may take (4, or what the lesson says)")
        ->check(CLI::Range(0.1, 3600.0));
    command
        ->add_option("--cache", options.cache,
                     "warm, or cold: caches are emptied before each sample")
        ->check(CLI::IsMember({"warm", "cold"}));
    command->add_option("--json", options.json, "Run file to write, - for standard output");
    command->add_option("--csv", options.csv, "Table to write, - for standard output");
    command->add_option("--html", options.html, "Report to write, one self-contained page");
    command->add_option("--record", options.record,
                        "Of a lesson: folder of recordings that its runs are added to; tabs of "
                        "the lab that are in no run block are timed, too");
    command->footer(run_footer);
}

void add_compare(CLI::App& app, CompareOptions& options) {
    auto* command = app.add_subcommand("compare", "Two runs of different days or machines");
    command->add_option("NOW", options.now, "A run file")->required();
    command->add_option("THEN", options.then, "Another one")->required();
    command->add_option("--json", options.json, "File to write, - for standard output");
    command->footer(compare_footer);
}

void add_model(CLI::App& app, ModelOptions& options) {
    auto* command = app.add_subcommand("model", "What a formula says, without running anything");
    command->add_option("NAME", options.name, "A model; see lockstep list models")->required();
    command->add_option("--set", options.set, "name=value: a parameter; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--sweep", options.sweep, "name=1,2,4: the values of x")->required();
    command->add_option("--json", options.json, "File to write, - for standard output");
    command->footer("\n  lockstep model amdahl --set f=0.95 --sweep p=1,2,4,8,16");
}

void add_simulate(CLI::App& app, SimulateOptions& options) {
    auto* command = app.add_subcommand("simulate", "A CUDA kernel lane by lane; no GPU is needed");
    command->add_option("KERNEL", options.name, "A kernel, or a file: .ptx, .cu or .trace.json")
        ->required();
    command->add_option("--set", options.set, "name=value: a setting of a kernel's workload")
        ->allow_extra_args(false);
    command->add_option("--device", options.device, "Whose limits hold; see lockstep list devices");
    command->add_option("--kernel", options.kernel, "Of a file: which, if there are several");
    command->add_option("--grid", options.grid, "X[,Y[,Z]]: blocks");
    command->add_option("--block", options.block, "X[,Y[,Z]]: threads of a block");
    command->add_option("--shared", options.shared_bytes, "Bytes of dynamic shared memory")
        ->check(CLI::Range(0.0, 232448.0));
    command->add_option("--arg", options.arguments, "TYPE=VALUE or TYPE[N]=FILL; in order")
        ->allow_extra_args(false);
    command->add_option("--show", options.shown, "Print buffer I, counted from 0");
    command->add_flag("--fast", options.fast, "Do not look for races and uninitialised memory");
    command->add_flag("--global-races", options.global_races,
                      "Look for races between blocks on global memory, too");
    command->add_option("--budget", options.budget_s, "Seconds that it may take (60)")
        ->check(CLI::Range(0.1, 590.0));
    command->add_option("--json", options.json, "File to write, - for standard output");
    command->add_option("--trace", options.trace,
                        "Trace file to write (.trace.json): what it takes to do the same again");
    command->add_option("--traced-block", options.traced_block, "Whose trace, counted from 0 (0)")
        ->check(CLI::Range(0, 2147483647));
    command
        ->add_option("--traced-launch", options.traced_launch,
                     "Of a workload that launches several kernels: which, counted from 0 (0)")
        ->check(CLI::Range(0, 1000000));
    command->footer(simulate_footer);
}

void add_check(CLI::App& app, CheckOptions& options) {
    auto* command = app.add_subcommand("check", "What is wrong with lessons and recordings");
    command->add_option("DIR", options.folder,
                        "Lessons, one lesson, or run files (default: the ones that came with it)");
}

Options chosen(const CLI::App& app, const All& all) {
    if (app.got_subcommand("list"))
        return all.list;
    if (app.got_subcommand("passport"))
        return all.passport;
    if (app.got_subcommand("run"))
        return all.run;
    if (app.got_subcommand("compare"))
        return all.compare;
    if (app.got_subcommand("model"))
        return all.model;
    if (app.got_subcommand("simulate"))
        return all.simulate;
    if (app.got_subcommand("check"))
        return all.check;
    if (app.got_subcommand("doctor"))
        return DoctorOptions{};
    return all.window;
}

std::string help_hint(const CLI::App& app) {
    for (const CLI::App* command : app.get_subcommands())
        return fmt::format("lockstep {} --help", command->get_name());
    return "lockstep --help";
}

} // namespace

std::variant<Options, int> read_arguments(int argc, char** argv) {
    CLI::App app("A laboratory for parallel computing: run it here, compare it with the model.",
                 "lockstep");
    All all;
    app.set_version_flag("--version", fmt::format("lockstep {}", program_version()));
    app.add_option("LESSON", all.window.lesson,
                   "The lesson that the window opens, or a run or trace file (.json)");
    app.require_subcommand(0, 1);
    app.footer(footer);
    add_list(app, all.list);
    add_passport(app, all.passport);
    add_run(app, all.run);
    add_compare(app, all.compare);
    add_model(app, all.model);
    add_simulate(app, all.simulate);
    add_check(app, all.check);
    app.add_subcommand("doctor", "What is installed, and what is missing");
    try {
        app.parse(argc, argv);
        return chosen(app, all);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            app.exit(error); // prints help or version
            return done;
        }
        fmt::print(stderr, "lockstep: {}\nSee {}.\n", error.what(), help_hint(app));
        return misuse;
    }
}

} // namespace lockstep::cli
