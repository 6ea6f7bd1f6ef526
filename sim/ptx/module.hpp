// SPDX-License-Identifier: MIT
// A PTX module as plain data: what the text says and nothing about how it is executed. Everything
// is referred to by its index, so that a Module can be copied and moved freely.
#pragma once

#include "sim/ptx/family.hpp"
#include "sim/ptx/type.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lockstep::ptx {

/// A place in the learner's source, from a .loc directive (PTX ISA 11.5). Chained by `inlined_at`:
/// the innermost function comes first.
struct Place {
    int file = 0;        ///< index into Module::files
    int line = 0;        ///< from 1; 0: the compiler gave none
    int column = 0;      ///< from 1, 0 when the compiler gave none
    int inlined_at = -1; ///< index into Function::places of the call; -1: not inlined
    std::string function; ///< of an inlined function: its name as the compiler wrote it
};

/// A .reg variable. Parameterised names (%r<9>) are written out; names of inner scopes are unique
/// here even where the text uses one twice.
struct Register {
    std::string name; ///< "%r8"
    Type type = Type::None;
};

/// Registers that the machine fills (PTX ISA 10).
enum class Special : std::uint8_t {
    TidX, TidY, TidZ, NtidX, NtidY, NtidZ, CtaidX, CtaidY, CtaidZ, NctaidX, NctaidY, NctaidZ,
    LaneId, WarpId, NwarpId, WarpSize, SmId, NsmId, GridId,
    LanemaskEq, LanemaskLe, LanemaskLt, LanemaskGe, LanemaskGt,
    Clock, Clock64, ClockHi, Globaltimer, GlobaltimerLo, GlobaltimerHi,
    DynamicSharedSize, TotalSharedSize,
    // A launch without clusters is one of clusters of one block.
    ClusteridX, ClusteridY, ClusteridZ, NclusteridX, NclusteridY, NclusteridZ,
    ClusterCtaidX, ClusterCtaidY, ClusterCtaidZ, ClusterNctaidX, ClusterNctaidY, ClusterNctaidZ,
    ClusterCtarank, ClusterNctarank, IsExplicitCluster,
    Envreg1, Envreg2, // where the barrier of a cooperative grid lies; 0: there is none
};
std::string_view name_of(Special special); ///< "%tid.x"
std::optional<Special> special_named(std::string_view name);
Type type_of(Special special); ///< U32, U64 or Pred

/// A variable with an address, or a formal parameter.
struct Variable {
    std::string name;
    Space space = Space::Global;
    Type type = Type::None;
    std::uint64_t size_bytes = 0; ///< of all elements; 0: an extern array, sized by the launch
    std::uint64_t align_bytes = 1;
    std::vector<std::byte> initial; ///< empty: not initialised; else size_bytes of them
    /// Addresses of variables and functions inside `initial`: that of `symbol`, plus `addend`, lies
    /// at byte `offset`. A variable's is generic or one of its space.
    struct Reference {
        std::uint64_t offset = 0;
        std::string symbol;
        std::int64_t addend = 0;
        bool generic = false;
    };
    std::vector<Reference> references;
};

struct Operand {
    enum class Form : std::uint8_t {
        None,
        Sink,      ///< "_": a result that nobody wants
        Register,  ///< `index` into Function::registers
        Special,   ///< `index` is a Special
        Immediate, ///< `bits`, written in the type `type`: an integer is S64 or U64, a float F32 or
                   ///< F64
        Variable,  ///< the address of `where`[index], plus `bits`
        Function,  ///< `index` into Module::functions
        Address,   ///< [base + bits]: parts[0] is the base (Register, Variable or Immediate)
        List,      ///< {a, b} of a vector, p|q, or the arguments of a call: `parts`
        Label,     ///< `index` of the instruction that it stands before; may be one past the last
        Table,     ///< `index` into Function::tables
    };
    enum class Where : std::uint8_t { Module, Parameter, Result, Function };

    Form form = Form::None;
    /// Of Module::variables, Function::parameters, Function::results or Function::variables.
    Where where = Where::Module;
    bool negated = false;        ///< "!p"
    Type type = Type::None;      ///< of a register, special register or immediate
    int index = -1;
    std::uint64_t bits = 0; ///< the immediate's bits in `type`, or a signed offset in bytes
    std::vector<Operand> parts;
};

/// @p or @!p before an instruction.
struct Guard {
    int reg = -1; ///< index into Function::registers; -1: always
    bool negated = false;
};

struct Instruction {
    const Form* form = nullptr; ///< the row of a family's table that it matched; never null
    const Family* family = nullptr;
    /// The modifiers that are no types, one for each place of the form's syntax, in order: fixed
    /// words, what was chosen for <a|b>, and "" for an option left out.
    std::vector<std::string_view> choices;
    std::vector<Type> types; ///< the type suffixes, in order: cvt.u32.f32 has two
    Guard guard;
    std::vector<Operand> operands; ///< in the order written
    int line = 0;                  ///< of the PTX text, from 1
    int place = -1;                ///< index into Function::places

    std::string_view opcode() const; ///< "add", up to the first dot
    /// Whether one of the modifiers is this word: has("ftz"). Types are in `types`.
    bool has(std::string_view modifier) const;
};

/// .branchtargets, .calltargets or .callprototype behind a label.
struct Table {
    enum class Kind : std::uint8_t { Branches, Calls, Prototype };
    std::string name;
    Kind kind = Kind::Branches;
    std::vector<int> targets; ///< instructions of Branches, functions of Calls, by index
};

struct Function {
    std::string name;
    bool entry = false;
    bool defined = false;              ///< false: only declared here
    std::vector<Variable> results;     ///< of a .func
    std::vector<Variable> parameters;
    std::vector<Register> registers;
    std::vector<Variable> variables;   ///< .shared, .local and .param of the body
    std::vector<Instruction> instructions;
    std::vector<Place> places;
    std::vector<Table> tables;
    std::vector<std::pair<std::string, int>> labels; ///< in the order of the text; for showing
    std::array<unsigned, 3> max_threads{};           ///< .maxntid, or zeros
    std::array<unsigned, 3> required_threads{};      ///< .reqntid, or zeros
};

struct Module {
    std::string name;                ///< what errors call it: the file's name
    std::string version;             ///< "9.0"
    std::string target;              ///< "sm_75"
    std::vector<std::string> files;  ///< of the .file directives, by their number
    std::vector<Variable> variables; ///< .global, .const, .shared of the module
    std::vector<Function> functions; ///< entries and device functions, in the order of the text
    std::vector<std::string> lines;  ///< the text itself, for showing; line 1 is lines[0]

    /// Index into functions, or -1.
    int find_function(std::string_view function) const;
};

} // namespace lockstep::ptx
