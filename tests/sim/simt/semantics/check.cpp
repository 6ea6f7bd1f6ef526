// SPDX-License-Identifier: MIT
#include "machine.hpp"
#include "sim/simt/semantics/targets.hpp"

#include <bit>
#include <cmath>
#include <gtest/gtest.h>
#include <hwy/targets.h>

namespace lockstep::simt {

using ptx::Type;
using Values = std::vector<std::uint64_t>;

static Values integer_edges(int bits) {
    const std::uint64_t top = std::uint64_t(1) << (bits - 1);
    Values edges = {0, 1, 2, 3, 5, 31, 32, 33, 63, 64, 100, 127, 128, 255, 0x7fff, 0x8000};
    for (const std::uint64_t value :
         {top - 1, top, top + 1, 0 - std::uint64_t(1), 0 - std::uint64_t(2), 0 - std::uint64_t(7),
          std::uint64_t(0x123456789abcdef0), std::uint64_t(0xfedcba9876543210), top / 2,
          top / 3 * 2})
        edges.push_back(value);
    const std::uint64_t ones = bits == 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << bits) - 1;
    for (std::uint64_t& value : edges)
        value &= ones;
    return edges;
}

/// Sign, exponent and mantissa at their ends, and both signs of all.
static Values float_edges(int mantissa, int exponent) {
    const int width = mantissa + exponent;
    const std::uint64_t one = ((std::uint64_t(1) << (exponent - 1)) - 1) << mantissa;
    const std::uint64_t digit = std::uint64_t(1) << mantissa;
    const std::uint64_t infinity = ((std::uint64_t(1) << exponent) - 1) << mantissa;
    Values edges = {0,
                    1,
                    2,
                    digit / 2 + 1,
                    digit - 1,
                    digit,
                    digit + 1,
                    one - 1,
                    one,
                    one + 1,
                    one + digit / 2,
                    one + digit,
                    one - digit,
                    one - 2 * digit + digit / 2 + 1,
                    one + 2 * digit + digit / 4,
                    one + (digit / 3),
                    one + 9 * digit + digit / 7,
                    infinity - 1,
                    infinity - digit,
                    infinity,
                    infinity + digit / 2,
                    infinity + 1};
    const std::size_t count = edges.size();
    for (std::size_t k = 0; k < count; ++k)
        edges.push_back(edges[k] | std::uint64_t(1) << width);
    return edges;
}

Values edges_of(Type type) {
    switch (type) {
    case Type::Pred:
        return {0, 1};
    case Type::F16:
        return float_edges(10, 5);
    case Type::BF16:
        return float_edges(7, 8);
    case Type::F32:
        return float_edges(23, 8);
    case Type::F64:
        return float_edges(52, 11);
    case Type::F16x2:
    case Type::BF16x2: {
        const Values low = edges_of(type == Type::F16x2 ? Type::F16 : Type::BF16);
        Values pairs;
        for (std::size_t k = 0; k < low.size(); ++k)
            pairs.push_back(low[k] | low[(k * 7 + 3) % low.size()] << 16);
        return pairs;
    }
    default:
        return integer_edges(std::min(8 * ptx::size_bytes(type), 64));
    }
}

/// Combinations of the sources' values: all of them up to a few thousand, else some, evenly.
class Combinations {
  public:
    Combinations(const Machine& machine, const std::vector<Values>& edges) {
        for (std::size_t k = machine.written(); k < machine.operands(); ++k) {
            const std::size_t source = k - machine.written();
            const bool given = source < edges.size() && !edges[source].empty();
            m_values.push_back(given ? edges[source] : edges_of(machine.type(k)));
            if (machine.is_immediate(k))
                m_values.back() = {machine.get(k, 0)};
            m_all *= m_values.back().size();
        }
        m_step = m_all > 3000 ? m_all / 3000 | 1 : 1;
    }
    std::size_t count() const { return (m_all + m_step - 1) / m_step; }
    /// Beyond the last they begin again.
    Values at(std::size_t index) const {
        std::size_t rest = index % count() * m_step;
        Values in;
        for (const Values& values : m_values) {
            in.push_back(values[rest % values.size()]);
            rest /= values.size();
        }
        return in;
    }

  private:
    std::vector<Values> m_values;
    std::size_t m_all = 1, m_step = 1;
};

static std::uint64_t untouched(const Machine& machine, std::size_t operand, int lane) {
    if (machine.is_predicate(operand))
        return lane % 3 == 0;
    const std::uint64_t pattern = 0xa5a5a5a5a5a5a5a5u + static_cast<unsigned>(lane);
    const int bits = 8 * std::min(machine.bytes(operand), 8);
    return bits == 64 ? pattern : pattern & ((std::uint64_t(1) << bits) - 1);
}

/// Fills the warp, executes, and compares what each lane has then. `shared` names a source that
/// lies in the first destination's slot, or is 0.
static void run_once(Machine& machine, const Combinations& combinations, std::size_t first,
                     Mask lanes, std::size_t shared, const Expected& expected) {
    for (int lane = 0; lane < 32; ++lane) {
        for (std::size_t k = 0; k < machine.written(); ++k)
            machine.set(k, lane, untouched(machine, k, lane));
        const Values in = combinations.at(first + static_cast<std::size_t>(lane));
        for (std::size_t k = 0; k < in.size(); ++k)
            machine.set(machine.written() + k, lane, in[k]);
    }
    machine.run(lanes);
    for (int lane = 0; lane < 32; ++lane) {
        const Values in = combinations.at(first + static_cast<std::size_t>(lane));
        std::uint64_t out[16] = {};
        expected(in.data(), out);
        for (std::size_t k = 0; k < machine.written(); ++k) {
            std::uint64_t before = untouched(machine, k, lane);
            if (shared != 0 && k == 0)
                before = in[shared - machine.written()];
            ASSERT_EQ(machine.get(k, lane), lanes >> lane & 1 ? out[k] : before)
                << std::hex << "destination " << k << ", lane " << lane << ", sources 0x" << in[0]
                << (in.size() > 1 ? " 0x" : " ") << (in.size() > 1 ? in[1] : 0)
                << (in.size() > 2 ? " 0x" : " ") << (in.size() > 2 ? in[2] : 0);
        }
    }
}

static void check_target(const std::string& text, const Expected& expected, std::size_t written,
                         const std::vector<Values>& edges) {
    Machine machine(text, written);
    ASSERT_TRUE(machine.accepted()) << text;
    const Combinations combinations(machine, edges);
    for (std::size_t first = 0; first < combinations.count() && !testing::Test::HasFatalFailure();
         first += 32)
        run_once(machine, combinations, first, every_lane, 0, expected);
    for (const Mask lanes : {Mask(0), Mask(0x55555555), Mask(0x80000001), Mask(0x0ffff000)})
        run_once(machine, combinations, 7, lanes, 0, expected);
    for (std::size_t k = written; k < machine.operands(); ++k) {
        if (machine.bytes(k) != machine.bytes(0) || machine.is_immediate(k) ||
            machine.is_predicate(k) != machine.is_predicate(0))
            continue;
        Machine in_place(text, written);
        in_place.share(0, k);
        run_once(in_place, combinations, 3, every_lane, k, expected);
        run_once(in_place, combinations, 5, 0x33cc55aa, k, expected);
    }
}

/// Every instruction set that this machine has and the families are compiled for.
static void for_each_target(const std::function<void()>& function) {
    const std::int64_t all = hwy::SupportedTargets() & HWY_TARGETS;
    for (std::int64_t rest = all; rest != 0; rest &= rest - 1) {
        const std::int64_t target = rest & -rest;
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
        SCOPED_TRACE(hwy::TargetName(target));
        function();
        if (testing::Test::HasFatalFailure())
            break;
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

void check(const std::string& text, const Expected& expected, std::size_t written,
           const std::vector<Values>& edges) {
    SCOPED_TRACE(text);
    for_each_target([&] { check_target(text, expected, written, edges); });
}

std::uint64_t once(const std::string& text, const Values& in) {
    Machine machine(text);
    EXPECT_TRUE(machine.accepted()) << text;
    if (!machine.accepted())
        return 0;
    for (std::size_t k = 0; k < in.size(); ++k)
        machine.set(1 + k, 0, in[k]);
    machine.run(1);
    return machine.get(0, 0);
}

static double number_of(std::uint64_t bits, Type type) {
    if (type == Type::F64)
        return std::bit_cast<double>(bits);
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
}

void check_near(const std::string& text, const Values& values,
                const std::function<double(double)>& expected, const Near& near) {
    SCOPED_TRACE(text);
    Values first_target;
    for_each_target([&] {
        Machine machine(text);
        ASSERT_TRUE(machine.accepted());
        Values results;
        for (std::size_t first = 0; first < values.size(); first += 32) {
            for (int lane = 0; lane < 32; ++lane)
                machine.set(1, lane,
                            values[(first + static_cast<std::size_t>(lane)) % values.size()]);
            machine.run(every_lane);
            for (int lane = 0; lane < 32; ++lane)
                results.push_back(machine.get(0, lane));
        }
        for (std::size_t k = 0; k < results.size(); ++k) {
            const double x = number_of(values[k % values.size()], machine.type(1));
            const double got = number_of(results[k], machine.type(0)), want = expected(x);
            ASSERT_TRUE(std::isnan(want) ? std::isnan(got) : got == want || near(got, want))
                << x << ": " << got << " instead of " << want;
        }
        if (first_target.empty())
            first_target = results;
        ASSERT_EQ(results, first_target) << "another instruction set, other bits";
    });
}

} // namespace lockstep::simt
