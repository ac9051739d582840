// The little that must be known of Unicode: well-formed UTF-8, characters that must not stand in texts, bidirectional
// controls, normal form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace muster {

/// Length in bytes of the well-formed UTF-8 character at the beginning of `text`; 0 if there is none.
std::size_t utf8_length(std::string_view text);

/// Decodes the character at `at` of well-formed text and moves `at` behind it.
char32_t next_character(std::string_view text, std::size_t& at);

/// U+0000-001F, U+007F-009F, U+2028, U+2029.
bool is_control(char32_t character);
/// "a line break", "a tab", "the control character U+0007".
std::string name_of_control(char32_t character);

/// Every embedding, override and isolate (U+202A-202E, U+2066-2069) is closed, in order.
bool bidi_balanced(std::string_view text);

/// In Unicode normal form C.
bool is_nfc(std::string_view text);

/// Number of code points in well-formed text; other text: bytes that do not continue a character.
std::size_t code_points(std::string_view text);

}  // namespace muster
