// SPDX-License-Identifier: MIT
// Drawing a guess: one handle for each tick of x. What a drag, a key and a typed number do to them,
// in plain numbers. The draft itself lives in the session; these say which heights to ask for.
#pragma once

#include "app/pages/lesson/axis.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lockstep::lab {

/// A place on the plot, as fractions of its axes (0, 0 is low left).
struct Place {
    double x = 0, y = 0;
};

struct HandleSet {
    double x = 0, y = 0; ///< in the axes' values
};

/// The axes and the handles on them. The given point has no handle.
struct Pencil {
    const Axis* x = nullptr;
    const Axis* y = nullptr;
    std::vector<double> handles; ///< rising, without the given point's x
    std::optional<double> given_x;

    /// The handle nearest to a place in x; -1 when there is none.
    int nearest(double x_fraction) const;
    /// What a drag from one place to the next sets: every handle that it passes gets the height at
    /// which it was passed, and one within `reach` (a fraction of x) of its end follows it.
    std::vector<HandleSet> drag(Place from, Place to, double reach) const;
    /// The first touch of a drag sets the nearest handle, however far it is.
    std::vector<HandleSet> press(Place at) const;
    /// One handle alone, whatever the mouse does in x.
    HandleSet drag_alone(int handle, double y_fraction) const;
    /// The height that a key press asks for: `steps` of 5 % of the axis, or of 1 % with Shift.
    HandleSet step(int handle, double from_y, int steps, bool fine) const;
    /// The height at fraction y, held inside the axis and rounded to what a hand can mean.
    double height(double y_fraction) const;
};

/// How a draft is drawn at one x: set by hand, between set ones (interpolated), or not yet.
enum class HandleState { Set, Between, Unset };
struct HandleShown {
    double x = 0, y = 0;
    HandleState state = HandleState::Unset;
};

/// Every handle with the height at which it is drawn. One that is not yet set waits at the height
/// of the nearest set one, or of the given point, or at `resting` where there is neither.
std::vector<HandleShown> handles_shown(const Pencil& pencil, const std::map<double, double>& draft,
                                       std::optional<double> given_y, double resting);

/// Linear between the neighbours; none outside of them.
std::optional<double> between(const std::map<double, double>& points, double x);

/// A number that is being typed: digits, one point or comma. What it is worth so far, if anything.
class Typed {
  public:
    /// False when the character does not belong to a number.
    bool add(char letter);
    void erase_last();
    void clear() { m_text.clear(); }
    bool empty() const { return m_text.empty(); }
    const std::string& text() const { return m_text; }
    std::optional<double> value() const;

  private:
    std::string m_text;
};

} // namespace lockstep::lab
