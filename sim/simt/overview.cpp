// SPDX-License-Identifier: MIT
// All warps of a block over time, summed into columns while the steps are executed again.
#include "sim/simt/run.hpp"
#include "sim/simt/trace_parts.hpp"

#include <algorithm>

namespace lockstep::simt {
namespace {

WarpStretch::Then state_of(const Warp& warp) {
    if (warp.finished())
        return WarpStretch::Then::Done;
    return warp.ready() ? WarpStretch::Then::Ready : WarpStretch::Then::Waits;
}

class Summer final : public Watcher {
  public:
    Summer(std::uint64_t from, std::uint64_t count, std::size_t columns, std::size_t warps)
        : m_from(from), m_count(count), m_columns(columns) {
        m_out.threads.resize(warps);
        m_out.warps.assign(warps, std::vector<WarpStretch>(columns));
    }
    void see(std::uint64_t step, const Warp& warp, const Step&, Mask) override {
        if (step >= m_end)
            close(warp.block);
        if (m_column == m_columns)
            return; // the step behind the range, for what it begins with
        WarpStretch& one = m_out.warps[static_cast<std::size_t>(warp.index)][m_column];
        ++one.steps;
        one.lanes += static_cast<unsigned>(__builtin_popcount(warp.groups.current.lanes));
    }
    /// The column ends; the block is as it is then.
    void close(const Block& block) {
        for (std::size_t i = 0; i < block.warps.size(); ++i) {
            m_out.warps[i][m_column].then = state_of(*block.warps[i]);
            m_out.threads[i] = static_cast<unsigned>(__builtin_popcount(block.warps[i]->lanes));
        }
        ++m_column;
        m_end = end_of(m_column);
    }
    bool is_whole() const { return m_column == m_columns; }
    Overview take() { return std::move(m_out); }

  private:
    /// Where column + 1 begins. Whole steps and the rest apart, or the product would not fit.
    std::uint64_t end_of(std::size_t column) const {
        const std::uint64_t c = column + 1, whole = m_count / m_columns, rest = m_count % m_columns;
        return m_from + c * whole + c * rest / m_columns;
    }
    std::uint64_t m_from, m_count;
    std::size_t m_columns, m_column = 0;
    std::uint64_t m_end = end_of(0);
    Overview m_out;
};

} // namespace

Overview Trace::overview(std::uint64_t from, std::uint64_t count, std::size_t columns) {
    from = std::min(from, steps());
    count = std::min(count, steps() - from);
    columns = static_cast<std::size_t>(std::min<std::uint64_t>(columns, count));
    if (columns == 0)
        return {};
    Summer summer(from, count, columns, static_cast<std::size_t>(warps()));
    m_parts->replay->watch(from, from + count + 1, summer);
    if (!summer.is_whole())
        summer.close(m_parts->replay->at_end());
    return summer.take();
}

} // namespace lockstep::simt
