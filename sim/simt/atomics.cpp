// SPDX-License-Identifier: MIT
#include "sim/simt/atomics.hpp"

#include "sim/simt/semantics/half.hpp"

#include <atomic>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace lockstep::simt {
namespace {

__extension__ typedef unsigned __int128 Wide;

template <class T>
T read(const std::byte* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

struct Add {
    template <class T>
    static T of(T old, T operand, T) {
        if constexpr (std::is_integral_v<T>)
            return static_cast<T>(old + operand);
        else
            return add(old, operand);
    }
    static float add(float a, float b) { return a + b; }
    static double add(double a, double b) { return a + b; }
};
struct Min {
    template <class T>
    static T of(T old, T operand, T) {
        return operand < old ? operand : old;
    }
};
struct Max {
    template <class T>
    static T of(T old, T operand, T) {
        return old < operand ? operand : old;
    }
};
struct And {
    template <class T>
    static T of(T old, T operand, T) {
        return old & operand;
    }
};
struct Or {
    template <class T>
    static T of(T old, T operand, T) {
        return old | operand;
    }
};
struct Xor {
    template <class T>
    static T of(T old, T operand, T) {
        return old ^ operand;
    }
};
struct Swap {
    template <class T>
    static T of(T, T operand, T) {
        return operand;
    }
};
struct CompareAndSwap {
    template <class T>
    static T of(T old, T operand, T compare) {
        return old == compare ? operand : old;
    }
};
/// Counts up to the operand and begins again at 0 (PTX ISA 9.7.13.5, atom.inc).
struct Increment {
    template <class T>
    static T of(T old, T operand, T) {
        return old >= operand ? 0 : old + 1;
    }
};
struct Decrement {
    template <class T>
    static T of(T old, T operand, T) {
        return old == 0 || old > operand ? operand : old - 1;
    }
};

template <class T, class Operation>
void update(std::byte* where, const std::byte* operand, const std::byte* compare, std::byte* old) {
    const T before = read<T>(where);
    const T other = compare != nullptr ? read<T>(compare) : T{};
    const T after = Operation::of(before, read<T>(operand), other);
    std::memcpy(where, &after, sizeof after);
    if (old != nullptr)
        std::memcpy(old, &before, sizeof before);
}

/// Only for updates whose old value nobody looks at.
template <class T, class Operation>
void together(std::byte* where, const std::byte* operand, const std::byte*, std::byte*) {
    std::atomic_ref<T> place(*reinterpret_cast<T*>(where));
    const T by = read<T>(operand);
    T before = place.load(std::memory_order_relaxed);
    while (!place.compare_exchange_weak(before, Operation::of(before, by, T{}),
                                        std::memory_order_relaxed)) {
    }
}

template <class T, class Operation>
Atomic commuting() {
    return {update<T, Operation>, together<T, Operation>};
}
template <class T, class Operation>
Atomic ordered() {
    return {update<T, Operation>, nullptr};
}

template <class Half, int count>
void add_halves(std::byte* where, const std::byte* operand, const std::byte*, std::byte* old) {
    if (old != nullptr)
        std::memcpy(old, where, 2 * count);
    for (int k = 0; k < count; ++k) {
        const Half sum =
            narrow<Half>(widen(read<Half>(where + 2 * k)) + widen(read<Half>(operand + 2 * k)));
        std::memcpy(where + 2 * k, &sum, sizeof sum);
    }
}

template <class U, class S>
Atomic integer(std::string_view operation, bool is_signed) {
    if (operation == "add")
        return commuting<U, Add>();
    if (operation == "min")
        return is_signed ? commuting<S, Min>() : commuting<U, Min>();
    if (operation == "max")
        return is_signed ? commuting<S, Max>() : commuting<U, Max>();
    if (operation == "and")
        return commuting<U, And>();
    if (operation == "or")
        return commuting<U, Or>();
    if (operation == "xor")
        return commuting<U, Xor>();
    if (operation == "exch")
        return ordered<U, Swap>();
    if (operation == "cas")
        return ordered<U, CompareAndSwap>();
    if (operation == "inc")
        return ordered<U, Increment>();
    return operation == "dec" ? ordered<U, Decrement>() : Atomic{};
}

} // namespace

Atomic choose_atomic(std::string_view operation, ptx::Type type) {
    using ptx::Type;
    const bool is_signed = ptx::kind_of(type) == ptx::Kind::Signed;
    if (ptx::kind_of(type) != ptx::Kind::Float) {
        switch (ptx::size_bytes(type)) {
        case 2:
            return operation == "cas" ? ordered<std::uint16_t, CompareAndSwap>() : Atomic{};
        case 4:
            return integer<std::uint32_t, std::int32_t>(operation, is_signed);
        case 8:
            return integer<std::uint64_t, std::int64_t>(operation, is_signed);
        case 16:
            if (operation == "cas")
                return ordered<Wide, CompareAndSwap>();
            return operation == "exch" ? ordered<Wide, Swap>() : Atomic{};
        default:
            return {};
        }
    }
    if (operation != "add")
        return {};
    switch (type) {
    case Type::F32:
        return ordered<float, Add>();
    case Type::F64:
        return ordered<double, Add>();
    case Type::F16:
        return {add_halves<F16, 1>, nullptr};
    case Type::F16x2:
        return {add_halves<F16, 2>, nullptr};
    case Type::BF16:
        return {add_halves<BF16, 1>, nullptr};
    case Type::BF16x2:
        return {add_halves<BF16, 2>, nullptr};
    default:
        return {};
    }
}

} // namespace lockstep::simt
