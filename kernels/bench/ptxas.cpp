// SPDX-License-Identifier: MIT
// ptxas's words are lines for people, the same since CUDA 5; a test holds them to what nvcc writes.
#include "kernels/bench/ptxas.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace lockstep::bench {

namespace {

/// "cuda_1" of "... entry function 'cuda_1' for ...".
std::string_view quoted_after(std::string_view line, std::string_view words) {
    const auto at = line.find(words);
    if (at == line.npos) return {};
    const std::string_view rest = line.substr(at + words.size());
    return rest.substr(0, rest.find('\''));
}

/// The number in front of these words, or 0: 1024 of "used 1 barriers, 1024 bytes smem".
int number_before(std::string_view line, std::string_view words) {
    const auto end = line.find(words);
    if (end == line.npos) return 0;
    auto begin = end;
    while (begin > 0 && line[begin - 1] >= '0' && line[begin - 1] <= '9')
        --begin;
    int number = 0;
    std::from_chars(line.data() + begin, line.data() + end, number);
    return number;
}

class LogReader {
  public:
    void take(std::string_view line) {
        if (const auto kernel = quoted_after(line, "Compiling entry function '"); !kernel.empty()) {
            const auto sm = quoted_after(line, "for 'sm_");
            m_all.push_back({.kernel = std::string(kernel)});
            std::from_chars(sm.data(), sm.data() + sm.size(), m_all.back().sm);
        } else if (m_all.empty()) {
            return;
        } else if (const auto at = line.find(properties); at != line.npos) {
            // Functions that a kernel calls have such lines, too.
            m_own = line.substr(at + properties.size()) == m_all.back().kernel;
        } else if (m_own && line.find(" bytes spill stores") != line.npos) {
            m_all.back().spilled_bytes = number_before(line, " bytes spill stores");
        } else if (line.find(": Used ") != line.npos) {
            m_all.back().registers = number_before(line, " registers");
            m_all.back().shared_bytes = number_before(line, " bytes smem");
        }
    }
    std::vector<KernelFigures> all() { return std::move(m_all); }

  private:
    static constexpr std::string_view properties = "Function properties for ";
    std::vector<KernelFigures> m_all;
    bool m_own = false;
};

/// A file that is gone when this is.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text) {
        std::error_code error;
        m_name = (std::filesystem::temp_directory_path(error) / "lockstep-XXXXXX").string();
        const int file = mkstemp(m_name.data());
        m_written =
            file >= 0 && write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        if (file >= 0) close(file);
    }
    ~TemporaryFile() { unlink(m_name.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& name() const { return m_name; }
    bool written() const { return m_written; }

  private:
    std::string m_name;
    bool m_written = false;
};

/// Nobody waits longer for an estimate.
constexpr int patience_s = 20;

} // namespace

std::vector<KernelFigures> read_ptxas_log(std::string_view log) {
    LogReader reader;
    while (!log.empty()) {
        const std::string_view line = log.substr(0, log.find('\n'));
        reader.take(line);
        log.remove_prefix(std::min(log.size(), line.size() + 1));
    }
    return reader.all();
}

Result<std::string> ptxas_log_of(const std::string& ptx, int sm) {
    const std::string_view ptxas = LOCKSTEP_PTXAS;
    if (ptxas.empty() || access(ptxas.data(), X_OK) != 0)
        return fail("ptxas", "there is none here, and PTX alone does not say it.");
    const TemporaryFile file(ptx);
    if (!file.written()) return fail("ptxas", "there is no room for its input.");
    const std::string command =
        fmt::format("timeout {} '{}' --gpu-name=sm_{} --verbose --output-file=/dev/null '{}' 2>&1",
                    patience_s, ptxas, sm, file.name());
    std::FILE* const output = popen(command.c_str(), "re");
    if (output == nullptr) return fail("ptxas", "it cannot be started.");
    std::string said;
    char chunk[4096];
    while (const std::size_t count = std::fread(chunk, 1, sizeof chunk, output))
        said.append(chunk, count);
    if (pclose(output) != 0)
        return fail("ptxas", fmt::format("it does not take this for sm_{}.", sm), said);
    return said;
}

} // namespace lockstep::bench
