// Result<T>: a value, or the reason why the job could not be done.
// For what muster itself cannot do (a file it may not read, a schema it does not understand); what is wrong in the
// data is a Finding, never an Error. Method names follow std::expected.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace muster {

/// Why a job could not be done, in one plain sentence without a final full stop.
struct Error {
    std::string message;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; only to be asked for when has_value().
    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// The reason; only to be asked for when not has_value().
    const Error& error() const { return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

/// The result of a job that yields nothing.
using Status = Result<std::monostate>;
inline Status done() {
    return Status{std::monostate{}};
}

}  // namespace muster
