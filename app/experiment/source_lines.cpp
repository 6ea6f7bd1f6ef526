// SPDX-License-Identifier: MIT
#include "app/experiment/source_lines.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lockstep {

namespace {

std::string_view without_folder(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return slash == path.npos ? path : path.substr(slash + 1);
}

void add(LineVisit& visit, const StepRow& row) {
    const bool first = visit.lanes == 0;
    visit.path = first || visit.path == row.path ? row.path : -1;
    visit.line = row.line;
    visit.lanes |= row.lanes;
}

} // namespace

int source_file(const std::vector<std::string>& files, std::string_view name) {
    const std::string_view own = without_folder(name);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!own.empty() && without_folder(files[i]) == own)
            return static_cast<int>(i);
    return -1;
}

std::vector<std::string_view> lines_of_text(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

std::vector<LineVisit> line_visits(const std::vector<StepRow>& rows, std::size_t chosen) {
    if (chosen >= rows.size())
        return {};
    std::size_t end = chosen + 1;
    while (end < rows.size() && rows[end].line == rows[chosen].line)
        ++end;
    std::map<int, LineVisit> visits;
    std::set<int> left; ///< lines whose latest visit is behind us
    for (std::size_t i = end; i-- > 0;) {
        if (i + 1 < end && rows[i].line != rows[i + 1].line)
            left.insert(rows[i + 1].line);
        if (rows[i].line > 0 && !left.contains(rows[i].line))
            add(visits[rows[i].line], rows[i]);
    }
    std::vector<LineVisit> list;
    for (const auto& [line, visit] : visits)
        list.push_back(visit);
    return list;
}

} // namespace lockstep
