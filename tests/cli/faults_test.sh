#!/usr/bin/env bash
# What becomes of reports when the disk is full, wherever that happens: exit code 3, a reason, and no part of a file.
# Usage: tests/cli/faults_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

# A limit for the size of files stands for a full disk: what is written beyond it fails.
limited() { # limited KILOBYTES ARGUMENT...
    (trap '' XFSZ; ulimit -f "$1"; exec "$muster" "${@:2}") >"$scratch/kept/out" 2>"$scratch/kept/err" </dev/null
    code=$?
}

formats=$("$muster" check --help | sed -n 's/.*--format \([a-z|]*\).*/\1/p' | tr '|' ' ')
begin "all formats"
((8 <= $(wc -w <<<"$formats"))) || fail "the formats are: $formats"
for format in $formats; do
    begin "no room for $format"
    broken_lines 100 >broken.ndjson
    run check broken.ndjson "${as_of[@]}" --format "$format" --output whole.txt
    exits 1
    size=$(wc -c <whole.txt)
    mv whole.txt "$scratch/whole.txt"
    # Every kilobyte at the beginning, then wider and wider steps.
    for ((room = 1; room * 1024 < size; room += 1 + room / 4)); do
        limited "$room" check broken.ndjson "${as_of[@]}" --format "$format" --output part.txt
        exits 3
        complains "muster: part.txt: could not be written: it would be larger than the system allows"
        holds_only broken.ndjson
    done
    limited $((size / 1024 + 1)) check broken.ndjson "${as_of[@]}" --format "$format" --output part.txt
    exits 1
    cmp --quiet part.txt "$scratch/whole.txt" || fail "with room enough the report is another one"
done

begin "no room for a file that was there: it stays as it was"
broken_lines 100 >broken.ndjson
echo before >report.txt
limited 1 check broken.ndjson "${as_of[@]}" --output report.txt
exits 3
[[ $(cat report.txt) == before ]] || fail "report.txt was changed"
holds_only broken.ndjson report.txt

begin "one report has room, the other has none"
broken_lines 100 >broken.ndjson
run check broken.ndjson "${as_of[@]}" --report gitlab=whole.json --quiet
room=$(($(wc -c <whole.json) / 1024 + 1))
rm whole.json
limited "$room" check broken.ndjson "${as_of[@]}" --report gitlab=a.json --report html=b.html --quiet
exits 3
[[ -s a.json && ! -e b.html ]] || fail "the folder holds: $(ls -A)"

all_passed
