// SPDX-License-Identifier: MIT
// Numbers that read like results. The rule is narrow on purpose: settings ("a worker needs 2 ms"),
// counts ("64 workers") and premises are fine; what is refused is a number said to have come out of
// something: "1.5 times as fast", "20 % slower", "took 3 ms", "gave 1.33", "a speedup of 8", "±
// 0.1".
#include "app/content/check_parts.hpp"
#include "app/content/markdown.hpp"

#include <algorithm>
#include <regex>

namespace lockstep::content {
namespace {

/// "1.5 times as fast", "20 % slower", "took 3 ms", "a speedup of 8", "± 0.1".
const std::regex& result_words() {
    static const std::string number = R"((\d+(?:\.\d+)?))";
    static const std::string worse = R"((?:faster|slower|longer|shorter|quicker|better|worse))";
    static const std::string as_fast = R"((?:as\s+(?:fast|slow|quick|long|short)|)" + worse + ")";
    static const std::string came_out = R"(\b(?:took|gave|reached|measured|ran\s+at|slowed\s+to))";
    static const std::string about = R"(\s+(?:about\s+|only\s+|nearly\s+)?)";
    static const std::regex pattern(number + R"(\s*(?:times|x|×)\s+)" + as_fast + "|" +      //
                                        number + R"(\s*(?:%|per\s+cent)\s+)" + worse + "|" + //
                                        came_out + about + number + "|" +                    //
                                        R"(\bspeed-?up\s+(?:of|is|was))" + about + number +  //
                                        R"(|±\s*)" + number,
                                    std::regex::icase | std::regex::optimize);
    return pattern;
}

bool cites(std::string_view paragraph) {
    return paragraph.find("](http") != paragraph.npos;
}

} // namespace

std::vector<BareResult> find_bare_results(std::string_view markdown) {
    std::vector<BareResult> found;
    int line = 0;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find("\n\n"), markdown.size());
        const std::string_view paragraph = markdown.substr(0, end);
        const std::string prose = plain_prose(paragraph);
        if (!cites(paragraph))
            for (std::sregex_iterator at(prose.begin(), prose.end(), result_words()), last;
                 at != last; ++at) {
                const auto before = prose.begin() + at->position();
                found.push_back(
                    {at->str(), line + static_cast<int>(std::count(prose.begin(), before, '\n'))});
            }
        const std::size_t next = std::min(end + 2, markdown.size());
        line += static_cast<int>(std::ranges::count(markdown.substr(0, next), '\n'));
        markdown.remove_prefix(next);
    }
    return found;
}

} // namespace lockstep::content
