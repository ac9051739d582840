#!/usr/bin/env bash
# Single files of a dataset, as editors and version control pass them: judged with the whole dataset, reported on alone.
# Usage: tests/cli/dataset_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

dataset() { # dataset ID: of the exchanges of remains to ua in 2025, all of them
    cat <<END
{ "schema": "muster/dataset/1", "id": "$1", "title": "T", "licence": "CC0-1.0", "maintainers": ["E"], "language": "en",
  "covers": [{ "kind": "remains", "to": "ua", "window": "2025-01-01/2025-12-31" }] }
END
}

shared() { # shared: agents and sources
    cat <<END
[{ "schema": "muster/agents/1", "agents": [
    { "id": "ru", "type": "party", "name": "Russia" },
    { "id": "ua", "type": "party", "name": "Ukraine" },
    { "id": "chtpow", "type": "institution", "name": "Coordination Headquarters", "party": "ua" },
    { "id": "o1", "type": "outlet", "name": "An outlet" }] },
{ "schema": "muster/sources/1", "sources": [
    { "id": "s1", "outlet": "o1", "url": "https://example.org/1" }] }]
END
}

exchange() { # exchange ID DATE [ORDINAL]: without agents and sources of its own
    local ordinal=""
    (($# < 3)) || ordinal=", { \"id\": \"nth\", \"type\": \"ordinal\", \"scope\": { \"kind\": \"remains\", \"to\": \"ua\", \"window\": \"2025\" }, \"ordinal\": $3, \"speaker\": \"o1\", \"appearances\": [{ \"source\": \"s1\" }] }"
    cat <<END
{ "schema": "muster/exchange/1", "id": "$1", "status": "carried_out", "date": "$2",
  "flows": [{ "id": "to-ua", "from": "ru", "to": "ua", "kind": "remains" }],
  "claims": [{ "id": "c1", "type": "count", "flows": ["to-ua"], "quantity": { "amount": 100 }, "speaker": "chtpow",
      "appearances": [{ "source": "s1" }] }$ordinal] }
END
}

begin_dataset() { # begin_dataset WHAT: two exchanges, one of them misnumbered
    begin "$1"
    dataset d >dataset.json
    shared >registry.json
    mkdir records
    exchange a 2025-02-01 >records/a.json
    exchange b 2025-03-01 3 >records/b.json
}

codes() { sed -n 's/^\([^ ]*\):[0-9]*:[0-9]*: [a-z]*\[\([A-Z0-9]*\)\].*/\1 \2/p' "$scratch/kept/out" | tr '\n' ' '; }
finds() { [[ $(codes) == "$*" ]] || fail "found is $(codes)instead of $*"; } # finds "PATH CODE " ...

begin_dataset "a rule of the whole dataset reports what lies in the file given, and nothing else"
run check "${as_of[@]}"
exits 0
finds "records/b.json SER001 "
run check records/b.json "${as_of[@]}"
finds "records/b.json SER001 "
prints_among_others "Checked 1 file with 1 record and 2 claims, as of 2025-06-30: 1 warning."
run check records/a.json "${as_of[@]}"
prints "Checked 1 file with 1 record and 1 claim, as of 2025-06-30: no findings."
cd records || exit 1
run check b.json "${as_of[@]}"
finds "b.json SER001 "
run check a.json "${as_of[@]}"
finds ""

begin_dataset "several files, of several datasets"
mkdir other
dataset e >other/dataset.json
shared >other/registry.json
exchange a 2025-02-01 2 >other/a.json
run check records/a.json other/a.json "${as_of[@]}"
finds "other/a.json SER001 "
prints_among_others "Checked 2 files with 2 records and 3 claims, as of 2025-06-30: 1 warning."

begin_dataset "a folder of a dataset"
run check records "${as_of[@]}"
finds "records/b.json SER001 "

begin_dataset "standard input belongs to the dataset that is named"
exchange b 2025-03-01 >records/b.json
"$muster" check - --dataset . "${as_of[@]}" < <(exchange c 2025-04-01 5) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 0
complains_not
finds "- SER001 "
prints_among_others "Checked 1 file with 1 record and 2 claims, as of 2025-06-30: 1 warning."
grep --quiet "it is the third: 1 February 2025 and 1 March 2025 precede it" "$scratch/kept/out" || fail "it does not know the dataset"
"$muster" check - "${as_of[@]}" < <(exchange c 2025-04-01) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 1
grep --quiet 'error\[REF001\]' "$scratch/kept/out" || fail "without --dataset it knows agents"

begin_dataset "standard input in the place of a file that an editor has not saved"
"$muster" check - --stdin-path records/b.json "${as_of[@]}" < <(exchange b 2025-03-01 2) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 0
complains_not
prints "Checked 1 file with 1 record and 2 claims, as of 2025-06-30: no findings."
cd records || exit 1
"$muster" check - --stdin-path new.json "${as_of[@]}" < <(exchange b 2025-03-01 2) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 1
finds "new.json REF006 "
run check b.json --stdin-path b.json
exits 2
complains "muster: --stdin-path says what standard input stands for, so it needs - among the paths"

begin_dataset "what did not run is told of the files given only"
sed -i 's/"to": "ua", "window": "2025"/"to": "ua", "window": "2024\/2025"/' records/b.json
run check records/b.json "${as_of[@]}"
grep --quiet "^Checked.*Not run where the dataset does not say" "$scratch/kept/out" || fail "it does not say what did not run"
run check records/a.json "${as_of[@]}"
prints "Checked 1 file with 1 record and 1 claim, as of 2025-06-30: no findings."
run check records/a.json --format json
prints_among_others '  "rules_not_run": [],'

begin_dataset "an unknown agent is told in the file given, wherever else it is used"
sed -i 's/"speaker": "chtpow"/"speaker": "nobody"/' records/a.json records/b.json
run check "${as_of[@]}"
exits 1
finds "records/a.json REF001 records/b.json SER001 "
run check records/b.json "${as_of[@]}"
exits 1
finds "records/b.json REF001 records/b.json SER001 "
prints_among_others 'records/b.json:3:107: error[REF001] "nobody" is no agent that this dataset knows; it is used twice'
run check --update-baseline --baseline "$scratch/kept/known.json" "${as_of[@]}"
run check --baseline "$scratch/kept/known.json" records/b.json "${as_of[@]}"
exits 0
finds ""

begin_dataset "an id that is taken is told in the file given, whichever comes first"
exchange b 2025-05-01 >records/added.json
run check "${as_of[@]}"
exits 1
grep --quiet '^records/b.json:.*error\[REF006\]' "$scratch/kept/out" || fail "the whole dataset: $(codes)"
run check records/added.json "${as_of[@]}"
exits 1
finds "records/added.json REF006 "
run check records/b.json "${as_of[@]}"
exits 1
grep --quiet '^records/b.json:.*error\[REF006\]' "$scratch/kept/out" || fail "the later file: $(codes)"

begin_dataset "a suppression speaks for the files given"
printf '[[suppress]]\nrule = "SER001"\nrecord = "b"\nreason = "printed so"\nuntil = 2025-06-01\n' >muster.toml
run check records/b.json "${as_of[@]}"
finds "muster.toml CFG002 "
run check records/a.json "${as_of[@]}"
prints "Checked 1 file with 1 record and 1 claim, as of 2025-06-30: no findings. Configured by muster.toml."
printf '[[suppress]]\nrule = "SER001"\nrecord = "a"\nreason = "printed so"\n' >muster.toml
run check records/a.json "${as_of[@]}"
finds "muster.toml CFG001 "
run check records/b.json "${as_of[@]}"
finds "records/b.json SER001 "
printf '[[suppress]]\nrule = "SER001"\nrecord = "gone"\nreason = "printed so"\n' >muster.toml
run check records/a.json "${as_of[@]}"
finds ""
run check "${as_of[@]}"
finds "records/b.json SER001 muster.toml CFG001 "

begin_dataset "who counts wrongly twice is told once, where it begins; a suppression there does not speak for the second"
exchange c 2025-04-01 4 >records/c.json
run check "${as_of[@]}"
finds "records/b.json SER001 "
run check records/c.json "${as_of[@]}"
finds ""
printf '[[suppress]]\nrule = "SER001"\nrecord = "b"\nreason = "printed so"\n' >muster.toml
run check "${as_of[@]}"
finds "records/c.json SER001 "
run check --isolated --update-baseline --baseline "$scratch/kept/known.json" "${as_of[@]}"
prints_among_others "Checked 5 files with 3 records and 5 claims, as of 2025-06-30: no findings. Not used, because \
--isolated leaves it out: muster.toml. $scratch/kept/known.json holds 2 known findings: 2 added, 0 taken out."

begin_dataset "a suppression of an unknown agent speaks for its record only"
sed -i 's/"speaker": "chtpow"/"speaker": "nobody"/' records/a.json records/b.json
printf '[[suppress]]\nrule = "REF001"\nrecord = "a"\nreason = "to come"\n' >muster.toml
run check "${as_of[@]}"
finds "records/b.json REF001 records/b.json SER001 "
prints_among_others "1 finding is suppressed."
run check records/a.json "${as_of[@]}"
exits 0
finds ""

begin "a folder that is no dataset"
record one >one.json
run check one.json --dataset . "${as_of[@]}"
exits 2
complains "muster: .: no dataset: there is no file dataset.json in this folder"

begin "what is left open can close the gate"
record first >a.json
run check "${as_of[@]}" a.json --fail-on-undecided
exits 0
prints "$clean"
run check "${as_of[@]}" a.json --fail-on-undecided --ignore TOT
exits 0
sed 's/"amount": 909/"amount": -909/; s/"claims": \[/&{ "id": "c0", "type": "count", "flows": ["to-ua"], "quantity": { "amount": 909 }, "derivation": { "method": "sum", "of": ["c1"] }, "speaker": "o1", "appearances": [{ "source": "s1" }] },/' a.json >b.json
run check "${as_of[@]}" b.json --fail-on none
exits 0
grep --quiet undecided "$scratch/kept/out" || fail "nothing is undecided"
run check "${as_of[@]}" b.json --fail-on none --fail-on-undecided
exits 1

all_passed
