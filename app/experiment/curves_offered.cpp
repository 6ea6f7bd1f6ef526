// SPDX-License-Identifier: MIT
#include "app/experiment/curves_offered.hpp"

#include "app/experiment/model_curve.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

namespace {

constexpr std::size_t most_offered = 4; // the keys 1 to 4
constexpr int samples_between = 16;
/// Curves that nowhere differ by more than a twentieth of the higher one look the same from a seat.
constexpr double looks_the_same = 0.05;

bool looks_like(const Series& one, const Series& other) {
    return std::ranges::all_of(one.points, [&](const Estimate& point) {
        const Estimate* there = other.at(point.x);
        const double higher = there ? std::max(std::abs(point.value), std::abs(there->value)) : 0;
        return !there || std::abs(point.value - there->value) <= looks_the_same * higher;
    });
}

double mean_height(const Series& curve) {
    double sum = 0;
    for (const Estimate& point : curve.points)
        sum += point.value;
    return sum / static_cast<double>(curve.points.size());
}

} // namespace

std::vector<Series> curves_offered(const Session& session, const content::Lesson& lesson,
                                   const content::PredictBody& body) {
    const content::Experiment* experiment = lesson.experiment(body.experiment);
    if (!experiment || body.kind != content::PredictKind::Curve)
        return {};
    const ModelCurves all(session, lesson, *experiment, samples_between);
    std::vector<Series> offered;
    const auto offer = [&](const std::string& name, const Values& with) {
        const models::Model* model = models::find_model(name);
        if (!model || offered.size() == most_offered)
            return;
        Series curve = all.curve(*model, with);
        const bool known = std::ranges::any_of(
            offered, [&](const Series& other) { return looks_like(curve, other); });
        if (curve.points.size() > 1 && !known)
            offered.push_back(std::move(curve));
    };
    if (!experiment->models.empty())
        offer(experiment->models.front(), {});
    for (const content::Reading& reading : body.readings)
        offer(reading.like, reading.with);
    if (offered.size() < 2)
        return {};
    std::ranges::stable_sort(offered, {}, mean_height);
    for (std::size_t i = 0; i < offered.size(); ++i)
        offered[i].label = std::to_string(i + 1);
    return offered;
}

} // namespace lockstep
