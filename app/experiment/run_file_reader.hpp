// SPDX-License-Identifier: MIT
// One JSON value after another into the fields of a struct, with the path of the first that is not
// what it should be. For the file that reads run files, after its include of nlohmann/json.hpp.
#pragma once

#include "app/experiment/run_file_fields.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <string>
#include <vector>

namespace lockstep::run_file {

using Json = nlohmann::json;

/// Reads what is there and notes the first field that is not what it should be, with its path.
/// A missing field or null keeps its default.
struct Reader {
    const Json& in;
    std::string path;
    std::string& problem;

    void operator()(const char* name, auto& value) {
        const auto found = in.find(name);
        if (found == in.end() || found->is_null() || !problem.empty())
            return;
        if (!read(*found, value) && problem.empty())
            problem =
                fmt::format("{}{} is {}, which does not belong there.", path, name, words(*found));
    }

    static std::string words(const Json& json) {
        if (json.is_array() || json.is_object())
            return fmt::format("an {}", json.type_name());
        return json.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 40);
    }

    bool read(const Json& json, bool& value) {
        if (json.is_boolean())
            value = json.get<bool>();
        return json.is_boolean();
    }
    bool read(const Json& json, std::string& value) {
        if (json.is_string())
            value = json.get<std::string>();
        return json.is_string();
    }
    bool read(const Json& json, double& value) {
        if (json.is_null())
            value = std::numeric_limits<double>::quiet_NaN();
        else if (json.is_number())
            value = json.get<double>();
        return json.is_null() || json.is_number();
    }
    bool read(const Json& json, int& value) {
        if (json.is_null())
            return true; // a flag that a column leaves open
        const double number = json.is_number() ? json.get<double>() : 0.5;
        if (number != std::round(number) || std::abs(number) > 2e9)
            return false;
        value = static_cast<int>(number);
        return true;
    }
    bool read(const Json& json, PointStatus& value) {
        const auto known = std::ranges::find(
            protocol::status_names, json.is_string() ? json.get<std::string>() : std::string{});
        if (known == std::end(protocol::status_names))
            return false;
        value = static_cast<PointStatus>(known - std::begin(protocol::status_names));
        return true;
    }
    bool read(const Json& json, Values& values) {
        if (!json.is_object())
            return false;
        for (const auto& [name, value] : json.items())
            if (value.is_number())
                values[name] = value.get<double>();
            else if (!value.is_null())
                return false;
        return true;
    }
    template <class T>
    bool read(const Json& json, std::vector<T>& list) {
        if (!json.is_array())
            return false;
        list.clear();
        list.reserve(json.size());
        for (const Json& entry : json)
            if (!read(entry, list.emplace_back()))
                return false;
        return true;
    }
    template <class T>
    requires requires(Reader& reader, T& part) { fields(reader, part); }
    bool read(const Json& json, T& part) {
        if (!json.is_object())
            return false;
        Reader inner{json, path, problem};
        fields(inner, part);
        return problem.empty();
    }
};

} // namespace lockstep::run_file
