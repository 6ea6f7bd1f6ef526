# SPDX-License-Identifier: MIT
"""Every source file opens with its licence, none holds unfinished words, every top folder has its map."""

import re

from tree import ROOT, finish, name_of, sources

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HACK)\b")
MAPS = ("app", "kernels", "sim", "lessons", "setup", "tests", "assets")


def main():
    breaches, count = [], 0
    for path in sources():
        count += 1
        lines = path.read_text(encoding="utf-8").splitlines()
        if not lines or "SPDX-License-Identifier: MIT" not in "\n".join(lines[:5]):
            breaches.append(f"{name_of(path)}:1: no SPDX line in the first five")
        for number, line in enumerate(lines, 1):
            if UNFINISHED.search(line):
                breaches.append(f"{name_of(path)}:{number}: unfinished: {line.strip()}")
    for folder in MAPS:
        if not (ROOT / folder / "README.md").exists():
            breaches.append(f"{folder}/README.md: missing; it is the folder's map and its how-to")
    finish("words", breaches, count)


main()
