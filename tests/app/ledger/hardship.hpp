// SPDX-License-Identifier: MIT
// What a file system may do to a program: no room, no permission, no writing at all.
#pragma once

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

namespace lockstep::ledger {

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "lockstep-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

/// No file grows beyond so many bytes: writing fails half-way, as on a full disk.
class NoRoom {
  public:
    explicit NoRoom(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

  private:
    rlimit m_before{};
};

/// A real disk of 128 KiB, for tests that run as root where mounting is allowed.
class TinyDisk {
  public:
    TinyDisk() {
        m_mounted = ::mount("tmpfs", m_folder.path().c_str(), "tmpfs", 0, "size=128k") == 0;
    }
    ~TinyDisk() {
        if (m_mounted)
            ::umount2(m_folder.path().c_str(), MNT_DETACH);
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;
    bool mounted() const { return m_mounted; }
    const std::filesystem::path& path() const { return m_folder.path(); }
    /// Leaves no block free.
    void fill() const {
        std::ofstream file(path() / "filler", std::ios::binary);
        const std::string block(4096, 'x');
        while (file.write(block.data(), 4096).flush()) {
        }
    }
    void make_room() const { std::filesystem::remove(path() / "filler"); }

  private:
    Folder m_folder;
    bool m_mounted = false;
};

/// Root may write everywhere: tests of permissions are done as nobody.
class AsNobody {
  public:
    AsNobody() {
        if (::geteuid() == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~AsNobody() {
        if (m_changed && ::seteuid(0) != 0)
            std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

  private:
    bool m_changed = false;
};

/// Readable by everybody, writable by nobody.
inline void make_read_only(const std::filesystem::path& folder) {
    using std::filesystem::perms;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        std::filesystem::permissions(entry, entry.is_directory() ? perms(0555) : perms(0444));
    std::filesystem::permissions(folder, perms(0555));
}

} // namespace lockstep::ledger
