// SPDX-License-Identifier: MIT
// Minimum and maximum, signs and kinds of f32 and f64 (PTX ISA 9.7.3).
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/float_signs.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/extremes.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

/// min and max of three.
template <class F>
struct OfThree {
    template <class T>
    T operator()(T a, T b, T c) const {
        return F()(F()(a, b), c);
    }
};

struct Negate {
    template <class T>
    T operator()(T a) const {
        return from_bits<T>(bits_of(a) ^ sign_bit<T>);
    }
};
/// The sign of a on the value of b. No arithmetic: a NaN keeps its bits.
struct CopySign {
    template <class T>
    T operator()(T a, T b) const {
        return from_bits<T>((bits_of(a) & sign_bit<T>) | (bits_of(b) & ~sign_bit<T>));
    }
};

template <class F, bool ftz>
struct Float {
    template <class... T>
    auto operator()(T... operands) const {
        return settle(F()(flush<ftz>(operands)...));
    }
};

// testp, with the bits of |a|
struct Finite {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits < infinity;
    }
};
struct Infinite {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits == infinity;
    }
};
struct Number {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits <= infinity;
    }
};
struct NotANumber {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits > infinity;
    }
};
/// The ISA counts both zeros as normal.
struct Normal {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits < infinity && (bits == 0 || bits >= (infinity & (0 - infinity)));
    }
};
struct Subnormal {
    template <class U>
    bool operator()(U bits, U infinity) const {
        return bits != 0 && bits < (infinity & (0 - infinity));
    }
};
template <class F, class T>
void test(std::byte* frame, const Op& op, Mask lanes) {
    alignas(64) std::uint8_t answers[32];
    const T* a = lanes_at<const T>(frame, op.slots[1]);
    for (int i = 0; i < 32; ++i)
        answers[i] = F()(bits_of(a[i]) & ~sign_bit<T>, infinity_bits<T>);
    store_mask(frame, op.slots[0], gather_mask(answers), lanes);
}
template <class F>
Chosen choose_test(ptx::Type type) {
    return chosen(pick<float, double>(type, []<class T>(Tag<T>) -> Execute { return &test<F, T>; }),
                  type, {{0, ptx::Type::Pred}});
}
Chosen choose_testp(const ptx::Instruction& i) {
    const ptx::Type type = last_type(i);
    switch (which(i, "finite", "infinite", "number", "notanumber", "normal", "subnormal")) {
    case 0:
        return choose_test<Finite>(type);
    case 1:
        return choose_test<Infinite>(type);
    case 2:
        return choose_test<Number>(type);
    case 3:
        return choose_test<NotANumber>(type);
    case 4:
        return choose_test<Normal>(type);
    case 5:
        return choose_test<Subnormal>(type);
    default:
        return {};
    }
}

template <class F, int sources, bool ftz, class T>
Execute signs_of() {
    if constexpr (sources == 1)
        return &each<Float<F, ftz>, T, T>;
    else if constexpr (sources == 2)
        return &each<Float<F, ftz>, T, T, T>;
    else
        return &each<Float<F, ftz>, T, T, T, T>;
}
template <class F, int sources>
Chosen choose_signs(const ptx::Instruction& i) {
    using ptx::Type;
    if (last_type(i) == Type::F64)
        return chosen(signs_of<F, sources, false, double>(), Type::F64);
    if (last_type(i) != Type::F32)
        return {};
    return chosen(i.has("ftz") ? signs_of<F, sources, true, float>()
                               : signs_of<F, sources, false, float>(),
                  Type::F32);
}
template <class F>
Chosen choose_extreme_of(const ptx::Instruction& i) {
    const bool three = i.operands.size() == 4;
    if (i.has("xorsign"))
        return three ? choose_signs<OfThree<XorSign<F>>, 3>(i) : choose_signs<XorSign<F>, 2>(i);
    return three ? choose_signs<OfThree<F>, 3>(i) : choose_signs<F, 2>(i);
}
template <template <bool> class F>
Chosen choose_extreme(const ptx::Instruction& i) {
    return i.has("NaN") ? choose_extreme_of<F<true>>(i) : choose_extreme_of<F<false>>(i);
}

Chosen choose_float_signs(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    if (opcode == "min")
        return choose_extreme<Minimum>(i);
    if (opcode == "max")
        return choose_extreme<Maximum>(i);
    if (opcode == "abs")
        return choose_signs<Absolute, 1>(i);
    if (opcode == "neg")
        return choose_signs<Negate, 1>(i);
    if (opcode == "testp")
        return choose_testp(i);
    return chosen(
        pick<float, double>(last_type(i),
                            []<class T>(Tag<T>) -> Execute { return &each<CopySign, T, T, T>; }),
        last_type(i));
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_float_signs);

static constexpr std::string_view opcodes[] = {"min", "max", "abs", "neg", "testp", "copysign"};

extern const Semantics float_signs_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_float_signs)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
