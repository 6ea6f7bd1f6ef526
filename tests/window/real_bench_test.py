# SPDX-License-Identifier: MIT
"""The real bench in the real window: an idle window draws nothing and takes no processor time, and no
frame is drawn inside a timed slice. real_bench_test.py PROGRAM"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from real_window import Window, fail, frames_inside, slices_of


def check_idle(window, when):
    window.wait_until_quiet()
    frames, processor = window.frames(), window.processor_s()
    time.sleep(4)
    drawn, taken = window.frames() - frames, window.processor_s() - processor
    print(f"idle {when}: {drawn} frames and {taken * 1000:.0f} ms of a core in 4 s")
    if drawn:
        fail(f"an idle window drew {drawn} frames {when}")
    # One tick of the kernel's clock is 10 ms: 0.1 % of a core would be 4.
    if taken > 0.011:
        fail(f"an idle window took {taken} s of a core {when}")


def check_run(window):
    before = len(window.events())
    window.wait("the bench is told to go", lambda: any(w == "go" for w, _, _ in window.events()[before:]))
    window.wait("three breaths", lambda: sum(1 for w, _, _ in window.events() if w == "breath") >= 3)
    window.wait_until_quiet()
    events = window.events()
    slices = slices_of(events)
    inside = frames_inside(events, slices)
    timed_ms = sum(b - a for a, b in slices) / 1e6
    print(f"run: {len(slices)} slices, {timed_ms:.0f} ms timed, {len(inside)} frames inside a slice")
    if inside:
        fail(f"{len(inside)} frames were drawn inside a timed slice")
    longest = max(b - a for a, b in slices) / 1e6
    print(f"run: the longest slice took {longest:.0f} ms")


def main():
    with tempfile.TemporaryDirectory(prefix="lockstep-real-") as folder:
        window = Window(sys.argv[1], "amdahl", Path(folder))
        window.wait("the first frame", lambda: window.frames() > 0)
        first_ms = (window.events()[0][1] - window.begun_ns) / 1e6
        print(f"the first frame begins {first_ms:.0f} ms after the start")
        check_idle(window, "at the start")
        for _ in range(4):
            window.key("Right")
            window.key("Up")
        window.key("Return")  # locks the guess
        subprocess.run(["xdotool", "key", "r"], check=True)  # runs
        check_run(window)
        check_idle(window, "after a run")
        window.quit()
        print("real_bench: done")


main()
