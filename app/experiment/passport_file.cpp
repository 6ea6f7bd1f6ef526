// SPDX-License-Identifier: MIT
// Keeping and finding passports.
#include "app/experiment/passport_file.hpp"

#include "app/experiment/passport_check.hpp"
#include "app/experiment/run_file.hpp"

#include <algorithm>
#include <system_error>

namespace lockstep {

namespace fs = std::filesystem;

fs::path passport_file(const fs::path& folder, const std::string& hash) {
    constexpr std::string_view letters =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    if (hash.empty() || hash.size() > 64 || hash.find_first_not_of(letters) != std::string::npos)
        return {};
    return folder / ("passport-" + hash + ".json");
}

std::optional<protocol::Passport> kept_passport(const fs::path& folder,
                                                const protocol::Machine& machine) {
    const fs::path file = passport_file(folder, machine.hash);
    if (file.empty())
        return std::nullopt;
    auto text = read_whole(file, protocol::longest_line + 1);
    if (!text)
        return std::nullopt;
    if (text->ends_with('\n'))
        text->pop_back();
    const auto message = protocol::read_from_bench(*text, {});
    const auto* const answer = message ? std::get_if<protocol::PassportAnswer>(&*message) : nullptr;
    if (!answer || answer->machine.hash != machine.hash ||
        answer->passport.edition != protocol::passport_edition || !check_passport(answer->passport))
        return std::nullopt;
    return answer->passport;
}

Result<void> keep_passport(const fs::path& folder, const protocol::PassportAnswer& answer) {
    const fs::path file = passport_file(folder, answer.machine.hash);
    if (file.empty())
        return fail("passport", "this machine has no name to keep it under.");
    std::error_code ignored; // writing says what is wrong with the folder
    fs::create_directories(folder, ignored);
    return write_whole(file, protocol::write(protocol::FromBench(answer)));
}

} // namespace lockstep
