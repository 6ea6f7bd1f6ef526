// SPDX-License-Identifier: MIT
// The functions of NVRTC that it takes, found by name in the library that the build saw.
#include "kernels/bench/nvrtc.hpp"

#include <charconv>
#include <dlfcn.h>
#include <sstream>
#include <string_view>
#include <vector>

namespace lockstep::bench {

namespace {

/// nvrtcProgram and nvrtcResult of nvrtc.h, whose C interface has not changed since CUDA 7.
using Compilation = struct OpaqueCompilation*;
constexpr int success = 0;

struct Compiler {
    int (*create)(Compilation*, const char* source, const char* name, int headers,
                  const char* const* contents, const char* const* names) = nullptr;
    int (*destroy)(Compilation*) = nullptr;
    int (*compile)(Compilation, int options, const char* const* option) = nullptr;
    int (*log_size)(Compilation, std::size_t*) = nullptr;
    int (*log)(Compilation, char*) = nullptr;
    int (*ptx_size)(Compilation, std::size_t*) = nullptr;
    int (*ptx)(Compilation, char*) = nullptr;
    bool found = false;
};

Compiler load() {
    Compiler compiler;
    void* library = nullptr;
    for (const char* const name :
         {LOCKSTEP_NVRTC, "libnvrtc.so", "libnvrtc.so.13", "libnvrtc.so.12"})
        if (library == nullptr && *name != '\0') library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) return compiler;
    compiler.found = true;
    const auto find = [&](auto& function, const char* name) {
        function = reinterpret_cast<std::decay_t<decltype(function)>>(dlsym(library, name));
        compiler.found = compiler.found && function != nullptr;
    };
    find(compiler.create, "nvrtcCreateProgram");
    find(compiler.destroy, "nvrtcDestroyProgram");
    find(compiler.compile, "nvrtcCompileProgram");
    find(compiler.log_size, "nvrtcGetProgramLogSize");
    find(compiler.log, "nvrtcGetProgramLog");
    find(compiler.ptx_size, "nvrtcGetPTXSize");
    find(compiler.ptx, "nvrtcGetPTX");
    return compiler;
}

std::string text_of(Compilation program, int (*size_of)(Compilation, std::size_t*),
                    int (*get)(Compilation, char*)) {
    std::size_t size = 0;
    if (size_of(program, &size) != success || size == 0) return {};
    std::string text(size, '\0');
    if (get(program, text.data()) != success) return {};
    text.resize(size - 1); // its closing zero
    return text;
}

/// "mine.cu(7): error: ..." or "... catastrophic error: ..." as a place, what is wrong there, and
/// the rest.
Error error_of(const std::string& log, const std::string& name) {
    constexpr std::string_view word = "error:";
    const std::string begin = name + "(";
    const std::size_t mark = std::min(log.find("): error:"), log.find("): catastrophic error:"));
    const std::size_t line = mark == log.npos ? log.npos : log.rfind(begin, mark);
    if (line == log.npos) return {name, "it cannot be compiled.", log};
    const std::string number = log.substr(line + begin.size(), mark - line - begin.size());
    const std::size_t said = log.find(word, mark) + word.size();
    const std::size_t end = std::min(log.find('\n', said), log.size());
    std::string what = log.substr(said, end - said);
    what.erase(0, std::min(what.find_first_not_of(' '), what.size()));
    return {name + ":" + number, what + ".", log.substr(std::min(end + 1, log.size()))};
}

/// What NVRTC gives back of a program: PTX, or what was said meanwhile.
enum class Wanted { Ptx, Log };

Result<std::string> compiled(const std::string& source, const std::string& name, Wanted wanted,
                             const std::vector<std::string>& options) {
    static const Compiler compiler = load();
    if (!compiler.found)
        return fail(name, "there is no CUDA compiler (NVRTC) here.",
                    "Run `./lockstep` again: it installs one. Or give PTX.");
    Compilation program = nullptr;
    if (compiler.create(&program, source.c_str(), name.c_str(), 0, nullptr, nullptr) != success)
        return fail(name, "the CUDA compiler does not take it.", "Look whether it is text.");
    std::vector<const char*> words;
    for (const std::string& option : options)
        words.push_back(option.c_str());
    const bool done =
        compiler.compile(program, static_cast<int>(words.size()), words.data()) == success;
    const bool ptx = done && wanted == Wanted::Ptx;
    const std::string text = ptx ? text_of(program, compiler.ptx_size, compiler.ptx)
                                 : text_of(program, compiler.log_size, compiler.log);
    compiler.destroy(&program);
    if (!done) return Failure(error_of(text, name));
    return text;
}

/// The same for PTX and for a card's code, as the build has them, too.
std::vector<std::string> options_for(const std::string& architecture, FusedMultiplyAdd fused,
                                     Optimised optimised) {
    std::vector<std::string> options{
        "--gpu-architecture=" + architecture, "--std=c++20",
        optimised == Optimised::Yes ? "--generate-line-info" : "--device-debug",
        fused == FusedMultiplyAdd::Off ? "--fmad=false" : "--fmad=true"};
    std::istringstream folders(LOCKSTEP_CUDA_HEADERS);
    for (std::string folder; std::getline(folders, folder, ':');)
        for (const char* below : {"", "/cccl"}) // libcu++, since CUDA 13
            options.push_back("--include-path=" + folder + below);
    return options;
}

} // namespace

Result<std::string> compile_cuda(const std::string& source, const std::string& name,
                                 FusedMultiplyAdd fused, Optimised optimised, int sm) {
    return compiled(source, name, Wanted::Ptx,
                    options_for("compute_" + std::to_string(sm), fused, optimised));
}

Result<std::string> ptxas_log_of_cuda(const std::string& source, const std::string& name, int sm,
                                      FusedMultiplyAdd fused) {
    std::vector<std::string> options =
        options_for("sm_" + std::to_string(sm), fused, Optimised::Yes);
    options.emplace_back("--ptxas-options=--verbose");
    return compiled(source, name, Wanted::Log, options);
}

} // namespace lockstep::bench
