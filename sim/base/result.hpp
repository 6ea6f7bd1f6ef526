// SPDX-License-Identifier: MIT
// What can fail outside the program (files, devices, lessons, the bench) returns a Result: a value,
// or an Error that says where, what, and what to do about it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace lockstep {

/// Three sentences' worth: `where` is a file with line, a field or a device ("lesson.toml:12"),
/// `what` says what is wrong there, `remedy` says what the reader can do. `remedy` may be empty.
struct Error {
    std::string where;
    std::string what;
    std::string remedy;

    /// "lesson.toml:12: unknown workload 'amdal'. Did you mean 'amdahl'?"
    std::string text() const {
        std::string line = where.empty() ? what : where + ": " + what;
        if (!remedy.empty()) line += " " + remedy;
        return line;
    }
};

template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure fail(std::string where, std::string what, std::string remedy = {}) {
    return Failure(Error{std::move(where), std::move(what), std::move(remedy)});
}

} // namespace lockstep

#define LOCKSTEP_JOIN_(a, b) a##b
#define LOCKSTEP_JOIN(a, b) LOCKSTEP_JOIN_(a, b)

/// LOCKSTEP_TRY(auto text, read_file(path)); passes an error up to the caller's own Result.
#define LOCKSTEP_TRY(declaration, expression)                                                      \
    auto LOCKSTEP_JOIN(try_, __LINE__) = (expression);                                             \
    if (!LOCKSTEP_JOIN(try_, __LINE__))                                                            \
        return ::lockstep::Failure(std::move(LOCKSTEP_JOIN(try_, __LINE__)).error());              \
    declaration = *std::move(LOCKSTEP_JOIN(try_, __LINE__))

/// The same for Result<void>.
#define LOCKSTEP_CHECK(expression)                                                                 \
    if (auto checked = (expression); !checked)                                                     \
    return ::lockstep::Failure(std::move(checked).error())
