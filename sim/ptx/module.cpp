// SPDX-License-Identifier: MIT
// The names of the special registers, and small questions to a module.
#include "sim/ptx/module.hpp"

#include <algorithm>
#include <iterator>

namespace lockstep::ptx {

/// In the order of the enumeration.
static constexpr std::string_view special_names[] = {
    "%tid.x",
    "%tid.y",
    "%tid.z",
    "%ntid.x",
    "%ntid.y",
    "%ntid.z",
    "%ctaid.x",
    "%ctaid.y",
    "%ctaid.z",
    "%nctaid.x",
    "%nctaid.y",
    "%nctaid.z",
    "%laneid",
    "%warpid",
    "%nwarpid",
    "WARP_SZ",
    "%smid",
    "%nsmid",
    "%gridid",
    "%lanemask_eq",
    "%lanemask_le",
    "%lanemask_lt",
    "%lanemask_ge",
    "%lanemask_gt",
    "%clock",
    "%clock64",
    "%clock_hi",
    "%globaltimer",
    "%globaltimer_lo",
    "%globaltimer_hi",
    "%dynamic_smem_size",
    "%total_smem_size",
    "%clusterid.x",
    "%clusterid.y",
    "%clusterid.z",
    "%nclusterid.x",
    "%nclusterid.y",
    "%nclusterid.z",
    "%cluster_ctaid.x",
    "%cluster_ctaid.y",
    "%cluster_ctaid.z",
    "%cluster_nctaid.x",
    "%cluster_nctaid.y",
    "%cluster_nctaid.z",
    "%cluster_ctarank",
    "%cluster_nctarank",
    "%is_explicit_cluster",
    "%envreg1",
    "%envreg2",
};
static_assert(std::size(special_names) == static_cast<std::size_t>(Special::Envreg2) + 1);

std::string_view name_of(Special special) {
    return special_names[static_cast<std::size_t>(special)];
}

std::optional<Special> special_named(std::string_view name) {
    if (!name.starts_with('%') && name != "WARP_SZ")
        return std::nullopt;
    const auto* found = std::ranges::find(special_names, name);
    if (found == std::end(special_names))
        return std::nullopt;
    return static_cast<Special>(found - std::begin(special_names));
}

Type type_of(Special special) {
    switch (special) {
    case Special::GridId:
    case Special::Clock64:
    case Special::Globaltimer:
        return Type::U64;
    case Special::IsExplicitCluster:
        return Type::Pred;
    default:
        return Type::U32;
    }
}

std::string_view Instruction::opcode() const {
    return form->syntax.substr(0, form->syntax.find_first_of(".[ "));
}

bool Instruction::has(std::string_view modifier) const {
    return std::ranges::find(choices, modifier) != choices.end();
}

int Module::find_function(std::string_view function) const {
    const auto found = std::ranges::find(functions, function, &Function::name);
    return found == functions.end() ? -1 : static_cast<int>(found - functions.begin());
}

} // namespace lockstep::ptx
