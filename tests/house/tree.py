# SPDX-License-Identifier: MIT
"""What the house tests share: the tree's own source files, and how a rule's breaches are told."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_FOLDERS = ("app", "kernels", "sim", "tests", "benchmarks")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def sources(*folders, endings=(".cpp", ".hpp", ".cu", ".cuh")):
    """Every source file below the given folders of the tree, sorted."""
    for folder in folders or TOP_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file():
                yield path


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def includes(path):
    """(line number, quoted?, what) of every #include of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1) == '"', found.group(2)


def finish(rule, breaches, looked_at):
    """Prints every breach and ends the test; looking at nothing is a breach too."""
    if not looked_at:
        breaches = [f"{rule}: no file was looked at"]
    for breach in breaches:
        print(breach)
    print(f"{rule}: {looked_at} files, {len(breaches)} breaches")
    sys.exit(1 if breaches else 0)
