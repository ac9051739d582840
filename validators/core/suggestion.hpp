// What somebody meant to write: near misses by slips of typing, letter case, and letters of another script that look
// like Latin ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

/// How many slips of typing lie between two different words; nothing if they are too far apart for a slip.
/// Letter case and look-alikes cost nothing.
std::optional<std::size_t> slips_between(std::string_view written, std::string_view meant);

/// The word that `written` is most likely a slip of, the first of equals; "" if none is near.
std::string_view nearest(std::string_view written, const std::vector<std::string_view>& words);

/// "; did you mean WORD?" for the nearest of the words, else "".
std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& words);

/// A character that is not what it looks like.
struct LookAlike {
    std::string_view character;  ///< a view into the text it was found in
    std::string_view script;     ///< "Cyrillic", "Greek"; "" for a dash that looks like a hyphen
};

/// The first character of the text that looks like a Latin letter or a hyphen and is none.
std::optional<LookAlike> look_alike(std::string_view text);

/// The text with each such character replaced by the one it looks like.
std::string without_look_alikes(std::string_view text);

}  // namespace muster
