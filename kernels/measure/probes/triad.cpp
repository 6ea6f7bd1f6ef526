// SPDX-License-Identifier: MIT
// Deals pieces of 4 MiB of traffic to the workers, each of which goes round in its own arrays.
#include "kernels/measure/probes/triad.hpp"

#include "kernels/measure/probes/triad_loop.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

namespace lockstep {
namespace {

constexpr double element_bytes = 3 * sizeof(double);
constexpr std::size_t piece_elements = 2730 * triad_grain; ///< 4 MiB of all three
constexpr std::int64_t pieces_of_each = 16;

/// Where the second and third array lie behind the end of the one before: a load that runs ahead
/// of the stores must not look like one of theirs, which processors tell by the last twelve bits of
/// the address.
constexpr std::size_t apart = 1024 / sizeof(double);

struct FreeAligned {
    void operator()(double* block) const { ::operator delete[](block, std::align_val_t(4096)); }
};

/// One worker's arrays, in lines that no other worker has.
struct alignas(128) Mine {
    std::unique_ptr<double[], FreeAligned> block;
    double *a = nullptr, *b = nullptr, *c = nullptr;
    std::size_t n = 0, touched = 0;
    std::size_t last = 0, next = 0; ///< the piece done last

    explicit Mine(double set_bytes) {
        n = std::max<std::size_t>(1, static_cast<std::size_t>(set_bytes / element_bytes) /
                                         triad_grain) *
            triad_grain;
        const std::size_t page = 4096 / sizeof(double);
        const std::size_t stretch = (n + page - 1) / page * page + apart;
        block.reset(new (std::align_val_t(4096)) double[3 * stretch]);
        a = block.get(), b = a + stretch, c = b + stretch;
    }

    void touch(std::size_t elements) {
        const std::size_t end = std::min(n, touched + elements);
        for (; touched < end; ++touched) {
            a[touched] = 0;
            b[touched] = static_cast<double>(touched % 1000);
            c[touched] = 1;
        }
    }

    /// A large set is cut into parts of one size.
    std::size_t part() const {
        const std::size_t parts = (n + piece_elements - 1) / piece_elements;
        return std::max<std::size_t>(1, n / parts / triad_grain) * triad_grain;
    }
    std::size_t passes() const { return std::max<std::size_t>(1, piece_elements / n); }
    double piece_bytes() const {
        return element_bytes * static_cast<double>(part()) * static_cast<double>(passes());
    }

    /// All of a small set several times, or the next part of a large one.
    void carry_out_piece() {
        last = next + part() <= n ? next : 0;
        triad(a + last, b + last, c + last, part(), passes());
        next = last + part();
    }

    /// The first, a middle and the last element of the piece done last; `next` is 0 for a worker
    /// that came too late for one.
    bool is_right() const {
        const auto right = [&](std::size_t at) {
            return a[at] == b[at] + static_cast<double>(passes());
        };
        return next == 0 || (right(last) && right((last + next) / 2) && right(next - 1));
    }
};

} // namespace

struct TriadArrays::State {
    Team& team;
    std::vector<Mine> mine;

    Mine& of(int worker) { return mine[static_cast<std::size_t>(worker)]; }
};

TriadArrays::TriadArrays(Team& team, double set_bytes)
    : m_state(std::make_unique<State>(State{team, {}})) {
    for (int worker = 0; worker < team.size(); ++worker)
        m_state->mine.emplace_back(set_bytes);
}

TriadArrays::~TriadArrays() = default;

bool TriadArrays::touch(double bytes) {
    const auto elements = static_cast<std::size_t>(bytes / element_bytes) + 1;
    const Mine& first = m_state->mine.front();
    if (first.touched == first.n) return false;
    m_state->team.run([&](int worker) { m_state->of(worker).touch(elements); });
    return true;
}

double TriadArrays::set_bytes() const {
    return element_bytes * static_cast<double>(m_state->mine.front().n);
}

BestTry TriadArrays::best_gb_s() {
    while (touch(1e9)) {
    }
    Team& team = m_state->team;
    const std::int64_t pieces = pieces_of_each * team.size();
    const double bytes = static_cast<double>(pieces) * m_state->mine.front().piece_bytes();
    Tries tries(team);
    while (tries.wanted()) {
        std::atomic<std::int64_t> next = 0;
        const auto body = [&](int worker) {
            while (next.fetch_add(1, std::memory_order_relaxed) < pieces)
                m_state->of(worker).carry_out_piece();
        };
        tries.begin();
        team.run(body);
        tries.end(bytes);
    }
    const bool right = std::ranges::all_of(m_state->mine, &Mine::is_right);
    return right ? tries.best() : BestTry{};
}

} // namespace lockstep
