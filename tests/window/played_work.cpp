// SPDX-License-Identifier: MIT
#include "tests/window/played_work.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lockstep::window_tests {

namespace {

constexpr double handing_out_ns = 100;  ///< of one piece
constexpr double meeting_share = 0.002; ///< of all the time: workers begin and end together
constexpr int most_spans = 64;          ///< of more pieces than that several are one stretch

int whole(const Point& point, const char* name, double otherwise) {
    return static_cast<int>(std::lround(value_of(point.parameters, name, otherwise)));
}

/// Tasks of these lengths, in this order, by workers of whom each takes the next when it is free;
/// or dealt beforehand, the same number of neighbours to each.
class Schedule {
  public:
    /// The first worker does the serial part, for which the others wait.
    Schedule(int workers, double serial_ns)
        : m_free(static_cast<std::size_t>(workers), serial_ns),
          m_busy(static_cast<std::size_t>(workers), 0) {
        if (serial_ns > 0)
            add_span(0, 0, serial_kind, 0, serial_ns);
    }

    /// `lost_ns` after the stretch are neither busy nor anybody's: handing out.
    void do_task(std::size_t worker, int task, double length_ns, double lost_ns = 0) {
        add_span(worker, task, 0, m_free[worker], m_free[worker] + length_ns);
        m_free[worker] += length_ns + lost_ns;
        m_busy[worker] += length_ns;
    }

    void do_all(const std::vector<double>& lengths_ns, bool dealt, double lost_ns = 0) {
        const std::size_t share = (lengths_ns.size() + m_free.size() - 1) / m_free.size();
        for (std::size_t i = 0; i < lengths_ns.size(); ++i) {
            const auto next = std::ranges::min_element(m_free) - m_free.begin();
            do_task(dealt ? i / share : static_cast<std::size_t>(next), static_cast<int>(i),
                    lengths_ns[i], lost_ns);
        }
    }

    PlayedWork work(int id, double serial_ns = 0) && {
        PlayedWork done{.serial_ns = serial_ns, .busy_ns = m_busy, .spans = std::move(m_spans)};
        done.time_ns = std::ranges::max(m_free) * (1 + meeting_share);
        done.spans.point = id;
        done.spans.time_ns = done.time_ns;
        return done;
    }

  private:
    static constexpr int serial_kind = 1;

    void add_span(std::size_t worker, int task, int kind, double begin_ns, double end_ns) {
        m_spans.worker.push_back(static_cast<int>(worker));
        m_spans.phase.push_back(0);
        m_spans.task.push_back(task);
        m_spans.kind.push_back(kind);
        m_spans.begin_ns.push_back(begin_ns);
        m_spans.end_ns.push_back(end_ns);
    }

    std::vector<double> m_free, m_busy;
    protocol::Spans m_spans;
};

void scale_to(std::vector<double>& lengths, double sum) {
    const double now = std::reduce(lengths.begin(), lengths.end());
    for (double& length : lengths)
        length *= sum / now;
}

PlayedWork customers(const Point& point, int workers, double all_ns) {
    std::vector<double> lengths(static_cast<std::size_t>(whole(point, "chains", 3)), 1);
    lengths[0] = value_of(point.parameters, "longest", 1);
    scale_to(lengths, all_ns);
    Schedule schedule(workers, 0);
    schedule.do_all(lengths, false);
    return std::move(schedule).work(point.id);
}

/// A serial part, then pieces of which each has to be handed out.
PlayedWork pieces(const Point& point, int workers, double all_ns) {
    const double shared_ns = value_of(point.parameters, "f", 0.5) * all_ns;
    const double serial_ns = all_ns - shared_ns;
    const double piece_ns = 1e3 * value_of(point.parameters, "piece_us", 20);
    const int count = shared_ns > 0 ? std::max(1, static_cast<int>(shared_ns / piece_ns)) : 0;
    Schedule schedule(workers, serial_ns);
    if (count <= most_spans)
        schedule.do_all(std::vector(static_cast<std::size_t>(count), shared_ns / count), false,
                        handing_out_ns);
    else // shown as as many stretches as there is room for
        for (int i = 0; i < most_spans; ++i) {
            const double pieces_here = static_cast<double>(count) / most_spans;
            schedule.do_task(static_cast<std::size_t>(i % workers), i, shared_ns / most_spans,
                             pieces_here * handing_out_ns);
        }
    return std::move(schedule).work(point.id, serial_ns);
}

/// 16 tasks, one of them long: first, in the middle, or last.
PlayedWork one_long_task(const Point& point, int workers, double all_ns) {
    constexpr std::size_t tasks = 16;
    constexpr std::size_t places[] = {0, tasks / 2 - 1, tasks - 1};
    std::vector<double> lengths(tasks, 1);
    lengths[places[whole(point, "position", 0)]] = value_of(point.parameters, "factor", 5);
    scale_to(lengths, all_ns);
    Schedule schedule(workers, 0);
    schedule.do_all(lengths, point.variant == "multicore_static");
    return std::move(schedule).work(point.id);
}

/// Iterations of one pixel of the workload's view, which decide what a tile costs.
int iterations_at(int x, int y, int size) {
    const float step = 2.2f / static_cast<float>(size);
    const float cr = -1.75f + static_cast<float>(x) * step;
    const float ci = -0.75f + static_cast<float>(y) * step;
    float zr = 0, zi = 0;
    int n = 0;
    for (; n < 160 && zr * zr + zi * zi <= 4; ++n) {
        const float next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
    }
    return n;
}

PlayedWork tiles(const Point& point, int workers, double all_ns) {
    const int size = whole(point, "size", 256), tile = whole(point, "tile", 16);
    const int across = (size + tile - 1) / tile;
    std::vector<double> lengths(static_cast<std::size_t>(across * across), 1);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x)
            lengths[static_cast<std::size_t>(y / tile * across + x / tile)] +=
                iterations_at(x, y, size);
    scale_to(lengths, all_ns);
    Schedule schedule(workers, 0);
    schedule.do_all(lengths, whole(point, "schedule", 0) == 1, handing_out_ns);
    return std::move(schedule).work(point.id);
}

} // namespace

std::optional<PlayedWork> played_work(const Point& point, double all_ns, int cores) {
    const int workers = std::max(1, whole(point, "p", 1));
    const bool waits = value_of(point.parameters, "kind", 0) == 1;
    if (workers > cores && !waits) // a second hardware thread makes a quarter of a core more
        all_ns *= workers / (cores + 0.25 * (workers - cores));
    if (point.workload == "chains")
        return customers(point, workers, all_ns);
    if (point.workload == "amdahl")
        return pieces(point, workers, all_ns);
    if (point.workload == "straggler" && value_of(point.parameters, "kind", 1) < 1)
        return one_long_task(point, workers, all_ns);
    if (point.workload == "mandelbrot") // vector lanes end when the slowest of them does
        return tiles(point, workers, point.variant == "simd" ? all_ns / 6 : all_ns);
    return std::nullopt;
}

PlayedWork played_steps(const Point& point, double time_ns) {
    constexpr int steps = 12;
    const int workers = std::max(1, whole(point, "p", 1));
    const bool same = value_of(point.parameters, "pattern", 0) == 1;
    const double factor = value_of(point.parameters, "factor", 5);
    const double nobody = std::pow(1 - value_of(point.parameters, "chance", 0.02), workers);
    const int late = same ? steps : static_cast<int>(std::lround(steps * (1 - nobody)));
    const double usual_ns = time_ns / (steps + (factor - 1) * late);
    PlayedWork work{.time_ns = time_ns};
    work.busy_ns.assign(static_cast<std::size_t>(workers), 0);
    work.spans.point = point.id;
    work.spans.time_ns = time_ns;
    double begin_ns = 0;
    for (int step = 0; step < steps; ++step) {
        const bool is_late = (step + 1) * late / steps > step * late / steps;
        const int who = same ? 0 : 7 * step % workers;
        for (int worker = 0; worker < workers; ++worker) {
            const double length = is_late && worker == who ? factor * usual_ns : usual_ns;
            work.spans.worker.push_back(worker);
            work.spans.phase.push_back(step);
            work.spans.task.push_back(worker);
            work.spans.kind.push_back(0);
            work.spans.begin_ns.push_back(begin_ns);
            work.spans.end_ns.push_back(begin_ns + length);
            work.busy_ns[static_cast<std::size_t>(worker)] += length;
        }
        begin_ns += is_late ? factor * usual_ns : usual_ns;
    }
    return work;
}

} // namespace lockstep::window_tests
