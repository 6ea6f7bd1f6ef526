// SPDX-License-Identifier: MIT
// Events as one line of JSON. What cannot be read back is nothing, never an exception: a ledger may
// come from another version.
#include "app/experiment/events.hpp"

#include <nlohmann/json.hpp>

namespace lockstep::events {

namespace {

using Json = nlohmann::json;

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The object of a line; null when it is none.
Json object_of(const std::string& line) {
    Json json = Json::parse(line, nullptr, false);
    return json.is_object() ? json : Json();
}

template <class T>
std::optional<T> field(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end())
        return std::nullopt;
    if constexpr (std::is_same_v<T, bool>) {
        if (found->is_boolean())
            return found->template get<bool>();
    } else if constexpr (std::is_arithmetic_v<T>) {
        if (found->is_number())
            return found->template get<T>();
    } else {
        if (found->is_string())
            return found->template get<std::string>();
    }
    return std::nullopt;
}

std::vector<int> numbers(const Json& json, const char* name) {
    std::vector<int> list;
    const auto found = json.find(name);
    if (found != json.end() && found->is_array())
        for (const Json& entry : *found)
            if (entry.is_number_integer())
                list.push_back(entry.get<int>());
    return list;
}

Values values(const Json& json, const char* name) {
    Values read;
    const auto found = json.find(name);
    if (found != json.end() && found->is_object())
        for (const auto& [key, value] : found->items())
            if (value.is_number())
                read[key] = value.get<double>();
    return read;
}

} // namespace

std::string write_guess(const Guess& guess, bool replaces) {
    Json json{{"sliders", guess.sliders}};
    Json curve = Json::array();
    for (const auto& [x, y] : guess.curve)
        curve.push_back({x, y});
    if (!curve.empty())
        json["curve"] = curve;
    if (guess.number)
        json["number"] = *guess.number;
    if (guess.choice)
        json["choice"] = *guess.choice;
    if (!guess.order.empty())
        json["order"] = guess.order;
    if (guess.no_idea)
        json["no_idea"] = true;
    if (replaces)
        json["replaces"] = true;
    return line_of(json);
}

std::optional<GuessEvent> read_guess(const std::string& line) {
    const Json json = object_of(line);
    if (json.is_null())
        return std::nullopt;
    GuessEvent event;
    event.guess.sliders = values(json, "sliders");
    if (const auto curve = json.find("curve"); curve != json.end() && curve->is_array())
        for (const Json& handle : *curve)
            if (handle.is_array() && handle.size() == 2 && handle[0].is_number() &&
                handle[1].is_number())
                event.guess.curve[handle[0].get<double>()] = handle[1].get<double>();
    event.guess.number = field<double>(json, "number");
    event.guess.choice = field<int>(json, "choice");
    event.guess.order = numbers(json, "order");
    event.guess.no_idea = field<bool>(json, "no_idea").value_or(false);
    event.replaces = field<bool>(json, "replaces").value_or(false);
    return event;
}

std::string write_run(const RunEvent& run) {
    return line_of({{"run", run.run_id},
                    {"experiment", run.experiment},
                    {"sliders", run.sliders},
                    {"machine", run.machine},
                    {"machine_hash", run.machine_hash}});
}

std::optional<RunEvent> read_run(const std::string& line) {
    const Json json = object_of(line);
    const auto id = field<std::string>(json, "run");
    if (!id)
        return std::nullopt;
    return RunEvent{*id, field<std::string>(json, "experiment").value_or("main"),
                    values(json, "sliders"), field<std::string>(json, "machine").value_or(""),
                    field<std::string>(json, "machine_hash").value_or("")};
}

std::string write_number(int value) {
    return line_of({{"value", value}});
}

std::optional<int> read_number(const std::string& line) {
    return field<int>(object_of(line), "value");
}

std::string write_marks(const MarksEvent& marks) {
    return line_of({{"choice", marks.choice}, {"right", marks.right}});
}

std::optional<MarksEvent> read_marks(const std::string& line) {
    const Json json = object_of(line);
    const auto choice = field<int>(json, "choice");
    if (!choice)
        return std::nullopt;
    return MarksEvent{*choice, field<bool>(json, "right").value_or(false)};
}

std::string write_kernel(const std::string& text) {
    return line_of({{"text", text}});
}

std::optional<std::string> read_kernel(const std::string& line) {
    return field<std::string>(object_of(line), "text");
}

std::string write_answer(const BlockState& block) {
    Json json{{"tries", block.tries}, {"answered", block.answered}};
    if (block.number)
        json["number"] = *block.number;
    if (!block.order.empty())
        json["order"] = block.order;
    return line_of(json);
}

bool read_answer(const std::string& line, BlockState& block) {
    const Json json = object_of(line);
    const auto answered = field<bool>(json, "answered");
    if (!answered)
        return false;
    block.tries = numbers(json, "tries");
    block.answered = *answered;
    block.number = field<double>(json, "number");
    block.order = numbers(json, "order");
    return true;
}

} // namespace lockstep::events
