// SPDX-License-Identifier: MIT
// Kernels that nvcc compiled (samples/*.cu), each against plain C++, with all checks on, and
// the same at 1, 2 and 7 threads.
#include "bench.hpp"

#include <cstdlib>
#include <fstream>
#include <numeric>
#include <sstream>

namespace lockstep::simt {
namespace {

class CompiledTest : public testing::Test {
  protected:
    using Module = std::shared_ptr<const ptx::Module>;
    static Module read(const std::string& name) {
        const char* root = std::getenv("LOCKSTEP_SOURCE_DIR");
        std::ifstream file(std::string(root != nullptr ? root : ".") + "/tests/sim/simt/samples/" +
                           name);
        std::stringstream text;
        text << file.rdbuf();
        auto result = ptx::read(text.str(), name);
        EXPECT_TRUE(result) << (result ? "" : result.error().text());
        return result ? std::make_shared<const ptx::Module>(*std::move(result)) : nullptr;
    }
    /// The one that has the kernel.
    static Module module(const std::string& kernel) {
        static const Module control = read("control.ptx"), memory = read("memory.ptx");
        return control->find_function(kernel) >= 0 ? control : memory;
    }

    struct Input {
        std::string name;
        std::vector<std::byte> bytes;
        bool initialised = true;
    };
    template <class T>
    void in(const std::vector<T>& values) {
        const auto bytes = std::as_bytes(std::span(values));
        m_inputs.push_back({"in", {bytes.begin(), bytes.end()}, true});
    }
    void out(std::size_t bytes) {
        m_inputs.push_back({"out", std::vector<std::byte>(bytes), false});
    }

    /// One buffer for each in() and out(), then the other arguments.
    Outcome run(const std::string& name, unsigned grid, std::array<unsigned, 3> block,
                std::vector<Value> rest = {}, std::uint64_t shared = 0) {
        Outcome first;
        for (const int threads : {1, 2, 7}) {
            Memory memory;
            Launch launch{{grid, 1, 1}, block, shared, {}};
            for (const Input& input : m_inputs)
                launch.arguments.push_back(BufferAddress{
                    input.initialised ? memory.upload(input.name, input.bytes)
                                      : memory.allocate(input.name, input.bytes.size())});
            launch.arguments.insert(launch.arguments.end(), rest.begin(), rest.end());
            Options options;
            options.threads = threads;
            options.checks = {true, true, false};
            const auto program = prepare(module(name), name);
            EXPECT_TRUE(program) << (program ? "" : program.error().text());
            const auto outcome = simulate(**program, memory, launch, options);
            EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().text());
            if (!outcome)
                return first;
            if (threads == 1) {
                first = *outcome;
                m_memory = std::move(memory);
                continue;
            }
            EXPECT_EQ(outcome->counters, first.counters) << name << " at " << threads;
            EXPECT_EQ(outcome->findings, first.findings) << name << " at " << threads;
            EXPECT_EQ(outcome->printed, first.printed) << name << " at " << threads;
            for (std::size_t i = 0; i < m_inputs.size(); ++i)
                EXPECT_EQ(memory.allocations()[i].bytes, m_memory.allocations()[i].bytes);
        }
        m_inputs.clear();
        return first;
    }
    template <class T>
    std::vector<T> buffer(std::size_t index) const {
        const Allocation& one = m_memory.allocations()[index];
        std::vector<T> values(one.bytes.size() / sizeof(T));
        std::memcpy(values.data(), one.bytes.data(), one.bytes.size());
        return values;
    }

  private:
    std::vector<Input> m_inputs;
    Memory m_memory;
};

TEST_F(CompiledTest, ReduceAddsUpWithShuffles) {
    std::vector<float> values(5000);
    std::iota(values.begin(), values.end(), 0.0f);
    in(values);
    in(std::vector<float>{0});
    const Outcome outcome = run("reduce", 4, {128, 1, 1}, {std::int32_t{5000}});
    EXPECT_EQ(told(outcome), "");
    // 0 + 1 + ... + 4999; every partial sum is a whole number below 2^24.
    EXPECT_EQ(buffer<float>(1)[0], 4999.0f * 5000 / 2);
}

TEST_F(CompiledTest, HistogramCountsEveryByte) {
    std::vector<unsigned char> bytes(10000);
    std::vector<int> expected(256);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        ++expected[bytes[i] = static_cast<unsigned char>(i * i % 251)];
    in(bytes);
    in(std::vector<int>(256));
    const Outcome outcome = run("hist", 5, {256, 1, 1}, {std::int32_t{10000}});
    EXPECT_EQ(told(outcome), "");
    EXPECT_EQ(buffer<int>(1), expected);
    EXPECT_EQ(outcome.remark, "");
}

TEST_F(CompiledTest, RecursionByLaneGivesFibonacci) {
    out(64 * 4);
    EXPECT_EQ(told(run("fibs", 1, {64, 1, 1})), "");
    const int fibonacci[] = {0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89};
    for (std::size_t i = 0; i < 64; ++i)
        EXPECT_EQ(buffer<int>(0)[i], fibonacci[i % 12]);
}

TEST_F(CompiledTest, PointersToFunctionsAreCalled) {
    out(32 * 4);
    EXPECT_EQ(told(run("indirect", 1, {32, 1, 1})), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<int>(0)[static_cast<std::size_t>(i)],
                  i % 3 == 0 ? i + 1 : (i % 3 == 1 ? i * 3 : i - 7));
}

TEST_F(CompiledTest, BothKindsOfSpinLockComeToAnEnd) {
    for (const char* name : {"lock", "spin"}) {
        in(std::vector<int>{0});
        in(std::vector<int>{0});
        const Outcome outcome = run(name, 2, {64, 1, 1});
        EXPECT_TRUE(outcome.finished);
        EXPECT_EQ(buffer<int>(0)[0], 0) << name;
        EXPECT_EQ(buffer<int>(1)[0], 128) << name;
    }
}

TEST_F(CompiledTest, SyncwarpInBothArms) {
    out(32 * 4);
    const Outcome outcome = run("both", 1, {32, 1, 1});
    EXPECT_EQ(told(outcome), "");
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<int>(0)[i], i % 2 == 1 ? 2 : 7);
}

TEST_F(CompiledTest, PrintfAndAssert) {
    const Outcome printed = run("print", 1, {2, 1, 1}, {std::int32_t{9}});
    ASSERT_EQ(printed.printed.size(), 2u);
    EXPECT_EQ(printed.printed[1], "thread 1 of 9: hi 1.50 123456789012\n");
    const Outcome failed = run("asserts", 1, {32, 1, 1}, {std::int32_t{31}});
    ASSERT_EQ(failed.findings.size(), 1u);
    EXPECT_EQ(failed.findings[0].kind, FindingKind::Trap);
    EXPECT_EQ(failed.findings[0].lane, 31);
    EXPECT_NE(failed.findings[0].message.find("threadIdx.x < x"), std::string::npos)
        << failed.findings[0].message;
    EXPECT_GT(failed.findings[0].source_line, 0);
    EXPECT_FALSE(failed.finished);
}

TEST_F(CompiledTest, ArraysOfAThread) {
    out(32 * 4);
    const Outcome outcome = run("locals", 1, {32, 1, 1}, {std::int32_t{5}});
    EXPECT_EQ(told(outcome), "");
    // a[0] + a[7] + a[14] + a[5] + a[12] = 38 i.
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<int>(0)[i], 38 * static_cast<int>(i));
    EXPECT_GT(outcome.counters.local_requests, 0u);
}

TEST_F(CompiledTest, SwitchTakesTheRightCase) {
    std::vector<int> choice(32);
    const int results[] = {2, 6, -4, 10, 24, -2, 8, -1};
    for (std::size_t i = 0; i < 32; ++i)
        choice[i] = static_cast<int>(i * 5 % 8);
    out(32 * 4);
    in(choice);
    EXPECT_EQ(told(run("sw", 1, {32, 1, 1})), "");
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<int>(0)[i], results[choice[i]]);
}

TEST_F(CompiledTest, MatrixProductInTiles) {
    constexpr std::size_t n = 32;
    std::vector<float> a(n * n), b(n * n);
    for (std::size_t i = 0; i < n * n; ++i)
        a[i] = static_cast<float>(i % 7), b[i] = static_cast<float>(i % 5);
    in(a);
    in(b);
    out(n * n * 4);
    // A grid of one row of tiles: rows 0 to 15.
    const Outcome outcome = run("mm", 2, {16, 16, 1}, {std::int32_t{n}});
    EXPECT_EQ(told(outcome), "");
    for (std::size_t row = 0; row < 16; ++row)
        for (std::size_t column = 0; column < n; ++column) {
            float sum = 0;
            for (std::size_t k = 0; k < n; ++k)
                sum += a[row * n + k] * b[k * n + column];
            EXPECT_EQ(buffer<float>(2)[row * n + column], sum);
        }
}

TEST_F(CompiledTest, VectorsConstantsAndDynamicSharedMemory) {
    std::vector<float> quads(128);
    std::iota(quads.begin(), quads.end(), 0.0f);
    in(quads);
    out(32 * 16);
    EXPECT_EQ(told(run("vec", 1, {32, 1, 1})), "");
    // Lane i adds 4 i and 4 i + 1, and 4 i + 2 and 4 i + 3.
    EXPECT_EQ(buffer<double>(1)[6], 12 + 13);
    EXPECT_EQ(buffer<double>(1)[7], 14 + 15);
}

TEST_F(CompiledTest, ConstantMemory) {
    out(32 * 4);
    EXPECT_EQ(told(run("cst", 1, {32, 1, 1})), "");
    for (std::size_t i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<float>(0)[i], static_cast<float>(1 + i % 4));
}

TEST_F(CompiledTest, DynamicSharedMemory) {
    out(128 * 4);
    EXPECT_EQ(told(run("dyn", 1, {128, 1, 1}, {}, 512)), "");
    for (int i = 0; i < 128; ++i)
        EXPECT_EQ(buffer<int>(0)[static_cast<std::size_t>(i)], 127 - i);
}

TEST_F(CompiledTest, VotesMatchesAndReductions) {
    out(192 * 4);
    const Outcome outcome = run("votes", 1, {32, 1, 1});
    EXPECT_EQ(told(outcome), "");
    const auto v = buffer<unsigned>(0);
    EXPECT_EQ(v[0], 0x49249249u); // bits 0, 3, 6, ... 30
    EXPECT_EQ(v[32], 0x3ffu);
    EXPECT_EQ(v[64], 0x111u); // lanes 0, 4, 8 of the ten
    EXPECT_EQ(v[67], 0x088u); // lanes 3, 7
    EXPECT_EQ(v[96], 31u * 32 / 2);
    EXPECT_EQ(v[128], 5u);
    EXPECT_EQ(v[160], 1u);
}

TEST_F(CompiledTest, AsynchronousCopies) {
    std::vector<int> values(128);
    std::iota(values.begin(), values.end(), 0);
    in(values);
    out(128 * 4);
    EXPECT_EQ(told(run("pipe", 1, {128, 1, 1})), "");
    for (int i = 0; i < 128; ++i)
        EXPECT_EQ(buffer<int>(1)[static_cast<std::size_t>(i)], 127 - i);
}

TEST_F(CompiledTest, TilesOfEightLanes) {
    out(32 * 4);
    EXPECT_EQ(told(run("tile", 1, {32, 1, 1})), "");
    // The first lane of each tile has the sum of its eight.
    for (int tile = 0; tile < 4; ++tile)
        EXPECT_EQ(buffer<int>(0)[static_cast<std::size_t>(tile) * 8], 8 * (8 * tile) + 28);
}

TEST_F(CompiledTest, StructsByValue) {
    out(32 * 4);
    std::vector<std::byte> array(40);
    for (int i = 0; i < 10; ++i) {
        const int value = 100 + i;
        std::memcpy(array.data() + i * 4, &value, 4);
    }
    EXPECT_EQ(told(run("bv", 1, {32, 1, 1}, {array, std::int32_t{3}})), "");
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(buffer<int>(0)[static_cast<std::size_t>(i)], 100 + i * 3 % 10);
}

TEST_F(CompiledTest, HalfPrecision) {
    // 1.5 + 1.5 * 1.5 = 3.75 exactly: 0x3e00 is 1.5, 0x4380 is 3.75.
    in(std::vector<std::uint16_t>(32, 0x3e00));
    out(64);
    EXPECT_EQ(told(run("halves", 1, {32, 1, 1}, {std::int32_t{32}})), "");
    EXPECT_EQ(buffer<std::uint16_t>(1)[31], 0x4380);
}

} // namespace
} // namespace lockstep::simt
