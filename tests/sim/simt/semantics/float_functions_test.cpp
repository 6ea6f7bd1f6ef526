// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using Values = std::vector<std::uint64_t>;

/// Values of both signs, evenly over the exponents from low to high, and the edges.
static Values spread(double low, double high) {
    Values values = edges_of(ptx::Type::F32);
    for (double x = low; x <= high; x *= 1.0037)
        for (const double sign : {1.0, -1.0})
            values.push_back(std::bit_cast<std::uint32_t>(static_cast<float>(sign * x)));
    return values;
}

static Near within_ulps(double ulps) {
    return [=](double got, double want) {
        const double exponent = std::max(std::floor(std::log2(std::abs(want))), -126.0);
        return std::abs(got - want) <= ulps * std::exp2(exponent - 23);
    };
}
static Near within(double absolute) {
    return [=](double got, double want) { return std::abs(got - want) <= absolute; };
}

/// The result as f32 has it where it is too large or too small.
static double as_f32(double x) {
    return std::abs(x) > 0x1.fffffep127 ? std::copysign(INFINITY, x) : x;
}

TEST(FloatFunctionsTest, WithinTheBoundsOfTheIsa) {
    const Values all = spread(0x1p-149, 0x1p127);
    check_near(
        "rcp.approx.f32 %f0, %f1", all, [](double x) { return as_f32(1 / x); }, within_ulps(1));
    check_near(
        "rsqrt.approx.f32 %f0, %f1", all, [](double x) { return 1 / std::sqrt(x); },
        within_ulps(2));
    check_near(
        "sqrt.approx.f32 %f0, %f1", all, [](double x) { return std::sqrt(x); }, within_ulps(1));
    check_near(
        "ex2.approx.f32 %f0, %f1", spread(0x1p-30, 300),
        [](double x) { return as_f32(std::exp2(x)); }, within_ulps(2));
    check_near(
        "lg2.approx.f32 %f0, %f1", all, [](double x) { return std::log2(x); },
        [](double got, double want) {
            return std::abs(got - want) <= 0x1p-22 * std::max(1.0, std::abs(want));
        });
    check_near(
        "tanh.approx.f32 %f0, %f1", all, [](double x) { return std::tanh(x); },
        [](double got, double want) { return std::abs(got - want) <= 0x1p-11 * std::abs(want); });
}

TEST(FloatFunctionsTest, SinesWithinTheirBounds) {
    const double pi = std::acos(-1);
    Values near = spread(0x1p-100, 2 * pi), far = spread(0x1p-10, 100 * pi);
    const auto beyond = [](double limit) {
        return [=](std::uint64_t bits) {
            const double x = number<float>(bits);
            return std::isfinite(x) && std::abs(x) > limit;
        };
    };
    std::erase_if(near, beyond(2 * pi));
    std::erase_if(far, beyond(100 * pi));
    const auto sine = [](double x) { return std::sin(x); };
    const auto cosine = [](double x) { return std::cos(x); };
    check_near("sin.approx.f32 %f0, %f1", near, sine, within(std::exp2(-20.5)));
    check_near("sin.approx.f32 %f0, %f1", far, sine, within(std::exp2(-14.7)));
    check_near("cos.approx.f32 %f0, %f1", near, cosine, within(std::exp2(-20.5)));
    check_near("cos.approx.f32 %f0, %f1", far, cosine, within(std::exp2(-14.7)));
}

TEST(FloatFunctionsTest, SpecialValues) {
    const std::uint64_t infinity = 0x7f800000, minus = 0xff800000, nan = 0x7fffffff,
                        one = 0x3f800000;
    EXPECT_EQ(once("sin.approx.f32 %f0, %f1", {infinity}), nan);
    EXPECT_EQ(once("sin.approx.f32 %f0, %f1", {0x80000000}), 0x80000000u);
    EXPECT_EQ(once("cos.approx.f32 %f0, %f1", {0}), one);
    EXPECT_EQ(once("ex2.approx.f32 %f0, %f1", {minus}), 0u);
    EXPECT_EQ(once("ex2.approx.f32 %f0, %f1", {0xc2fe0000}), 0x00400000u) << "2^-127, subnormal";
    EXPECT_EQ(once("ex2.approx.ftz.f32 %f0, %f1", {0xc2fe0000}), 0u);
    EXPECT_EQ(once("lg2.approx.f32 %f0, %f1", {0}), minus);
    EXPECT_EQ(once("lg2.approx.f32 %f0, %f1", {one}), 0u);
    EXPECT_EQ(once("lg2.approx.f32 %f0, %f1", {0xbf800000}), nan);
    EXPECT_EQ(once("lg2.approx.f32 %f0, %f1", {1}), 0xc3150000u) << "log2(2^-149) = -149";
    EXPECT_EQ(once("rsqrt.approx.f32 %f0, %f1", {0x80000000}), minus);
    EXPECT_EQ(once("rcp.approx.ftz.f32 %f0, %f1", {1}), infinity) << "1/subnormal is 1/0";
    EXPECT_EQ(once("tanh.approx.f32 %f0, %f1", {infinity}), one);
    EXPECT_EQ(once("sqrt.approx.f32 %f0, %f1", {0xbf800000}), nan);
}

TEST(FloatFunctionsTest, Quotients) {
    check("div.full.f32 %f0, %f1, %f2", [](const std::uint64_t* in, std::uint64_t* out) {
        out[0] = pattern(number<float>(in[0]) / number<float>(in[1]));
    });
    // Above 2^126 the divisor's reciprocal is flushed.
    EXPECT_EQ(once("div.approx.f32 %f0, %f1, %f2", {0x7f000000, 0x7f000000}), 0u)
        << "2^127 / 2^127";
    EXPECT_EQ(once("div.approx.f32 %f0, %f1, %f2", {0x7e800000, 0x7e800000}), 0x3f800000u)
        << "2^126";
    EXPECT_EQ(once("div.approx.f32 %f0, %f1, %f2", {0x7f800000, 0x7f000000}), 0x7fffffffu);
    EXPECT_EQ(once("div.approx.f32 %f0, %f1, %f2", {0x3f800000, 0}), 0x7f800000u);
}

TEST(FloatFunctionsTest, ApproximationsOfF64) {
    // 1/3 = 0x3fd5555555555555: only the upper half is given.
    EXPECT_EQ(once("rcp.approx.ftz.f64 %fd0, %fd1", {std::bit_cast<std::uint64_t>(3.0)}),
              0x3fd5555500000000u);
    EXPECT_EQ(once("rsqrt.approx.f64 %fd0, %fd1", {std::bit_cast<std::uint64_t>(4.0)}),
              std::bit_cast<std::uint64_t>(0.5));
    EXPECT_EQ(once("rcp.approx.ftz.f64 %fd0, %fd1", {1}), 0x7ff0000000000000u);
}

TEST(FloatFunctionsTest, OfHalves) {
    // f16: 1 = 0x3c00, 2 = 0x4000, 3 = 0x4200, 8 = 0x4800; bf16: 1 = 0x3f80, 2 = 0x4000.
    EXPECT_EQ(once("ex2.approx.f16 %rs0, %rs1", {0x4200}), 0x4800u);
    EXPECT_EQ(once("ex2.approx.f16x2 %r0, %r1", {0x42003c00}), 0x48004000u);
    EXPECT_EQ(once("ex2.approx.ftz.bf16 %rs0, %rs1", {0x3f80}), 0x4000u);
    // tanh(1) = 0.76159: between 0x3a17 = 0.76123 and 0x3a18 = 0.76172, nearer to the latter.
    EXPECT_EQ(once("tanh.approx.f16 %rs0, %rs1", {0x3c00}), 0x3a18u);
    EXPECT_EQ(once("tanh.approx.bf16x2 %r0, %r1", {0x7f80ff80}), 0x3f80bf80u);
    EXPECT_EQ(once("tanh.approx.f16 %rs0, %rs1", {0xfe00}), 0x7fffu);
}

} // namespace lockstep::simt
