// SPDX-License-Identifier: MIT
// A warp multiplies small matrices that lie in the registers of its lanes (PTX ISA 9.7.14, mma).
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"mma.sync.aligned.m8n8k4.<row|col>.<row|col>.f32.f16.f16.f32 {d:f32*8}, {a:b32*2}, {b:b32*2}, "
     "{c:f32*8}",
     "d = a * b + c, four tiles of m8n8k4 at once; the form of Volta."},
    {"mma.sync.aligned.m8n8k4.<row|col>.<row|col>.f32.f16.f16.f16 {d:f32*8}, {a:b32*2}, {b:b32*2}, "
     "{c:b32*4}",
     "d = a * b + c, four tiles of m8n8k4 at once; the form of Volta."},
    {"mma.sync.aligned.m8n8k4.<row|col>.<row|col>.f16.f16.f16.f16 {d:b32*4}, {a:b32*2}, {b:b32*2}, "
     "{c:b32*4}",
     "d = a * b + c, four tiles of m8n8k4 at once; the form of Volta."},
    {"mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {d:f32*4}, {a:b32*2}, {b:b32*1}, {c:f32*4}",
     "d = a * b + c, tiles of m16n8k8 spread over the warp."},
    {"mma.sync.aligned.m16n8k8.row.col.f16.f16.f16.f16 {d:b32*2}, {a:b32*2}, {b:b32*1}, {c:b32*2}",
     "d = a * b + c, tiles of m16n8k8 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {d:f32*4}, {a:b32*4}, {b:b32*2}, {c:f32*4}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col.f16.f16.f16.f16 {d:b32*2}, {a:b32*4}, {b:b32*2}, {c:b32*2}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k8.row.col.f32.bf16.bf16.f32 {d:f32*4}, {a:b32*2}, {b:b32*1}, "
     "{c:f32*4}",
     "d = a * b + c, tiles of m16n8k8 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {d:f32*4}, {a:b32*4}, {b:b32*2}, "
     "{c:f32*4}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k4.row.col.f32.tf32.tf32.f32 {d:f32*4}, {a:b32*2}, {b:b32*1}, "
     "{c:f32*4}",
     "d = a * b + c, tiles of m16n8k4 spread over the warp."},
    {"mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {d:f32*4}, {a:b32*4}, {b:b32*2}, "
     "{c:f32*4}",
     "d = a * b + c, tiles of m16n8k8 spread over the warp."},
    {"mma.sync.aligned.m8n8k4.row.col.f64.f64.f64.f64 {d:f64*2}, {a:f64*1}, {b:f64*1}, {c:f64*2}",
     "d = a * b + c, tiles of m8n8k4 spread over the warp."},
    {"mma.sync.aligned.m16n8k4.row.col.f64.f64.f64.f64 {d:f64*4}, {a:f64*2}, {b:f64*1}, {c:f64*4}",
     "d = a * b + c, tiles of m16n8k4 spread over the warp."},
    {"mma.sync.aligned.m16n8k8.row.col.f64.f64.f64.f64 {d:f64*4}, {a:f64*4}, {b:f64*2}, {c:f64*4}",
     "d = a * b + c, tiles of m16n8k8 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col.f64.f64.f64.f64 {d:f64*4}, {a:f64*8}, {b:f64*4}, {c:f64*4}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k32.row.col.f32.<e4m3|e5m2>.<e4m3|e5m2>.f32 {d:f32*4}, {a:b32*4}, "
     "{b:b32*2}, {c:f32*4}",
     "d = a * b + c, tiles of m16n8k32 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col.f32.<e4m3|e5m2>.<e4m3|e5m2>.f32 {d:f32*4}, {a:b32*2}, "
     "{b:b32*1}, {c:f32*4}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m8n8k16.row.col[.satfinite].s32.<u8|s8>.<u8|s8>.s32 {d:s32*2}, {a:b32*1}, "
     "{b:b32*1}, {c:s32*2}",
     "d = a * b + c, tiles of m8n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k16.row.col[.satfinite].s32.<u8|s8>.<u8|s8>.s32 {d:s32*4}, {a:b32*2}, "
     "{b:b32*1}, {c:s32*4}",
     "d = a * b + c, tiles of m16n8k16 spread over the warp."},
    {"mma.sync.aligned.m16n8k32.row.col[.satfinite].s32.<u8|s8>.<u8|s8>.s32 {d:s32*4}, {a:b32*4}, "
     "{b:b32*2}, {c:s32*4}",
     "d = a * b + c, tiles of m16n8k32 spread over the warp."},
    {"mma.sync.aligned.m8n8k32.row.col[.satfinite].s32.<u4|s4>.<u4|s4>.s32 {d:s32*2}, {a:b32*1}, "
     "{b:b32*1}, {c:s32*2}",
     "d = a * b + c, tiles of m8n8k32 spread over the warp."},
    {"mma.sync.aligned.m16n8k32.row.col[.satfinite].s32.<u4|s4>.<u4|s4>.s32 {d:s32*4}, {a:b32*2}, "
     "{b:b32*1}, {c:s32*4}",
     "d = a * b + c, tiles of m16n8k32 spread over the warp."},
    {"mma.sync.aligned.m16n8k64.row.col[.satfinite].s32.<u4|s4>.<u4|s4>.s32 {d:s32*4}, {a:b32*4}, "
     "{b:b32*2}, {c:s32*4}",
     "d = a * b + c, tiles of m16n8k64 spread over the warp."},
    {"mma.sync.aligned.m8n8k128.row.col.s32.b1.b1.s32.<xor|and>.popc {d:s32*2}, {a:b32*1}, "
     "{b:b32*1}, {c:s32*2}",
     "d = c + how many bits of the rows and columns combine to 1."},
    {"mma.sync.aligned.m16n8k128.row.col.s32.b1.b1.s32.<xor|and>.popc {d:s32*4}, {a:b32*2}, "
     "{b:b32*1}, {c:s32*4}",
     "d = c + how many bits of the rows and columns combine to 1."},
    {"mma.sync.aligned.m16n8k256.row.col.s32.b1.b1.s32.<xor|and>.popc {d:s32*4}, {a:b32*4}, "
     "{b:b32*2}, {c:s32*4}",
     "d = c + how many bits of the rows and columns combine to 1."},
};

extern const Family mma_family{"products of matrices", "9.7.14", forms};

} // namespace lockstep::ptx
