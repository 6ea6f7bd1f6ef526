// SPDX-License-Identifier: MIT
// Reading a model's parameters, and finding a model by its name.
#include "sim/models/model.hpp"

#include "sim/base/assert.hpp"

#include <algorithm>

namespace lockstep::models {

double read(std::span<const ModelParameter> parameters, const Values& values,
            std::string_view name) {
    const auto found = std::ranges::find(parameters, name, &ModelParameter::name);
    LOCKSTEP_ASSERT(found != parameters.end(),
                    "A model reads a parameter that it does not declare.");
    return value_of(values, name, found->fallback);
}

const Model* find_model(std::string_view name) {
    const auto models = all_models();
    const auto found = std::ranges::find(models, name, &Model::name);
    return found == models.end() ? nullptr : *found;
}

} // namespace lockstep::models
