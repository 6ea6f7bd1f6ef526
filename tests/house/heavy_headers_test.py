# SPDX-License-Identifier: MIT
"""Headers that take seconds to compile stand only in files named for them."""

from tree import finish, includes, name_of, sources

BY_NAME = {"nlohmann/": "_json.cpp", "toml++/": "_toml.cpp"}
ONE_FILE = "CLI/"


def main():
    breaches, count, with_cli = [], 0, []
    for path in sources():
        count += 1
        name = name_of(path)
        for line, _, what in includes(path):
            for prefix, ending in BY_NAME.items():
                if what.startswith(prefix) and not name.endswith(ending):
                    breaches.append(f"{name}:{line}: <{what}> belongs in a file named *{ending}")
            if what.startswith(ONE_FILE):
                with_cli.append(f"{name}:{line}")
    if len({place.split(":")[0] for place in with_cli}) > 1:
        breaches.append("CLI11 is included in more than one file: " + ", ".join(with_cli))
    finish("heavy headers", breaches, count)


main()
