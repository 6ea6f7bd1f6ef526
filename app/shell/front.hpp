// SPDX-License-Identifier: MIT
// The main thread's state and what it is connected to: the bench, the disk, the ledger. It knows
// nothing of ImGui: the window asks it between frames what to do next.
#pragma once

#include "app/experiment/bench_process.hpp"
#include "app/experiment/commands.hpp"
#include "app/experiment/simulator.hpp"
#include "app/ledger/ledger.hpp"
#include "app/shell/disk.hpp"
#include "app/shell/doorbell.hpp"
#include "app/shell/frame_log.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace lockstep::shell {

/// Where the front finds and keeps its things.
struct FrontOptions {
    std::string lesson;                    ///< opened first; empty: where the learner left off
    std::string file;                      ///< run or trace file to open; empty: none
    std::filesystem::path root;            ///< holds lessons/ and assets/
    std::filesystem::path recordings = {}; ///< a folder of them; empty: those in assets/
    std::vector<std::string> bench;        ///< argument vector
    std::filesystem::path frame_log;       ///< for the tests; empty: none is written
};

class Front : public Effects {
  public:
    explicit Front(FrontOptions options);
    ~Front() override;

    const Session& session() const { return m_session; }
    Commands& commands() { return m_commands; }
    Doorbell& doorbell() { return m_doorbell; }
    FrameLog& frame_log() { return m_frame_log; }
    Disk& disk() { return *m_disk; }
    const std::filesystem::path& root() const { return m_options.root; }

    /// Between frames: answers of the disk, messages of the bench, commands, in this order. True
    /// when there was any.
    bool apply_all();

    /// True while a slice is timed: then no frame may be drawn.
    bool is_timing() const { return m_timing; }
    /// Sleeps until the bench takes a breath, ends, fails, or a repetition outlasts 300 ms while
    /// `input_waits` says that the learner did something. Returns in order to draw one frame.
    void wait_for_breath(const std::function<bool()>& input_waits);
    /// The frame was shown: what it held back (a run's request, `go`) is sent now.
    void frame_drawn(std::int64_t begin_ns, std::int64_t end_ns);

    // ---- Effects
    // ---------------------------------------------------------------------------------
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
    void save_run(const Run& run, const std::string& path) override;
    void open_run(const std::string& path) override;
    void open_known_run(const KnownRun& run) override;
    void open_trace(const std::string& path) override;
    void save_settings(const Settings& settings) override;
    void open_web(const std::string& uri) override;

  private:
    void start_bench();
    void save_pixels(const std::string& path);
    bool take_messages();
    void ask_passport(const protocol::FromBench& message);
    bool take_failure();
    bool take_simulated();
    BenchProcess::Options bench_options();
    void watch_lessons();
    void check_lessons();
    /// For jobs of the disk: lessons that were read, and what is wrong with them.
    void bring_lessons(content::Course read);
    void read_cards();
    void open_ledger();
    void find_runs(const std::vector<ledger::Event>& events);
    /// For jobs of the disk: commands between two frames.
    void lay_over(std::vector<LaidOver> runs);
    Result<std::string> own_run_text(const std::string& id) const;
    void notice(std::string sentence, std::vector<std::string> details = {});
    /// For jobs of the disk: a notice between two frames; of_file as in Notice.
    void tell(std::string sentence, bool of_file = false);

    const FrontOptions m_options;
    std::string m_lesson; ///< opened first
    const std::filesystem::path m_data_folder, m_config_folder;
    Session m_session;
    Commands m_commands;
    Doorbell m_doorbell;
    FrameLog m_frame_log;
    std::unique_ptr<BenchProcess> m_bench;
    Simulator m_simulator; ///< a second bench; never busy while the first one times
    std::optional<protocol::ToBench> m_request; ///< sent when the frame with *Stop* is shown
    bool m_timing = false; ///< the bench was told to go on and has not breathed since
    bool m_breath = false; ///< it waits for `go`
    bool m_unseen = false; ///< messages were taken in after the frame was built
    std::int64_t m_breath_ns = 0, m_redraw_begin_ns = 0, m_redraw_end_ns = 0;
    bool m_asked_passport = false;
    /// What lessons may name; only the disk's thread uses it.
    std::shared_ptr<const protocol::Catalogue> m_checked_against;
    std::optional<ledger::Ledger> m_ledger; ///< after the start only the disk's thread uses it
    std::unique_ptr<Disk> m_disk;           ///< last: its thread ends before what its jobs use goes
};

/// CLOCK_MONOTONIC, the bench's clock.
std::int64_t now_ns();

} // namespace lockstep::shell
