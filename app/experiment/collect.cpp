// SPDX-License-Identifier: MIT
// Gathering samples, states, spans and pictures.
#include "app/experiment/collect.hpp"

#include "app/experiment/estimates.hpp"

#include <algorithm>
#include <limits>

namespace lockstep {

namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from, std::size_t entries) {
    // A column that the bench left out is filled, so that all stay of one length.
    if (from.empty())
        to.insert(to.end(), entries, T{});
    else
        to.insert(to.end(), from.begin(), from.end());
}

/// Of a column that only some benches have: it stays away until one sends it.
void append_known(std::vector<double>& to, const std::vector<double>& from, std::size_t before,
                  std::size_t entries) {
    if (to.empty() && from.empty())
        return;
    to.resize(before, std::numeric_limits<double>::quiet_NaN());
    to.insert(to.end(), from.begin(), from.end());
    to.resize(before + entries, std::numeric_limits<double>::quiet_NaN());
}

Counted counted_of(const protocol::Simulated& seen) {
    Counted counted;
    counted.counters = seen.counters;
    counted.kernel = seen.kernel;
    counted.grid = seen.grid;
    counted.block = seen.block;
    counted.findings = seen.findings;
    counted.seconds = seen.seconds;
    counted.figures = seen.figures;
    if (!seen.occupancy.empty()) {
        const protocol::OccupancyInfo& first = seen.occupancy.front();
        counted.dynamic_shared_bytes = first.shared_bytes - first.figures.shared_bytes;
    }
    return counted;
}

class Collector {
  public:
    explicit Collector(Run& run) : m_run(run) {}

    bool operator()(const protocol::Samples& samples) {
        Point* point = find(samples.id, samples.point);
        if (!point)
            return false;
        const std::size_t entries = samples.time_ns.size(), before = point->time_ns.size();
        append(point->round, samples.round, entries);
        append(point->flags, samples.flags, entries);
        append(point->time_ns, samples.time_ns, entries);
        append(point->longest_ns, samples.longest_ns, entries);
        append(point->serial_ns, samples.serial_ns, entries);
        append(point->busy_ns, samples.busy_ns, entries);
        append(point->lanes_used, samples.lanes_used, entries);
        append(point->lanes_offered, samples.lanes_offered, entries);
        point->claimed_ns.insert(point->claimed_ns.end(), samples.claimed_ns.begin(),
                                 samples.claimed_ns.end());
        append_known(point->kernel_ns, samples.kernel_ns, before, entries);
        append_known(point->copy_ns, samples.copy_ns, before, entries);
        update_marks(point->id);
        return true;
    }

    bool operator()(const protocol::PointState& state) {
        Point* point = find(state.id, state.point);
        if (!point)
            return false;
        point->status = state.status;
        point->reason = state.reason;
        if (state.items > 0)
            point->items = state.items;
        if (state.jobs > 0)
            point->jobs = state.jobs;
        update_marks(point->id);
        return true;
    }

    bool operator()(const protocol::Simulated& seen) {
        Point* point = find(seen.id, seen.point);
        if (!point || !point->simulated)
            return false;
        point->status = seen.status;
        point->reason = seen.reason;
        if (seen.items > 0)
            point->items = seen.items;
        if (seen.status != PointStatus::Unavailable)
            point->counted = counted_of(seen);
        if (point->status == PointStatus::Ok && !seen.finished)
            put_unfinished(*point, seen);
        update_marks(point->id);
        return true;
    }

    bool operator()(const protocol::Spans& spans) {
        Point* point = find(spans.id, spans.point);
        if (point)
            point->spans = spans;
        return point != nullptr;
    }

    bool operator()(const protocol::Picture& picture) {
        Point* point = find(picture.id, picture.point);
        if (point)
            point->picture = picture;
        return point != nullptr;
    }

    bool operator()(const protocol::Done& done) {
        if (done.id != m_run.id)
            return false;
        m_run.finished = true;
        m_run.cancelled = m_run.cancelled || done.cancelled;
        m_run.seconds += done.seconds; // of the times, then of the simulation
        m_run.remarks.insert(m_run.remarks.end(), done.remarks.begin(), done.remarks.end());
        return true;
    }

    template <class Other>
    bool operator()(const Other&) {
        return false;
    }

  private:
    /// A budget, a trap, a barrier that nobody can leave: half a count is none.
    static void put_unfinished(Point& point, const protocol::Simulated& seen) {
        point.status = PointStatus::Unavailable;
        point.reason = "the simulation did not come to its end";
        for (const protocol::FindingInfo& finding : seen.findings)
            if (!finding.remark)
                point.reason = "the simulation did not come to its end: " + finding.message;
    }

    Point* find(const std::string& id, int point) {
        if (id != m_run.id)
            return nullptr;
        const auto found = std::ranges::find(m_run.points, point, &Point::id);
        return found == m_run.points.end() ? nullptr : &*found;
    }

    void update_marks(int point) {
        for (std::size_t i = 0; i < m_run.planned.size() && i < m_run.series.size(); ++i)
            for (const Estimate& mark : m_run.planned[i].points)
                if (mark.point == point || mark.baseline == point)
                    put_mark(m_run.series[i].points, estimate(m_run, mark));
    }

    /// A mark that nothing is known of yet is not there.
    static void put_mark(std::vector<Estimate>& marks, Estimate mark) {
        const auto at = std::ranges::lower_bound(marks, mark.x, {}, &Estimate::x);
        const bool known = at != marks.end() && at->x == mark.x;
        if (mark.n == 0 && mark.status == PointStatus::Ok)
            return;
        if (known)
            *at = std::move(mark);
        else
            marks.insert(at, std::move(mark));
    }

    Run& m_run;
};

} // namespace

bool collect(Run& run, const protocol::FromBench& message) {
    Collector collector(run);
    return std::visit(collector, message);
}

} // namespace lockstep
