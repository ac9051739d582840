// The whole numbers that a text holds in digits, in the groupings that people write: 1212, 1,212, 1.212, 1 212.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace muster {

/// Every number that the digits may mean: "1,212" gives 1212; "43 909" may be read both ways and gives 43, 43909 and
/// 909. Numbers of more than ten digits are left out.
std::vector<std::int64_t> numbers_in(std::string_view text);

}  // namespace muster
