// SPDX-License-Identifier: MIT
// {{measured p=2}}: taking live values apart, and the list of names that there are.
#include "app/content/lesson.hpp"

#include <charconv>
#include <sstream>

namespace lockstep::content {

std::span<const LiveName> live_names() {
    static constexpr LiveName names[] = {
        {"measured", "what this machine gave at a point; a bare word chooses the variant", true},
        {"counted", "what the simulator counted at a point; a bare word chooses the kernel", true},
        {"model", "what the model says at a point; a bare word chooses the model", true},
        {"you", "what the learner guessed: the curve's height at a point, or the number", true},
        {"factor",
         "a factor of the gap at a point: rate, serial_part, load_balance, coordination; of a card "
         "kernel, launch",
         true},
        {"shared", "the shared part f that was measured at a point", true},
        {"karp_flatt", "the serial share that the measured speedup at a point stands for", true},
        {"time", "the measured time of one repetition at a point", true},
        {"claimed", "the time that a way of measuring claimed at a point", true},
        {"lowest", "the least of a point's samples, in the experiment's quantity", true},
        {"highest", "the largest of a point's samples, in the experiment's quantity", true},
        {"baseline", "the baseline's time of one item: of the run, else as it is given before it"},
        {"ratio", "side a of the block's comparison over side b"},
        {"slider", "a slider as it stands; the bare word names it"},
        {"cores", "cores that may be used here"},
        {"threads", "hardware threads that may be used here"},
        {"caches", "sizes of the data caches, where a passport knows them"},
        {"peak", "the roofline's flat roof, Gflop/s: of the passport, else of the run"},
        {"memory", "what memory brings, GB/s, as the roofline has it"},
        {"ridge", "flops a byte at which these two roofs meet"},
        {"core_to_core", "how long a cache line takes to the next core, of the passport"},
        {"timer", "what reading the clock costs, of the passport"},
        {"noise", "how far equal runs lie apart, of the passport"},
        {"lanes", "32-bit lanes of this CPU's vector unit"},
        {"line", "bytes of a cache line here"},
        {"simd", "name of this CPU's vector instructions"},
        {"cpu", "name of this CPU"},
        {"gpu", "name of the graphics card, where there is one"},
        {"no_gpu", "why there is no graphics card, where there is none"},
    };
    return names;
}

namespace {

bool is_name(std::string_view word) {
    if (word.empty())
        return false;
    for (const char c : word)
        if (!(c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            return false;
    return !(word[0] >= '0' && word[0] <= '9');
}

/// p=2, p=cores or in=workers; false when it is none of them.
bool read_setting(LiveValue& value, std::string_view name, std::string_view said) {
    if (!is_name(name) || said.empty())
        return false;
    if (name == "in") {
        value.experiment = said;
        return true;
    }
    if (name == "p" && said == "cores") {
        value.at_cores = true;
        return true;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), number);
    if (error != std::errc{} || end != said.data() + said.size())
        return false;
    value.at[std::string(name)] = number;
    return true;
}

} // namespace

std::optional<LiveValue> read_live_value(std::string_view inside_braces) {
    std::istringstream words{std::string(inside_braces)};
    LiveValue value;
    std::string word;
    while (words >> word) {
        const auto equals = word.find('=');
        if (equals != word.npos) {
            const std::string_view view = word;
            if (value.name.empty() ||
                !read_setting(value, view.substr(0, equals), view.substr(equals + 1)))
                return std::nullopt;
        } else if (!is_name(word)) {
            return std::nullopt;
        } else if (value.name.empty()) {
            value.name = word;
        } else {
            value.words.push_back(word);
        }
    }
    if (value.name.empty())
        return std::nullopt;
    return value;
}

std::vector<FoundLiveValue> find_live_values(std::string_view text) {
    std::vector<FoundLiveValue> found;
    for (std::size_t at = text.find("{{"); at != text.npos; at = text.find("{{", at + 2)) {
        const std::size_t end = text.find("}}", at + 2);
        if (end == text.npos) {
            found.push_back({at, text.size() - at, std::nullopt});
            break;
        }
        found.push_back({at, end + 2 - at, read_live_value(text.substr(at + 2, end - at - 2))});
    }
    return found;
}

} // namespace lockstep::content
