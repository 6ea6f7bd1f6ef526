// SPDX-License-Identifier: MIT
#include "floats.hpp"
#include "machine.hpp"

#include <gtest/gtest.h>

namespace lockstep::simt {

using In = const std::uint64_t*;
using Out = std::uint64_t*;

/// -1, 0, 1, or 2 when they cannot be ordered.
template <class T>
static int order(T a, T b) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : 2;
}
template <int spare>
static int order_signed(std::uint64_t a, std::uint64_t b) {
    return order(static_cast<std::int64_t>(a << spare), static_cast<std::int64_t>(b << spare));
}
template <int spare>
static int order_unsigned(std::uint64_t a, std::uint64_t b) {
    return order(a << spare, b << spare);
}
static int order_f64(std::uint64_t a, std::uint64_t b) {
    return order(number<double>(a), number<double>(b));
}
static int order_f32(std::uint64_t a, std::uint64_t b) {
    return order(number<float>(a), number<float>(b));
}
static int order_flushed(std::uint64_t a, std::uint64_t b) {
    return order(flushed(number<float>(a)), flushed(number<float>(b)));
}

using Order = int (*)(std::uint64_t a, std::uint64_t b);

static Order order_of(const std::string& type) {
    if (type[0] == 'f')
        return type == "f64" ? order_f64 : order_f32;
    const bool with_sign = type[0] == 's';
    if (type.ends_with("16"))
        return with_sign ? order_signed<48> : order_unsigned<48>;
    if (type.ends_with("32"))
        return with_sign ? order_signed<32> : order_unsigned<32>;
    return with_sign ? order_signed<0> : order_unsigned<0>;
}

static bool holds(const std::string& op, int order) {
    const bool nan = order == 2;
    if (op == "num")
        return !nan;
    if (op == "nan")
        return nan;
    if (op == "equ" || op == "neu" || op == "ltu" || op == "leu" || op == "gtu" || op == "geu")
        return nan || holds(op.substr(0, 2), order);
    if (nan)
        return false;
    if (op == "eq")
        return order == 0;
    if (op == "ne")
        return order != 0;
    if (op == "lt" || op == "lo")
        return order < 0;
    if (op == "le" || op == "ls")
        return order <= 0;
    if (op == "gt" || op == "hi")
        return order > 0;
    return order >= 0;
}
/// Of one comparison, looked up once and not for each lane of each value.
class Comparison {
  public:
    Comparison(const std::string& op, Order order) : m_order(order) {
        for (int k = -1; k <= 2; ++k)
            m_holds[k + 1] = holds(op, k);
    }
    bool operator()(In in) const { return m_holds[m_order(in[0], in[1]) + 1]; }

  private:
    Order m_order;
    bool m_holds[4] = {};
};

static bool combined(const std::string& with, bool t, bool c) {
    return with == "and" ? t && c : with == "or" ? t || c : with == "xor" ? t != c : t;
}

struct Family {
    std::vector<std::string> types, operators;
};
static const Family families[] = {
    {{"b16", "b32", "b64"}, {"eq", "ne"}},
    {{"s16", "s32", "s64"}, {"eq", "ne", "lt", "le", "gt", "ge"}},
    {{"u16", "u32", "u64"}, {"eq", "ne", "lt", "le", "gt", "ge", "lo", "ls", "hi", "hs"}},
    {{"f32", "f64"},
     {"eq", "ne", "lt", "le", "gt", "ge", "equ", "neu", "ltu", "leu", "gtu", "geu", "num", "nan"}},
};

static std::string set_reg(const std::string& type) {
    if (type == "f32")
        return "%f";
    if (type == "f64")
        return "%fd";
    return type.ends_with("16") ? "%rs" : type.ends_with("32") ? "%r" : "%rd";
}

TEST(ComparisonTest, EveryComparisonOfEveryTypeInEveryForm) {
    for (const Family& family : families)
        for (const std::string& type : family.types)
            for (const std::string& op : family.operators)
                for (const std::string with : {"", "and", "or", "xor"})
                    for (const bool second : {false, true})
                        for (const bool turned : {false, true}) {
                            if (with.empty() && turned)
                                continue;
                            const std::string r = set_reg(type);
                            const Comparison compared(op, order_of(type));
                            std::string text = "setp." + op + (with.empty() ? "" : "." + with) +
                                               "." + type + (second ? " %p0|%p1, " : " %p0, ") + r +
                                               "2, " + r + "3";
                            if (!with.empty())
                                text += turned ? ", !%p4" : ", %p4";
                            check(
                                text,
                                [&](In in, Out out) {
                                    const bool t = compared(in);
                                    const bool c = !with.empty() && (in[2] != 0) != turned;
                                    out[0] = combined(with, t, c);
                                    out[1] = combined(with, !t, c);
                                },
                                second ? 2 : 1);
                        }
}

TEST(ComparisonTest, SubnormalsCountAsZeroUnderFtz) {
    for (const std::string& op : families[3].operators) {
        const Comparison compared(op, order_flushed);
        check("setp." + op + ".ftz.f32 %p0, %f1, %f2",
              [&](In in, Out out) { out[0] = compared(in); });
    }
}

TEST(ComparisonTest, SetWritesOnesOrOne) {
    for (const Family& family : families)
        for (const std::string& type : family.types)
            for (const std::string& op : family.operators)
                for (const std::string d : {"u32", "s32", "f32"}) {
                    const Comparison compared(op, order_of(type));
                    const std::string r = set_reg(type), to = d == "f32" ? " %f0, " : " %r0, ";
                    const std::uint64_t yes = d == "f32" ? 0x3f800000 : 0xffffffff;
                    const std::string operands = "." + d + "." + type + to + r + "1, " + r + "2";
                    check("set." + op + operands,
                          [&](In in, Out out) { out[0] = compared(in) ? yes : 0; });
                    check("set." + op + ".xor" + operands + ", !%p3",
                          [&](In in, Out out) { out[0] = compared(in) != (in[2] == 0) ? yes : 0; });
                }
}

TEST(ComparisonTest, NaNByHand) {
    const std::vector<std::uint64_t> in = {0x7fc00000, 0x3f800000};
    EXPECT_EQ(once("setp.ne.f32 %p0, %f1, %f2", in), 0u)
        << "ordered: false for NaN, unlike != of C";
    EXPECT_EQ(once("setp.neu.f32 %p0, %f1, %f2", in), 1u);
    EXPECT_EQ(once("setp.num.f32 %p0, %f1, %f2", in), 0u);
    EXPECT_EQ(once("setp.eq.f32 %p0, %f1, %f2", {0, 0x80000000}), 1u) << "0 equals -0";
}

TEST(ComparisonTest, HalvesAndPairsOfThem) {
    // 0x3c00 = 1, 0x4000 = 2, 0x7e00 = NaN, 0x0001 subnormal; as bf16 0x3f80 = 1, 0x4000 = 2.
    EXPECT_EQ(once("setp.lt.f16 %p0, %rs1, %rs2", {0x3c00, 0x4000}), 1u);
    EXPECT_EQ(once("setp.ltu.f16 %p0, %rs1, %rs2", {0x7e00, 0x4000}), 1u);
    EXPECT_EQ(once("setp.gt.f16 %p0, %rs1, %rs2", {0x0001, 0}), 1u);
    EXPECT_EQ(once("setp.gt.ftz.f16 %p0, %rs1, %rs2", {0x0001, 0}), 0u);
    EXPECT_EQ(once("setp.ge.bf16 %p0, %rs1, %rs2", {0x3f80, 0x4000}), 0u);
    EXPECT_EQ(once("set.eq.f16.f16 %rs0, %rs1, %rs2", {0x8000, 0}), 0x3c00u);
    Machine machine("setp.lt.f16x2 %p0|%p1, %r2, %r3", 2);
    ASSERT_TRUE(machine.accepted());
    machine.set(2, 0, 0x40003c00); // {1, 2}
    machine.set(3, 0, 0x3c004000); // {2, 1}
    machine.run(1);
    EXPECT_EQ(machine.get(0, 0), 1u) << "1 < 2";
    EXPECT_EQ(machine.get(1, 0), 0u) << "2 < 1";
}

TEST(ComparisonTest, SetOfPairsWritesEachHalf) {
    const std::vector<std::uint64_t> in = {0x40003c00, 0x3c004000}; // f16 {1, 2} and {2, 1}
    EXPECT_EQ(once("set.lt.f16x2.f16x2 %r0, %r1, %r2", in), 0x00003c00u);
    EXPECT_EQ(once("set.lt.u32.f16x2 %r0, %r1, %r2", in), 0x0000ffffu);
    EXPECT_EQ(once("set.ge.bf16x2.bf16x2 %r0, %r1, %r2", in), 0x3f800000u);
    EXPECT_EQ(once("set.lt.or.s32.f16x2 %r0, %r1, %r2, %p3", {in[0], in[1], 1}), 0xffffffffu);
}

} // namespace lockstep::simt
