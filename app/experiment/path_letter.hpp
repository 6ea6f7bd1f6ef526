// SPDX-License-Identifier: MIT
// What a path of a warp is called in pictures.
#pragma once

namespace lockstep {

/// 0 is A. A warp has 32 lanes, and each may have a path of its own: after Z comes a. 0 to 51.
constexpr char path_letter(int path) {
    return static_cast<char>(path < 26 ? 'A' + path : 'a' + (path - 26));
}

} // namespace lockstep
