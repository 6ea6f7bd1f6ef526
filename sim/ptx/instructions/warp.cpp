// SPDX-License-Identifier: MIT
// Lanes of a warp hand each other values (PTX ISA 9.7.9 for shfl, 9.7.13). Only the lanes of the
// mask take part, and all of them must.
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
    {"match.any.sync.<b32|b64> d:b32, a, mask:b32",
     "d = a bit for each lane of the mask with the same a."},
    {"match.all.sync.<b32|b64> d:b32|p, a, mask:b32",
     "d = the mask if a is the same in all its lanes, else 0; p = whether it is."},
    {"redux.sync.<add|min|max>.<u32|s32> d, a, mask",
     "d = the sum, smallest or largest a of the mask's lanes."},
    {"redux.sync.<and|or|xor>.b32 d, a, mask", "d = the a of the mask's lanes, bit by bit."},
    {"redux.sync.<min|max>[.abs][.NaN].f32 d, a, mask:b32",
     "d = the smallest or largest a of the mask's lanes."},
    {"activemask.b32 d", "d = a bit for each lane that executes this at the same time."},
    {"elect.sync d:b32|p, mask:b32", "d = a lane of the mask; p = whether this is it."},
};

extern const Family warp_family{"exchanges within a warp", "9.7.13", forms};

} // namespace lockstep::ptx
