// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

/// The ISA's text: a NaN gives way, unless .NaN; -0 is below +0.
template <class T>
static T extreme(bool most, bool propagates, T a, T b) {
    if (propagates && (std::isnan(a) || std::isnan(b)))
        return NAN;
    if (std::isnan(a))
        return b;
    if (std::isnan(b))
        return a;
    const bool a_is_less = a < b || (a == b && std::signbit(a));
    return a_is_less != most ? a : b;
}

template <class T>
static void check_extremes(const std::string& type, const std::string& reg) {
    for (const std::string opcode : {"min", "max"}) {
        for (const std::string ftz : {"", ".ftz"}) {
            for (const std::string nan : {"", ".NaN"}) {
                if (!ftz.empty() && sizeof(T) == 8)
                    continue;
                const std::string operands = " " + reg + "0, " + reg + "1, " + reg + "2";
                const auto of = [&](std::uint64_t bits) {
                    return ftz.empty() ? number<T>(bits) : flushed(number<T>(bits));
                };
                const bool most = opcode == "max", propagates = !nan.empty();
                check(opcode + ftz + nan + type + operands,
                      [&](const std::uint64_t* in, std::uint64_t* out) {
                          out[0] = pattern(extreme(most, propagates, of(in[0]), of(in[1])));
                      });
                check(opcode + ftz + nan + type + operands + ", " + reg + "3",
                      [&](const std::uint64_t* in, std::uint64_t* out) {
                          const T first = extreme(most, propagates, of(in[0]), of(in[1]));
                          out[0] = pattern(extreme(most, propagates, first, of(in[2])));
                      });
                check(opcode + ftz + nan + ".xorsign.abs" + type + operands,
                      [&](const std::uint64_t* in, std::uint64_t* out) {
                          const T a = of(in[0]), b = of(in[1]);
                          const T size = extreme(most, propagates, std::abs(a), std::abs(b));
                          const bool negative = std::signbit(a) != std::signbit(b);
                          out[0] = pattern(negative ? -size : size);
                      });
            }
        }
    }
}

TEST(FloatSignsTest, MinimumAndMaximum) {
    check_extremes<float>(".f32", "%f");
    check_extremes<double>(".f64", "%fd");
}

TEST(FloatSignsTest, NaNGivesWayUnlessAskedFor) {
    EXPECT_EQ(once("min.f32 %f0, %f1, %f2", {0x7fc00000, 0x40000000}), 0x40000000u);
    EXPECT_EQ(once("min.NaN.f32 %f0, %f1, %f2", {0x7fc00000, 0x40000000}), 0x7fffffffu);
    EXPECT_EQ(once("min.f32 %f0, %f1, %f2", {0x7fc00000, 0xffc00000}), 0x7fffffffu);
    EXPECT_EQ(once("max.f32 %f0, %f1, %f2", {0x80000000, 0}), 0u);
    EXPECT_EQ(once("min.f32 %f0, %f1, %f2", {0, 0x80000000}), 0x80000000u);
}

template <class T>
static void check_signs(const std::string& type, const std::string& reg) {
    constexpr std::uint64_t sign = std::uint64_t(1) << (8 * sizeof(T) - 1);
    const std::string one = type + " " + reg + "0, " + reg + "1";
    check("abs" + one, [](const std::uint64_t* in, std::uint64_t* out) {
        out[0] = pattern(std::abs(number<T>(in[0])));
    });
    check("neg" + one,
          [](const std::uint64_t* in, std::uint64_t* out) { out[0] = pattern(-number<T>(in[0])); });
    check("copysign" + one + ", " + reg + "2", [](const std::uint64_t* in, std::uint64_t* out) {
        out[0] = (in[0] & sign) | (in[1] & ~sign);
    });
}

TEST(FloatSignsTest, Signs) {
    check_signs<float>(".f32", "%f");
    check_signs<double>(".f64", "%fd");
    EXPECT_EQ(once("abs.ftz.f32 %f0, %f1", {0x80000001}), 0u);
    EXPECT_EQ(once("neg.ftz.f32 %f0, %f1", {0x00000001}), 0x80000000u);
}

template <class T>
static void check_kinds(const std::string& type, const std::string& reg) {
    const std::pair<const char*, bool (*)(T)> kinds[] = {
        {"finite", [](T x) { return std::isfinite(x); }},
        {"infinite", [](T x) { return std::isinf(x); }},
        {"number", [](T x) { return !std::isnan(x); }},
        {"notanumber", [](T x) { return std::isnan(x); }},
        {"normal", [](T x) { return std::isnormal(x) || x == 0; }},
        {"subnormal", [](T x) { return std::fpclassify(x) == FP_SUBNORMAL; }},
    };
    for (const auto& [name, holds] : kinds)
        check("testp." + std::string(name) + type + " %p0, " + reg + "1",
              [holds = holds](const std::uint64_t* in, std::uint64_t* out) {
                  out[0] = holds(number<T>(in[0]));
              });
}

TEST(FloatSignsTest, Kinds) {
    check_kinds<float>(".f32", "%f");
    check_kinds<double>(".f64", "%fd");
}

} // namespace lockstep::simt
