# SPDX-License-Identifier: MIT
"""A bench that plays one part: it answers well, or dies, stalls, lies, floods in a given way.

usage: fake_bench.py PART. Parts: good, die, stall, lie, columns, version, mute, long, flood,
stubborn (ignores SIGTERM and starts a child), log, silent (never greets), half (dies after samples).
"""
import json
import os
import signal
import subprocess
import sys
import time

part = sys.argv[1]

CATALOGUE = {"workloads": [{
    "name": "amdahl", "title": "A job with a serial part", "sentence": "Units of work.",
    "item": "unit",
    "parameters": [
        {"name": "f", "words": "shared part", "unit": "", "low": 0, "high": 1, "fallback": 0.5},
        {"name": "piece_us", "words": "size of one piece", "unit": "us", "low": 0.05,
         "high": 1000, "fallback": 20, "log": True}],
    "variants": [
        {"name": "serial", "sentence": "One thread.", "function": "serial",
         "file": "kernels/amdahl/serial.cpp", "crew": "one", "takes_workers": False},
        {"name": "multicore", "sentence": "Shared out.", "function": "multicore",
         "file": "kernels/amdahl/multicore.cpp", "crew": "arena", "takes_workers": True}]}]}
MACHINE = {"hash": "fake", "name": "2 cores", "cpu": "Fake CPU", "cores": 2, "threads": 2,
           "cores_present": 2, "simd": "AVX2", "simd_lanes_f32": 8, "memory_gib": 24,
           "gpu": "no NVIDIA driver found"}


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def hear():
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    return json.loads(line)


def time_of(point):
    values = point.get("parameters", {})
    if point["variant"] == "serial":
        return 1.0e6
    f, p = values.get("f", 0.5), values.get("p", 1)
    return 1.0e6 * (1 - f + f / p)


def samples(run, point, rounds, flags):
    values = point.get("parameters", {})
    wall = time_of(point)
    f = 0 if point["variant"] == "serial" else values.get("f", 0.5)
    p = int(values.get("p", 1))
    serial = 1.0e6 if point["variant"] == "serial" else 1.0e6 * (1 - f)
    busy = [1.0e6 * f / p] * p
    jitter = [1 + 0.001 * ((7 * r + point["id"]) % 5 - 2) for r in rounds]
    return {"type": "samples", "id": run["id"], "point": point["id"], "round": rounds,
            "time_ns": [wall * j for j in jitter], "busy_ns": [busy for _ in rounds],
            "longest_ns": [busy[0] for _ in rounds], "serial_ns": [serial for _ in rounds],
            "flags": [flags] * len(rounds)}


def breathe(run, phase, done, planned):
    say({"type": "progress", "id": run["id"], "next_slice_ms": 200, "await_go": True,
         "phase": phase, "rounds_done": done, "rounds_planned": planned, "seconds_left": 0.1})
    while hear()["type"] != "go":
        pass


def carry_out(run):
    for point in run["points"]:
        say({"type": "point", "id": run["id"], "point": point["id"], "status": "ok",
             "repetitions": 1, "items": 100})
    for first, count, flags, phase in ((0, 11, 1, "pilot"), (11, 15, 0, "rounds")):
        for point in run["points"]:
            say(samples(run, point, list(range(first, first + count)), flags))
        if part == "half":
            print("something broke inside the run", file=sys.stderr, flush=True)
            os._exit(3)
        breathe(run, phase, first + count, 26)
    say({"type": "done", "id": run["id"], "cancelled": False, "seconds": 0.2})


def simulate(request):
    for point in request["points"]:
        say({"type": "simulated", "id": request["id"], "point": point["id"], "status": "ok",
             "kernel": "add", "grid": [4, 1, 1], "block": [128, 1, 1], "finished": True,
             "counters": {"global_sectors": 40, "global_requests": 10}})
    say({"type": "done", "id": request["id"], "cancelled": False, "seconds": 0.1})


def main():
    if part == "silent":
        time.sleep(60)
    if part == "mute":
        say({"type": "progress", "id": "", "next_slice_ms": 200})
        time.sleep(60)
    if part == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        child = subprocess.Popen(["sleep", "60"])
        print("child", child.pid, file=sys.stderr, flush=True)
    if part == "log":
        for i in range(500):
            print("line", i, file=sys.stderr)
        sys.stderr.flush()
    say({"type": "hello", "protocol": 7 if part == "version" else 1, "bench": "fake",
         "catalogue": CATALOGUE, "machine": MACHINE})
    while True:
        run = hear()
        if run["type"] not in ("run", "simulate"):
            continue
        if part == "die":
            print("the last words", file=sys.stderr, flush=True)
            os.kill(os.getpid(), signal.SIGSEGV)
        elif part == "stall":
            time.sleep(60)
        elif part == "lie":
            sys.stdout.write("this is no message\n")
            sys.stdout.flush()
        elif part == "columns":
            say({"type": "samples", "id": run["id"], "point": 0, "round": [1, 2, 3],
                 "time_ns": [1.0]})
        elif part == "long":
            sys.stdout.write("x" * (3 << 20))
            sys.stdout.flush()
        elif part == "flood":
            while True:
                say({"type": "progress", "id": run["id"], "next_slice_ms": 200})
        elif run["type"] == "simulate":
            simulate(run)
        else:
            carry_out(run)


main()
