// SPDX-License-Identifier: MIT
// Tiles between memory and the registers of a warp, in the layout that mma wants (PTX ISA 9.7.14).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"ldmatrix.sync.aligned.m8n8.x1[.trans][.<shared|shared::cta>].b16 {d:b32*1}, [a]",
     "d = a tile of 8 x 8; the address of a row comes from each lane."},
    {"ldmatrix.sync.aligned.m8n8.x2[.trans][.<shared|shared::cta>].b16 {d:b32*2}, [a]",
     "d = 2 tiles of 8 x 8; the address of a row comes from each lane."},
    {"ldmatrix.sync.aligned.m8n8.x4[.trans][.<shared|shared::cta>].b16 {d:b32*4}, [a]",
     "d = 4 tiles of 8 x 8; the address of a row comes from each lane."},
    {"stmatrix.sync.aligned.m8n8.x1[.trans][.<shared|shared::cta>].b16 [a], {b:b32*1}",
     "Stores a tile of 8 x 8; the address of a row comes from each lane."},
    {"stmatrix.sync.aligned.m8n8.x2[.trans][.<shared|shared::cta>].b16 [a], {b:b32*2}",
     "Stores 2 tiles of 8 x 8; the address of a row comes from each lane."},
    {"stmatrix.sync.aligned.m8n8.x4[.trans][.<shared|shared::cta>].b16 [a], {b:b32*4}",
     "Stores 4 tiles of 8 x 8; the address of a row comes from each lane."},
    {"movmatrix.sync.aligned.m8n8.trans.b16 d:b32, a:b32",
     "d = the tile of 8 x 8 in a, rows and columns changed."},
};

extern const Family matrix_tiles_family{"tiles of matrices", "9.7.14", forms};

} // namespace lockstep::ptx
