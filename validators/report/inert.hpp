// Text that comes from data, made harmless for those who read a report: a terminal obeys no escape, a direction is not
// turned round, a log of a build service holds no command, and the bytes are UTF-8. Every writer passes data through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace muster {

/// For text of one line: what must not be obeyed is written visibly, \u{1B} for a character and \xFF for a byte that
/// is not UTF-8. The marks U+200E and U+200F, with which people write Arabic and Hebrew, stay.
std::string inert(std::string_view text);

/// As inert(), and even at the beginning of a line no command for a log and no formula for a spreadsheet.
std::string inert_path(std::string_view path);

/// The text as a JSON string with its quotes; the same characters are escaped, bytes that are not UTF-8 become U+FFFD.
/// < and > are escaped too, so that the JSON can stand in a page or in XML.
std::string json_string(std::string_view text);

/// Inert text for XML and HTML, between tags and in attributes.
std::string markup(std::string_view inert_text);

/// The character at the beginning of a text, as inert() shows it.
struct Shown {
    std::size_t size = 1;   ///< bytes it takes in the text
    std::string text;       ///< what is shown
    std::size_t width = 1;  ///< columns that takes in a terminal
};
Shown show_first(std::string_view text);

}  // namespace muster
