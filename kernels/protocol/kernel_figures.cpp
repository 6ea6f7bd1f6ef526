// SPDX-License-Identifier: MIT
#include "kernels/protocol/kernel_figures.hpp"

namespace lockstep::protocol {

const KernelFigures* figures_for(std::span<const KernelFigures> figures, std::string_view kernel,
                                 int sm) {
    const KernelFigures* found = nullptr;
    for (const KernelFigures& one : figures)
        if (one.kernel == kernel && one.registers > 0 && one.sm <= sm && one.sm / 10 == sm / 10 &&
            (found == nullptr || one.sm > found->sm))
            found = &one;
    return found;
}

} // namespace lockstep::protocol
