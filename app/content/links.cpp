// SPDX-License-Identifier: MIT
// Taking the targets of links apart.
#include "app/content/links.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <string>

namespace lockstep::content {

bool is_web_link(std::string_view target) {
    return target.starts_with("https://") || target.starts_with("http://") ||
           target.starts_with("//");
}

Result<Values> read_set_link(std::string_view target) {
    Values values;
    std::string_view rest = target.substr(target.starts_with("set:") ? 4 : 0);
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        const std::size_t equals = one.find('=');
        const std::string_view said = equals == one.npos ? "" : one.substr(equals + 1);
        double value = 0;
        const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), value);
        if (equals == 0 || said.empty() || error != std::errc{} || end != said.data() + said.size())
            return fail(std::string(target),
                        fmt::format("'{}' does not say which slider goes where.", target),
                        "Write set:longest=8, or set:longest=8,p=2.");
        values[std::string(one.substr(0, equals))] = value;
    }
    if (values.empty())
        return fail(std::string(target), fmt::format("'{}' sets nothing.", target),
                    "Write set:longest=8.");
    return values;
}

} // namespace lockstep::content
