# SPDX-License-Identifier: MIT
"""The real window with the real bench, driven from outside by xdotool and read through its frame log.
The Test Engine never idles; this way the window does."""

import os
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_S = 60
QUIET_S = 1.5
DATA, CONFIG = "data", "config"  # the learner's folders, below the home that a test gives


class Window:
    def __init__(self, program, lesson, home):
        self.log = home / "frames.log"
        environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / DATA),
                           XDG_CONFIG_HOME=str(home / CONFIG), LOCKSTEP_FRAME_LOG=str(self.log))
        self.read_to, self.known, self.frames_known = 0, [], 0
        self.begun_ns = time.monotonic_ns()
        self.process = subprocess.Popen([program, lesson], env=environment)

    def events(self):
        """(what, when in ns, value) of everything that was logged so far. Only what is new is read: this is
        asked many times a second, beside runs whose time it must not take."""
        if self.log.exists() and self.log.stat().st_size > self.read_to:
            with self.log.open("rb") as log:
                log.seek(self.read_to)
                new = log.read()
            new = new[:new.rfind(b"\n") + 1]  # half a line is read when the rest of it is there
            self.read_to += len(new)
            for line in new.decode().splitlines():
                what, when, value = line.split()
                self.known.append((what, int(when), int(value)))
                self.frames_known += what == "frame"
        return self.known

    def frames(self):
        self.events()
        return self.frames_known

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
        subprocess.run(["xdotool", "key", "--delay", "60", "ctrl+q"], check=True)
        try:
            code = self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            fail("the window did not end")
        if code != 0:
            fail(f"the window ended with {code}")

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
    print(f"real window: {sentence}")
    sys.exit(1)


def slices_of(events):
    """(begin, end) of each timed slice: from a `go` to the breath that follows it."""
    slices, begun = [], None
    for what, when, _ in events:
        if what == "go":
            begun = when
        elif what == "breath" and begun is not None:
            slices.append((begun, when))
            begun = None
    return slices


def frames_inside(events, slices):
    frames = [when for what, when, _ in events if what == "frame"]
    return [frame for frame in frames for begin, end in slices if begin < frame < end]
