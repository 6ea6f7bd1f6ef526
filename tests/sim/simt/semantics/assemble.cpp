// SPDX-License-Identifier: MIT
#include "assemble.hpp"

#include <cctype>
#include <stdexcept>

namespace lockstep::simt {

using ptx::Operand;
using ptx::Type;

static Type type_of_name(std::string_view name) {
    if (name.starts_with("%p"))
        return Type::Pred;
    if (name.starts_with("%h"))
        return Type::B8;
    if (name.starts_with("%rs"))
        return Type::B16;
    if (name.starts_with("%rd"))
        return Type::B64;
    if (name.starts_with("%rq"))
        return Type::B128;
    if (name.starts_with("%r"))
        return Type::B32;
    if (name.starts_with("%fd"))
        return Type::F64;
    if (name.starts_with("%f"))
        return Type::F32;
    throw std::invalid_argument("no register is called " + std::string(name));
}

static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

static Operand simple(Line& line, std::string_view text) {
    Operand operand;
    text = trimmed(text);
    operand.negated = text.starts_with('!');
    if (operand.negated)
        text.remove_prefix(1);
    if (text == "_") {
        operand.form = Operand::Form::Sink;
    } else if (text.starts_with('%')) {
        operand.form = Operand::Form::Register;
        operand.type = type_of_name(text);
        operand.index = static_cast<int>(line.function.registers.size());
        line.function.registers.push_back({std::string(text), operand.type});
    } else {
        operand.form = Operand::Form::Immediate;
        operand.bits = static_cast<std::uint64_t>(std::stoll(std::string(text), nullptr, 0));
    }
    return operand;
}

/// The parts of a list are separated by ',' between braces or by '|'.
static Operand list(Line& line, std::string_view text, char separator) {
    Operand operand;
    operand.form = Operand::Form::List;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        operand.parts.push_back(simple(line, text.substr(0, end)));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return operand;
}

static void read_opcode(Line& line, std::string_view opcode) {
    for (bool first = true; !opcode.empty(); first = false) {
        const std::size_t dot = opcode.find('.');
        const std::string_view word = opcode.substr(0, dot);
        opcode.remove_prefix(dot == opcode.npos ? opcode.size() : dot + 1);
        if (first)
            line.form.syntax = word;
        else if (const auto type = ptx::type_named(word))
            line.instruction.types.push_back(*type);
        else
            line.instruction.choices.push_back(word);
    }
}

static std::size_t end_of_operand(std::string_view text) {
    const std::size_t from = text.starts_with('{') ? text.find('}') : 0;
    return std::min(text.find(',', from), text.size());
}

std::unique_ptr<Line> assemble(const std::string& text) {
    auto line = std::make_unique<Line>();
    line->text = text;
    std::string_view rest = line->text;
    const std::size_t space = rest.find(' ');
    read_opcode(*line, rest.substr(0, space));
    for (rest = trimmed(rest.substr(space)); !rest.empty(); rest = trimmed(rest)) {
        const std::size_t end = end_of_operand(rest);
        const std::string_view operand = trimmed(rest.substr(0, end));
        if (operand.starts_with('{'))
            line->instruction.operands.push_back(
                list(*line, operand.substr(1, operand.size() - 2), ','));
        else if (operand.find('|') != operand.npos)
            line->instruction.operands.push_back(list(*line, operand, '|'));
        else
            line->instruction.operands.push_back(simple(*line, operand));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    line->instruction.form = &line->form;
    return line;
}

} // namespace lockstep::simt
