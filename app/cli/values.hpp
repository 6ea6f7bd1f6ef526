// SPDX-License-Identifier: MIT
// Settings written as "name=value", read against what the catalogue (or a model) knows.
#pragma once

#include "kernels/protocol/messages.hpp"
#include "sim/models/model.hpp"

#include <string>
#include <utility>
#include <vector>

namespace lockstep::cli {

/// "a,b,,c" -> a, b, c; blanks round a piece go.
std::vector<std::string> split_list(const std::string& text);

struct Setting {
    std::string name;
    std::vector<std::string> values; ///< one for --set, several for --sweep
};
/// "name=1,2,4"; `option` ("--sweep") is named in the Error.
Result<Setting> read_setting(const std::string& option, const std::string& text);

/// A number, or the name of a choice. Errors: no such parameter (nearest names), no number, no such
/// choice (all of them), out of range (the range).
Result<double> read_value(const protocol::Catalogue& catalogue, const std::string& workload,
                          const std::string& name, const std::string& text);
Result<double> read_value(const models::Model& model, const std::string& name,
                          const std::string& text);

/// The names of all --set options of a workload, later ones winning.
Result<Values> read_values(const protocol::Catalogue& catalogue, const std::string& workload,
                           const std::vector<std::string>& settings);

/// x values of a sweep, rising, each once.
Result<std::vector<double>> rising(std::vector<double> values, const std::string& name);

/// "there is no NOUN 'name'. Did you mean a or b?", or all names where none is near.
Error unknown_name(const std::string& noun, const std::string& name,
                   const std::vector<std::string>& known);

} // namespace lockstep::cli
