// SPDX-License-Identifier: MIT
// Names and sizes of the types, in one table.
#include "sim/ptx/type.hpp"

#include <algorithm>
#include <array>

namespace lockstep::ptx {

namespace {
struct Entry {
    Type type;
    std::string_view name;
    int size_bytes;
    Kind kind;
};

/// In the order of the enumeration, so that a type is its own index.
constexpr std::array entries{
    Entry{Type::None, "", 0, Kind::None},          Entry{Type::Pred, "pred", 1, Kind::Predicate},
    Entry{Type::B8, "b8", 1, Kind::Bits},          Entry{Type::B16, "b16", 2, Kind::Bits},
    Entry{Type::B32, "b32", 4, Kind::Bits},        Entry{Type::B64, "b64", 8, Kind::Bits},
    Entry{Type::B128, "b128", 16, Kind::Bits},     Entry{Type::U8, "u8", 1, Kind::Unsigned},
    Entry{Type::U16, "u16", 2, Kind::Unsigned},    Entry{Type::U32, "u32", 4, Kind::Unsigned},
    Entry{Type::U64, "u64", 8, Kind::Unsigned},    Entry{Type::S8, "s8", 1, Kind::Signed},
    Entry{Type::S16, "s16", 2, Kind::Signed},      Entry{Type::S32, "s32", 4, Kind::Signed},
    Entry{Type::S64, "s64", 8, Kind::Signed},      Entry{Type::F16, "f16", 2, Kind::Float},
    Entry{Type::F16x2, "f16x2", 4, Kind::Float},   Entry{Type::BF16, "bf16", 2, Kind::Float},
    Entry{Type::BF16x2, "bf16x2", 4, Kind::Float}, Entry{Type::TF32, "tf32", 4, Kind::Float},
    Entry{Type::F32, "f32", 4, Kind::Float},       Entry{Type::F64, "f64", 8, Kind::Float},
};
static_assert(std::ranges::all_of(entries, [](const Entry& entry) {
    return &entries[static_cast<std::size_t>(entry.type)] == &entry;
}));

const Entry& entry_of(Type type) {
    return entries[static_cast<std::size_t>(type)];
}
} // namespace

std::string_view name_of(Type type) {
    return entry_of(type).name;
}

std::optional<Type> type_named(std::string_view name) {
    if (name.empty())
        return std::nullopt;
    const auto* found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? std::nullopt : std::optional(found->type);
}

int size_bytes(Type type) {
    return entry_of(type).size_bytes;
}

Kind kind_of(Type type) {
    return entry_of(type).kind;
}

std::string_view name_of(Space space) {
    switch (space) {
    case Space::Generic:
        return "generic";
    case Space::Global:
        return "global";
    case Space::Shared:
        return "shared";
    case Space::Local:
        return "local";
    case Space::Const:
        return "const";
    case Space::Param:
        return "param";
    }
    return "";
}

} // namespace lockstep::ptx
