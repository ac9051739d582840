#include "report/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdlib>

namespace muster {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;

// Paths of unfinished files, for a signal handler that may touch nothing else.
std::array<std::atomic<const char*>, 64> unfinished{};

void remember_unfinished(const char* path) {
    for (auto& slot : unfinished) {
        const char* empty = nullptr;
        if (slot.compare_exchange_strong(empty, path)) return;
    }
}

void forget_unfinished(const char* path) {
    for (auto& slot : unfinished) {
        const char* mine = path;
        if (slot.compare_exchange_strong(mine, nullptr)) return;
    }
}

std::string reason_of(int error_number) {
    switch (error_number) {
        case EPIPE:
            return "its reader has closed it";
        case EBADF:
            return "it is closed";
        case ENOSPC:
        case EDQUOT:
            return "no space is left there";
        case EFBIG:
            return "it would be larger than the system allows";
        case EACCES:
        case EPERM:
            return "the permission is missing";
        case EROFS:
            return "nothing can be written there (the file system is read-only)";
        case ENOENT:
            return "there is no such folder";
        case ENOTDIR:
            return "its path leads through something that is not a folder";
        case EISDIR:
            return "it is a folder";
        case ENXIO:
            return "nobody reads from it";
        case ELOOP:
            return "its symbolic links lead in a circle";
        case ENAMETOOLONG:
            return "its name is too long";
        case EIO:
            return "the device reports an error";
        default:
            return "the system refuses it (error " + std::to_string(error_number) + ")";
    }
}

std::string sentence(const std::string& name, int error_number) {
    return name + ": could not be written: " + reason_of(error_number);
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

// These are names of open descriptors; what they lead to may look like a regular file but belongs to somebody else.
bool names_a_descriptor(std::string_view path) {
    return path == "/dev/stdout" || path == "/dev/stderr" || begins_with(path, "/dev/fd/") ||
           begins_with(path, "/proc/");
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// Follows symbolic links, so that a link stays one and the file it leads to is the one that is written.
// Stops at a name of a descriptor. False: errno says why.
bool follow_links(std::string& path) {
    for (int links = 0; links < 40; ++links) {
        struct stat status {};
        if (names_a_descriptor(path) || lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return true;
        std::array<char, PATH_MAX> text{};
        const ssize_t size = readlink(path.c_str(), text.data(), text.size());
        if (size < 0) return false;
        const std::string to(text.data(), static_cast<std::size_t>(size));
        path = to[0] == '/' ? to : folder_of(path) + to;
    }
    errno = ELOOP;
    return false;
}

}  // namespace

Output::Output(std::string name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}

std::unique_ptr<Output> Output::standard_output() {
    std::unique_ptr<Output> output(new Output("standard output", STDOUT_FILENO));
    output->owned_ = false;
    output->held_back_ = isatty(STDOUT_FILENO) == 0;
    return output;
}

std::unique_ptr<Output> Output::set_aside() {
    std::unique_ptr<Output> output(new Output("", -1));
    output->aside_ = true;
    return output;
}

Result<std::unique_ptr<Output>> Output::open(const std::string& path) {
    if (path.empty()) return Error{"the name of the file to write is empty"};
    std::string target = path;
    if (!follow_links(target)) return Error{sentence(path, errno)};
    if (target == "-" || target == "/dev/stdout") return standard_output();
    struct stat status {};
    const bool exists = stat(target.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) return Error{sentence(path, EISDIR)};
    if (names_a_descriptor(target) || (exists && !S_ISREG(status.st_mode))) return open_stream(target);
    if (exists && faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return Error{sentence(path, errno)};

    std::unique_ptr<Output> output(new Output(path, -1));
    if (!output->open_temporary(target)) return Error{sentence(path, errno)};
    if (exists && fchmod(output->descriptor_, status.st_mode & 07777) != 0) return Error{sentence(path, errno)};
    return output;
}

Result<std::unique_ptr<Output>> Output::open_stream(const std::string& path) {
    // Appending, since /dev/fd/N may be a file that holds something already.
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return Error{sentence(path, errno)};
    std::unique_ptr<Output> output(new Output(path, descriptor));
    output->held_back_ = isatty(descriptor) == 0;
    return output;
}

bool Output::open_temporary(const std::string& target) {
    for (int number = 0; number < 100; ++number) {
        const std::string name = ".muster-" + std::to_string(getpid()) + "-" + std::to_string(number) + ".part";
        temporary_ = folder_of(target) + name;
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ >= 0) {
            target_ = target;
            remember_unfinished(temporary_.c_str());
            return true;
        }
        if (errno != EEXIST) break;
    }
    temporary_.clear();
    return false;
}

void Output::open_nameless() {
    const char* const named = std::getenv("TMPDIR");
    const std::string folder = named != nullptr && *named != '\0' ? named : "/tmp";
    name_ = "a temporary file in " + folder + " (TMPDIR can name another folder)";
    std::string path = folder + "/muster-XXXXXX";
    descriptor_ = mkostemp(path.data(), O_CLOEXEC);
    if (descriptor_ < 0) return fail(errno);
    unlink(path.c_str());
}

Output::~Output() {
    discard();
    if (owned_ && descriptor_ >= 0) close(descriptor_);
}

void Output::write(std::string_view text) {
    if (failed()) return;
    buffer_ += text;
    if (!held_back_ || buffer_.size() >= buffer_size) flush();
}

void Output::append(Output& aside) {
    if (aside.descriptor_ < 0 && !aside.failed()) return write(aside.buffer_);
    aside.flush();
    std::string piece(buffer_size, '\0');
    for (off_t at = 0; !aside.failed();) {
        const ssize_t size = pread(aside.descriptor_, piece.data(), piece.size(), at);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) aside.fail(errno);
        if (size <= 0) break;
        write(std::string_view(piece).substr(0, static_cast<std::size_t>(size)));
        at += size;
    }
    if (!aside.failed() || failed()) return;
    error_ = aside.error_;
    discard();
}

void Output::flush() {
    if (aside_ && descriptor_ < 0) open_nameless();
    std::string_view rest = buffer_;
    while (!rest.empty() && !failed()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd waiting{descriptor_, POLLOUT, 0};
            poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            fail(errno);
        }
    }
    buffer_.clear();
}

Status Output::finish() {
    flush();
    if (!temporary_.empty() && !failed()) {
        if (fsync(descriptor_) != 0 && errno != EINVAL) {
            fail(errno);
        } else if (rename(temporary_.c_str(), target_.c_str()) != 0) {
            fail(errno);
        } else {
            forget_unfinished(temporary_.c_str());
            temporary_.clear();
        }
    }
    if (failed()) return Error{error_};
    return done();
}

void Output::fail(int error_number) {
    error_ = sentence(name_, error_number);
    discard();
}

void Output::discard() {
    if (temporary_.empty()) return;
    unlink(temporary_.c_str());
    forget_unfinished(temporary_.c_str());
    temporary_.clear();
}

void Output::remove_unfinished() noexcept {
    for (const auto& slot : unfinished) {
        if (const char* path = slot.load()) unlink(path);
    }
}

}  // namespace muster
