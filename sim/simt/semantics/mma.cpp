// SPDX-License-Identifier: MIT
// Products of matrices whose elements lie spread over the lanes (PTX ISA 9.7.14, mma.sync): D = A B
// + C. Each element starts from c and adds its products by ascending k in f64, where those of 16
// bits and tf32 are exact, and is rounded once: within 2^-48 of the sum of the magnitudes of the
// exact value, before the rounding.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/simt/semantics/mma.cpp"
#include "sim/simt/semantics/targets.hpp"

#include <hwy/foreach_target.h>

#include "sim/simt/semantics/choose.hpp"
#include "sim/simt/semantics/half.hpp"
#include "sim/simt/semantics/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace lockstep::simt::HWY_NAMESPACE {
namespace {

/// Where register r of a lane lies in the matrix, for elements that fill it P at a time.
struct Place {
    int row, column;
};
template <int P>
Place place_of_a(int lane, int r, int part) {
    return {lane / 4 + (r & 1) * 8, lane % 4 * P + part + (r >> 1) * 4 * P};
}
template <int P>
Place place_of_b(int lane, int r, int part) {
    return {lane % 4 * P + part + r * 4 * P, lane / 4};
}
/// The n-th element of C and D of a lane.
Place place_of_c(int lane, int n) {
    return {lane / 4 + (n >> 1) * 8, lane % 4 * 2 + (n & 1)};
}

double value_of(F16 x) {
    return widen(x);
}
double value_of(BF16 x) {
    return widen(x);
}
double value_of(float x) {
    return x;
}
double value_of(double x) {
    return x;
}
double value_of(TF32 x) { // the low bits are not looked at
    return from_bits<float>(x.bits & 0xffffe000u);
}
template <class T>
T rounded(double x) {
    if constexpr (std::is_same_v<T, double>)
        return settle(x);
    else if constexpr (std::is_same_v<T, float>)
        return settle(static_cast<float>(x));
    else
        return narrow<T>(x);
}

template <int rows, int inner>
struct Matrices {
    double a[rows][inner], b[inner][8], c[rows][8];
};

/// Registers of a lane, as elements: one, or two of 16 bits.
template <class T>
T element(const std::byte* frame, Slot slot, int lane, int part) {
    constexpr int parts = sizeof(T) == 2 ? 2 : 1;
    T value;
    std::memcpy(&value, frame + slot + sizeof(T) * static_cast<std::size_t>(lane * parts + part),
                sizeof value);
    return value;
}

template <class T, class C, int rows, int inner>
void gather(const std::byte* frame, const Slot* slots, Matrices<rows, inner>& m) {
    constexpr int P = sizeof(T) == 2 ? 2 : 1, parts_of_c = sizeof(C) == 2 ? 2 : 1;
    constexpr int of_c = rows / 4 / parts_of_c, of_a = rows * inner / 32 / P, of_b = inner / 4 / P;
    for (int lane = 0; lane < 32; ++lane) {
        for (int n = 0; n < of_a * P; ++n) {
            const Place at = place_of_a<P>(lane, n / P, n % P);
            m.a[at.row][at.column] = value_of(element<T>(frame, slots[of_c + n / P], lane, n % P));
        }
        for (int n = 0; n < of_b * P; ++n) {
            const Place at = place_of_b<P>(lane, n / P, n % P);
            m.b[at.row][at.column] =
                value_of(element<T>(frame, slots[of_c + of_a + n / P], lane, n % P));
        }
        for (int n = 0; n < of_c * parts_of_c; ++n) {
            const Place at = place_of_c(lane, n);
            m.c[at.row][at.column] = value_of(element<C>(
                frame, slots[of_c + of_a + of_b + n / parts_of_c], lane, n % parts_of_c));
        }
    }
}

template <bool exact, int rows, int inner>
void multiply(Matrices<rows, inner>& m) {
    for (int i = 0; i < rows; ++i)
        for (int k = 0; k < inner; ++k)
            for (int j = 0; j < 8; ++j)
                m.c[i][j] = exact ? m.c[i][j] + m.a[i][k] * m.b[k][j]
                                  : std::fma(m.a[i][k], m.b[k][j], m.c[i][j]);
}

template <class T, class C, int rows, int inner>
void mma(std::byte* frame, const Op& op, Mask lanes) {
    constexpr int parts = sizeof(C) == 2 ? 2 : 1, of_c = rows / 4 / parts;
    const Slot* slots = op.more != nullptr ? op.more : op.slots.data();
    alignas(64) Matrices<rows, inner> m;
    gather<T, C>(frame, slots, m);
    multiply<!std::is_same_v<T, double>>(m);
    for (int r = 0; r < of_c; ++r) {
        alignas(64) C result[32 * parts];
        for (int n = 0; n < 32 * parts; ++n) {
            const Place at = place_of_c(n / parts, r * parts + n % parts);
            result[n] = rounded<C>(m.c[at.row][at.column]);
        }
        alignas(64) Bits<sizeof(C) * parts> whole[32];
        std::memcpy(whole, result, sizeof whole);
        store_lanes(lanes_at<Bits<sizeof(C) * parts>>(frame, slots[r]), whole, lanes);
    }
}

struct Shape {
    std::string_view name;
    ptx::Type element, sum;
    Execute execute;
};
constexpr Shape shapes[] = {
    {"m16n8k8", ptx::Type::TF32, ptx::Type::F32, &mma<TF32, float, 16, 8>},
    {"m16n8k4", ptx::Type::TF32, ptx::Type::F32, &mma<TF32, float, 16, 4>},
    {"m16n8k8", ptx::Type::BF16, ptx::Type::F32, &mma<BF16, float, 16, 8>},
    {"m16n8k16", ptx::Type::BF16, ptx::Type::F32, &mma<BF16, float, 16, 16>},
    {"m16n8k8", ptx::Type::F16, ptx::Type::F32, &mma<F16, float, 16, 8>},
    {"m16n8k16", ptx::Type::F16, ptx::Type::F32, &mma<F16, float, 16, 16>},
    {"m16n8k8", ptx::Type::F16, ptx::Type::F16, &mma<F16, F16, 16, 8>},
    {"m16n8k16", ptx::Type::F16, ptx::Type::F16, &mma<F16, F16, 16, 16>},
    {"m8n8k4", ptx::Type::F64, ptx::Type::F64, &mma<double, double, 8, 4>},
};

/// mma.sync.aligned.shape.row.col.d.a.b.c; d and c are of one type.
Chosen choose_mma(const ptx::Instruction& i, const ptx::Function&) {
    using ptx::Type;
    if (i.types.size() != 4 || i.types[1] != i.types[2] || i.types[0] != i.types[3])
        return {};
    for (const Shape& shape : shapes)
        if (i.has(shape.name) && shape.element == i.types[1] && shape.sum == i.types[0])
            return chosen(shape.execute, shape.sum == Type::F64 ? Type::F64 : Type::B32);
    return {};
}

} // namespace
} // namespace lockstep::simt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace lockstep::simt {
HWY_EXPORT(choose_mma);

static constexpr std::string_view opcodes[] = {"mma"};

extern const Semantics mma_semantics{
    .opcodes = opcodes,
    .choose =
        [](const ptx::Instruction& instruction, const ptx::Function& function) {
            return HWY_DYNAMIC_DISPATCH(choose_mma)(instruction, function);
        },
};
} // namespace lockstep::simt
#endif
