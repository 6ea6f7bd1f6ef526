// SPDX-License-Identifier: MIT
// Integer arithmetic (PTX ISA 9.7.1). Everything wraps, unless .sat says otherwise.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/integer_arithmetic.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/lanes.hpp"

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

struct Add {
    template <class T>
    T operator()(T a, T b) const {
        return static_cast<T>(modulo(a) + modulo(b));
    }
};
struct Subtract {
    template <class T>
    T operator()(T a, T b) const {
        return static_cast<T>(modulo(a) - modulo(b));
    }
};

struct AddClamped {
    std::int32_t operator()(std::int32_t a, std::int32_t b) const {
        return clamp32(std::int64_t{a} + b);
    }
};
struct SubtractClamped {
    std::int32_t operator()(std::int32_t a, std::int32_t b) const {
        return clamp32(std::int64_t{a} - b);
    }
};

struct SumOfDifferences { // sad
    template <class T>
    T operator()(T a, T b, T c) const {
        const auto difference = a < b ? modulo(b) - modulo(a) : modulo(a) - modulo(b);
        return static_cast<T>(modulo(c) + difference);
    }
};

/// Towards zero. A division by zero gives all ones, which is what cards give; the smallest number
/// over -1 wraps to itself.
struct Divide {
    template <class T>
    T operator()(T a, T b) const {
        if (b == 0)
            return static_cast<T>(-1);
        if (std::is_signed_v<T> && b == static_cast<T>(-1))
            return Subtract()(T(0), a);
        return static_cast<T>(a / b);
    }
};
struct Remainder {
    template <class T>
    T operator()(T a, T b) const {
        if (b == 0)
            return static_cast<T>(-1);
        if (std::is_signed_v<T> && b == static_cast<T>(-1))
            return 0;
        return static_cast<T>(a % b);
    }
};

struct Absolute {
    template <class T>
    T operator()(T a) const {
        return a < 0 ? Subtract()(T(0), a) : a;
    }
};
struct Negate {
    template <class T>
    T operator()(T a) const {
        return Subtract()(T(0), a);
    }
};
struct Minimum {
    template <class T>
    T operator()(T a, T b) const {
        return a < b ? a : b;
    }
};
struct Maximum {
    template <class T>
    T operator()(T a, T b) const {
        return a > b ? a : b;
    }
};
/// .relu: a result below zero becomes zero.
template <class F>
struct Relu {
    template <class T>
    T operator()(T a, T b) const {
        return std::max(F()(a, b), T(0));
    }
};

template <class F>
Execute of_signed(ptx::Type type) {
    return pick<std::int16_t, std::int32_t, std::int64_t>(
        type, []<class T>(Tag<T>) -> Execute { return &each<F, T, T>; });
}

Chosen choose_clamped(std::string_view opcode, ptx::Type type) {
    using S = std::int32_t;
    if (type != ptx::Type::S32)
        return {};
    if (opcode == "add")
        return chosen(&each<AddClamped, S, S, S>, type);
    if (opcode == "sub")
        return chosen(&each<SubtractClamped, S, S, S>, type);
    return {};
}

Chosen choose_relu(std::string_view opcode, ptx::Type type) {
    using S = std::int32_t;
    if (type != ptx::Type::S32)
        return {};
    if (opcode == "min")
        return chosen(&each<Relu<Minimum>, S, S, S>, type);
    if (opcode == "max")
        return chosen(&each<Relu<Maximum>, S, S, S>, type);
    return {};
}

Chosen choose_divide(Execute execute, ptx::Type type) {
    Chosen result = chosen(execute, type);
    result.divides = execute != nullptr;
    return result;
}

Chosen choose_integer_arithmetic(const ptx::Instruction& i, const ptx::Function&) {
    const std::string_view opcode = opcode_of(i);
    const ptx::Type type = last_type(i);
    if (i.has("cc"))
        return {}; // integer_carry.cpp
    if (i.has("sat"))
        return choose_clamped(opcode, type);
    if (i.has("relu"))
        return choose_relu(opcode, type);
    if (opcode == "add")
        return chosen(binary<Add>(type), type);
    if (opcode == "sub")
        return chosen(binary<Subtract>(type), type);
    if (opcode == "min")
        return chosen(binary<Minimum>(type), type);
    if (opcode == "max")
        return chosen(binary<Maximum>(type), type);
    if (opcode == "div")
        return choose_divide(binary<Divide>(type), type);
    if (opcode == "rem")
        return choose_divide(binary<Remainder>(type), type);
    if (opcode == "abs")
        return chosen(of_signed<Absolute>(type), type);
    if (opcode == "neg")
        return chosen(of_signed<Negate>(type), type);
    if (opcode == "sad")
        return chosen(ternary<SumOfDifferences>(type), type);
    return {};
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_integer_arithmetic);

static constexpr std::string_view opcodes[] = {"add", "sub", "min", "max", "div",
                                               "rem", "abs", "neg", "sad"};

extern const Semantics integer_arithmetic_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_integer_arithmetic)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
