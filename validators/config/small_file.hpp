// A file that people wrote or reviewed, read at once: a configuration, a baseline.
#pragma once

#include <string>

#include "muster/result.hpp"

namespace muster {

/// The bytes of a file of at most 16 MiB. Error: with the path, why there are none.
Result<std::string> read_small_file(const std::string& path);

/// Something is there, be it readable or not.
bool is_there(const std::string& path);

}  // namespace muster
