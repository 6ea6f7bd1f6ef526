// SPDX-License-Identifier: MIT
// Files that are there whole or not at all: a power cut, a full disk or a second window never leave
// half of one under its name.
#include "app/experiment/run_file.hpp"

#include "app/experiment/child_process.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lockstep {

namespace fs = std::filesystem;

namespace {

Failure not_written(const fs::path& file, int number) {
    std::string remedy;
    if (number == ENOSPC || number == EDQUOT)
        remedy = "Free some space, or save it elsewhere.";
    else if (number == EACCES || number == EPERM || number == EROFS)
        remedy = "Save it where you may write.";
    else if (number == ENOENT || number == ENOTDIR)
        remedy = "Make the folder first, or save it elsewhere.";
    return fail(file.string(), fmt::format("cannot be written: {}.", std::strerror(number)),
                std::move(remedy));
}

Failure not_read(const fs::path& file, int number) {
    std::string remedy;
    if (number == EACCES || number == EPERM)
        remedy = "Ask its owner for leave to read it.";
    else if (number == ENOENT || number == ENOTDIR)
        remedy = "Check its name.";
    return fail(file.string(), fmt::format("cannot be read: {}.", std::strerror(number)),
                std::move(remedy));
}

/// 0, or the number of what went wrong.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

/// The new name itself is on the disk only once the folder is.
void sync_folder(const fs::path& folder) {
    const FileDescriptor opened(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() >= 0)
        ::fsync(opened.number());
}

} // namespace

Result<void> write_whole(const fs::path& file, std::string_view text) {
    // The process id keeps two windows that save under one name out of each other's .part.
    const fs::path part = file.string() + fmt::format(".{}.part", ::getpid());
    FileDescriptor out(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (out.number() < 0)
        return not_written(file, errno);
    int failed = write_all(out.number(), text);
    out.close();
    if (failed == 0 && ::rename(part.c_str(), file.c_str()) != 0)
        failed = errno;
    if (failed != 0) {
        ::unlink(part.c_str());
        return not_written(file, failed);
    }
    sync_folder(file.parent_path());
    return {};
}

Result<std::string> read_whole(const fs::path& file, std::size_t most_bytes) {
    const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (in.number() < 0 || ::fstat(in.number(), &about) != 0)
        return not_read(file, errno);
    if (S_ISDIR(about.st_mode))
        return fail(file.string(), "this is a folder, not a file.", "Name a file that is in it.");
    if (!S_ISREG(about.st_mode))
        return fail(file.string(), "this is not a file.");
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size > most_bytes)
        return fail(file.string(),
                    fmt::format("this has {} MB, and no such file has more than {}.", size >> 20,
                                most_bytes >> 20),
                    "It is something else, or it was damaged.");
    std::string text(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(in.number(), text.data() + filled, size - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return not_read(file, errno);
        if (got == 0)
            break; // it became shorter meanwhile
        filled += static_cast<std::size_t>(got);
    }
    text.resize(filled);
    return text;
}

} // namespace lockstep
