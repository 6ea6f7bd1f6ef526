// SPDX-License-Identifier: MIT
// Lanes of a warp hand each other values (PTX ISA 9.7.9 and 9.7.13). Only the lanes of the mask
// take part, and all of them must.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"shfl.sync.<up|down|bfly|idx>.b32 d|p, a, b, c, mask",
     "d = a of another lane; p = whether there is such a lane in range."},
    {"shfl.<up|down|bfly|idx>.b32 d|p, a, b, c",
     "d = a of another lane; the form of the cards before Volta."},
    {"vote.sync.<all|any|uni>.pred d, a, mask:u32",
     "d = whether a is true in all lanes of the mask, in one, or the same in all."},
    {"vote.sync.ballot.b32 d, a:pred, mask",
     "d = a bit for each lane of the mask in which a is true."},
    {"vote.<all|any|uni>.pred d, a",
     "d = whether a is true in all lanes, in one, or the same in all; before Volta."},
    {"vote.ballot.b32 d, a:pred", "d = a bit for each lane in which a is true; before Volta."},
    {"activemask.b32 d", "d = a bit for each lane that executes this at the same time."},
};

extern const Family warp_family{"exchanges within a warp", "9.7.9", forms};

} // namespace lockstep::ptx
