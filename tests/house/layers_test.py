# SPDX-License-Identifier: MIT
"""Who may include whom. The link lines of CMake say the same; this reads every #include."""

from tree import finish, includes, name_of, sources

MEASURE_FOR_WORKLOADS = ("kernels/measure/workload.hpp", "kernels/measure/launch.hpp")
APP_WITHOUT_WINDOW = ("app/content", "app/experiment", "app/ledger", "app/cli")
WINDOW = ("app/blocks", "app/views", "app/pages", "app/shell")
WINDOW_LIBRARIES = ("imgui", "implot", "hello_imgui", "immapp", "imgui_md", "GLFW", "GL/", "TextEditor")


def folder(name, depth):
    return "/".join(name.split("/")[:depth])


def is_workload(name):
    parts = name.split("/")
    return parts[0] == "kernels" and len(parts) > 2 and parts[1] not in ("protocol", "measure", "bench")


def allowed(name):
    """Prefixes of our own headers that this file may include, beside its own folder."""
    top, second = folder(name, 1), folder(name, 2)
    if second == "sim/base":
        return ()
    if second == "sim/simt":
        return ("sim/base/", "sim/ptx/")
    if top == "sim":
        return ("sim/base/",)
    if second == "kernels/protocol":
        return ("sim/base/",)
    if second == "kernels/measure":
        return ("sim/base/", "kernels/protocol/", "sim/stats/")
    if second == "kernels/bench":
        return ("sim/", "kernels/")
    if top == "kernels":
        return ("sim/base/",) + MEASURE_FOR_WORKLOADS
    if second in APP_WITHOUT_WINDOW:
        return ("sim/", "kernels/protocol/") + tuple(f + "/" for f in APP_WITHOUT_WINDOW)
    if top == "app":
        return ("sim/", "kernels/protocol/", "app/")
    return ("",)


def breach(name, quoted, what):
    if not quoted or "/" not in what:
        window = any(what.startswith(w) for w in WINDOW_LIBRARIES)
        if window and (not name.startswith(WINDOW) and not name.startswith("tests/")):
            return f"<{what}> is the window's: only {', '.join(WINDOW)} may include it"
        return None
    if not what.startswith(("app/", "kernels/", "sim/")):
        return None
    own = folder(name, 3) if is_workload(name) else folder(name, 2)
    if name.startswith(("app/blocks/", "app/views/", "app/pages/")):
        part = folder(name, 3)
        if what.startswith(("app/blocks/", "app/views/", "app/pages/")):
            if not what.startswith(part + "/"):
                return f'"{what}": blocks, views and pages never include each other'
        return None
    if is_workload(name):
        own = folder(name, 2)
    if what.startswith(own + "/"):
        return None
    if what.startswith(allowed(name)):
        return None
    return f'"{what}" is not for {own}'


def main():
    breaches, count = [], 0
    for path in sources("app", "kernels", "sim"):
        count += 1
        name = name_of(path)
        for line, quoted, what in includes(path):
            said = breach(name, quoted, what)
            if said:
                breaches.append(f"{name}:{line}: {said}")
    finish("layers", breaches, count)


main()
