// SPDX-License-Identifier: MIT
#include "app/pages/lesson/column.hpp"

namespace lockstep::lab {

std::vector<Words> words_of(const std::string& line) {
    std::vector<Words> words;
    std::size_t at = 0;
    while (at < line.size()) {
        const std::size_t open = line.find('[', at);
        const std::size_t middle = open == std::string::npos ? open : line.find("](", open);
        const std::size_t close = middle == std::string::npos ? middle : line.find(')', middle);
        if (close == std::string::npos)
            break;
        if (open > at)
            words.push_back({line.substr(at, open - at), ""});
        words.push_back({line.substr(open + 1, middle - open - 1),
                         line.substr(middle + 2, close - middle - 2)});
        at = close + 1;
    }
    if (at < line.size())
        words.push_back({line.substr(at), ""});
    return words;
}

} // namespace lockstep::lab
