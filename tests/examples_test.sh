#!/usr/bin/env bash
# What the examples print and how they exit.
# Usage: tests/examples_test.sh SOURCE FOLDER_OF_EXAMPLES
set -uo pipefail
source=$(realpath "$1") folder=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1

gives() { # gives CODE EXPECTED COMMAND...
    local got code
    got=$("${@:3}" 2>&1)
    code=$?
    [[ $code == "$1" && $got == "$2" ]] && return
    printf 'FAILED: %s\nexit code %s\n%s\ninstead of exit code %s\n%s\n' "${*:3}" "$code" "$got" "$1" "$2"
    exit 1
}

gives 1 'draft.json:7:82: error[CNT002] "amount" is -7; a count is never below 0
  help: Write the number without the minus. If none came, write 0; if no number was given, write absent instead of amount.
2025-03-28-remains: office says 43
2025-03-28-remains: daily says something that cannot be used
1 record, 1 error' "$folder/check_a_buffer"

# Two records, one with a wrong count; then as many broken lines as end it.
tr -d '\n' <"$source/fixtures/rules/negative_count/valid_zero.json" >lines.ndjson
echo >>lines.ndjson
gives 0 "1 records, 0 errors" "$folder/stream_a_file" lines.ndjson
for number in 2 3 4 5 6 7 8 9 10 11 12; do echo "{" >>lines.ndjson; done
gives 2 "$(for number in 2 3 4 5 6 7 8 9 10 11; do
    echo "line $number: the text ends here, where a field name in double quotes, or } was expected"
done)
the check was cancelled" "$folder/stream_a_file" lines.ndjson
gives 2 "none.json: no such file or folder" "$folder/stream_a_file" none.json

gives 1 '433 errors, 265 warnings' bash -c "'$folder/own_rule' '$source/fixtures/datasets/ua-ru' | tail -n 1; exit \${PIPESTATUS[0]}"
cat >record.json <<'END'
{
  "schema": "muster/exchange/1", "id": "x", "status": "carried_out", "date": "2025-03-28",
  "flows": [{ "id": "f", "from": "east", "to": "west", "kind": "remains" }],
  "claims": [
    { "id": "c1", "type": "count", "flows": ["f"], "quantity": { "amount": 7 }, "speaker": "office",
      "appearances": [{ "source": "s" }], "extensions": { "desk.example.org:batch": 3 } }],
  "agents": [
    { "id": "east", "type": "party", "name": "East" }, { "id": "west", "type": "party", "name": "West" },
    { "id": "office", "type": "institution", "name": "The office" },
    { "id": "daily", "type": "outlet", "name": "The Daily" }],
  "sources": [{ "id": "s", "outlet": "daily", "url": "https://example.org/1" }]
}
END
gives 0 'record.json:5:76: warning[XDK001 count_without_day] nobody says when The office gave this count
  help: Add stated_on.
0 errors, 1 warnings' "$folder/own_rule" record.json
echo "All passed"
