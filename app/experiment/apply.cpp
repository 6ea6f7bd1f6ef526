// SPDX-License-Identifier: MIT
// Applying a command: the one place where the session changes by what somebody did.
#include "app/experiment/handlers.hpp"

namespace lockstep {

namespace handlers {

Context context_of(Session& session, Effects& effects) {
    return {session, effects, session.lesson()};
}

void Context::remember(const std::string& kind, const std::string& block,
                       const std::string& json) const {
    if (!session.presenter.on) effects.remember(kind, session.lesson_id, block, json);
}

void Context::notice(std::string sentence, std::vector<std::string> details) const {
    session.notices.push_back({std::move(sentence), std::move(details)});
}

} // namespace handlers

void apply(Session& session, const Command& command, Effects& effects) {
    const handlers::Context context = handlers::context_of(session, effects);
    std::visit([&context](const auto& one) { handlers::handle(context, one); }, command);
}

} // namespace lockstep
