// SPDX-License-Identifier: MIT
// What nvcuda::wmma compiles to (PTX ISA 9.7.14): which lane holds which element is not said.
#include "sim/ptx/family.hpp"

namespace lockstep::ptx {

static constexpr Form forms[] = {
    {"wmma.load.a.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::cta>"
     "].f16 {d:b32*8}, [a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::cta>"
     "].f16 {d:b32*8}, [a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m16n16k16[.<global|shared|shared::cta>].bf16 {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m16n16k16[.<global|shared|shared::cta>].bf16 {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m8n32k16[.<global|shared|shared::cta>].bf16 {d:b32*2}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m8n32k16[.<global|shared|shared::cta>].bf16 {d:b32*8}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m32n8k16[.<global|shared|shared::cta>].bf16 {d:b32*8}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m32n8k16[.<global|shared|shared::cta>].bf16 {d:b32*2}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m16n16k16[.<global|shared|shared::cta>].<u8|s8> "
     "{d:b32*2}, [a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m16n16k16[.<global|shared|shared::cta>].<u8|s8> "
     "{d:b32*2}, [a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m8n32k16[.<global|shared|shared::cta>].<u8|s8> {d:b32*1}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m8n32k16[.<global|shared|shared::cta>].<u8|s8> {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m32n8k16[.<global|shared|shared::cta>].<u8|s8> {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m32n8k16[.<global|shared|shared::cta>].<u8|s8> {d:b32*1}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.a.sync.aligned.<row|col>.m16n16k8[.<global|shared|shared::cta>].tf32 {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of A."},
    {"wmma.load.b.sync.aligned.<row|col>.m16n16k8[.<global|shared|shared::cta>].tf32 {d:b32*4}, "
     "[a][, stride:u32]",
     "Loads a tile of B."},
    {"wmma.load.c.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16|m16n16k8>[.<global|shared|"
     "shared::cta>].f32 {d:f32*8}, [a][, stride:u32]",
     "Loads a tile of C."},
    {"wmma.store.d.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16|m16n16k8>[.<global|shared|"
     "shared::cta>].f32 [a], {b:f32*8}[, stride:u32]",
     "Stores a tile of D."},
    {"wmma.load.c.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::cta>"
     "].f16 {d:b32*4}, [a][, stride:u32]",
     "Loads a tile of C."},
    {"wmma.store.d.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::"
     "cta>].f16 [a], {b:b32*4}[, stride:u32]",
     "Stores a tile of D."},
    {"wmma.load.c.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::cta>"
     "].s32 {d:s32*8}, [a][, stride:u32]",
     "Loads a tile of C."},
    {"wmma.store.d.sync.aligned.<row|col>.<m16n16k16|m8n32k16|m32n8k16>[.<global|shared|shared::"
     "cta>].s32 [a], {b:s32*8}[, stride:u32]",
     "Stores a tile of D."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.<m16n16k16|m8n32k16|m32n8k16>.f32.f32 {d:f32*8}, "
     "{a:b32*8}, {b:b32*8}, {c:f32*8}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.<m16n16k16|m8n32k16|m32n8k16>.f32.f16 {d:f32*8}, "
     "{a:b32*8}, {b:b32*8}, {c:b32*4}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.<m16n16k16|m8n32k16|m32n8k16>.f16.f32 {d:b32*4}, "
     "{a:b32*8}, {b:b32*8}, {c:f32*8}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.<m16n16k16|m8n32k16|m32n8k16>.f16.f16 {d:b32*4}, "
     "{a:b32*8}, {b:b32*8}, {c:b32*4}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m16n16k16.f32.bf16.bf16.f32 {d:f32*8}, {a:b32*4}, "
     "{b:b32*4}, {c:f32*8}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m8n32k16.f32.bf16.bf16.f32 {d:f32*8}, {a:b32*2}, "
     "{b:b32*8}, {c:f32*8}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m32n8k16.f32.bf16.bf16.f32 {d:f32*8}, {a:b32*8}, "
     "{b:b32*2}, {c:f32*8}",
     "d = a * b + c, of numbers of 16 bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m16n16k8.f32.tf32.tf32.f32 {d:f32*8}, {a:b32*4}, "
     "{b:b32*4}, {c:f32*8}",
     "d = a * b + c, of numbers with fractions of ten bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m16n16k16.s32.u8.u8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*2}, {b:b32*2}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m16n16k16.s32.s8.s8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*2}, {b:b32*2}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m8n32k16.s32.u8.u8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*1}, {b:b32*4}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m8n32k16.s32.s8.s8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*1}, {b:b32*4}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m32n8k16.s32.u8.u8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*4}, {b:b32*1}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
    {"wmma.mma.sync.aligned.<row|col>.<row|col>.m32n8k16.s32.s8.s8.s32[.satfinite] {d:s32*8}, "
     "{a:b32*4}, {b:b32*1}, {c:s32*8}",
     "d = a * b + c, of integers of eight bits."},
};

extern const Family wmma_family{"matrices of the C++ interface", "9.7.14", forms};

} // namespace lockstep::ptx
