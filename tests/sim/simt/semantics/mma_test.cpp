// SPDX-License-Identifier: MIT
#include "halves.hpp"
#include "machine.hpp"

#include <bit>
#include <gtest/gtest.h>
#include <random>

namespace lockstep::simt {

/// A = rows x inner, B = inner x 8, C = rows x 8, row by row.
struct Problem {
    int rows, inner;
    std::vector<double> a, b, c;
};

/// Small whole numbers: every sum is exact, so that the result must be too.
static Problem make(int rows, int inner) {
    std::mt19937 random(1);
    Problem problem{rows, inner, {}, {}, {}};
    const auto fill = [&](std::vector<double>& matrix, int count) {
        for (int k = 0; k < count; ++k)
            matrix.push_back(static_cast<double>(random() % 17) - 8);
    };
    fill(problem.a, rows * inner);
    fill(problem.b, inner * 8);
    fill(problem.c, rows * 8);
    return problem;
}

static std::uint64_t encoded(const std::string& type, double x) {
    if (type == "f64")
        return std::bit_cast<std::uint64_t>(x);
    if (type == "f32" || type == "tf32")
        return std::bit_cast<std::uint32_t>(static_cast<float>(x));
    return nearest(type == "f16" ? f16_format : bf16_format, x);
}

/// The fragments as the figures of the ISA have them, one element after the other. "A register
/// holds two elements of 16 bits, the first in the low half."
struct Fragments {
    std::string element, sum;
    int per_register() const { return element == "f16" || element == "bf16" ? 2 : 1; }
    int sums_per_register() const { return sum == "f16" ? 2 : 1; }
};
static int row_of_a(int lane, int e, int per) {
    return lane / 4 + (e / per % 2 == 1 ? 8 : 0);
}
static int column_of_a(int lane, int e, int per) {
    return lane % 4 * per + e % per + (e / per >= 2 ? 4 * per : 0);
}

static std::string list(const std::string& reg, int& next, int count) {
    std::string text = "{";
    for (int k = 0; k < count; ++k)
        text += (k > 0 ? ", " : "") + reg + std::to_string(next++);
    return text + "}";
}

static void put(Machine& machine, std::size_t operand, int lane, const std::string& type, int part,
                double x) {
    const int shift = type == "f16" || type == "bf16" ? 16 * part : 0;
    machine.set(operand, lane, machine.get(operand, lane) | encoded(type, x) << shift);
}

static void check_shape(const std::string& shape, Problem p, const Fragments& f) {
    const int per = f.per_register(), sums = f.sums_per_register();
    const int of_d = p.rows / 4 / sums, of_a = p.rows * p.inner / 32 / per,
              of_b = p.inner / 4 / per;
    const std::string small = f.element == "f64" ? "%fd" : "%r";
    const std::string large = f.sum == "f64" ? "%fd" : f.sum == "f32" ? "%f" : "%r";
    int next = 0;
    std::string text = "mma.sync.aligned." + shape + ".row.col." + f.sum + "." + f.element + "." +
                       f.element + "." + f.sum + " " + list(large, next, of_d) + ", ";
    text +=
        list(small, next, of_a) + ", " + list(small, next, of_b) + ", " + list(large, next, of_d);
    Machine machine(text, static_cast<std::size_t>(of_d));
    ASSERT_TRUE(machine.accepted()) << text;
    for (int lane = 0; lane < 32; ++lane) {
        for (int e = 0; e < of_a * per; ++e)
            put(machine, static_cast<std::size_t>(of_d + e / per), lane, f.element, e % per,
                p.a[static_cast<std::size_t>(row_of_a(lane, e, per) * p.inner +
                                             column_of_a(lane, e, per))]);
        for (int e = 0; e < of_b * per; ++e) {
            const int row = lane % 4 * per + e % per + e / per * 4 * per, column = lane / 4;
            put(machine, static_cast<std::size_t>(of_d + of_a + e / per), lane, f.element, e % per,
                p.b[static_cast<std::size_t>(row * 8 + column)]);
        }
        for (int e = 0; e < of_d * sums; ++e) {
            const int row = lane / 4 + (e >= 2 ? 8 : 0), column = lane % 4 * 2 + e % 2;
            put(machine, static_cast<std::size_t>(of_d + of_a + of_b + e / sums), lane, f.sum,
                e % sums, p.c[static_cast<std::size_t>(row * 8 + column)]);
        }
    }
    machine.run(every_lane);
    for (int lane = 0; lane < 32; ++lane)
        for (int e = 0; e < of_d * sums; ++e) {
            const int i = lane / 4 + (e >= 2 ? 8 : 0), j = lane % 4 * 2 + e % 2;
            double want = p.c[static_cast<std::size_t>(i * 8 + j)];
            for (int k = 0; k < p.inner; ++k)
                want += p.a[static_cast<std::size_t>(i * p.inner + k)] *
                        p.b[static_cast<std::size_t>(k * 8 + j)];
            std::uint64_t got = machine.get(static_cast<std::size_t>(e / sums), lane);
            if (sums == 2)
                got = got >> (16 * (e % 2)) & 0xffff;
            ASSERT_EQ(got, encoded(f.sum, want)) << text << "\nrow " << i << ", column " << j;
        }
}

TEST(MmaTest, EveryShapeAgreesWithThreeLoops) {
    check_shape("m16n8k16", make(16, 16), {"f16", "f32"});
    check_shape("m16n8k16", make(16, 16), {"f16", "f16"});
    check_shape("m16n8k16", make(16, 16), {"bf16", "f32"});
    check_shape("m16n8k8", make(16, 8), {"f16", "f32"});
    check_shape("m16n8k8", make(16, 8), {"f16", "f16"});
    check_shape("m16n8k8", make(16, 8), {"bf16", "f32"});
    check_shape("m16n8k8", make(16, 8), {"tf32", "f32"});
    check_shape("m16n8k4", make(16, 4), {"tf32", "f32"});
    check_shape("m8n8k4", make(8, 4), {"f64", "f64"});
}

TEST(MmaTest, OrderIsAscendingAndRoundsOnce) {
    // 2^30 + 1 - 2^30 = 1 in f64; a sum kept in f32 would lose the 1.
    Problem p{16, 8, std::vector<double>(128, 0), std::vector<double>(64, 0),
              std::vector<double>(128, 0)};
    p.a[0] = 0x1p15, p.a[1] = 1, p.a[2] = -0x1p15;
    p.b[0] = 0x1p15, p.b[8] = 1, p.b[16] = 0x1p15;
    check_shape("m16n8k8", p, {"f16", "f32"});
}

} // namespace lockstep::simt
