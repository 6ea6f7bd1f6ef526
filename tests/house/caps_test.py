# SPDX-License-Identifier: MIT
"""Sizes: files, lines and functions. A file that outgrows its cap has more than one idea."""

import json
import shutil
import subprocess
import sys

from tree import ROOT, finish, name_of, sources

FILE_LINES, KERNEL_LINES, CUDA_LINES = 300, 60, 120
FUNCTION_LINES, CUDA_FUNCTION_LINES = 60, 120
COLUMNS, KERNEL_COLUMNS = 100, 80
DATA_FOLDERS = ("assets/",)


def is_workload(name):
    parts = name.split("/")
    return parts[0] == "kernels" and len(parts) > 2 and parts[1] not in ("protocol", "measure", "bench")


def is_variant(name):
    """A way of running a workload: not its header, its definition, or the plan of a CUDA kernel."""
    parts = name.split("/")
    if not is_workload(name) or not name.endswith(".cpp"):
        return False
    stem = parts[-1].removesuffix(".cpp")
    return stem != parts[1] and not stem.startswith("cuda")


def file_cap(name):
    if name.endswith(".cu"):
        return CUDA_LINES
    return KERNEL_LINES if is_variant(name) else FILE_LINES


def lengths(name, text):
    lines = text.splitlines()
    if len(lines) > file_cap(name):
        yield f"{name}: {len(lines)} lines, the cap is {file_cap(name)}"
    widest = KERNEL_COLUMNS if is_workload(name) else COLUMNS
    for number, line in enumerate(lines, 1):
        if len(line) > widest:
            yield f"{name}:{number}: {len(line)} columns, the cap is {widest}"


def functions(paths):
    ctags = shutil.which("ctags-universal") or shutil.which("ctags")
    if not ctags:
        sys.exit("caps: universal-ctags is missing; apt-get install universal-ctags")
    out = subprocess.run(
        [ctags, "--output-format=json", "--fields=+ne", "--kinds-c++=f", "--langmap=C++:+.cu", "-f", "-"]
        + [str(path) for path in paths], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        tag = json.loads(line)
        if "end" in tag:
            yield tag["path"].removeprefix(str(ROOT) + "/"), tag["line"], tag["name"], tag["end"] - tag["line"] + 1


def main():
    breaches = []
    paths = [path for path in sources() if not name_of(path).startswith(DATA_FOLDERS)]
    for path in paths:
        breaches.extend(lengths(name_of(path), path.read_text(encoding="utf-8")))
    for name, line, function, length in functions(paths) if paths else ():
        cap = CUDA_FUNCTION_LINES if name.endswith(".cu") else FUNCTION_LINES
        if length > cap:
            breaches.append(f"{name}:{line}: {function}() has {length} lines, the cap is {cap}")
    finish("caps", breaches, len(paths))


main()
