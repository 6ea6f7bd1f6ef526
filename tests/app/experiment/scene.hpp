// SPDX-License-Identifier: MIT
// A lesson of every kind of block, a session with it open, effects that write down what was asked,
// and a bench that answers from a formula.
#pragma once

#include "app/content/blocks/bodies.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/queries.hpp"
#include "tests/app/experiment/support.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lockstep::testing_support {

struct Remembered {
    std::string kind, lesson, block, json;
};

class WrittenEffects : public Effects {
  public:
    WrittenEffects();
    ~WrittenEffects() override;
    WrittenEffects(const WrittenEffects&) = default;
    WrittenEffects& operator=(const WrittenEffects&) = default;

    void start_run(const protocol::RunRequest& request) override;
    void cancel_run() override;
    void restart_bench() override;
    void take_passport(const protocol::PassportRequest& request) override;
    void keep_passport(const protocol::PassportAnswer& answer) override;
    void find_passport(const protocol::Machine& machine) override;
    void start_simulation(const protocol::SimulateRequest& request) override;
    void cancel_simulation() override;
    void ask_simulator(const protocol::ToBench& message) override;
    void remember(const std::string& kind, const std::string& lesson, const std::string& block,
                  const std::string& json) override;
    void keep_run(const Run& run) override;
    void save_run(const Run&, const std::string& path) override;
    void open_run(const std::string& path) override;
    void open_known_run(const KnownRun& run) override;
    void open_trace(const std::string& path) override;
    void save_settings(const Settings& settings) override;
    void open_web(const std::string& uri) override;

    int count(const std::string& kind) const;

    std::vector<protocol::RunRequest> requests;
    std::vector<protocol::SimulateRequest> simulations;
    std::vector<protocol::ToBench> asked; ///< of the simulator, about a trace
    std::vector<protocol::PassportRequest> passports_asked;
    std::vector<protocol::PassportAnswer> passports_kept;
    std::vector<protocol::Machine> passports_sought;
    int cancels = 0, restarts = 0, simulation_cancels = 0;
    std::vector<Remembered> events;
    std::vector<Run> kept;
    std::vector<std::string> saved, opened, known_opened, traces_opened, web;
    std::vector<Settings> settings_saved;
};

template <class Body>
content::Block block(const std::string& kind, const std::string& id, content::Step step,
                     Body body) {
    return {kind, id, step, 1, std::make_shared<Body>(std::move(body))};
}

content::PredictBody curve_body();

content::RunBody gate_body();

content::RunBody fails_body();

std::vector<content::Block> quiz_blocks();

content::Lesson lesson();

/// A session with the lesson open and the bench ready.
struct Scene {
    explicit Scene(int cores = 2);
    ~Scene();
    Scene(const Scene& other);

    void act(const Command& command);

    LessonState& state();
    BlockState& block(const std::string& id);
    LabState& lab();
    const content::Lesson& open() const;
    const content::Experiment& main() const;

    void draw(const std::function<double(double)>& height);
    void guess(const std::function<double(double)>& height);

    /// Answers the last request: rounds of every point, then done.
    void answer(const TimeOf& time_of = amdahl_time, int flags = 0);
    void begin(const TimeOf& time_of = amdahl_time);
    void send_rounds(int first, int count, int flags, const TimeOf& time_of);

    /// Guessed, run, asked and answered: everything of Compare is open.
    void reach_compare(const std::function<double(double)>& height = [](double f) {
        return 1 + f;
    });

    Session session;
    WrittenEffects effects;
};

} // namespace lockstep::testing_support
