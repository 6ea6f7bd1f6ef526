// SPDX-License-Identifier: MIT
// Messages as lines of JSON: the fields stand in fields.hpp, here is how each kind of value is
// written.
#include "kernels/protocol/fields.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace lockstep::protocol {
namespace {

using Written = nlohmann::ordered_json; // fields in the order of fields.hpp

struct Writer {
    Written out = Written::object();
    void operator()(const char* name, const auto& value);
};

Written written(const auto& plain) {
    return plain;
}

Written written(double number) {
    return std::isfinite(number) ? Written(number) : Written(nullptr); // JSON has no NaN
}

Written written(PointStatus status) {
    return status_names[static_cast<std::size_t>(status)];
}

Written written(const Values& values) {
    Written object = Written::object();
    for (const auto& [name, value] : values)
        object[name] = written(value);
    return object;
}

template <class T>
requires requires(Writer& writer, const T& part) {
    fields(writer, part);
}
Written written(const T& part) {
    Writer writer;
    fields(writer, part);
    return std::move(writer.out);
}

template <class T>
Written written(const std::vector<T>& list) {
    Written array = Written::array();
    for (const T& entry : list)
        array.push_back(written(entry));
    return array;
}

void Writer::operator()(const char* name, const auto& value) {
    out[name] = written(value);
}

std::string text_of(const Written& json, int indent = -1) {
    // A byte that is not UTF-8 (a learner's file name) must not stop the protocol.
    return json.dump(indent, ' ', false, Written::error_handler_t::replace) + "\n";
}

template <class Message>
std::string line_of(const Message& message) {
    Writer writer;
    writer.out["type"] = type_name<Message>();
    fields(writer, message);
    if constexpr (std::same_as<Message, Picture>)
        writer.out["bytes"] = message.bytes.size();
    return text_of(writer.out);
}

} // namespace

std::string write(const ToBench& message) {
    return std::visit([](const auto& m) { return line_of(m); }, message);
}

std::string write(const FromBench& message) {
    return std::visit([](const auto& m) { return line_of(m); }, message);
}

std::string write_catalogue(const Catalogue& catalogue) {
    return text_of(written(catalogue), 1);
}

} // namespace lockstep::protocol
