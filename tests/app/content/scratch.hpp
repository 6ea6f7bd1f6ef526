// SPDX-License-Identifier: MIT
// A folder that a test may fill, removed with it; and the smallest lesson, to be spoiled piece by
// piece.
#pragma once

#include "app/content/check.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace lockstep::content {

class Scratch {
  public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "lockstep-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(m_path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path write(const std::filesystem::path& name, const std::string& text) const {
        const std::filesystem::path path = m_path / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
        return path;
    }

  private:
    std::filesystem::path m_path;
};

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == text.npos)
        std::abort(); // the test would prove nothing
    return text.replace(at, from.size(), to);
}

inline const std::string good_toml = R"(id      = 'sample'
title   = 'A sample'
minutes = 5

[experiment.main]
workload = 'amdahl'
variants = ['multicore']
baseline = 'serial'
sweep.f  = [0.0, 0.5, 1.0]
models   = ['amdahl']
sliders.p        = { start = 'cores', min = 1, max = 'cores' }
sliders.piece_us = { start = 20, min = 0.05, max = 1000, log = true }

[[card]]
front = 'a'
back  = 'b'
[[card]]
front = 'c'
back  = 'd'
[[card]]
front = 'e'
back  = 'f'
[[card]]
front = 'g'
back  = 'h'
)";

inline const std::string good_markdown = R"(How fast?

```predict
id    = 'curve'
kind  = 'curve'
ask   = 'Draw it.'
right = 'Yes.'
[[reading]]
like = 'straight_line'
says = 'You drew {{you f=0.5}}.'
```

Now run it.

```run
id      = 'first'
compare = { a = { f = 0.5 }, b = { f = 0.0 } }
expect  = 'above'
above   = '{{ratio}} times as fast.'
same    = 'The same.'
below   = 'Slower.'
```

It gave {{measured f=0.5}}. [Smaller pieces](set:piece_us=1)

```step
begin = 'explain'
```

```figure
id   = 'bar'
name = 'amdahl_bar'
```

```quiz
id      = 'one'
ask     = 'Yes?'
because = 'Yes.'
[[choice]]
text  = 'yes'
says  = 'Right.'
right = true
[[choice]]
text = 'no'
says = 'Wrong.'
```

```quiz
id        = 'two'
kind      = 'number'
ask       = 'How many?'
answer    = 2
hint      = 'Count.'
because   = 'Two.'
```
)";

/// What the sample lesson may name.
inline KnownNames known_names() {
    KnownNames known;
    protocol::WorkloadInfo workload;
    workload.name = "amdahl";
    workload.parameters = {{"f", "shared part", "", 0, 1, 0.5, false, false, {}},
                           {"piece_us", "size of one piece", "us", 0.05, 1000, 20, true, false, {}},
                           {"kind", "kind", "", 0, 1, 0, false, true, {"work", "wait"}}};
    workload.variants.resize(2);
    workload.variants[0].name = "serial";
    workload.variants[1].name = "multicore";
    workload.variants[1].takes_workers = true;
    known.catalogue.workloads = {workload};
    known.models = {"amdahl", "straight_line"};
    known.figures = {"amdahl_bar", "queue"};
    return known;
}

} // namespace lockstep::content
