// SPDX-License-Identifier: MIT
// The PTX files of samples/, which nvcc 13.0 made from the .cu files beside them, and what holds of
// every module that was read.
#pragma once

#include "sim/ptx/flow.hpp"
#include "sim/ptx/read.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace lockstep::ptx {

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::filesystem::path samples_folder() {
    const char* folder = std::getenv("LOCKSTEP_SOURCE_DIR");
    return std::filesystem::path(folder ? folder : ".") / "tests/sim/ptx/samples";
}

inline std::vector<std::filesystem::path> sample_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(samples_folder()))
        if (entry.path().extension() == ".ptx")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Every index leads to something that is there.
class Soundness {
  public:
    explicit Soundness(const Module& module) : m_module(module) {}

    bool holds() {
        return std::ranges::all_of(m_module.functions,
                                   [&](const Function& function) { return sound(function); });
    }

  private:
    static bool within(int index, std::size_t size) {
        return index >= 0 && static_cast<std::size_t>(index) < size;
    }

    bool sound(const Function& function) const {
        const Flow flow = find_flow(function);
        const auto exit = static_cast<int>(function.instructions.size());
        bool good = flow.exit == exit;
        for (std::size_t i = 0; i < function.instructions.size(); ++i) {
            const Instruction& instruction = function.instructions[i];
            good = good && instruction.form && instruction.family;
            good = good && flow.meets_at[i] >= 0 && flow.meets_at[i] <= exit;
            good = good && (instruction.guard.reg == -1 ||
                            within(instruction.guard.reg, function.registers.size()));
            good = good &&
                   (instruction.place == -1 || within(instruction.place, function.places.size()));
            for (const Operand& operand : instruction.operands)
                good = good && sound(function, operand);
        }
        for (const Place& place : function.places)
            good = good && within(place.file, m_module.files.size()) &&
                   (place.inlined_at == -1 || within(place.inlined_at, function.places.size()));
        return good;
    }

    bool sound(const Function& function, const Operand& operand) const {
        using Is = Operand::Form;
        const bool parts = std::ranges::all_of(
            operand.parts, [&](const Operand& part) { return sound(function, part); });
        switch (operand.form) {
        case Is::Register:
            return within(operand.index, function.registers.size());
        case Is::Variable:
            return within(operand.index, variables(function, operand.where).size());
        case Is::Function:
            return within(operand.index, m_module.functions.size());
        case Is::Label:
            return within(operand.index, function.instructions.size() + 1);
        case Is::Table:
            return within(operand.index, function.tables.size());
        default:
            return parts;
        }
    }

    const std::vector<Variable>& variables(const Function& function, Operand::Where where) const {
        switch (where) {
        case Operand::Where::Module:
            return m_module.variables;
        case Operand::Where::Parameter:
            return function.parameters;
        case Operand::Where::Result:
            return function.results;
        default:
            return function.variables;
        }
    }

    const Module& m_module;
};

} // namespace lockstep::ptx
