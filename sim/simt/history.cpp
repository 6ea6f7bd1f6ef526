// SPDX-License-Identifier: MIT
#include "sim/simt/history.hpp"

#include "sim/base/assert.hpp"
#include "sim/simt/paged.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace lockstep::simt {

History::History(const Memory& real) : m_real(&real), m_changed(1) {
    for (const Allocation& one : real.allocations()) {
        const std::uint64_t address = m_memory.allocate(one.name, one.bytes.size());
        LOCKSTEP_ASSERT(address == one.address, "Equal allocations have equal addresses.");
        m_places.emplace_back((one.bytes.size() + page_bytes - 1) / page_bytes, -1);
    }
}

History::Span History::find(std::uint64_t address, std::uint32_t size) {
    const auto all = m_real->allocations();
    const auto holds = [&](const Allocation& one) {
        return address >= one.address && address - one.address + size <= one.bytes.size();
    };
    if (m_last >= all.size() || !holds(all[m_last])) {
        const auto after = std::ranges::upper_bound(all, address, {}, &Allocation::address);
        if (after == all.begin() || !holds(*(after - 1)))
            return {};
        m_last = static_cast<std::size_t>(after - all.begin()) - 1;
    }
    const std::size_t offset = address - all[m_last].address;
    return {all[m_last].bytes.data() + offset, m_memory.allocations()[m_last].bytes.data() + offset,
            m_last, offset};
}

void History::keep(Touched& page, std::size_t mark) {
    auto copy = std::make_unique<Page>();
    const Allocation& own = m_memory.allocations()[page.allocation];
    std::memcpy(copy->data(), own.bytes.data() + page.offset, page.length);
    page.versions.push_back({mark, std::move(copy)});
    m_bytes += sizeof(Page) + sizeof(Version);
}

void History::touch(const Span& span, std::uint32_t size, bool changes) {
    for (std::size_t k = span.offset / page_bytes; k <= (span.offset + size - 1) / page_bytes;
         ++k) {
        int& place = m_places[span.allocation][k];
        if (place < 0) {
            place = static_cast<int>(m_touched.size());
            Touched& fresh = m_touched.emplace_back();
            const Allocation& real = m_real->allocations()[span.allocation];
            fresh.allocation = span.allocation;
            fresh.offset = k * page_bytes;
            fresh.length = std::min(page_bytes, real.bytes.size() - fresh.offset);
            std::memcpy(m_memory.allocations()[span.allocation].bytes.data() + fresh.offset,
                        real.bytes.data() + fresh.offset, fresh.length);
            keep(fresh, 0);
            m_bytes += sizeof(Touched);
        }
        Touched& page = m_touched[static_cast<std::size_t>(place)];
        if (changes && !page.changed) {
            page.changed = true;
            m_changing.push_back(place);
        }
    }
}

void History::reads(std::uint64_t step, std::uint64_t address, std::uint32_t size) {
    const Span span = find(address, size);
    if (span.real == nullptr || full())
        return;
    touch(span, size, false);
    if (std::memcmp(span.real, span.own, size) == 0)
        return;
    touch(span, size, true);
    std::memcpy(span.own, span.real, size);
    m_values.push_back({step, address, m_value_bytes.size(), size});
    m_value_bytes.insert(m_value_bytes.end(), span.real, span.real + size);
    m_bytes += sizeof(Value) + size;
}

void History::writes(std::uint64_t address, std::uint32_t size) {
    const Span span = find(address, size);
    if (span.real != nullptr && !full())
        touch(span, size, true);
}

void History::wrote(std::uint64_t address, std::uint32_t size) {
    const Span span = find(address, size);
    if (span.real != nullptr && !full())
        std::memcpy(span.own, span.real, size);
}

std::size_t History::mark() {
    m_changed.emplace_back();
    for (const int place : m_changing) {
        Touched& page = m_touched[static_cast<std::size_t>(place)];
        page.changed = false;
        keep(page, m_marks);
        m_changed.back().push_back(place);
    }
    m_changing.clear();
    return m_marks++;
}

void History::finish() {
    // As at the end: so that every stretch between two marks says which pages it changes.
    m_reached = m_at = mark();
    m_real = nullptr;
}

void History::thin() {
    const std::size_t marks = (m_marks + 1) / 2;
    for (auto& list : m_changed)
        list.clear();
    m_changed.resize(marks);
    std::vector<int> still_changing;
    for (std::size_t i = 0; i < m_touched.size(); ++i) {
        Touched& page = m_touched[i];
        std::vector<Version> kept;
        for (Version& version : page.versions) {
            version.mark = (version.mark + 1) / 2;
            // What was kept for a mark that is gone is the beginning of the way to the next one.
            if (kept.size() > 1 && kept.back().mark == version.mark) {
                kept.back() = std::move(version);
                m_bytes -= sizeof(Page) + sizeof(Version);
            } else {
                kept.push_back(std::move(version));
            }
        }
        if (kept.size() > 1 && kept.back().mark == marks) {
            // Its mark is gone, and the next one has not come yet.
            kept.pop_back();
            m_bytes -= sizeof(Page) + sizeof(Version);
            if (!std::exchange(page.changed, true))
                m_changing.push_back(static_cast<int>(i));
        }
        for (std::size_t k = 1; k < kept.size(); ++k)
            m_changed[kept[k].mark].push_back(static_cast<int>(i));
        page.versions = std::move(kept);
    }
    m_marks = marks;
}

const History::Version& History::Touched::at(std::size_t mark) const {
    const auto after =
        std::ranges::upper_bound(versions, mark, {}, [](const Version& one) { return one.mark; });
    return after == versions.begin() ? versions.front() : *(after - 1);
}

void History::go_to(std::size_t mark) {
    const std::size_t first = std::min(m_at, mark), last = std::max(m_reached, mark);
    ++m_journeys;
    for (std::size_t k = first + 1; k <= last && k < m_changed.size(); ++k)
        for (const int place : m_changed[k]) {
            Touched& page = m_touched[static_cast<std::size_t>(place)];
            if (std::exchange(page.put_back, m_journeys) == m_journeys)
                continue;
            Allocation& own = m_memory.allocations()[page.allocation];
            std::memcpy(own.bytes.data() + page.offset, page.at(mark).page->data(), page.length);
        }
    m_at = m_reached = mark;
}

std::size_t History::first_value(std::uint64_t step) const {
    const auto found = std::ranges::lower_bound(m_values, step, {}, &Value::step);
    return static_cast<std::size_t>(found - m_values.begin());
}

void History::put(std::size_t value) {
    const Value& one = m_values[value];
    const auto all = m_memory.allocations();
    auto after = std::ranges::upper_bound(all, one.address, {}, &Allocation::address);
    Allocation& own = *--after;
    std::copy_n(m_value_bytes.begin() + static_cast<std::ptrdiff_t>(one.begin), one.size,
                own.bytes.begin() + static_cast<std::ptrdiff_t>(one.address - own.address));
}

} // namespace lockstep::simt
