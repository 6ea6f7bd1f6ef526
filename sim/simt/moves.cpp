// SPDX-License-Identifier: MIT
#include "sim/simt/moves.hpp"

#include "sim/simt/cast.hpp"

#include <cstring>

namespace lockstep::simt {

__extension__ typedef unsigned __int128 Wide;

static std::byte* at(std::uint64_t address) {
    return reinterpret_cast<std::byte*>(address);
}

template <class M, class R>
static void load(std::byte* slot, std::uint64_t origin, const std::uint64_t* addresses, Mask on) {
    R* to = reinterpret_cast<R*>(slot);
    const auto one = [&](int lane) {
        M value;
        std::memcpy(&value, at(origin + addresses[lane]), sizeof value);
        to[lane] = static_cast<R>(value);
    };
    if (on == ~Mask{0}) {
        for (int lane = 0; lane < 32; ++lane)
            one(lane);
    } else {
        for_lanes(on, one);
    }
}

template <class M, class R>
static void store(std::byte* slot, std::uint64_t origin, const std::uint64_t* addresses, Mask on) {
    const R* from = reinterpret_cast<const R*>(slot);
    const auto one = [&](int lane) {
        const M value = static_cast<M>(from[lane]);
        std::memcpy(at(origin + addresses[lane]), &value, sizeof value);
    };
    if (on == ~Mask{0}) {
        for (int lane = 0; lane < 32; ++lane)
            one(lane);
    } else {
        for_lanes(on, one);
    }
}

template <class M>
static Move load_into(int reg) {
    switch (reg) {
    case 1:
        return sizeof(M) <= 1 ? load<M, std::uint8_t> : nullptr;
    case 2:
        return sizeof(M) <= 2 ? load<M, std::uint16_t> : nullptr;
    case 4:
        return sizeof(M) <= 4 ? load<M, std::uint32_t> : nullptr;
    case 8:
        return sizeof(M) <= 8 ? load<M, std::uint64_t> : nullptr;
    case 16:
        return load<M, Wide>;
    default:
        return nullptr;
    }
}

Move choose_load(int width, int reg, bool extends_sign) {
    switch (width) {
    case 1:
        return extends_sign ? load_into<std::int8_t>(reg) : load_into<std::uint8_t>(reg);
    case 2:
        return extends_sign ? load_into<std::int16_t>(reg) : load_into<std::uint16_t>(reg);
    case 4:
        return extends_sign ? load_into<std::int32_t>(reg) : load_into<std::uint32_t>(reg);
    case 8:
        return load_into<std::uint64_t>(reg);
    case 16:
        return load_into<Wide>(reg);
    default:
        return nullptr;
    }
}

template <class M>
static Move store_from(int reg) {
    if (reg < static_cast<int>(sizeof(M)))
        return nullptr;
    switch (reg) {
    case 1:
        return store<M, std::uint8_t>;
    case 2:
        return store<M, std::uint16_t>;
    case 4:
        return store<M, std::uint32_t>;
    case 8:
        return store<M, std::uint64_t>;
    case 16:
        return store<M, Wide>;
    default:
        return nullptr;
    }
}

Move choose_store(int width, int reg) {
    switch (width) {
    case 1:
        return store_from<std::uint8_t>(reg);
    case 2:
        return store_from<std::uint16_t>(reg);
    case 4:
        return store_from<std::uint32_t>(reg);
    case 8:
        return store_from<std::uint64_t>(reg);
    case 16:
        return store_from<Wide>(reg);
    default:
        return nullptr;
    }
}

} // namespace lockstep::simt
