// SPDX-License-Identifier: MIT
#include "sim/simt/known_forms.hpp"

#include "bench.hpp"

#include <algorithm>
#include <gmock/gmock.h>

namespace lockstep::simt {

using testing::HasSubstr;
using testing::Not;

/// What the learner hears of a kernel with this instruction, which can be read.
static std::string refusal_of(const std::string& instruction) {
    auto module = ptx::read(kernel(instruction + "\nret;", 0), "test.ptx");
    EXPECT_TRUE(module) << module.error().text();
    if (!module)
        return "";
    const auto program = prepare(std::make_shared<const ptx::Module>(*std::move(module)), "k");
    EXPECT_FALSE(program) << instruction;
    return program ? "" : program.error().text();
}

TEST(KnownFormsTest, OfAnOpcodeThatIsExecutedItsFormsAreListed) {
    const std::string redux = refusal_of("redux.sync.min.f32 %f1, %f2, %r1;");
    EXPECT_THAT(redux, HasSubstr("test.ptx:12: 'redux.sync.min.f32 %f1, %f2, %r1;'"));
    EXPECT_THAT(redux, HasSubstr("Of 'redux' these can be executed: "
                                 "'redux.sync.<add|min|max>.<u32|s32> d, a, mask', "
                                 "'redux.sync.<and|or|xor>.b32 d, a, mask'."));
    const std::string atom = refusal_of("atom.global.add.v2.f32 {%f1, %f2}, [%d1], {%f3, %f4};");
    EXPECT_THAT(atom, HasSubstr(".add[.L2::cache_hint].<u32|s32|u64|f32|f64> d, [a], b"));
    EXPECT_THAT(atom, Not(HasSubstr("<v2|v4>.f32")));
}

TEST(KnownFormsTest, WordsOfAFormThatIsExecutedInPartAreNamed) {
    EXPECT_THAT(refusal_of("cvt.pack.sat.u4.s32.b32 %r1, %r2, %r3, %r4;"),
                HasSubstr("d:b32, a:s32, b:s32, c:b32' without .u4, .s4, .u2, .s2"));
}

TEST(KnownFormsTest, OfAnOpcodeThatIsNotTheOthersAreListed) {
    for (const auto& [instruction, opcode] : std::vector<std::pair<std::string, std::string>>{
             {"mapa.u64 %d1, %d2, 0;", "mapa"},
             {"createpolicy.fractional.L2::evict_last.b64 %d1;", "createpolicy"},
             {"vadd2.u32.u32.u32 %r1, %r2, %r3, %r4;", "vadd2"},
             {"alloca.u64 %d1, %d2;", "alloca"},
             {"mbarrier.init.shared.b64 [%r1], %r2;", "mbarrier"}}) {
        const std::string refusal = refusal_of(instruction);
        EXPECT_THAT(refusal, HasSubstr("Nothing of '" + opcode +
                                       "' can be executed; what can is: "
                                       "abs, activemask, add, addc,"));
        EXPECT_THAT(refusal, HasSubstr(", xor. The kernel has to do without it"));
        EXPECT_FALSE(std::ranges::count(executed_opcodes(), opcode)) << opcode;
    }
}

} // namespace lockstep::simt
