// SPDX-License-Identifier: MIT
// Runs that are read in order to be laid over: files, the learner's own of other days, recordings.
// The disk's thread reads them; what is laid over which experiment is decided between frames.
#include "app/experiment/laid_over.hpp"
#include "app/experiment/run_file.hpp"
#include "app/ledger/run_store.hpp"
#include "app/ledger/sha256.hpp"
#include "app/shell/front.hpp"

#include <memory>

namespace lockstep::shell {

namespace {

/// A recording that is not what the index says was edited: it is not shown.
Result<std::string> recording_text(const KnownRun& known) {
    LOCKSTEP_TRY(std::string text, read_whole(known.file, most_run_file_bytes));
    if (ledger::sha256(text) != known.sha256)
        return fail(known.file.string(),
                    "this recording was changed after it was put into the index.",
                    "Get the original again; lockstep check says what differs.");
    return text;
}

} // namespace

void Front::lay_over(std::vector<LaidOver> runs) {
    auto read = std::make_shared<std::vector<LaidOver>>(std::move(runs));
    m_disk->answer([this, read](Session&) {
        for (LaidOver& laid : *read)
            m_commands.push_back(
                command::LayOver{std::make_shared<const LaidOver>(std::move(laid))});
    });
}

void Front::open_run(const std::string& path) {
    m_disk->add([this, path] {
        auto read = load_laid_over(path);
        if (!read)
            return tell(read.error().text(), true);
        lay_over(*std::move(read));
    });
}

Result<std::string> Front::own_run_text(const std::string& id) const {
    LOCKSTEP_TRY(const std::vector<ledger::Event> events, m_ledger->events());
    const auto kept = ledger::kept_runs(events);
    const auto hash = kept.find(id);
    return ledger::read_run(m_data_folder, id, hash == kept.end() ? "" : hash->second);
}

void Front::open_known_run(const KnownRun& known) {
    m_disk->add([this, known] {
        const auto text = known.recording ? recording_text(known) : own_run_text(known.id);
        const std::string name = known.recording ? known.file.string() : known.id;
        auto run = text ? read_run(*text, name) : Result<Run>(Failure(text.error()));
        auto laid =
            run ? checked_run(*std::move(run), known.id) : Result<LaidOver>(Failure(run.error()));
        if (!laid)
            return tell(laid.error().text());
        std::vector<LaidOver> one;
        one.push_back(*std::move(laid));
        lay_over(std::move(one));
    });
}

} // namespace lockstep::shell
