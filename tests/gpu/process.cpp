// SPDX-License-Identifier: MIT
#include "tests/gpu/process.hpp"

#include <cstdio>
#include <sys/wait.h>

namespace lockstep::on_card {

Said run_shell(const std::string& line) {
    Said said;
    std::FILE* const output = popen(line.c_str(), "re");
    if (output == nullptr)
        return said;
    char chunk[4096];
    while (const std::size_t count = std::fread(chunk, 1, sizeof chunk, output))
        said.text.append(chunk, count);
    const int status = pclose(output);
    if (WIFEXITED(status))
        said.code = WEXITSTATUS(status);
    return said;
}

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char letter : word)
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

std::string clocks_now() {
    if (run_shell("command -v nvidia-smi").code != 0)
        return "nvidia-smi is not here, so nobody says which clocks it runs at";
    Said said = run_shell("nvidia-smi --query-gpu=clocks.sm,clocks.mem,"
                          "clocks_throttle_reasons.active,temperature.gpu "
                          "--format=csv,noheader 2>&1");
    while (!said.text.empty() && said.text.back() == '\n')
        said.text.pop_back();
    return said.text + " (SM clock, memory clock, throttle reasons, degrees)";
}

} // namespace lockstep::on_card
