// SPDX-License-Identifier: MIT
// Part file, fsync, rename, fsync of the folder.
#include "app/ledger/file_write.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace lockstep::ledger {

namespace fs = std::filesystem;

namespace {

/// A descriptor that is closed with its owner.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    /// Some file systems report a full disk only here.
    int close() { return ::close(std::exchange(m_number, -1)); }

  private:
    int m_number;
};

/// 0, or the errno of what failed.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written == 0 ? EIO : errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_part(const fs::path& part, std::string_view text) {
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.number() < 0)
        return errno;
    if (const int error = write_all(file.number(), text))
        return error;
    if (::fsync(file.number()) != 0)
        return errno;
    return file.close() == 0 ? 0 : errno;
}

/// The new name is on the disk only when the folder is; not every file system can be asked.
void sync_folder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0)
        ::fsync(descriptor.number());
}

} // namespace

Error write_error(const fs::path& path, int number) {
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return {path.string(), "the disk is full.", "Make room; nothing that was there is lost."};
    case EFBIG:
        return {path.string(), "the file may not grow that large.", "Save it elsewhere."};
    case EROFS:
    case EACCES:
    case EPERM:
        return {path.string(), "this folder may not be written to.", "Choose another folder."};
    case ENOENT:
    case ENOTDIR:
        return {path.string(), "there is no such folder.", "Choose another folder."};
    default:
        return {path.string(), fmt::format("it could not be written: {}.", std::strerror(number)),
                "Try again, or choose another folder."};
    }
}

Result<void> write_whole(const fs::path& path, std::string_view text) {
    const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::error_code made;
    fs::create_directories(folder, made);
    if (made)
        return Failure(write_error(path, made.value()));
    const fs::path part = fmt::format("{}.{}.part", path.string(), ::getpid());
    int error = write_part(part, text);
    if (error == 0 && ::rename(part.c_str(), path.c_str()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(part.c_str());
        return Failure(write_error(path, error));
    }
    sync_folder(folder);
    return {};
}

} // namespace lockstep::ledger
