#!/usr/bin/env bash
# What somebody meets who lets a gate begin at what is known: --baseline and --update-baseline.
# Usage: tests/cli/baseline_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

dataset() {
    printf '{ "schema": "muster/dataset/1", "id": "d", "title": "T", "licence": "CC0-1.0", "maintainers": ["E"], "language": "en" }\n'
}

total() { # total ID FIRST SECOND TOTAL: a record with a sum
    record "$1" | sed -e "s/909/$2/" \
        -e 's/"to": "ua", "kind": "remains" }\]/"to": "ua", "kind": "remains" }, { "id": "to-ru", "from": "ua", "to": "ru", "kind": "remains" }]/' \
        -e "s/^  \"claims\": \\[/  \"claims\": [ { \"id\": \"c2\", \"type\": \"count\", \"flows\": [\"to-ru\"], \"quantity\": { \"amount\": $3 }, \"speaker\": \"o1\", \"appearances\": [{ \"source\": \"s1\" }] }, { \"id\": \"total\", \"type\": \"count\", \"flows\": [\"to-ru\", \"to-ua\"], \"applies\": \"together\", \"quantity\": { \"amount\": $4 }, \"derivation\": { \"method\": \"sum\", \"of\": [\"c1\", \"c2\"] }, \"speaker\": \"o1\", \"appearances\": [{ \"source\": \"s1\" }] },/"
}

begin_dataset() { # begin_dataset WHAT: 43 and 910 do not make 952
    begin "$1"
    dataset >dataset.json
    total one 910 43 952 >one.json
}

summary="Checked 2 files with 1 record and 3 claims, as of 2025-06-30"
baseline=(--baseline known.json "${as_of[@]}")

begin_dataset "what is known is written once and not reported again"
run check "${as_of[@]}"
exits 1
run check --update-baseline "${baseline[@]}"
exits 0
complains_not
prints "$summary: no findings. known.json holds 1 known finding: 1 added, 0 taken out."
[[ $(sed 's/"fingerprint": "[0-9a-f]*"/F/' known.json) == '[{"muster": "baseline", "version": 1}
,{"code": "TOT004", "dataset": "d", "record": "one", "message": "952 is given as the sum of 910 (Coordination Headquarters) and 43 (An outlet), which makes 953: one too many", F}
]' ]] || fail "the baseline is $(cat known.json)"
run check "${baseline[@]}"
exits 0
prints "$summary: no findings. known.json holds 1 known finding back."
run check --format json "${baseline[@]}"
prints_among_others '  "baseline": {"path": "known.json", "known": 1, "stale": []},'
cp known.json "$scratch/kept/first"
run check --update-baseline "${baseline[@]}"
prints "$summary: no findings. known.json holds 1 known finding: 0 added, 0 taken out."
cmp --quiet known.json "$scratch/kept/first" || fail "a second update changed the baseline"
holds_only dataset.json known.json one.json

begin_dataset "another layout, another order of keys and another name change nothing"
run check --update-baseline "${baseline[@]}"
tr -d '\n' <one.json | sed 's/  */ /g' >renamed.json
rm one.json
run check "${baseline[@]}"
exits 0
prints "$summary: no findings. known.json holds 1 known finding back."
if command -v jq >/dev/null; then
    jq --sort-keys . renamed.json >sorted.json
    rm renamed.json
    run check "${baseline[@]}"
    exits 0
    prints "$summary: no findings. known.json holds 1 known finding back."
fi

begin_dataset "one wrong number in the place of another is new"
run check --update-baseline "${baseline[@]}"
for numbers in "911 43 952" "910 44 952" "910 43 951"; do
    # shellcheck disable=SC2086
    total one $numbers >one.json
    run check "${baseline[@]}"
    exits 1
    prints_among_others "$summary: 1 error."
    prints_among_others "known.json holds no known findings back."
    prints_among_others "1 entry of known.json is no longer found: TOT004 in one; --update-baseline takes it out."
done
run check --format json "${baseline[@]}"
grep --quiet '"known": 0, "stale": \[{"code": "TOT004", "record": "one", "message": "952 is' "$scratch/kept/out" || fail "the stale entry is not listed"
run check --update-baseline "${baseline[@]}"
exits 0
prints "$summary: no findings. known.json holds 1 known finding: 1 added, 1 taken out."

begin_dataset "what is mended is stale, and an update takes it out"
run check --update-baseline "${baseline[@]}"
total one 909 43 952 >one.json
run check "${baseline[@]}"
exits 0
prints "$summary: no findings. known.json holds no known findings back. 1 entry of known.json is no longer found: TOT004 in one; --update-baseline takes it out."
run check --update-baseline "${baseline[@]}"
prints "$summary: no findings. known.json holds no known findings: 0 added, 1 taken out."

begin_dataset "what a known finding had hidden becomes known in the same update"
total one 910 43 952 | sed '/"id": "c1"/,/"appearances"/s/"speaker": "chtpow",/"speaker": "chtpow", "breakdowns": [{ "dimension": "place", "shape": "partition", "parts": [{ "label": "A", "quantity": { "amount": 5 } }] }],/' >one.json
run check "${as_of[@]}"
prints_among_others "$summary: 1 error."
run check --update-baseline "${baseline[@]}"
exits 0
prints "$summary: no findings. known.json holds 2 known findings: 2 added, 0 taken out."
run check "${baseline[@]}"
exits 0

begin_dataset "a known file that is not JSON hides no other"
echo '{' >broken.json
run check --update-baseline "${baseline[@]}"
exits 0
mv broken.json still-broken.json
run check "${baseline[@]}"
exits 0
echo '{ "schema"' >still-broken.json
run check "${baseline[@]}"
exits 1

begin_dataset "files given are judged for themselves, and an update keeps the rest"
total two 910 43 952 | sed 's/"date": "2025-03-28"/"date": "2025-03-29"/' >two.json
run check --update-baseline "${baseline[@]}"
prints_among_others "Checked 3 files with 2 records and 6 claims, as of 2025-06-30: no findings. known.json holds 2 known findings: 2 added, 0 taken out."
sed -i 's/910/909/' two.json
run check one.json "${baseline[@]}"
exits 0
prints "Checked 1 file with 1 record and 3 claims, as of 2025-06-30: no findings. known.json holds 1 known finding back."
run check one.json --update-baseline "${baseline[@]}"
prints "Checked 1 file with 1 record and 3 claims, as of 2025-06-30: no findings. known.json holds 2 known findings: 0 added, 0 taken out."
run check two.json "${baseline[@]}"
prints_among_others "Checked 1 file with 1 record and 3 claims, as of 2025-06-30: no findings. known.json holds no known findings back. 1 entry of known.json is no longer found: TOT004 in two; --update-baseline takes it out."
run check --ignore TOT004 "${baseline[@]}"
grep --quiet "no longer found" "$scratch/kept/out" && fail "what was not looked for is called stale"

begin_dataset "a baseline that would rest on less than everything is not written"
run check one.json gone.json --update-baseline "${baseline[@]}"
exits 2
complains "$(printf 'muster: gone.json: no such file or folder\nmuster: known.json: not written, because not everything could be checked')"
holds_only dataset.json one.json
run check --update-baseline --baseline none/known.json
exits 3
complains "muster: none/known.json: could not be written: there is no such folder"

begin_dataset "suppressions that expire cannot become known"
printf '[[suppress]]\nrule = "TOT004"\nrecord = "one"\nreason = "seen"\nuntil = 2025-01-01\n' >muster.toml
run check --update-baseline "${baseline[@]}"
exits 1
prints_among_others "known.json holds no known findings: 0 added, 0 taken out."
[[ $(cat known.json) == $'[{"muster": "baseline", "version": 1}\n]' ]] || fail "the baseline is $(cat known.json)"

begin_dataset "a file that is no baseline"
run check --baseline gone.json
exits 2
complains "muster: gone.json: no such file or folder"
run check --baseline one.json
exits 2
complains 'muster: one.json:1:1: this is no baseline; one begins with [{"muster": "baseline", "version": 1}'
printf '[{"muster": "baseline", "version": 1}\n<<<<<<< ours\n]\n' >known.json
run check --baseline known.json
exits 2
complains "muster: known.json:2:1: this baseline is not as muster wrote it; if two versions were merged, take the marks of \
the merge away, else write it anew with --update-baseline"
printf '[{"muster": "baseline", "version": 1}\n,{"code": "TOT004"}\n]\n' >known.json
run check --baseline known.json
exits 2
complains "muster: known.json:2:1: this entry has no fingerprint, so nobody can say which finding it means; take it out"
run check --update-baseline
exits 2
complains "muster: --update-baseline needs to know which file: say --baseline FILE"

all_passed
