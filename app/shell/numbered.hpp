// SPDX-License-Identifier: MIT
// In front of a class a choice is called by the key that counts its hands.
#pragma once

#include "app/experiment/session.hpp"

#include <string>

namespace lockstep::shell {

inline std::string numbered(const Session& session, int choice, const std::string& words) {
    return session.presenter.on ? std::to_string(choice + 1) + ".  " + words : words;
}

} // namespace lockstep::shell
