// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "halves.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

__extension__ typedef __int128 Int128;

static const HalfFormat* format_of(const std::string& type) {
    for (const HalfFormat* format : {&f16_format, &bf16_format, &f32_format, &f64_format})
        if (type == format->name)
            return format;
    return nullptr;
}
static int width_of(const std::string& type) {
    return std::stoi(type.substr(type.find_first_of("0123456789")));
}
static std::uint64_t low(std::uint64_t bits, int width) {
    return width == 64 ? bits : bits & ((std::uint64_t(1) << width) - 1);
}
static Int128 integer(const std::string& type, std::uint64_t bits) {
    const int width = width_of(type);
    const Int128 value = static_cast<Int128>(low(bits, width));
    return type[0] == 's' && (value >> (width - 1) & 1) ? value - (Int128(1) << width) : value;
}
static Int128 clamped(const std::string& type, Int128 value) {
    const int width = width_of(type), digits = type[0] == 's' ? width - 1 : width;
    const Int128 high = (Int128(1) << digits) - 1, least = type[0] == 's' ? -high - 1 : 0;
    return std::min(std::max(value, least), high);
}
/// Towards the whole number that the mode says; |x| may be large.
static Quadruple whole(Quadruple x, char mode) {
    if (!(x > -Quadruple(0x1p100) && x < Quadruple(0x1p100)))
        return x;
    const auto truncated = static_cast<Int128>(x);
    const Quadruple part = x - static_cast<Quadruple>(truncated), size = part < 0 ? -part : part;
    bool away = size > 0.5 || (size == 0.5 && (truncated & 1));
    if (mode == 'z')
        away = false;
    if (mode == 'm')
        away = part < 0;
    if (mode == 'p')
        away = part > 0;
    const Quadruple result = static_cast<Quadruple>(truncated + (away ? (x < 0 ? -1 : 1) : 0));
    return result == 0 ? Quadruple(std::copysign(0.0, static_cast<double>(x))) : result;
}
static Quadruple flushed_f32(const std::string& type, Quadruple x) {
    const Quadruple size = x < 0 ? -x : x;
    if (type != "f32" || size >= Quadruple(0x1p-126) || x != x)
        return x;
    return std::copysign(0.0, static_cast<double>(x));
}

static std::uint64_t to_integer(const std::string& d, const std::string& s, Quadruple x,
                                char mode) {
    const int width = width_of(d);
    if (x != x)
        return s == "f64" || width == 64 ? std::uint64_t(1) << (width - 1) : 0;
    x = whole(x, mode);
    if (x > Quadruple(0x1p100))
        x = 0x1p100;
    if (x < -Quadruple(0x1p100))
        x = -0x1p100;
    return low(static_cast<std::uint64_t>(clamped(d, static_cast<Int128>(x))), width);
}

static std::string cvt_reg(const std::string& type) {
    if (type == "f32" || type == "f64")
        return type == "f32" ? "%f" : "%fd";
    return width_of(type) == 8    ? "%h"
           : width_of(type) == 16 ? "%rs"
           : width_of(type) == 32 ? "%r"
                                  : "%rd";
}
static std::string text_of(const std::string& modifiers, const std::string& d,
                           const std::string& s) {
    return "cvt" + modifiers + "." + d + "." + s + " " + cvt_reg(d) + "0, " + cvt_reg(s) + "1";
}

static const std::string integers[] = {"u8", "s8", "u16", "s16", "u32", "s32", "u64", "s64"};
static const std::string floats[] = {"f16", "bf16", "f32", "f64"};

TEST(ConversionTest, IntegersToIntegers) {
    for (const std::string& d : integers)
        for (const std::string& s : integers) {
            check(text_of("", d, s), [&](const std::uint64_t* in, std::uint64_t* out) {
                out[0] = low(static_cast<std::uint64_t>(integer(s, in[0])), width_of(d));
            });
            check(text_of(".sat", d, s), [&](const std::uint64_t* in, std::uint64_t* out) {
                out[0] =
                    low(static_cast<std::uint64_t>(clamped(d, integer(s, in[0]))), width_of(d));
            });
        }
}

TEST(ConversionTest, RegistersMayBeWiderThanTheTypes) {
    // The source's low bits count, the destination is filled with the sign or zeros.
    for (const std::string d : {"u8", "s8", "u16", "s16", "u32", "s32"})
        for (const std::string s : {"u8", "s8", "u16", "s16"})
            for (const std::string d_register : {"%r", "%rd"})
                for (const std::string s_register : {"%r", "%rd", "%rs"})
                    check("cvt." + d + "." + s + " " + d_register + "0, " + s_register + "1",
                          [&](const std::uint64_t* in, std::uint64_t* out) {
                              const auto narrow = static_cast<std::uint64_t>(integer(s, in[0]));
                              out[0] = low(static_cast<std::uint64_t>(integer(d, narrow)),
                                           d_register == "%r" ? 32 : 64);
                          },
                          1, {edges_of(s_register == "%rd" ? ptx::Type::U64 : ptx::Type::U32)});
    EXPECT_EQ(once("cvt.s32.s8 %r0, %r1", {0x12345680}), 0xffffff80u);
    EXPECT_EQ(once("cvt.u32.u8 %r0, %r1", {0x12345680}), 0x80u);
    EXPECT_EQ(once("cvt.s8.s32 %r0, %r1", {0x12345680}), 0xffffff80u);
    EXPECT_EQ(once("cvt.rzi.s8.f32 %r0, %f1", {0xc3960000}), 0xffffff80u) << "-300 clamps to -128";
}

TEST(ConversionTest, IntegersToFloats) {
    for (const std::string& d : floats)
        for (const std::string& s : integers)
            for (const std::string mode : {"n", "z", "m", "p"})
                for (const std::string sat : {"", ".sat"})
                    check(text_of(".r" + mode + sat, d, s),
                          [&](const std::uint64_t* in, std::uint64_t* out) {
                              Quadruple x = static_cast<Quadruple>(integer(s, in[0]));
                              if (!sat.empty())
                                  x = x > 1 ? 1 : x > 0 ? x : 0;
                              out[0] = nearest(*format_of(d), x, mode[0]);
                          });
}

TEST(ConversionTest, FloatsToIntegersClamp) {
    for (const std::string& d : integers)
        for (const std::string& s : floats)
            for (const std::string mode : {"n", "z", "m", "p"})
                for (const std::string ftz : {"", ".ftz"})
                    check(text_of(".r" + mode + "i" + ftz, d, s),
                          [&](const std::uint64_t* in, std::uint64_t* out) {
                              Quadruple x = value(*format_of(s), in[0]);
                              if (!ftz.empty())
                                  x = flushed_f32(s, x);
                              out[0] = to_integer(d, s, x, mode[0]);
                          });
}

TEST(ConversionTest, FloatsToFloats) {
    for (const std::string& d : floats)
        for (const std::string& s : floats)
            for (const std::string mode : {"n", "z", "m", "p"})
                for (const std::string end : {"", ".ftz", ".sat"}) {
                    const HalfFormat &from = *format_of(s), &to = *format_of(d);
                    check(text_of(".r" + mode + end, d, s),
                          [&](const std::uint64_t* in, std::uint64_t* out) {
                              Quadruple x = value(from, in[0]);
                              if (end == ".ftz")
                                  x = flushed_f32(s, x);
                              if (end == ".sat")
                                  x = x > 1 ? 1 : x > 0 ? x : 0;
                              out[0] = nearest(to, x, mode[0]);
                              if (end == ".ftz" && d == "f32" && (out[0] & 0x7f800000) == 0)
                                  out[0] &= 0x80000000;
                          });
                    if (d != s || end == ".ftz")
                        continue;
                    check(text_of(".r" + mode + "i" + end, d, s),
                          [&](const std::uint64_t* in, std::uint64_t* out) {
                              Quadruple x = whole(value(from, in[0]), mode[0]);
                              if (end == ".sat")
                                  x = x > 1 ? 1 : x > 0 ? x : 0;
                              out[0] = nearest(to, x);
                          });
                }
}

TEST(ConversionTest, ByHand) {
    const auto bits = [](float x) { return std::bit_cast<std::uint32_t>(x); };
    EXPECT_EQ(once("cvt.rni.s32.f32 %r0, %f1", {bits(2.5f)}), 2u) << "ties to even";
    EXPECT_EQ(once("cvt.rni.s32.f32 %r0, %f1", {bits(3.5f)}), 4u);
    EXPECT_EQ(once("cvt.rmi.s32.f32 %r0, %f1", {bits(-2.5f)}), 0xfffffffdu);
    EXPECT_EQ(once("cvt.rzi.s32.f32 %r0, %f1", {bits(3e9f)}), 0x7fffffffu);
    EXPECT_EQ(once("cvt.rzi.u32.f32 %r0, %f1", {bits(-1)}), 0u);
    EXPECT_EQ(once("cvt.rzi.s32.f32 %r0, %f1", {0x7fc00000}), 0u) << "NaN from f32 to 32 bits";
    EXPECT_EQ(once("cvt.rzi.s64.f32 %rd0, %f1", {0x7fc00000}), 0x8000000000000000u)
        << "NaN to 64 bits";
    EXPECT_EQ(once("cvt.rn.f32.s32 %f0, %r1", {0x01000001}), bits(0x1p24f)) << "2^24 + 1 is a tie";
    EXPECT_EQ(once("cvt.rp.f32.s32 %f0, %r1", {0x01000001}), bits(0x1p24f + 2));
    EXPECT_EQ(once("cvt.rn.f16.f32 %rs0, %f1", {bits(65520)}), 0x7c00u) << "half way to 65536";
    EXPECT_EQ(once("cvt.rn.f16.f32 %rs0, %f1", {bits(0x1p-25f)}), 0u) << "half the smallest";
    EXPECT_EQ(once("cvt.rn.f16.f32 %rs0, %f1", {bits(0x1.8p-24f)}), 2u);
}

/// One of the formats that only cvt knows, with .relu and .satfinite.
TEST(ConversionTest, PairsAndTf32) {
    for (const HalfFormat& format : {f16_format, bf16_format})
        for (const std::string mode : {"n", "z"})
            for (const std::string end : {"", ".relu", ".satfinite", ".relu.satfinite"}) {
                const auto one = [&](std::uint64_t bits) {
                    Quadruple x = value(f32_format, bits);
                    if (end.starts_with(".relu") && x <= 0)
                        x = 0;
                    std::uint64_t result = nearest(format, x, mode[0]);
                    const std::uint64_t infinity = ((1u << format.exponent) - 1) << format.mantissa;
                    if (end.ends_with("satfinite") && (result & 0x7fff) == infinity)
                        --result;
                    return result;
                };
                check("cvt.r" + mode + end + "." + format.name + "x2.f32 %r0, %f1, %f2",
                      [&](const std::uint64_t* in, std::uint64_t* out) {
                          out[0] = one(in[0]) << 16 | one(in[1]);
                      });
                check("cvt.r" + mode + end + "." + format.name + ".f32 %rs0, %f1",
                      [&](const std::uint64_t* in, std::uint64_t* out) { out[0] = one(in[0]); });
            }
    const HalfFormat tf32{"tf32", 10, 8};
    for (const auto& [word, mode] : {std::pair{"rna", 'a'}, {"rn", 'n'}, {"rz", 'z'}})
        check("cvt." + std::string(word) + ".tf32.f32 %r0, %f1",
              [&, mode = mode](const std::uint64_t* in, std::uint64_t* out) {
                  const std::uint64_t bits = nearest(tf32, value(f32_format, in[0]), mode);
                  out[0] = bits << 13;
              });
}

TEST(ConversionTest, PackClamps) {
    EXPECT_EQ(once("cvt.pack.sat.u8.s32.b32 %r0, %r1, %r2, %r3", {300, 0xffffffff, 0x1234}),
              0x1234ff00u);
    EXPECT_EQ(once("cvt.pack.sat.s16.s32 %r0, %r1, %r2", {0xffff0000, 40000}), 0x80007fffu);
}

} // namespace lockstep::simt
