// SPDX-License-Identifier: MIT
// Grid lines that a person would choose.
#include "app/experiment/axis_ticks.hpp"

#include <algorithm>
#include <cmath>

namespace lockstep {

std::vector<double> even_ticks(double low, double high, int about) {
    std::vector<double> ticks;
    if (!(high > low) || about < 1 || !std::isfinite(high - low))
        return ticks;
    const double raw = (high - low) / about;
    const double magnitude = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * magnitude;
    for (const double candidate : {5.0, 2.5, 2.0, 1.0})
        if (candidate * magnitude >= raw * 0.999)
            step = candidate * magnitude;
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i)
        ticks.push_back(i == 0 ? 0 : i * step);
    return ticks;
}

std::vector<double> doubling_ticks(double low, double high, int most) {
    std::vector<double> ticks;
    if (!(low > 0) || !(high > low) || most < 1 || !std::isfinite(high))
        return ticks;
    const int first = static_cast<int>(std::ceil(std::log2(low) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log2(high) + 1e-9));
    if (last - first < 1)
        return even_ticks(low, high, most);
    const int stride = std::max(1, (last - first + most) / most);
    for (int power = first; power <= last; power += stride)
        ticks.push_back(std::exp2(power));
    return ticks;
}

} // namespace lockstep
