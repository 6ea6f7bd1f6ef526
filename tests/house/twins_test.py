# SPDX-License-Identifier: MIT
"""Every .cpp whose folder promises it has a test file of the same stem in the same place."""

from tree import ROOT, finish, name_of, sources

# Tables of data, which one test reads row by row.
TABLES = {"sim/ptx/instructions": "tests/sim/ptx/forms_test.cpp"}
PROMISED = ("sim", "app/content", "app/experiment", "app/ledger", "kernels/measure", "kernels/protocol")


def main():
    breaches, count = [], 0
    for path in sources(*PROMISED, endings=(".cpp",)):
        count += 1
        name = name_of(path)
        own = f"tests/{name.removesuffix('.cpp')}_test.cpp"
        twin = ROOT / TABLES.get(name_of(path.parent), own)
        if not twin.exists():
            breaches.append(f"{name}: no {name_of(twin)}")
        elif "TEST" not in twin.read_text(encoding="utf-8"):
            breaches.append(f"{name_of(twin)}: holds no test")
    finish("twins", breaches, count)


main()
