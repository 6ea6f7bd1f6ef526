// SPDX-License-Identifier: MIT
// The front's part in a passport: it is asked for as a run is, and kept in the file that the
// command line keeps.
#include "app/experiment/passport_file.hpp"
#include "app/experiment/passport_news.hpp"
#include "app/ledger/folders.hpp"
#include "app/shell/front.hpp"

#include <memory>

namespace lockstep::shell {

void Front::take_passport(const protocol::PassportRequest& request) {
    // As with a run: after the frame that shows *Stop*.
    m_request = request;
}

void Front::keep_passport(const protocol::PassportAnswer& answer) {
    m_disk->add([this, answer = std::make_shared<const protocol::PassportAnswer>(answer)] {
        if (const auto kept = lockstep::keep_passport(ledger::cache_folder(), *answer); !kept)
            tell(kept.error().text() + " It will have to be measured again at the next start.");
    });
}

void Front::find_passport(const protocol::Machine& machine) {
    m_disk->add([this, machine] {
        auto kept = std::make_shared<std::optional<protocol::Passport>>(
            kept_passport(ledger::cache_folder(), machine));
        m_disk->answer([kept, hash = machine.hash](Session& session) {
            passport_found(session, hash, std::move(*kept));
        });
    });
}

} // namespace lockstep::shell
