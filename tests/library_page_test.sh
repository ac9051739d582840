#!/usr/bin/env bash
# The program in docs/library.md is examples/check_a_buffer.cpp.
# Usage: tests/library_page_test.sh SOURCE
set -euo pipefail
diff "$1/examples/check_a_buffer.cpp" <(sed -n '/^```cpp$/,/^```$/p' "$1/docs/library.md" | sed '1d;$d') ||
    { echo "docs/library.md is out of date: put examples/check_a_buffer.cpp into it"; exit 1; }
