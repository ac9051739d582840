// Numbers in texts that may belong to somebody's private life. Neither dates nor grouped numbers ("1 200 000"), and
// nothing in addresses of pages and in ids.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/record_check.hpp"

namespace muster {

struct PrivateNumber {
    bool phone = false;          ///< "+" and 9 to 15 digits, with spaces, hyphens or brackets; else 8 or more in a row
    std::string_view beginning;  ///< so much of it as may be repeated: two digits, with the "+"
    std::size_t digits = 0;      ///< how many it has
};

std::vector<PrivateNumber> private_numbers_in(std::string_view text,
                                              const std::function<bool(std::string_view)>& is_id);

/// The texts of a document that hold such numbers of one kind, and the first of each.
struct PrivateText {
    Where where = nowhere;
    PrivateNumber first;
    std::size_t more = 0;  ///< numbers of that kind beside it
};
std::vector<PrivateText> private_texts(RecordCheck& check, bool phones);

}  // namespace muster
