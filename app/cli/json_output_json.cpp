// SPDX-License-Identifier: MIT
// JSON of the subcommands.
#include "app/cli/json_output.hpp"

#include "app/experiment/plain_text.hpp"
#include "app/experiment/run_file.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace lockstep::cli {

using OrderedJson = nlohmann::ordered_json;

namespace {

std::string text_of(const OrderedJson& json) {
    return json.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string_view name_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::Above:
        return "above";
    case Outcome::Below:
        return "below";
    case Outcome::Same:
        return "same";
    case Outcome::Disturbed:
        return "disturbed";
    case Outcome::Wrong:
        return "wrong";
    case Outcome::Unavailable:
        return "unavailable";
    case Outcome::NotRun:
        return "not run";
    }
    return "";
}

OrderedJson finding_json(const BlockResult& result) {
    const bool compared = result.compared.outcome == Outcome::Above ||
                          result.compared.outcome == Outcome::Below ||
                          result.compared.outcome == Outcome::Same;
    const auto number = [compared](double value) {
        return compared && std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr);
    };
    OrderedJson holds = nullptr;
    if (result.expects && result.finding.verdict != Finding::Verdict::CannotBeShown)
        holds = result.finding.verdict == Finding::Verdict::Holds;
    return {{"block", result.block},
            {"title", plain_text(result.title)},
            {"experiment", result.experiment ? result.experiment->id : ""},
            {"holds", holds},
            {"outcome", name_of(result.compared.outcome)},
            {"ratio", number(result.compared.ratio)},
            {"low", number(result.compared.low)},
            {"high", number(result.compared.high)},
            {"says", plain_text(result.finding.says)}};
}

std::string_view name_of(Unpaired::Verdict verdict) {
    switch (verdict) {
    case Unpaired::Verdict::More:
        return "more";
    case Unpaired::Verdict::Less:
        return "less";
    case Unpaired::Verdict::Same:
        return "same";
    case Unpaired::Verdict::Undecided:
        return "undecided";
    }
    return "";
}

OrderedJson mark_json(const MarkPair& mark) {
    const Unpaired& difference = mark.difference;
    const bool decided = difference.verdict != Unpaired::Verdict::Undecided;
    const auto number = [](bool there, double value) {
        return there && std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr);
    };
    return {{"variant", mark.variant},
            {"x", mark.x},
            {"now", number(mark.now.n > 0, mark.now.value)},
            {"then", number(mark.then.n > 0, mark.then.value)},
            {"ratio", number(decided, difference.ratio)},
            {"low", number(decided, difference.low)},
            {"high", number(decided, difference.high)},
            {"outcome", name_of(difference.verdict)},
            {"reason", difference.reason},
            {"differs_together", mark.together}};
}

OrderedJson whence_json(const Run& run) {
    return {{"id", run.id}, {"machine", run.machine.name}, {"started", run.started}};
}

} // namespace

std::string comparison_json(const RunsCompared& compared) {
    OrderedJson runs = OrderedJson::array();
    for (const RunPair& pair : compared.pairs) {
        OrderedJson marks = OrderedJson::array();
        for (const MarkPair& mark : pair.marks)
            marks.push_back(mark_json(mark));
        runs.push_back({{"experiment", pair.now->experiment_id},
                        {"workload", pair.now->workload},
                        {"x", pair.now->x},
                        {"quantity", pair.now->quantity},
                        {"now", whence_json(*pair.now)},
                        {"then", whence_json(*pair.then)},
                        {"marks", marks}});
    }
    return text_of({{"format", "lockstep-comparison"},
                    {"version", 1},
                    {"unpaired", true},
                    {"confidence_together", compared.confidence},
                    {"differ_together", compared.differ_together},
                    {"runs", runs}});
}

std::string lesson_json(const std::string& lesson, const std::vector<BlockResult>& results) {
    OrderedJson findings = OrderedJson::array(), runs = OrderedJson::array();
    for (const BlockResult& result : results) {
        if (!result.block.empty()) // a tab alone asks nothing
            findings.push_back(finding_json(result));
        if (!result.run.id.empty())
            runs.push_back(OrderedJson::parse(write_run(result.run), nullptr, false));
    }
    return OrderedJson{{"format", "lockstep-lesson"},
                       {"version", 1},
                       {"lesson", lesson},
                       {"findings", findings},
                       {"runs", runs}}
               .dump(-1, ' ', false, OrderedJson::error_handler_t::replace) +
           "\n";
}

std::string passport_json(const protocol::Machine& machine, const protocol::Passport& passport) {
    // The protocol has the one list of the fields.
    const OrderedJson answer = OrderedJson::parse(
        protocol::write(protocol::FromBench(protocol::PassportAnswer{"", machine, passport})),
        nullptr, false);
    OrderedJson json = answer.value("machine", OrderedJson::object());
    json["passport"] = answer.value("passport", OrderedJson::object());
    return text_of(json);
}

std::string list_json(const std::vector<std::pair<std::string, std::vector<Object>>>& lists) {
    OrderedJson json = OrderedJson::object();
    for (const auto& [name, objects] : lists) {
        json[name] = OrderedJson::array();
        for (const Object& object : objects) {
            OrderedJson entry = OrderedJson::object();
            for (const auto& [field, value] : object)
                entry[field] = value;
            json[name].push_back(std::move(entry));
        }
    }
    return text_of(json);
}

std::string model_json(const models::Model& model, const Values& set, const std::string& x,
                       const std::vector<std::pair<double, double>>& points) {
    OrderedJson parameters = OrderedJson::object(), marks = OrderedJson::array();
    for (const auto& [name, value] : set)
        parameters[name] = value;
    for (const auto& [at, value] : points)
        marks.push_back(
            {{"x", at},
             {"value", std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr)}});
    return text_of({{"format", "lockstep-model"},
                    {"version", 1},
                    {"model", model.name},
                    {"title", model.title},
                    {"source", model.source},
                    {"quantity", model.quantity},
                    {"parameters", parameters},
                    {"x", x},
                    {"points", marks}});
}

} // namespace lockstep::cli
