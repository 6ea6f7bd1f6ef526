// SPDX-License-Identifier: MIT
// lockstep-bench: times workloads for whoever speaks the protocol on its standard input and output.
#include "kernels/bench/catalogue.hpp"
#include "kernels/bench/cuda_card.hpp"
#include "kernels/bench/own_folder.hpp"
#include "kernels/bench/play.hpp"
#include "kernels/bench/server.hpp"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace {

using namespace lockstep;

constexpr const char* help =
    R"(lockstep-bench: times workloads; the window and the command line start it.
It speaks the protocol of kernels/protocol/README.md on standard input and output.

  lockstep-bench                  serve until the input closes
  lockstep-bench --describe       print the catalogue of workloads as JSON
  lockstep-bench --play FILE...   answer from run files and kept passports, timing nothing
  lockstep-bench --version
)";

int misuse(const std::string& sentence) {
    std::fprintf(stderr, "%s\n%s", sentence.c_str(), help);
    return 2;
}

[[noreturn]] void serve(int output) {
    bench::Pipe pipe(output);
    const std::filesystem::path folder = bench::own_folder();
    const auto card = [folder](const Variant& variant, const Problem& problem) {
        return bench::card_runner(variant, problem, folder);
    };
    bench::Server(pipe, card).serve();
}

int play(int output, const std::vector<std::string>& files) {
    std::vector<bench::PlayedRun> runs;
    for (const std::string& file : files) {
        auto run = bench::load_played_run(file);
        if (!run) {
            std::fprintf(stderr, "%s\n", run.error().text().c_str());
            return 2;
        }
        runs.push_back(*std::move(run));
    }
    bench::Pipe pipe(output);
    bench::Player(pipe, std::move(runs)).serve();
}

int print(int output, const std::string& text) {
    return write(output, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 3;
}

} // namespace

int main(int count, char** values) {
    const int output = bench::take_standard_output();
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.empty()) serve(output);
    if (arguments.front() == "--play" && arguments.size() > 1)
        return play(output, {arguments.begin() + 1, arguments.end()});
    if (arguments.size() > 1) return misuse("lockstep-bench: these arguments do not go together.");
    if (arguments.front() == "--describe")
        return print(output, protocol::write_catalogue(bench::catalogue()));
    if (arguments.front() == "--help" || arguments.front() == "-h") return print(output, help);
    if (arguments.front() == "--version") return print(output, bench::bench_name() + "\n");
    return misuse("lockstep-bench: unknown argument '" + arguments.front() + "'.");
}
