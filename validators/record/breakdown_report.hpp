// How a breakdown that does not fit its whole is reported; the three shapes differ in their words only.
#pragma once

#include <string_view>

#include "record/record_check.hpp"

namespace muster {

/// Reports the failures of one shape. `message` may use {given}, {whole}, {sum}, {gap}, {parts}, {label}, {dimension}.
void report_breakdowns(RecordCheck& check, Shape shape, std::string_view message);

}  // namespace muster
