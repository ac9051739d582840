// The fingerprints of findings: they name what is wrong by record, claim and value, not by lines, so that they survive
// other white space, another order of keys and files, and other names of files.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "core/draft.hpp"
#include "layers/examined.hpp"

namespace muster {

/// What was named before: what is found twice gets a number.
struct Fingerprints {
    std::string dataset;  ///< its id
    std::map<std::string, std::size_t> times;
};

class Namer {
public:
    /// `occurrence` tells documents of the same record id apart. `names` lives longer than the namer.
    Namer(const Examined& examined, std::size_t occurrence, Fingerprints& names);

    std::string operator()(const Draft& draft);
    /// The id that the record had when it came; "" if it has none.
    const std::string& record() const { return record_; }

private:
    const Examined* examined_;
    std::string record_;
    std::size_t occurrence_;
    Fingerprints* names_;
};

}  // namespace muster
