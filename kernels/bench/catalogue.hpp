// SPDX-License-Identifier: MIT
// What this bench can run, from the workloads' own constants, and finding the points of a request
// in it: unknown names are answered with the nearest ones.
#pragma once

#include "kernels/measure/side.hpp"

namespace lockstep::bench {

/// Workloads and variants by name; serial comes first among the variants.
protocol::Catalogue catalogue();

/// Whether a variant with this crew has the parameter p.
bool takes_workers(Crew crew);

/// Every parameter has a value afterwards: the requested one or the default; p is 1 unless asked
/// for or, for a variant that takes workers, as many as this machine has.
Result<SideRequest> find_point(const protocol::PointRequest& point);

} // namespace lockstep::bench
