// SPDX-License-Identifier: MIT
#include "tests/window/played_runs.hpp"

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/model_value.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/passport_file.hpp"
#include "app/experiment/run_file.hpp"
#include "app/experiment/sweep.hpp"
#include "tests/app/demo_passport.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace lockstep::window_tests {

namespace {

using content::Experiment;
using content::Quantity;

constexpr double baseline_ns = 5e6; ///< of a repetition
constexpr double addition_ns = 5;   ///< of one atomic addition by one thread
constexpr double launch_ns = 60e3;  ///< of a card, beside its kernels
constexpr double copies_ns = 2.5e6; ///< of a card, there and back
constexpr int rounds = 41, pilot_rounds = 11;

/// One run to play: an experiment, how its sliders stand, and how far off its model is.
struct Recipe {
    const Experiment& experiment;
    Values sliders;
    const content::Comparison* compare = nullptr;
    double off = 1; ///< the quantity is this many times what the model says
    PlayedMachine on = {};
};

protocol::Machine machine_of(const PlayedMachine& on) {
    protocol::Machine machine = quiet_machine(on.cores);
    machine.has_gpu = on.card;
    if (on.card)
        machine.gpu = "a card that is played";
    return machine;
}

double unit_ns(const std::string& unit) {
    return unit == "ms" ? 1e6 : unit == "µs" || unit == "us" ? 1e3 : 1;
}

/// Per repetition: an item takes a time that its unit suits.
double items_of(const Experiment& experiment, const Point& point) {
    if (experiment.quantity == Quantity::Rate)
        return 2e5 * value_of(point.parameters, "k", 1);
    if (experiment.quantity != Quantity::TimePerItem)
        return 1;
    return experiment.given == content::Given::AtomicAdd ? baseline_ns / addition_ns : 100;
}

bool is_baseline(const Experiment& experiment, const Point& point) {
    if (point.variant != experiment.baseline)
        return false;
    return std::ranges::all_of(experiment.baseline_set, [&](const auto& entry) {
        const auto there = point.parameters.find(entry.first);
        return there == point.parameters.end() || there->second == entry.second;
    });
}

/// So many times as much at once as the baseline: four times are twice as fast.
double without_a_model(const Experiment& experiment, const Point& point) {
    const auto least = experiment.baseline_set.find(experiment.x);
    const double most = value_of(point.parameters, experiment.x, 1);
    return least == experiment.baseline_set.end() ? 1.0 : std::sqrt(most / least->second);
}

/// What the model says of a point, in the experiment's quantity.
double value_at(const Recipe& recipe, const Point& point) {
    const Experiment& experiment = recipe.experiment;
    const bool per_item = experiment.quantity == Quantity::TimePerItem;
    MeasuredFacts facts;
    facts.baseline = per_item ? baseline_ns / point.items / unit_ns(experiment.unit) : 1.0;
    facts.transfer = 5;
    std::optional<double> says;
    for (const std::string& name : experiment.models)
        if (const models::Model* model = models::find_model(name); model && !says)
            says = model_value(*model, experiment, machine_of(recipe.on), point.parameters, facts);
    return says.value_or(recipe.on.card ? without_a_model(experiment, point) : 1.0) * recipe.off;
}

/// Time of a repetition, as the model has it. A time per item has items that make it long enough.
double time_of(const Recipe& recipe, const Point& point) {
    const Experiment& experiment = recipe.experiment;
    // Whoever measures takes some time for it, whatever comes out.
    if (is_baseline(experiment, point) || experiment.quantity == Quantity::Claimed)
        return baseline_ns;
    const double value = value_at(recipe, point);
    if (experiment.quantity == Quantity::Rate)
        return point.items / value;
    if (experiment.quantity == Quantity::TimePerItem)
        return value * unit_ns(experiment.unit) * point.items;
    return experiment.quantity == Quantity::Speedup ? baseline_ns / value : baseline_ns * value;
}

int flags_of(int round, bool disturbed) {
    return (round < pilot_rounds ? protocol::sample_pilot : 0) |
           (disturbed && round % 2 ? protocol::sample_disturbed : 0);
}

int workers_of(const Point& point) {
    return std::max(1, static_cast<int>(value_of(point.parameters, "p", 1)));
}

/// Half a per cent of a shiver that is the same at every start.
double shiver_of(const Point& point, int round) {
    return 1 + 0.005 * std::sin(2.1 * round + point.id);
}

/// Of a card: no workers, but its kernels by its own clock, and the copies.
void fill_card_samples(Point& point, double time_ns, bool disturbed) {
    for (int round = 0; round < rounds; ++round) {
        const double shiver = shiver_of(point, round);
        point.round.push_back(round);
        point.flags.push_back(flags_of(round, disturbed));
        point.time_ns.push_back(time_ns * shiver);
        point.kernel_ns.push_back(std::max(0.1 * time_ns, time_ns - launch_ns) * shiver);
        point.copy_ns.push_back(copies_ns * shiver);
    }
}

void fill_samples(Point& point, double time_ns, bool disturbed) {
    const int workers = workers_of(point);
    const double shared = value_of(point.parameters, "f", 1);
    const double serial = std::min((1 - shared) * baseline_ns, 0.98 * time_ns);
    const double most = point.jobs > 1 || workers == 1 ? time_ns : shared * baseline_ns;
    const double longest = std::min(most, 0.995 * (time_ns - serial));
    // Each does a job of its own to the end, or is alone with all of it.
    const bool own = point.jobs > 1 || workers == 1;
    const double busy = own ? longest : std::min(shared * baseline_ns, longest * workers) / workers;
    for (int round = 0; round < rounds; ++round) {
        const double shiver = shiver_of(point, round);
        point.round.push_back(round);
        point.flags.push_back(flags_of(round, disturbed));
        point.time_ns.push_back(time_ns * shiver);
        point.serial_ns.push_back(serial * shiver);
        point.longest_ns.push_back(longest * shiver);
        point.busy_ns.emplace_back(static_cast<std::size_t>(workers), busy * shiver);
    }
    protocol::Spans spans;
    spans.point = point.id;
    spans.time_ns = time_ns;
    for (int worker = 0; worker < workers; ++worker) {
        spans.worker.push_back(worker);
        spans.phase.push_back(0);
        spans.task.push_back(worker);
        spans.kind.push_back(0);
        spans.begin_ns.push_back(serial);
        spans.end_ns.push_back(serial + busy);
    }
    point.spans = spans;
}

Result<void> write_recipe(const Recipe& recipe, const protocol::Catalogue& catalogue,
                          const std::filesystem::path& file) {
    const protocol::Machine machine = machine_of(recipe.on);
    LOCKSTEP_TRY(PlannedRun plan, plan_run({.experiment = recipe.experiment,
                                            .catalogue = catalogue,
                                            .machine = machine,
                                            .sliders = recipe.sliders,
                                            .compare = recipe.compare}));
    Run& run = plan.run;
    run.machine = machine;
    run.finished = true;
    // Counts are simulated anew: they are the same on every machine.
    std::erase_if(run.points, [](const Point& point) { return point.simulated; });
    std::erase_if(run.planned, [](const Series& series) { return series.is_simulated(); });
    for (Point& point : run.points) {
        point.items = items_of(recipe.experiment, point);
        if (point.workload == "false_sharing" && !is_baseline(recipe.experiment, point))
            point.jobs = workers_of(point);
        if (recipe.on.wrong && !is_baseline(recipe.experiment, point)) {
            point.status = PointStatus::Wrong;
            point.reason = "its result is not the serial variant's";
        } else if (recipe.on.card && point.variant.starts_with("cuda")) {
            fill_card_samples(point, time_of(recipe, point), recipe.on.disturbed);
        } else {
            fill_samples(point, time_of(recipe, point), recipe.on.disturbed);
            if (recipe.experiment.quantity == Quantity::Claimed &&
                !is_baseline(recipe.experiment, point))
                for (const double time_ns : point.time_ns)
                    point.claimed_ns.push_back(value_at(recipe, point) * time_ns);
        }
    }
    run.series = run.planned;
    run.series = recompute_series(run);
    return save_run_file(run, file);
}

/// As a run block leaves them: at the lesson's own setting, but for what the block sets.
Values sliders_of(const Experiment& experiment, const Values& set,
                  const protocol::Machine& machine) {
    Values sliders;
    for (const content::Slider& slider : experiment.sliders)
        sliders[slider.parameter] = slider_range(slider, machine).start;
    for (const auto& [name, value] : set) {
        const content::Slider* slider = experiment.slider(name);
        sliders[name] = slider ? fitted(*slider, machine, false, value) : value;
    }
    return sliders;
}

std::vector<Recipe> recipes(const content::Lesson& lesson, const PlayedMachine& on) {
    const protocol::Machine machine = machine_of(on);
    std::vector<Recipe> list;
    for (const Experiment& experiment : lesson.experiments)
        list.push_back({.experiment = experiment, .sliders = {}, .on = on});
    for (const content::Block& block : lesson.blocks) {
        const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
        const Experiment* experiment = body ? lesson.experiment(body->experiment) : nullptr;
        if (!experiment)
            continue;
        const content::Comparison* compare = body->compare ? &*body->compare : nullptr;
        Recipe recipe{.experiment = *experiment,
                      .sliders = sliders_of(*experiment, body->set, machine),
                      .compare = compare,
                      .on = on};
        if (compare && compare->b_model && compare->expect == "below")
            recipe.off = 0.5;
        if (compare && compare->b_model && compare->expect == "above")
            recipe.off = 1.7;
        list.push_back(recipe);
    }
    return list;
}

} // namespace

protocol::Machine quiet_machine(int cores) {
    protocol::Machine machine;
    machine.hash = "played";
    machine.name = std::to_string(cores) + (cores == 1 ? " core" : " cores") + ", AVX-512, 24 GiB";
    machine.cpu = "a machine that is played";
    machine.cores = machine.threads = machine.cores_present = cores;
    machine.simd = "AVX-512";
    machine.simd_lanes_f32 = 16;
    machine.memory_gib = 24;
    machine.gpu = "no NVIDIA driver found";
    machine.timer_ns = 25;
    machine.atomic_add_ns = addition_ns;
    machine.peak_gflops = 48;
    machine.peak_gflops_all = 48 * cores;
    machine.memory_gb_s = 12;
    machine.memory_gb_s_all = cores > 1 ? 18 : 12;
    machine.noise = 0.003;
    return machine;
}

std::string write_played_passport(const std::filesystem::path& folder, const PlayedMachine& on) {
    protocol::PassportAnswer answer{"", machine_of(on), demo::two_cores()};
    answer.passport.overheads.noise = on.passport_noise;
    if (const auto kept = keep_passport(folder, answer); !kept) {
        std::fprintf(stderr, "%s\n", kept.error().text().c_str());
        return {};
    }
    return passport_file(folder, answer.machine.hash).string();
}

std::vector<std::string> write_played_runs(const content::Lesson& lesson,
                                           const protocol::Catalogue& catalogue,
                                           const std::filesystem::path& folder,
                                           const PlayedMachine& on) {
    std::filesystem::create_directories(folder);
    std::vector<std::string> files;
    for (const Recipe& recipe : recipes(lesson, on)) {
        const auto file = folder / (lesson.id + "-" + std::to_string(files.size()) + ".json");
        if (const auto written = write_recipe(recipe, catalogue, file); written)
            files.push_back(file.string());
        else
            std::fprintf(stderr, "%s\n", written.error().text().c_str());
    }
    return files;
}

} // namespace lockstep::window_tests
