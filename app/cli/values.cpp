// SPDX-License-Identifier: MIT
// Reading settings. Every refusal names what could have been said instead.
#include "app/cli/values.hpp"

#include "app/experiment/parameters.hpp"
#include "sim/base/units.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>

namespace lockstep::cli {

namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<double> number_of(const std::string& text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

Error no_number(const std::string& name, const std::string& text) {
    return {name, fmt::format("'{}' is not a number.", text), ""};
}

} // namespace

std::vector<std::string> split_list(const std::string& text) {
    std::vector<std::string> pieces;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        if (std::string piece = trimmed(text.substr(at, comma - at)); !piece.empty())
            pieces.push_back(std::move(piece));
        at = comma + 1;
    }
    return pieces;
}

Result<Setting> read_setting(const std::string& option, const std::string& text) {
    const auto equals = text.find('=');
    Setting setting;
    setting.name = trimmed(text.substr(0, equals));
    if (equals != std::string::npos)
        setting.values = split_list(text.substr(equals + 1));
    if (setting.name.empty() || setting.values.empty())
        return fail(option, fmt::format("'{}' is not of the form name=value.", text));
    return setting;
}

Result<double> read_value(const protocol::Catalogue& catalogue, const std::string& workload,
                          const std::string& name, const std::string& text) {
    const auto info = parameter_info(catalogue, workload, name);
    const auto number = number_of(text);
    if (info && !number && !info->choices.empty()) {
        const auto choice = std::ranges::find(info->choices, text);
        if (choice == info->choices.end())
            return fail(name, fmt::format("'{}' is none of its choices.", text),
                        fmt::format("It is one of {}.", fmt::join(info->choices, ", ")));
        return static_cast<double>(choice - info->choices.begin());
    }
    if (!number) {
        if (!info)
            LOCKSTEP_CHECK(check_parameter(catalogue, workload, name, 0));
        return Failure(no_number(name, text));
    }
    LOCKSTEP_CHECK(check_parameter(catalogue, workload, name, *number));
    return *number;
}

Result<double> read_value(const models::Model& model, const std::string& name,
                          const std::string& text) {
    const auto known = std::ranges::find(model.parameters, name, &models::ModelParameter::name);
    if (known == model.parameters.end()) {
        std::vector<std::string> names;
        for (const models::ModelParameter& parameter : model.parameters)
            names.emplace_back(parameter.name);
        return Failure(unknown_name(fmt::format("parameter of {}", model.name), name, names));
    }
    const auto number = number_of(text);
    if (!number)
        return Failure(no_number(name, text));
    if (*number < known->low || *number > known->high)
        return fail(name, fmt::format("{} cannot be; it is {} to {}{}.", text,
                                      format_number(known->low, 7), format_number(known->high, 7),
                                      known->unit.empty() ? "" : fmt::format(" {}", known->unit)));
    return *number;
}

Result<Values> read_values(const protocol::Catalogue& catalogue, const std::string& workload,
                           const std::vector<std::string>& settings) {
    Values values;
    for (const std::string& text : settings) {
        // A choice's name may hold a comma; a value of --set is never a list.
        LOCKSTEP_TRY(const Setting setting, read_setting("--set", text));
        const std::string value = trimmed(text.substr(text.find('=') + 1));
        LOCKSTEP_TRY(values[setting.name], read_value(catalogue, workload, setting.name, value));
    }
    return values;
}

Result<std::vector<double>> rising(std::vector<double> values, const std::string& name) {
    std::ranges::sort(values);
    const auto [first, last] = std::ranges::unique(values);
    values.erase(first, last);
    if (values.empty())
        return fail(name, "the sweep has no values.", "Name some: name=1,2,4.");
    if (values.size() > 64)
        return fail(name, fmt::format("{} values are too many for one sweep.", values.size()),
                    "Give at most 64.");
    return values;
}

Error unknown_name(const std::string& noun, const std::string& name,
                   const std::vector<std::string>& known) {
    const auto nearest = nearest_names(name, known);
    return {"", fmt::format("there is no {} '{}'.", noun, name),
            nearest.empty() ? fmt::format("There are {}.", fmt::join(known, ", "))
                            : fmt::format("Did you mean {}?", fmt::join(nearest, " or "))};
}

} // namespace lockstep::cli
