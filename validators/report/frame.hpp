// A code frame: the line a finding stands in, with its number, and carets below what is meant.
#pragma once

#include <cstddef>
#include <string>

#include "muster/finding.hpp"
#include "report/paint.hpp"

namespace muster {

/// Two lines with their line breaks; "" if the excerpt has no text. A frame is at most `frame_width` columns wide: of
/// a longer line the part round the mark is shown, with an ellipsis where it was cut.
std::string code_frame(const Excerpt& excerpt, std::size_t line, Severity severity, const Paint& paint);

inline constexpr std::size_t frame_width = 120;

}  // namespace muster
