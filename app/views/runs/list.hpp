// SPDX-License-Identifier: MIT
// The runs that can be laid over the open experiment, as rows of words. No window.
#pragma once

#include "app/experiment/session.hpp"

#include <string>
#include <vector>

namespace lockstep::runs_view {

struct Row {
    std::string id;       ///< what command::LayOverKnown and TakeAway take
    std::string headline; ///< "2026-11-26 09:12, this machine"
    std::string details;  ///< the sliders that it was made for; may be empty
    int shape = 0;        ///< of its marks while it lies over; 0: it does not
    bool known = true;    ///< it can be laid over again; else a file that was opened
};

struct Group {
    std::string words; ///< "Your earlier runs of this experiment"
    std::vector<Row> rows;
};

/// Files that were opened, recordings, the learner's own: those groups that have rows.
std::vector<Group> groups_of(const Session& session);

/// Whether there is any; asked in every frame.
bool has_rows(const Session& session);

/// For each run laid over what the chosen mark is against it; empty where none has that mark.
std::vector<std::string> comparisons_of(const Session& session);

} // namespace lockstep::runs_view
