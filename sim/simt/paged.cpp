// SPDX-License-Identifier: MIT
#include "sim/simt/paged.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>
#include <cstring>

namespace lockstep::simt {

Paged::Paged(std::span<const std::byte> bytes, const Paged* before) : m_size(bytes.size()) {
    const bool comparable = before != nullptr && before->m_size == m_size;
    m_pages.reserve((m_size + page_bytes - 1) / page_bytes);
    for (std::size_t at = 0; at < m_size; at += page_bytes) {
        const std::size_t length = std::min(page_bytes, m_size - at);
        const std::byte* now = bytes.data() + at;
        if (comparable && std::memcmp(before->m_pages[at / page_bytes].get(), now, length) == 0) {
            m_pages.push_back(before->m_pages[at / page_bytes]);
            continue;
        }
        auto page = std::make_shared_for_overwrite<std::byte[]>(length);
        std::memcpy(page.get(), now, length);
        m_pages.push_back(std::move(page));
    }
}

void Paged::copy_to(std::span<std::byte> to) const {
    LOCKSTEP_ASSERT(to.size() == m_size, "Pages are put back where they came from.");
    for (std::size_t at = 0; at < m_size; at += page_bytes)
        std::memcpy(to.data() + at, m_pages[at / page_bytes].get(),
                    std::min(page_bytes, m_size - at));
}

std::size_t Paged::count_bytes(std::unordered_set<const void*>& seen) const {
    std::size_t count = m_pages.size() * sizeof m_pages[0];
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        if (seen.insert(m_pages[i].get()).second)
            count += std::min(page_bytes, m_size - i * page_bytes);
    return count;
}

} // namespace lockstep::simt
