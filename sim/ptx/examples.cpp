// SPDX-License-Identifier: MIT
#include "sim/ptx/examples.hpp"

#include <algorithm>

namespace lockstep::ptx {

namespace {

constexpr const char* head = R"(.version 9.0
.target sm_120a
.address_size 64
.extern .func fn1;
.extern .func fn2 (.param .b32 a0);
.extern .func (.param .b32 r0) fn3;
.extern .func (.param .b32 r0) fn4 (.param .b32 a0);
.global .align 16 .b8 memory[64];
.entry kernel(.param .align 16 .b8 parameter[64])
{
.reg .pred p<8>;
.reg .b16 h<32>;
.reg .b32 r<64>;
.reg .b64 d<64>;
.reg .b128 q<32>;
.reg .f32 f<32>;
.reg .f64 e<32>;
.param .b32 a0;
.param .b32 result;
prototype1: .callprototype _ ();
prototype2: .callprototype _ (.param .b32 _);
prototype3: .callprototype (.param .b32 _) _ ();
prototype4: .callprototype (.param .b32 _) _ (.param .b32 _);
targets: .branchtargets start, end;
start:
)";
constexpr const char* tail = "end:\nret;\n}\n";

class Maker {
  public:
    explicit Maker(const Pattern& pattern) : m_pattern(pattern) {}

    std::vector<Example> all() {
        std::vector<int> base(m_pattern.modifiers.size(), 0);
        for (std::size_t i = 0; i < base.size(); ++i)
            base[i] = m_pattern.modifiers[i].optional ? -1 : 0;
        add(base);
        for (std::size_t i = 0; i < base.size(); ++i)
            for (int word = base[i] + 1;
                 word < static_cast<int>(m_pattern.modifiers[i].words.size()); ++word) {
                auto picked = base;
                picked[i] = word;
                add(picked);
            }
        return std::move(m_all);
    }

  private:
    void add(const std::vector<int>& picked) {
        m_all.push_back({&m_pattern, picked, false, text(picked, false)});
        const bool optional =
            std::ranges::any_of(m_pattern.operands, [](const OperandPattern& operand) {
                return operand.optional && !operand.policy;
            });
        if (optional)
            m_all.push_back({&m_pattern, picked, true, text(picked, true)});
    }

    std::string text(const std::vector<int>& picked, bool with_optional) {
        std::string line(m_pattern.opcode);
        m_types.clear();
        m_vector = 1;
        m_has_space = m_hint = false;
        for (std::size_t i = 0; i < picked.size(); ++i) {
            if (picked[i] < 0)
                continue;
            const auto word = static_cast<std::size_t>(picked[i]);
            const std::string_view name = m_pattern.modifiers[i].words[word];
            line += "." + std::string(name);
            if (const Type type = m_pattern.modifiers[i].types[word]; type != Type::None)
                m_types.push_back(type);
            if (name == "v2" || name == "v4" || name == "v8")
                m_vector = name[1] - '0';
            m_hint |= name == "L2::cache_hint";
            m_has_space |= name == "param" || name.starts_with("param::");
        }
        m_next = 0;
        std::string sign = " ";
        for (const OperandPattern& operand : m_pattern.operands) {
            if (operand.policy ? !m_hint : operand.optional && !with_optional)
                continue;
            line += sign + written(operand);
            sign = ", ";
        }
        return line + ";";
    }

    Type type_of(const OperandPattern& operand) const {
        if (operand.type.fixed != Type::None || m_types.empty())
            return operand.type.fixed;
        const int from = operand.type.from;
        return from < 0 ? m_types.back() : m_types.at(static_cast<std::size_t>(from));
    }

    std::string reg(Type type) {
        const std::string number = std::to_string(m_next++);
        if (type == Type::Pred)
            return "p" + std::to_string(m_next % 8);
        if (type == Type::F32)
            return "f" + number;
        if (type == Type::F64)
            return "e" + number;
        switch (size_bytes(type)) {
        case 1:
        case 2:
            return "h" + number;
        case 8:
            return "d" + number;
        case 16:
            return "q" + number;
        default:
            return "r" + number;
        }
    }

    std::string list(Type type, int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += (i == 0 ? "{" : ", ") + reg(type);
        return text + "}";
    }

    std::string parts(Type type) {
        switch (size_bytes(type)) {
        case 4:
            return list(Type::B16, 2);
        case 8:
            return list(Type::B32, 2);
        default:
            return list(Type::B64, 2);
        }
    }

    std::string written(const OperandPattern& operand) {
        using Is = OperandPattern::Kind;
        const Type type = type_of(operand);
        const int count = operand.count > 0 ? operand.count : m_vector;
        switch (operand.kind) {
        case Is::Destination:
            return reg(type) + (operand.second ? "|" + reg(Type::Pred) : "");
        case Is::Source:
            return reg(type);
        case Is::Number:
            return "16";
        case Is::Address:
            return m_has_space ? "[parameter]" : "[" + reg(Type::B64) + "]";
        case Is::Vector:
            return count == 1 && operand.count == 0 ? reg(type) : list(type, count);
        case Is::Parts:
            return parts(type);
        case Is::Label:
            return "end";
        case Is::Table:
            return m_pattern.opcode == "brx" ? "targets" : prototype();
        case Is::Function:
            return m_pattern.opcode == "mov" ? "fn1" : callee();
        case Is::List:
            return &operand == &m_pattern.operands.front() ? "(result)" : "(a0)";
        }
        return "";
    }

    /// 1: neither result nor argument, 2: an argument, 3: a result, 4: both.
    int call_form() const {
        const auto& operands = m_pattern.operands;
        const bool result = operands.front().kind == OperandPattern::Kind::List;
        const std::size_t after = result ? 2 : 1;
        const bool argument =
            operands.size() > after && operands[after].kind == OperandPattern::Kind::List;
        return 1 + argument + 2 * result;
    }
    std::string callee() const { return "fn" + std::to_string(call_form()); }
    std::string prototype() const { return "prototype" + std::to_string(call_form()); }

    const Pattern& m_pattern;
    std::vector<Example> m_all;
    std::vector<Type> m_types;
    int m_vector = 1, m_next = 0;
    bool m_has_space = false, m_hint = false;
};

} // namespace

std::vector<Example> examples_of(const Pattern& pattern) {
    return Maker(pattern).all();
}

std::string module_around(std::string_view instructions) {
    return std::string(head) + std::string(instructions) + "\n" + tail;
}

} // namespace lockstep::ptx
