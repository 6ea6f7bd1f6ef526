# SPDX-License-Identifier: MIT
"""The real bench in the real window, driven from outside by xdotool: an idle window draws nothing and
takes no processor time, and no frame is drawn inside a timed slice. real_bench_test.py PROGRAM"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE_S = 60
QUIET_S = 1.5


class Window:
    def __init__(self, program, lesson, home):
        self.log = home / "frames.log"
        environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"),
                           XDG_CONFIG_HOME=str(home / "config"), LOCKSTEP_FRAME_LOG=str(self.log))
        self.begun_ns = time.monotonic_ns()
        self.process = subprocess.Popen([program, lesson], env=environment)

    def events(self):
        """(what, when in ns, value) of everything that was logged so far."""
        if not self.log.exists():
            return []
        lines = [line.split() for line in self.log.read_text().splitlines()]
        return [(line[0], int(line[1]), int(line[2])) for line in lines if len(line) == 3]

    def frames(self):
        return sum(1 for what, _, _ in self.events() if what == "frame")

    def processor_s(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait(self, what, condition):
        until = time.monotonic() + PATIENCE_S
        while not condition():
            if self.process.poll() is not None:
                fail(f"the window ended with {self.process.returncode} while waiting for: {what}")
            if time.monotonic() > until:
                fail(f"{PATIENCE_S} s passed while waiting for: {what}")
            time.sleep(0.05)

    def quit(self):
        """Ctrl+Q. A virtual screen without a window manager loses a chord now and then: asked thrice."""
        for asked in range(1, 4):
            subprocess.run(["xdotool", "key", "--delay", "60", "ctrl+q"], check=True)
            try:
                code = self.process.wait(8)
            except subprocess.TimeoutExpired:
                print(f"Ctrl+Q number {asked} was not answered")
                continue
            if code != 0:
                fail(f"the window ended with {code}")
            return
        fail("the window did not end")

    def wait_until_quiet(self):
        seen, since = -1, time.monotonic()

        def quiet():
            nonlocal seen, since
            if self.frames() != seen:
                seen, since = self.frames(), time.monotonic()
            return time.monotonic() - since > QUIET_S

        self.wait("no more frames", quiet)

    def key(self, name):
        before = self.frames()
        subprocess.run(["xdotool", "key", "--delay", "60", name], check=True)
        self.wait(f"a frame after {name}", lambda: self.frames() > before)
        time.sleep(0.15)


def fail(sentence):
    print(f"real_bench: {sentence}")
    sys.exit(1)


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
    slices, begun = [], None
    for what, when, _ in events:
        if what == "go":
            begun = when
        elif what == "breath" and begun is not None:
            slices.append((begun, when))
            begun = None
    frames = [when for what, when, _ in events if what == "frame"]
    inside = [f for f in frames for a, b in slices if a < f < b]
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
