// The place where a text ceases to be JSON: what stands there, what the grammar wanted instead, and how far the words
// and numbers around it reach.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "parse/builder.hpp"

namespace muster {

class Stop {
public:
    enum class Want : std::uint8_t { document, key, value, colon, comma };

    /// `text` is well-formed, and what the builder was given; both must outlive this.
    Stop(const std::string& text, const DocumentBuilder& builder);

    /// Offset of what could not be read: behind the comma or colon that was still right. The length of the text if
    /// that is its end.
    std::size_t at() const { return at_; }
    bool at_end() const { return at_ == text_.size(); }
    char first() const { return text_[at_]; }
    std::string_view rest() const { return std::string_view(text_).substr(at_); }

    bool wants(Want want) const { return want_ == want; }
    bool in_object() const { return in_object_; }
    bool after_comma() const { return after_comma_; }
    /// The comma of which after_comma() speaks.
    std::size_t comma() const { return separator_; }
    /// What was wanted, in words: "a comma or }".
    std::string wanted() const;

    bool letter_at(std::size_t at) const;
    bool digit_at(std::size_t at) const;
    std::size_t line_end(std::size_t at) const;
    std::size_t character_end(std::size_t at) const;
    /// Behind the characters that belong together; at least one.
    std::size_t word_end(std::size_t at) const;
    /// Behind all that stands here before one of the `stops`, without spaces.
    std::size_t phrase_end(std::string_view stops) const;
    /// Where a number begins that JSON does not know, this being its beginning or a later piece of it; npos if none.
    std::size_t number_begin() const;
    std::size_t number_end(std::size_t begin) const;
    /// The first escape that JSON does not know in the string that begins here; the length of the text if none.
    std::size_t bad_escape() const;

private:
    const std::string& text_;
    const DocumentBuilder& builder_;
    std::size_t at_;
    Want want_ = Want::document;
    bool in_object_ = false;
    bool fresh_ = false;  // nothing stands yet in the object or list that is open
    bool after_comma_ = false;
    std::size_t separator_ = 0;
};

}  // namespace muster
