// How findings about derived totals name what the totals are made of.
#pragma once

#include <string>

#include "record/derivation.hpp"

namespace muster {

/// "43 (Vladimir Rogov)"; of a term that counts several times "two times 246 (KI)".
std::string figure_of(const RecordCheck& check, const Term& term);

/// The total and its terms take part, as far as they are of this record; a note says where each term stands.
void add_terms(const RecordCheck& check, Draft& draft, std::uint32_t claim, const DerivedTotal& total);

}  // namespace muster
