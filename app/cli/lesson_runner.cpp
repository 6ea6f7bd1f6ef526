// SPDX-License-Identifier: MIT
// Driving a session through a lesson's runs.
#include "app/cli/lesson_runner.hpp"

#include "app/cli/values.hpp"
#include "app/experiment/machine_roofs.hpp"
#include "app/experiment/parameters.hpp"
#include "app/experiment/passport_file.hpp"
#include "app/ledger/folders.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace lockstep::cli {

namespace {

/// The session's wishes: a run is kept until the loop sends it; nothing is remembered of a
/// terminal.
class Wishes : public Effects {
  public:
    std::optional<protocol::RunRequest> request;
    std::optional<protocol::SimulateRequest> simulation; ///< wished for when the times are there

    void start_run(const protocol::RunRequest& wanted) override { request = wanted; }
    void start_simulation(const protocol::SimulateRequest& wanted) override { simulation = wanted; }
    void cancel_simulation() override {}
    void ask_simulator(const protocol::ToBench&) override {}
    void cancel_run() override {}
    void restart_bench() override {}
    void take_passport(const protocol::PassportRequest&) override {}
    void keep_passport(const protocol::PassportAnswer&) override {}
    void find_passport(const protocol::Machine&) override {}
    void remember(const std::string&, const std::string&, const std::string&,
                  const std::string&) override {}
    void keep_run(const Run&) override {}
    void save_run(const Run&, const std::string&) override {}
    void open_run(const std::string&) override {}
    void open_known_run(const KnownRun&) override {}
    void open_trace(const std::string&) override {}
    void save_settings(const Settings&) override {}
    void open_web(const std::string&) override {}
};

Finding::Verdict verdict_of(const Compared& compared, const std::string& expect) {
    switch (compared.outcome) {
    case Outcome::Above:
    case Outcome::Below:
    case Outcome::Same:
        break;
    case Outcome::Wrong:
        return Finding::Verdict::DoesNotHold;
    default:
        return Finding::Verdict::CannotBeShown;
    }
    if (expect.empty())
        return Finding::Verdict::Noted;
    const bool above = expect == "above" && compared.outcome == Outcome::Above;
    const bool below = expect == "below" && compared.outcome == Outcome::Below;
    const bool same = expect == "same" && compared.outcome == Outcome::Same;
    return above || below || same ? Finding::Verdict::Holds : Finding::Verdict::DoesNotHold;
}

std::string title_of(const content::RunBody& body, const std::string& block) {
    return body.ask.empty() ? block : body.ask;
}

} // namespace

LessonRunner::LessonRunner(BenchClient& bench, content::Course course, const std::string& lesson,
                           std::optional<double> budget_s)
    : m_bench(bench), m_budget_s(budget_s) {
    m_session.course = std::move(course);
    m_session.catalogue = bench.catalogue();
    m_session.machine = bench.machine();
    // What is too small to be seen here can be said before it is measured.
    m_session.passport.taken = kept_passport(ledger::cache_folder(), bench.machine());
    if (m_session.passport.taken)
        put_roofs(m_session.machine, *m_session.passport.taken);
    m_session.lesson_id = lesson;
    m_session.bench.phase = BenchPhase::Ready;
    // Nobody guesses here: everything lies open, and no sentence says "you drew".
    m_session.lessons[lesson].reached = content::Step::Explain;
}

std::vector<std::string> LessonRunner::blocks() const {
    std::vector<std::string> names;
    for (const content::Block& block : lesson().blocks)
        if (block.kind == "run")
            names.push_back(block.id);
    return names;
}

std::vector<std::string> LessonRunner::tabs_without_a_block() const {
    std::vector<std::string> names;
    for (const content::Experiment& experiment : lesson().experiments) {
        const bool has_block =
            std::ranges::any_of(lesson().blocks, [&](const content::Block& block) {
                const auto* body = dynamic_cast<const content::RunBody*>(block.body.get());
                return body && body->experiment == experiment.id;
            });
        if (!has_block && !experiment.counts())
            names.push_back(experiment.id);
    }
    return names;
}

std::optional<Trouble> LessonRunner::start(const Command& run, const ProgressTold& progress) {
    Wishes wishes;
    m_session.notices.clear();
    apply(m_session, run, wishes);
    const auto take = [&](const protocol::FromBench& message) {
        if (const auto* told = std::get_if<protocol::Progress>(&message))
            progress(*told);
        receive(m_session, message, wishes);
    };
    std::optional<Trouble> trouble;
    if (wishes.request) {
        wishes.request->budget_s = m_budget_s.value_or(wishes.request->budget_s);
        trouble = m_bench.carry_out(*wishes.request, wishes.request->id, take);
    }
    if (!trouble && wishes.simulation)
        trouble = m_bench.simulate(*wishes.simulation, take);
    return trouble;
}

tl::expected<BlockResult, Trouble> LessonRunner::carry_out(const std::string& block,
                                                           const ProgressTold& progress) {
    if (const auto trouble = start(command::StartBlockRun{block}, progress))
        return tl::unexpected(*trouble);
    return judged(block);
}

tl::expected<BlockResult, Trouble> LessonRunner::carry_out_tab(const std::string& experiment,
                                                               const ProgressTold& progress) {
    if (const auto trouble = start(command::StartRun{experiment}, progress))
        return tl::unexpected(*trouble);
    BlockResult result;
    result.experiment = lesson().experiment(experiment);
    result.title = result.experiment->tab.empty() ? experiment : result.experiment->tab;
    if (const LabState* lab = m_session.lab(experiment); lab && lab->run)
        result.run = *lab->run;
    result.curves = model_curves(m_session, lesson(), *result.experiment);
    result.finding.title = result.title;
    result.finding.verdict = Finding::Verdict::Noted;
    return result;
}

BlockResult LessonRunner::judged(const std::string& block) const {
    BlockResult result;
    const auto* body = lesson().body<content::RunBody>(block);
    result.block = block;
    result.title = title_of(*body, block);
    result.experiment = lesson().experiment(body->experiment);
    if (!result.experiment)
        return result;
    const LabState* lab = m_session.lab(body->experiment);
    if (lab && lab->by_block.contains(block))
        result.run = lab->by_block.at(block);
    result.curves = model_curves(m_session, lesson(), *result.experiment);
    result.compared = lockstep::compared(m_session, lesson(), *body, block);
    result.expects = body->compare && !body->compare->expect.empty();
    result.finding.title = result.title;
    result.finding.says = result.compared.says;
    result.finding.verdict =
        verdict_of(result.compared, body->compare ? body->compare->expect : std::string{});
    if (!body->compare)
        result.finding.verdict = Finding::Verdict::Noted;
    // A sentence that names a disturbed mark is not said; what was compared still is.
    const bool decided = result.finding.verdict != Finding::Verdict::CannotBeShown;
    const bool ratio = result.compared.ratio > 0 && std::isfinite(result.compared.ratio);
    if (decided && ratio && result.finding.says.empty())
        result.finding.says =
            fmt::format("One side came to {:.3g} times the other. The marks that the lesson's own "
                        "sentence names are disturbed.",
                        result.compared.ratio);
    if (result.finding.verdict == Finding::Verdict::CannotBeShown && result.finding.says.empty()) {
        result.finding.says = cannot_show(m_session, *result.experiment);
        if (!m_session.notices.empty())
            result.finding.says = m_session.notices.back().sentence;
        if (result.finding.says.empty())
            result.finding.says =
                result.experiment->counts() ? "Nothing was counted." : "Nothing was measured.";
    }
    return result;
}

Result<void> set_in_lesson(content::Course& course, const std::string& lesson,
                           const protocol::Catalogue& catalogue,
                           const std::vector<std::string>& settings) {
    const auto found = std::ranges::find(course.lessons, lesson, &content::Lesson::id);
    for (const std::string& text : settings) {
        LOCKSTEP_TRY(const Setting setting, read_setting("--set", text));
        bool known = false;
        std::optional<Error> refused;
        for (content::Experiment& experiment : found->experiments) {
            if (experiment.x == setting.name)
                continue;
            const auto value = read_value(catalogue, experiment.workload, setting.name,
                                          text.substr(text.find('=') + 1));
            if (!value) {
                if (parameter_info(catalogue, experiment.workload, setting.name) || !refused)
                    refused = value.error();
                continue;
            }
            known = true;
            experiment.set[setting.name] = *value;
            for (content::Slider& slider : experiment.sliders)
                if (slider.parameter == setting.name) {
                    slider.start = slider.low = slider.high = {*value, false};
                    slider.stops.clear();
                }
        }
        if (!known)
            return Failure(refused.value_or(Error{setting.name, "is swept in this lesson.", ""}));
    }
    return {};
}

} // namespace lockstep::cli
