// SPDX-License-Identifier: MIT
#include "tests/app/experiment/counted.hpp"

namespace lockstep::testing_support {

protocol::Catalogue kernels() {
    protocol::Catalogue known = catalogue();
    for (const char* name : {"cuda_1", "cuda_2"})
        known.workloads[0].variants.push_back(
            {name, "A sentence.", name, "kernels/amdahl/x.cu", "card", false, "amdahl"});
    return known;
}

content::Experiment counting() {
    content::Experiment main = shared_part();
    main.quantity = content::Quantity::Count;
    main.variants = {};
    main.models = {"one_sector_each"};
    main.sliders.erase(main.sliders.begin());
    main.simulated = content::SimulatedSeries{
        {"cuda_1"}, "global_sectors", "global_requests", "sectors a request", ""};
    return main;
}

content::Experiment beside_time() {
    content::Experiment main = counting();
    main.quantity = content::Quantity::RelativeTime;
    main.variants = {"simd"};
    main.baseline = "simd";
    main.baseline_set = {{"f", 0}};
    main.models = {};
    return main;
}

PlannedRun plan_counted(const content::Experiment& experiment, Values sliders,
                        const lockstep::Run* previous, const content::Comparison* compare) {
    return planned(experiment, machine(), std::move(sliders), compare, previous, kernels());
}

protocol::Simulated counts_at(const std::string& id, const protocol::PointRequest& point) {
    const double f = value_of(point.parameters, "f", 0.5);
    protocol::Simulated seen;
    seen.id = id;
    seen.point = point.id;
    seen.kernel = "add";
    seen.grid = {4, 1, 1};
    seen.block = {128, 1, 1};
    seen.finished = true;
    seen.items = 512;
    seen.counters = {{"global_sectors", 10 * (4 + 28 * f)}, {"global_requests", 10}};
    return seen;
}

void fill_counts(lockstep::Run& run, const protocol::SimulateRequest& request) {
    for (const protocol::PointRequest& point : request.points)
        collect(run, counts_at(request.id, point));
    protocol::Done done;
    done.id = request.id;
    collect(run, done);
}

CountedScene::CountedScene(content::Experiment experiment) {
    session.catalogue = kernels();
    content::Lesson& open = session.course.lessons[0];
    open.experiments = {std::move(experiment)};
    for (content::Block& block : open.blocks)
        if (block.id == "first")
            block = testing_support::block("run", "first", content::Step::Run, counted_gate());
}

content::RunBody CountedScene::counted_gate() {
    content::RunBody gate = gate_body();
    gate.compare->a = {{"f", 1.0}};
    gate.compare->above = "{{ratio}} times, {{counted f=1}} for {{counted f=0}}.";
    return gate;
}

void CountedScene::count(std::size_t most) {
    const protocol::SimulateRequest request = effects.simulations.back();
    for (std::size_t i = 0; i < request.points.size() && i < most; ++i)
        receive(session, counts_at(request.id, request.points[i]), effects);
    protocol::Done done;
    done.id = request.id;
    if (most >= request.points.size())
        receive(session, done, effects);
}

} // namespace lockstep::testing_support
