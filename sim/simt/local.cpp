// SPDX-License-Identifier: MIT
#include "sim/simt/local.hpp"

namespace lockstep::simt {

void LocalMemory::reset(std::uint32_t bytes, bool checked) {
    m_size = 0;
    m_checked = checked;
    m_bytes.clear();
    m_written.clear();
    grow(bytes);
}

void LocalMemory::grow(std::uint32_t bytes) {
    if (bytes <= m_size)
        return;
    m_size = (bytes + 15) / 16 * 16;
    m_bytes.resize(std::size_t{m_size} * 32);
    if (m_checked)
        m_written.resize(std::size_t{m_size} / 16 * 32);
}

} // namespace lockstep::simt
