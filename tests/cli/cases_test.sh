#!/usr/bin/env bash
# Every case of fixtures/cases gives the text that was written for it, and nothing else.
# Usage: tests/cli/cases_test.sh MUSTER [CASE...]
set -uo pipefail
export LC_ALL=C
unset NO_COLOR

muster=$(realpath "$1")
shift
cd "$(dirname "$0")/../.." || exit 1
(($# > 0)) || set -- $(ls fixtures/cases | grep --invert-match '\.md$')
failed=()

for name in "$@"; do
    case=fixtures/cases/$name
    found=$("$muster" check --isolated --color never --quiet --as-of 2025-12-31 "$case" 2>&1)
    code=$?
    grep --quiet '^[^ ].* error\[' "$case/expected.txt" && expected_code=1 || expected_code=0
    if ! difference=$(diff -u --label expected --label found "$case/expected.txt" <(printf '%s' "$found${found:+$'\n'}")); then
        printf '%s: - is expected and missing, + was found and is not expected\n%s\n\n' "$case" "$(tail -n +3 <<<"$difference")"
        failed+=("$name")
    elif ((code != expected_code)); then
        printf '%s: exit code %s instead of %s\n\n' "$case" "$code" "$expected_code"
        failed+=("$name")
    fi
done

if ((${#failed[@]} > 0)); then
    printf '%s of %s cases failed: %s\n' "${#failed[@]}" "$#" "${failed[*]}"
    exit 1
fi
printf 'All %s cases passed\n' "$#"
