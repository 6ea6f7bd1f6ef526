// SPDX-License-Identifier: MIT
// What nvcc wrote: the samples that are kept here, and every .cu of the repository as it was built.
#include "reading.hpp"
#include "sample_texts.hpp"

namespace lockstep::ptx {

static Module read_file(const std::filesystem::path& path) {
    const std::string text = text_of(path);
    EXPECT_FALSE(text.empty()) << path;
    Module module = read_text(text);
    EXPECT_TRUE(Soundness(module).holds()) << path;
    return module;
}

static const Function& entry_of(const Module& module) {
    static const Function none;
    const auto found = std::ranges::find_if(module.functions, &Function::entry);
    EXPECT_NE(found, module.functions.end());
    return found == module.functions.end() ? none : *found;
}

static std::ptrdiff_t count(const Function& function, std::string_view opcode) {
    return std::ranges::count(function.instructions, opcode, &Instruction::opcode);
}

TEST(NvccTest, EverySampleIsRead) {
    const auto files = sample_files();
    EXPECT_GE(files.size(), 10u);
    for (const auto& path : files)
        EXPECT_FALSE(read_file(path).functions.empty()) << path;
}

TEST(NvccTest, EveryKernelOfTheRepositoryIsRead) {
    const char* names = std::getenv("LOCKSTEP_PTX");
    const char* folder = std::getenv("LOCKSTEP_BINARY_DIR");
    if (!names || !*names)
        GTEST_SKIP() << "no nvcc was found when this was built";
    ASSERT_NE(folder, nullptr);
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');)
        EXPECT_FALSE(
            entry_of(read_file(std::filesystem::path(folder) / "bin" / name)).instructions.empty())
            << name;
}

TEST(NvccTest, ReductionHasItsShufflesAndItsAtomic) {
    const Module module = read_file(samples_folder() / "reduction.ptx");
    const Function& kernel = entry_of(module);
    EXPECT_EQ(count(kernel, "shfl"), 10); // two loops of five, unrolled
    EXPECT_EQ(count(kernel, "bar"), 1);
    EXPECT_EQ(count(kernel, "atom") + count(kernel, "red"), 1);
    ASSERT_EQ(kernel.variables.size(), 1u);
    EXPECT_EQ(kernel.variables[0].size_bytes, 128u); // 32 * 4
    ASSERT_GE(module.files.size(), 2u);
    EXPECT_TRUE(module.files[1].ends_with("reduction.cu"));
}

TEST(NvccTest, MatmulHasItsBoundsAndItsDynamicArray) {
    const Module module = read_file(samples_folder() / "matmul.ptx");
    EXPECT_EQ(entry_of(module).max_threads, (std::array<unsigned, 3>{256, 1, 1}));
    const auto dynamic = std::ranges::find(module.variables, 0u, &Variable::size_bytes);
    ASSERT_NE(dynamic, module.variables.end());
    EXPECT_EQ(dynamic->space, Space::Shared);
}

TEST(NvccTest, CallsGoToFunctionsAndThroughTables) {
    const Module module = read_file(samples_folder() / "calls.ptx");
    const Function& kernel = entry_of(module);
    EXPECT_EQ(count(kernel, "call"), 3);
    EXPECT_FALSE(kernel.tables.empty());
    std::size_t references = 0;
    for (const Variable& variable : module.variables)
        references += variable.references.size();
    EXPECT_EQ(references, 5u); // two operations, two names, one pointer
    const auto weights = std::ranges::find(module.variables, "weights", &Variable::name);
    ASSERT_NE(weights, module.variables.end());
    EXPECT_EQ(weights->initial[16], std::byte{5}); // the element [1][1], four bytes each
}

TEST(NvccTest, InlinedCodeLeadsBackToItsCall) {
    const Module module = read_file(samples_folder() / "half.ptx");
    const Function& kernel = entry_of(module);
    const auto inlined = std::ranges::find_if(
        kernel.places, [](const Place& place) { return place.inlined_at >= 0; });
    ASSERT_NE(inlined, kernel.places.end());
    EXPECT_TRUE(inlined->function.starts_with("_Z") || inlined->function.starts_with("__"))
        << inlined->function;
}

TEST(NvccTest, AsWrittenKeepsTheSwitchAndItsLines) {
    const Module module = read_file(samples_folder() / "switch_as_written.ptx");
    const Function& kernel = entry_of(module);
    std::vector<int> lines;
    for (const Place& place : kernel.places)
        lines.push_back(place.line);
    for (const int line : {6, 9, 14, 17, 20, 22, 25, 28, 32, 36}) // one of each way
        EXPECT_NE(std::ranges::find(lines, line), lines.end()) << line;
}

} // namespace lockstep::ptx
