// SPDX-License-Identifier: MIT
#include "sim/simt/program.hpp"

#include "sim/ptx/read.hpp"
#include "sim/simt/decode.hpp"
#include "sim/simt/known_forms.hpp"
#include "sim/simt/simulate.hpp"
#include "sim/simt/space.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace lockstep::simt {

int Program::find_variable(int owner, int index) const {
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (variables[i].owner == owner && variables[i].index == index)
            return static_cast<int>(i);
    return -1;
}

/// The slot of an operand that names a variable's address.
Place Decoder::variable(const Operand& operand, std::uint8_t bytes) {
    using Origin = Constant::Origin;
    if (operand.where == Operand::Where::Parameter) {
        const std::uint64_t offset =
            m_program.parameter_offsets.empty()
                ? 0
                : m_program.parameter_offsets[static_cast<std::size_t>(operand.index)];
        return m_layout.address(Origin::EntryParameter, -1, offset + operand.bits, bytes);
    }
    if (operand.where == Operand::Where::Function) {
        const auto index = static_cast<std::size_t>(operand.index);
        if (m_function.variables[index].space == ptx::Space::Local)
            return m_layout.address(Origin::Local, -1,
                                    m_layout.local_offset(operand.index) + operand.bits, bytes);
        return m_layout.address(Origin::Variable,
                                m_program.find_variable(m_code.function, operand.index),
                                operand.bits, bytes);
    }
    return m_layout.address(Origin::Variable, m_program.find_variable(-1, operand.index),
                            operand.bits, bytes);
}

Place Decoder::place(const Operand& operand, ptx::Type type) {
    const bool predicate = type == ptx::Type::Pred;
    const auto bytes = static_cast<std::uint8_t>(
        predicate ? 0 : (type == ptx::Type::None ? 4 : ptx::size_bytes(type)));
    switch (operand.form) {
    case Operand::Form::Register:
        return m_layout.reg(operand.index);
    case Operand::Form::Immediate:
        return m_layout.constant(immediate_bits(operand, type), bytes);
    case Operand::Form::Special:
        return m_layout.special(static_cast<ptx::Special>(operand.index), bytes);
    case Operand::Form::Variable:
        return variable(operand, bytes);
    case Operand::Form::Function:
        return m_layout.constant(code_start + static_cast<std::uint64_t>(operand.index) * code_step,
                                 bytes);
    case Operand::Form::Address:
        // mov d, [variable+4] is written without brackets; the reader keeps both apart.
        return place(operand.parts[0], type);
    default:
        return m_layout.scratch(bytes);
    }
}

static std::uint64_t round_up(std::uint64_t value, std::uint64_t step) {
    step = std::max<std::uint64_t>(step, 1);
    return (value + step - 1) / step * step;
}

/// Every function that the entry can reach: by a call, or because its address is taken.
static std::vector<int> reachable(const ptx::Module& module, int entry) {
    std::vector<int> found{entry};
    const auto visit = [&](const auto& self, const ptx::Operand& operand) -> void {
        if (operand.form == ptx::Operand::Form::Function &&
            std::ranges::find(found, operand.index) == found.end())
            found.push_back(operand.index);
        for (const ptx::Operand& part : operand.parts)
            self(self, part);
    };
    const auto take = [&](const ptx::Variable& variable) {
        for (const ptx::Variable::Reference& reference : variable.references) {
            const int function = module.find_function(reference.symbol);
            if (function >= 0 && std::ranges::find(found, function) == found.end())
                found.push_back(function);
        }
    };
    std::ranges::for_each(module.variables, take);
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const ptx::Instruction& instruction :
             module.functions[static_cast<std::size_t>(found[i])].instructions)
            for (const ptx::Operand& operand : instruction.operands)
                visit(visit, operand);
    return found;
}

/// Shared variables one behind the other; the dynamic array, which has no size, comes last.
static void place_variables(Program& program, const std::vector<int>& functions) {
    const ptx::Module& module = *program.module;
    const auto add = [&](int owner, const std::vector<ptx::Variable>& variables) {
        for (std::size_t i = 0; i < variables.size(); ++i)
            if (variables[i].space != ptx::Space::Local && variables[i].space != ptx::Space::Param)
                program.variables.push_back({owner, static_cast<int>(i), &variables[i], 0});
    };
    add(-1, module.variables);
    for (const int function : functions)
        add(function, module.functions[static_cast<std::size_t>(function)].variables);
    std::uint64_t end = 0, align = 16;
    for (ModuleVariable& one : program.variables) {
        if (one.variable->space != ptx::Space::Shared || one.variable->size_bytes == 0)
            continue;
        one.shared_offset = round_up(end, one.variable->align_bytes);
        end = one.shared_offset + one.variable->size_bytes;
    }
    for (const ModuleVariable& one : program.variables)
        if (one.variable->space == ptx::Space::Shared)
            align = std::max(align, one.variable->align_bytes);
    const bool dynamic = std::ranges::any_of(program.variables, [](const ModuleVariable& one) {
        return one.variable->space == ptx::Space::Shared && one.variable->size_bytes == 0;
    });
    program.static_shared_bytes = dynamic ? round_up(end, align) : end;
    for (ModuleVariable& one : program.variables)
        if (one.variable->space == ptx::Space::Shared && one.variable->size_bytes == 0)
            one.shared_offset = program.static_shared_bytes;
}

Result<std::shared_ptr<const Program>> prepare(std::shared_ptr<const ptx::Module> module,
                                               std::string_view entry) {
    std::string_view refused;
    auto program = prepare_briefly(module, entry, &refused);
    if (program || refused.empty())
        return program;
    Error error = std::move(program).error();
    error.remedy = known_forms(refused) + " " + error.remedy;
    return Failure(std::move(error));
}

Result<std::shared_ptr<const Program>> prepare_briefly(std::shared_ptr<const ptx::Module> module,
                                                       std::string_view entry,
                                                       std::string_view* refused) {
    auto program = std::make_shared<Program>();
    program->module = module;
    program->entry = module->find_function(entry);
    if (program->entry < 0 || !module->functions[static_cast<std::size_t>(program->entry)].entry) {
        std::string names;
        for (const ptx::Function& function : module->functions)
            if (function.entry)
                names += (names.empty() ? "" : ", ") + function.name;
        return fail(module->name, fmt::format("no kernel '{}'.", entry),
                    fmt::format("The kernels in it are: {}.", names));
    }
    const ptx::Function& kernel = module->functions[static_cast<std::size_t>(program->entry)];
    for (const ptx::Variable& parameter : kernel.parameters) {
        const auto offset =
            static_cast<std::uint32_t>(round_up(program->parameter_bytes, parameter.align_bytes));
        program->parameter_offsets.push_back(offset);
        program->parameter_bytes = offset + static_cast<std::uint32_t>(parameter.size_bytes);
    }
    const std::vector<int> functions = reachable(*module, program->entry);
    place_variables(*program, functions);
    program->codes.resize(module->functions.size());
    for (const int index : functions) {
        const ptx::Function& function = module->functions[static_cast<std::size_t>(index)];
        auto& code = program->codes[static_cast<std::size_t>(index)];
        code = std::make_unique<Code>();
        code->function = index;
        Decoder decoder(*program, function, *code);
        if (!function.defined && !function.entry)
            continue;
        if (auto decoded = decoder.decode(); !decoded) {
            if (refused != nullptr)
                *refused = decoder.refused();
            return Failure(std::move(decoded).error());
        }
    }
    return program;
}

} // namespace lockstep::simt
