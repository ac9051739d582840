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
    std::string message;  ///< for people
};

/// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    /// A value.
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    /// No value.
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    /// There is a value.
    bool has_value() const noexcept { return state_.index() == 0; }
    /// There is a value.
    explicit operator bool() const noexcept { return has_value(); }

    // All of these are only to be asked for when has_value().

    /// The value.
    T& value() & { return std::get<0>(state_); }
    /// The value.
    const T& value() const& { return std::get<0>(state_); }
    /// The value.
    T&& value() && { return std::get<0>(std::move(state_)); }
    /// The value.
    T& operator*() & { return value(); }
    /// The value.
    const T& operator*() const& { return value(); }
    /// The value.
    T* operator->() { return &value(); }
    /// The value.
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
