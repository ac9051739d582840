// A small file, read at once.
#pragma once

#include <string>

#include "muster/result.hpp"

namespace muster {

/// The bytes of the file. Error: with the path, why there are none.
Result<std::string> whole_file(const std::string& path);

}  // namespace muster
