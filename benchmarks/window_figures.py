# SPDX-License-Identifier: MIT
"""The figures that are the window's: its first frame, its widgets, its idleness, and what an open window
costs a timed run. Under a display: window_figures.py PROGRAM"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "window"))
from real_window import DATA, Window, frames_inside, slices_of  # noqa: E402

STARTS, IDLE_S, KEYS, PAIRS = 5, 10, 120, 11
SWEEP = "f=0,0.125,0.25,0.375,0.5,0.625,0.75,0.875,1"

missed = 0


def figure(name, bound, value, unit, reached, note):
    """One row, as lockstep_benchmarks prints its own."""
    global missed
    missed += not reached
    print(f"{name:<34} {bound:<12} {value:>9.4g} {unit:<4} {'reached' if reached else 'NOT REACHED':<11} {note}",
          flush=True)


def opened(folder, program=sys.argv[1], lesson="amdahl"):
    window = Window(program, lesson, Path(folder))
    window.wait("the first frame", lambda: window.frames() > 0)
    return window


def starts_ms(program):
    times = []
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as folder:
            window = opened(folder, program)
            times.append((window.events()[0][1] - window.begun_ns) / 1e6)
            window.wait_until_quiet()
            window.quit()
    return statistics.median(times)


def first_frame():
    median = starts_ms(sys.argv[1])
    figure("first frame of the window", "<= 500 ms", median, "ms", median <= 500, f"median of {STARTS} warm starts")
    script = Path(__file__).resolve().parent.parent / "lockstep"
    subprocess.run([str(script), "--yes", "--version"], check=True, capture_output=True)  # the first start
    median = starts_ms(str(script))
    figure("second start, to the window", "<= 2000 ms", median, "ms", median <= 2000, f"./lockstep, median of {STARTS}")


def guess(window, places=4):
    for _ in range(places):
        window.key("Right")
        window.key("Up")


def widgets_and_idleness(window):
    window.wait_until_quiet()
    skipped = len(window.events())
    for i in range(KEYS):
        subprocess.run(["xdotool", "key", ("Right", "Up", "Left", "Down")[i % 4]], check=True)
        time.sleep(0.02)
    window.wait_until_quiet()
    drawn = sorted(value for what, _, value in window.events()[skipped:] if what == "frame")
    p99 = drawn[min(len(drawn) - 1, round(0.99 * len(drawn)))] / 1e6
    figure("widgets of a frame, p99", "<= 2 ms", p99, "ms", p99 <= 2, f"{len(drawn)} frames of a lesson with a guess drawn")
    frames, processor = window.frames(), window.processor_s()
    time.sleep(IDLE_S)
    frames, processor = window.frames() - frames, window.processor_s() - processor
    figure("frames of an idle window", "0", frames, "", frames == 0, f"in {IDLE_S} s")
    share = 100 * processor / IDLE_S
    figure("idle window, share of a core", "<= 0.1 %", share, "%", share <= 0.1, f"in {IDLE_S} s")


def run_once(window):
    """Runs the lab's experiment; the events from the key on."""
    skipped = len(window.events())
    begun_ns = time.monotonic_ns()
    subprocess.run(["xdotool", "key", "r"], check=True)
    window.wait("the run", lambda: any(what == "breath" for what, _, _ in window.events()[skipped:]))
    window.wait_until_quiet()
    return begun_ns, window.events()[skipped:]


def first_mark_ms(begun_ns, events):
    """From the key to the first frame that was begun after samples had come: it shows the first mark."""
    came = next(when for what, when, _ in events if what == "samples")
    return (next(when + value for what, when, value in events if what == "frame" and when > came) - begun_ns) / 1e6


def median_times_ns(run):
    """Of two workers with everything shared, and of one worker in the same rounds: its time says how fast
    the cores were meanwhile, which on a shared machine changes by several per cent from run to run."""
    times = {}
    for point in run["points"]:
        if point["variant"] == "serial" or point["parameters"]["f"] == 1:
            times[point["variant"]] = statistics.median(point["samples"]["time_ns"])
    return times["multicore"], times["serial"]


def run_of_command_line():
    line = [sys.argv[1], "run", "workload:amdahl", "--sweep", SWEEP, "--variants", "multicore", "--set", "p=2",
            "--budget", "4", "--json", "-"]
    return json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)


def newest_run(folder):
    files = sorted((Path(folder) / DATA / "lockstep" / "runs").glob("*.json"), key=lambda file: file.stat().st_mtime)
    return json.loads(files[-1].read_text())


def window_against_command_line(window, folder):
    inside, slices, ratios, both, marks = 0, 0, [], [], []
    for pair in range(PAIRS):
        # They take turns in going first, as the sides of a run do.
        alone = median_times_ns(run_of_command_line()) if pair % 2 else None
        begun_ns, events = run_once(window)
        marks.append(first_mark_ms(begun_ns, events))
        timed = slices_of(events)
        slices += len(timed)
        inside += len(frames_inside(events, timed))
        shown = median_times_ns(newest_run(folder))
        alone = alone or median_times_ns(run_of_command_line())
        both.append(shown[0] / alone[0])
        ratios.append(both[-1] / (shown[1] / alone[1]))
    figure("frames inside a timed slice", "0", inside, "", inside == 0, f"in {slices} slices of {PAIRS} runs")
    mark = statistics.median(marks)
    figure("first mark after Run", "<= 300 ms", mark, "ms", mark <= 300, f"from the key on, {PAIRS} runs")
    compared("run in the window / command line", 0.005, ratios, "two workers, each run by its own one worker")
    compared("the same, times as they are", 0.01, both, "known: 2.2 beside 60 frames a second")


def compared(name, slack, ratios, note):
    ratio = statistics.median(ratios)
    figure(name, f"1 +- {slack}", ratio, "", abs(ratio - 1) <= slack,
           f"{note}; median of " + " ".join(f"{r:.3f}" for r in sorted(ratios)))


def main():
    first_frame()
    with tempfile.TemporaryDirectory() as folder:
        window = opened(folder)
        guess(window)
        widgets_and_idleness(window)
        window.key("Return")  # locks the guess
        window_against_command_line(window, folder)
        window.quit()
    sys.exit(1 if missed else 0)


main()
