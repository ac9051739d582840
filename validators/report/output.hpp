// Where a report goes: a file that is written whole or not at all, or a stream (standard output, a pipe, a device)
// that is written as it comes. The first error stays; what is written after it goes nowhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "muster/result.hpp"

namespace muster {

class Output {
public:
    /// A file: its text stands under another name in the same folder until finish(). What exists and is no regular
    /// file is written directly and never replaced. "-" is standard output. Error: with the path, why it cannot be.
    static Result<std::unique_ptr<Output>> open(const std::string& path);
    static std::unique_ptr<Output> standard_output();
    /// Text that is needed later than it comes: append() hands it on. What memory should not hold lies in a file
    /// without a name.
    static std::unique_ptr<Output> set_aside();

    /// Leaves nothing behind if finish() was not called or failed.
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    /// Writes all that was written to one of set_aside(); where that one failed, this one fails in the same way.
    void append(Output& aside);
    bool failed() const { return !error_.empty(); }
    /// Why it failed, with the path; "" if it did not.
    const std::string& error() const { return error_; }
    /// Writes what is still held back and gives the file its name. Error: the first of all, with the path.
    Status finish();

    /// Removes the unfinished files of all outputs; may be called by a signal handler.
    static void remove_unfinished() noexcept;

private:
    Output(std::string name, int descriptor);
    static Result<std::unique_ptr<Output>> open_stream(const std::string& path);
    bool open_temporary(const std::string& target);
    void open_nameless();
    void flush();
    void fail(int error_number);
    void discard();

    std::string name_;
    int descriptor_ = -1;
    bool owned_ = true;      ///< the descriptor is closed at the end
    bool held_back_ = true;  ///< writes are gathered; not so on a terminal
    bool aside_ = false;     ///< opened when there is more than the buffer should hold
    std::string buffer_;
    std::string temporary_;  ///< path of the unfinished file; "" for streams
    std::string target_;     ///< the name it will have
    std::string error_;
};

}  // namespace muster
