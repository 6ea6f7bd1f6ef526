// SPDX-License-Identifier: MIT
// Lines of JSON as messages. What was written by others is never trusted: a field that has another
// type than its own is refused with its name, and so is what is too long.
#include "kernels/protocol/fields.hpp"

#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace lockstep::protocol {
namespace {

using Parsed = nlohmann::json; // a tree, so that a line of a hundred thousand names stays harmless

/// Reads what is there and notes the first field that is not what it should be. A field that is
/// missing or null keeps its default, since a newer or older end may not have it.
struct Reader {
    const Parsed& in;
    std::string& problem;
    void operator()(const char* name, auto& value) {
        const auto found = in.find(name);
        if (found == in.end() || found->is_null() || !problem.empty())
            return;
        if (!read(*found, value) && problem.empty())
            problem = fmt::format("field '{}' is not {}", name, wanted(value));
    }

  private:
    static std::string_view wanted(const bool&) { return "true or false"; }
    static std::string_view wanted(const std::string&) { return "text"; }
    static std::string_view wanted(const double&) { return "a number"; }
    static std::string_view wanted(const std::integral auto&) { return "a whole number"; }
    static std::string_view wanted(const PointStatus&) { return "a status"; }
    static std::string_view wanted(const Values&) { return "an object of numbers"; }
    template <class T>
    static std::string_view wanted(const std::vector<T>&) {
        return "a list of what belongs there";
    }
    static std::string_view wanted(const auto&) { return "an object"; }

    bool read(const Parsed& json, bool& value) const;
    bool read(const Parsed& json, std::string& value) const;
    bool read(const Parsed& json, double& value) const;
    bool read(const Parsed& json, std::integral auto& value) const;
    bool read(const Parsed& json, PointStatus& value) const;
    bool read(const Parsed& json, Values& values) const;
    template <class T>
    bool read(const Parsed& json, std::vector<T>& list) const;
    template <class T>
    requires requires(Reader& reader, T& part) { fields(reader, part); }
    bool read(const Parsed& json, T& part) const;
};

bool Reader::read(const Parsed& json, bool& value) const {
    if (json.is_boolean())
        value = json.get<bool>();
    return json.is_boolean();
}

bool Reader::read(const Parsed& json, std::string& value) const {
    if (json.is_string())
        value = json.get_ref<const std::string&>();
    return json.is_string();
}

bool Reader::read(const Parsed& json, double& value) const {
    if (json.is_null())
        value = std::numeric_limits<double>::quiet_NaN(); // a missing value inside a column
    else if (json.is_number())
        value = json.get<double>();
    else
        return false;
    return true;
}

bool Reader::read(const Parsed& json, std::integral auto& value) const {
    using T = std::remove_cvref_t<decltype(value)>;
    if (!json.is_number_integer())
        return false;
    const bool too_big = json.is_number_unsigned() && !std::in_range<T>(json.get<std::uint64_t>());
    if (too_big || !std::in_range<T>(json.get<std::int64_t>()))
        return false;
    value = static_cast<T>(json.get<std::int64_t>());
    return true;
}

bool Reader::read(const Parsed& json, PointStatus& value) const {
    for (std::size_t i = 0; i < std::size(status_names); ++i)
        if (json.is_string() && json.get_ref<const std::string&>() == status_names[i]) {
            value = static_cast<PointStatus>(i);
            return true;
        }
    return false;
}

bool Reader::read(const Parsed& json, Values& values) const {
    if (!json.is_object())
        return false;
    values.clear();
    for (const auto& [name, value] : json.items())
        if (double number = 0; value.is_number() && read(value, number))
            values.emplace(name, number);
        else
            return false;
    return true;
}

template <class T>
bool Reader::read(const Parsed& json, std::vector<T>& list) const {
    if (!json.is_array())
        return false;
    list.clear();
    list.reserve(json.size());
    for (const Parsed& entry : json)
        if (!read(entry, list.emplace_back()))
            return false;
    return true;
}

template <class T>
requires requires(Reader& reader, T& part) {
    fields(reader, part);
}
bool Reader::read(const Parsed& json, T& part) const {
    if (!json.is_object())
        return false;
    Reader inner{json, problem};
    fields(inner, part);
    return problem.empty();
}

// ---- a line -------------------------------------------------------------------------------------

constexpr const char* origin = "protocol";

Failure refused(std::string what) {
    return fail(origin, std::move(what), "Both ends must be of the same version of Lockstep.");
}

Result<Parsed> parsed_line(std::string_view line) {
    if (line.size() > longest_line)
        return refused(fmt::format("a line of {} bytes is longer than the {} allowed.", line.size(),
                                   longest_line));
    Parsed json = Parsed::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return refused("a line is not one JSON object.");
    if (const auto found = json.find("protocol"); found != json.end() && *found != version)
        return refused(fmt::format("this is protocol {}, and the other end speaks {}.", version,
                                   found->dump(-1, ' ', false, Parsed::error_handler_t::replace)));
    if (const auto type = json.find("type"); type == json.end() || !type->is_string())
        return refused("a message does not say its type.");
    return json;
}

template <class Message>
Result<Message> message_of(const Parsed& json) {
    Message message;
    std::string problem;
    Reader reader{json, problem};
    fields(reader, message);
    if (!problem.empty())
        return refused(fmt::format("message '{}': {}.", type_name<Message>(), problem));
    return message;
}

/// The alternative of the variant whose type name the line carries.
template <class Any, std::size_t i = 0>
Result<Any> any_of(const Parsed& json) {
    const auto& type = json.at("type").template get_ref<const std::string&>();
    if constexpr (i == std::variant_size_v<Any>) {
        return refused(fmt::format("unknown message '{}'.", type.substr(0, 40)));
    } else {
        using Message = std::variant_alternative_t<i, Any>;
        if (type != type_name<Message>())
            return any_of<Any, i + 1>(json);
        LOCKSTEP_TRY(Message message, message_of<Message>(json));
        return Any(std::move(message));
    }
}

/// A column may be left out as a whole.
bool columns_agree(const Samples& s) {
    const std::size_t n = s.round.size();
    const auto fits = [n](const auto& column) { return column.empty() || column.size() == n; };
    return s.time_ns.size() == n && fits(s.busy_ns) && fits(s.longest_ns) && fits(s.serial_ns) &&
           fits(s.lanes_used) && fits(s.lanes_offered) && fits(s.claimed_ns) && fits(s.kernel_ns) &&
           fits(s.copy_ns) && fits(s.flags);
}

bool columns_agree(const Spans& s) {
    const std::size_t n = s.worker.size();
    return s.phase.size() == n && s.task.size() == n && s.kind.size() == n &&
           s.begin_ns.size() == n && s.end_ns.size() == n;
}

bool bytes_agree(const Picture& p) {
    const bool possible = p.width >= 0 && p.height >= 0 && p.tile_width >= 0 && p.tile_height >= 0;
    return possible && p.bytes.size() == 4 * static_cast<std::size_t>(p.width) *
                                             static_cast<std::size_t>(p.height);
}

} // namespace

Result<ToBench> read_to_bench(std::string_view line) {
    LOCKSTEP_TRY(const Parsed json, parsed_line(line));
    return any_of<ToBench>(json);
}

Result<FromBench> read_from_bench(std::string_view line, std::vector<std::byte> bytes) {
    LOCKSTEP_TRY(const Parsed json, parsed_line(line));
    if (json.at("type") == type_name<Hello>() && !json.contains("protocol"))
        return refused("the bench's hello does not say which protocol it speaks.");
    LOCKSTEP_TRY(FromBench message, any_of<FromBench>(json));
    if (auto* const samples = std::get_if<Samples>(&message); samples && !columns_agree(*samples))
        return refused("message 'samples': its columns differ in length.");
    if (auto* const spans = std::get_if<Spans>(&message); spans && !columns_agree(*spans))
        return refused("message 'spans': its columns differ in length.");
    if (auto* const steps = std::get_if<Steps>(&message); steps && !columns_agree(*steps))
        return refused("message 'steps': its columns do not belong together.");
    if (auto* const all = std::get_if<Overview>(&message); all && !columns_agree(*all))
        return refused("message 'overview': its columns do not belong together.");
    if (auto* const picture = std::get_if<Picture>(&message)) {
        picture->bytes = std::move(bytes);
        if (!bytes_agree(*picture))
            return refused("message 'picture': not four bytes for each of its pixels.");
    }
    return message;
}

Result<std::size_t> announced_bytes(std::string_view line) {
    if (line.find("\"bytes\"") == std::string_view::npos)
        return std::size_t{0}; // nearly every line; it is parsed only once then
    LOCKSTEP_TRY(const Parsed json, parsed_line(line));
    const auto found = json.find("bytes");
    if (found == json.end())
        return std::size_t{0};
    if (!found->is_number_unsigned())
        return refused("field 'bytes' is not a number of bytes.");
    if (found->get<std::uint64_t>() > most_bytes)
        return refused(fmt::format("{} raw bytes are more than the {} allowed.",
                                   found->get<std::uint64_t>(), most_bytes));
    return found->get<std::size_t>();
}

Result<Catalogue> read_catalogue(std::string_view text) {
    const Parsed json = Parsed::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return fail("catalogue", "this is not a JSON object.", "Build the bench again.");
    Catalogue catalogue;
    std::string problem;
    Reader reader{json, problem};
    fields(reader, catalogue);
    if (!problem.empty())
        return fail("catalogue", problem + ".", "Build the bench again.");
    return catalogue;
}

} // namespace lockstep::protocol
