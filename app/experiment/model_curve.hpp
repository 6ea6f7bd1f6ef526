// SPDX-License-Identifier: MIT
// A model as a curve over an experiment's x, for the sliders as they stand.
#pragma once

#include "app/experiment/model_value.hpp"

#include <vector>

namespace lockstep {

class ModelCurves {
  public:
    /// Session and experiment must outlive it. Between two measurable x lie `samples_between` - 1
    /// others where the parameter has values there.
    ModelCurves(const Session& session, const content::Lesson& lesson,
                const content::Experiment& experiment, int samples_between);

    /// Its points have no interval; x at which it says nothing are left out. `with` holds
    /// parameters besides the experiment's own.
    Series curve(const models::Model& model, const Values& with = {}) const;

  private:
    const Session& m_session;
    const content::Experiment& m_experiment;
    Values m_values;
    std::vector<double> m_xs;
    MeasuredFacts m_facts;
};

} // namespace lockstep
