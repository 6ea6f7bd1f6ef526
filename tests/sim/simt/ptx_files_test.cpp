// SPDX-License-Identifier: MIT
// Every tests/sim/ptx/*.ptx is a test: its comments say how its first kernel is launched and what
// it has to leave behind. tests/README.md has the format.
#include "bench.hpp"
#include "sim/simt/known_forms.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace lockstep::simt {
namespace {

struct Buffer {
    std::string type;
    std::uint64_t address = 0;
};

struct PtxFile {
    std::filesystem::path path;
    std::string text, kernel;
    std::vector<std::string> expectations;
    std::map<std::string, Buffer> buffers;
    std::vector<Value> arguments;
    Bench bench;
};

std::size_t size_of(const std::string& type) {
    const auto known = ptx::type_named(type);
    EXPECT_TRUE(known) << "'" << type << "' is no type";
    return known ? static_cast<std::size_t>(ptx::size_bytes(*known)) : 4;
}

/// "-3", "0x1f", "1.5", "inf", and 0x bits for floats: as the bytes of the type.
std::vector<std::byte> bytes_of(const std::string& type, const std::string& word) {
    std::vector<std::byte> bytes(size_of(type));
    const bool hexadecimal = word.starts_with("0x");
    if (type == "f32" && !hexadecimal) {
        const float value = std::strtof(word.c_str(), nullptr);
        std::memcpy(bytes.data(), &value, 4);
    } else if (type == "f64" && !hexadecimal) {
        const double value = std::strtod(word.c_str(), nullptr);
        std::memcpy(bytes.data(), &value, 8);
    } else {
        const std::uint64_t value =
            word.starts_with('-')
                ? static_cast<std::uint64_t>(std::strtoll(word.c_str(), nullptr, 0))
                : std::strtoull(word.c_str(), nullptr, 0);
        std::memcpy(bytes.data(), &value, bytes.size());
    }
    return bytes;
}

/// A list of words; "iota N" counts from 0, "N x WORD" repeats.
std::vector<std::byte> list_of(const std::string& type, std::istringstream& words) {
    std::vector<std::byte> all;
    const auto append = [&](const std::string& word) {
        const auto bytes = bytes_of(type, word);
        all.insert(all.end(), bytes.begin(), bytes.end());
    };
    std::vector<std::string> list;
    for (std::string word; words >> word;)
        list.push_back(word);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == "iota" && i + 1 < list.size()) {
            for (int k = 0; k < std::stoi(list[i + 1]); ++k)
                append(std::to_string(k));
            ++i;
        } else if (i + 2 < list.size() && list[i + 1] == "x") {
            for (int k = 0; k < std::stoi(list[i]); ++k)
                append(list[i + 2]);
            i += 2;
        } else {
            append(list[i]);
        }
    }
    return all;
}

void read_shape(std::istringstream& words, std::array<unsigned, 3>& shape) {
    for (std::size_t k = 0; k < 3; ++k) {
        unsigned n = 0;
        shape[k] = words >> n ? n : 1;
    }
}

void read_line(PtxFile& file, const std::string& line) {
    std::istringstream words(line);
    std::string what, name, type;
    words >> what;
    if (what == "grid:") {
        read_shape(words, file.bench.launch.grid);
    } else if (what == "block:") {
        read_shape(words, file.bench.launch.block);
    } else if (what == "shared:") {
        words >> file.bench.launch.shared_bytes;
    } else if (what == "in:" || what == "out:") {
        words >> name >> type;
        std::uint64_t address = 0;
        if (what == "in:") {
            address = file.bench.memory.upload(name, list_of(type, words));
        } else {
            std::uint64_t count = 0;
            words >> count;
            address = file.bench.memory.allocate(name, count * size_of(type));
        }
        file.buffers[name] = {type, address};
        file.arguments.push_back(BufferAddress{address});
    } else if (what == "value:") {
        words >> type >> name;
        file.arguments.push_back(bytes_of(type, name));
    } else if (what == "checks:") {
        file.bench.options.checks = {true, true, true};
    } else if (what == "expect:") {
        file.expectations.push_back(line.substr(line.find(':') + 1));
    }
}

PtxFile load_file(const std::filesystem::path& path) {
    PtxFile file;
    file.path = path;
    std::ifstream stream(path);
    std::stringstream all;
    all << stream.rdbuf();
    file.text = all.str();
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("// "))
            read_line(file, line.substr(3));
        const std::size_t entry = line.find(".entry ");
        if (entry != std::string::npos && file.kernel.empty())
            file.kernel = line.substr(entry + 7, line.find('(') - entry - 7);
    }
    return file;
}

void expect_buffer(const PtxFile& file, const std::string& name, std::istringstream& words) {
    std::string equals;
    words >> equals;
    const auto bracket = name.find('[');
    const auto found = file.buffers.find(name.substr(0, bracket));
    ASSERT_NE(found, file.buffers.end()) << "no buffer " << name;
    const std::string& type = found->second.type;
    const auto bytes = file.bench.read<std::byte>(found->second.address);
    const std::vector<std::byte> wanted = list_of(type, words);
    const std::size_t size = size_of(type);
    const std::size_t first =
        bracket == std::string::npos ? 0 : std::stoul(name.substr(bracket + 1));
    ASSERT_LE(first * size + wanted.size(), bytes.size()) << name;
    for (std::size_t i = 0; i < wanted.size() / size; ++i) {
        std::uint64_t is = 0, should = 0;
        std::memcpy(&is, bytes.data() + (first + i) * size, std::min<std::size_t>(size, 8));
        std::memcpy(&should, wanted.data() + i * size, std::min<std::size_t>(size, 8));
        EXPECT_EQ(is, should) << file.path.filename() << ": " << name << ", element " << first + i
                              << std::hex << " is 0x" << is << ", should be 0x" << should;
    }
}

void check(const PtxFile& file, const Outcome& outcome) {
    std::size_t findings = 0;
    for (const std::string& expectation : file.expectations) {
        std::istringstream words(expectation);
        std::string what, name;
        words >> what;
        if (what == "finding" || what == "remark") {
            ++findings;
            words >> name;
            const bool seen = std::ranges::any_of(outcome.findings, [&](const Finding& one) {
                return name_of(one.kind) == name && one.remark == (what == "remark");
            });
            EXPECT_TRUE(seen) << file.path.filename() << ": no " << expectation;
        } else if (what == "counter") {
            std::string equals;
            std::uint64_t value = 0;
            words >> name >> equals >> value;
            const auto known = std::ranges::find(counter_list(), name, &CounterInfo::name);
            ASSERT_NE(known, counter_list().end()) << "no counter " << name;
            EXPECT_EQ(outcome.counters.*known->member, value) << file.path.filename() << name;
        } else {
            expect_buffer(file, what, words);
        }
    }
    EXPECT_EQ(outcome.findings.size(), findings) << file.path.filename() << "\n" << told(outcome);
}

void run_file(const std::filesystem::path& path) {
    for (const int threads : {1, 2}) {
        PtxFile file = load_file(path);
        ASSERT_FALSE(file.expectations.empty()) << path << " expects nothing";
        file.bench.options.threads = threads;
        const Outcome outcome = file.bench.run(file.text, file.arguments, file.kernel);
        check(file, outcome);
    }
}

std::vector<std::filesystem::path> all_files() {
    const char* root = std::getenv("LOCKSTEP_SOURCE_DIR");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::string(root != nullptr ? root : ".") + "/tests/sim/ptx"))
        if (entry.path().extension() == ".ptx")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

TEST(PtxFilesTest, DoWhatTheyExpect) {
    EXPECT_FALSE(all_files().empty());
    for (const std::filesystem::path& path : all_files()) {
        SCOPED_TRACE(path.string());
        run_file(path);
    }
}

TEST(PtxFilesTest, EveryOpcodeThatIsExecutedStandsInOne) {
    std::set<std::string, std::less<>> standing;
    for (const std::filesystem::path& path : all_files()) {
        const auto module = ptx::read(load_file(path).text, path.string());
        ASSERT_TRUE(module) << module.error().text();
        for (const ptx::Function& function : module->functions)
            for (const ptx::Instruction& instruction : function.instructions)
                standing.emplace(instruction.opcode());
    }
    const std::vector<std::string>& executed = executed_opcodes();
    EXPECT_GE(executed.size(), 80u);
    for (const std::string& opcode : executed)
        EXPECT_TRUE(standing.contains(opcode))
            << "'" << opcode << "' stands in no .ptx file of tests/sim/ptx";
}

} // namespace
} // namespace lockstep::simt
