// SPDX-License-Identifier: MIT
// A passport as text for a terminal, page by page. A page that there is nothing for is empty.
#pragma once

#include "kernels/protocol/passport.hpp"

#include <string>

namespace lockstep::cli {

/// Cores by socket, node and class, their hardware threads together: "0+4". Those that may not be
/// used stand in brackets.
std::string core_map(const protocol::Layout& layout);
std::string cache_page(const protocol::Layout& layout);
/// Hypervisor, governor, affinity, counters, and what doing nothing costs.
std::string surroundings_page(const protocol::Passport& passport);
std::string peak_page(const protocol::Passport& passport);
/// A row for each level, a column for each number of workers.
std::string bandwidth_page(const protocol::Passport& passport);
/// Where the roofs of one core and of all meet.
std::string roofline_page(const protocol::Passport& passport);
/// By what the CPUs have in common, and of few CPUs each pair.
std::string latency_page(const protocol::Passport& passport);
std::string card_page(const protocol::GpuInfo& gpu);

/// All of them under their headings, the remarks last.
std::string passport_pages(const protocol::Passport& passport);

} // namespace lockstep::cli
