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
bool is_line_break(char32_t character);
/// "a line break", "a tab", "the control character U+0007".
std::string name_of_control(char32_t character);

/// "U+202E".
std::string code_point(char32_t character);

inline constexpr char32_t end_of_embedding = 0x202C;
inline constexpr char32_t end_of_isolate = 0x2069;
/// The character that must close an embedding, an override or an isolate; 0 for a character that opens none.
char32_t closing_direction(char32_t character);

/// A letter of any script.
bool is_letter(char32_t character);
/// Something is to be seen where it stands: no space, no control, nothing unassigned.
bool is_visible(char32_t character);

/// At most the first `longest` characters of well-formed text, with "…" where more follows.
std::string shortened(std::string_view text, std::size_t longest = 60);

/// In Unicode normal form C.
bool is_nfc(std::string_view text);

/// Number of code points in well-formed text; other text: bytes that do not continue a character.
std::size_t code_points(std::string_view text);

}  // namespace muster
