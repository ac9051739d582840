#!/usr/bin/env bash
# What somebody meets who uses `muster diff`, mostly with the dataset that ships with the project.
# Usage: tests/cli/diff_test.sh MUSTER
dataset=$(realpath "$(dirname "$0")/../../fixtures/datasets/ua-ru")
. "$(dirname "$0")/prelude.sh"

two_versions() { # in old and new, the same
    cp -r "$dataset" old
    cp -r "$dataset" new
}
# How much there is in the dataset, as in: 21 records, 80 claims.
size=$("$muster" check "$dataset" --fail-on none |
    sed -n 's/^Checked .* with \([0-9,]* records\) and \([0-9,]* claims\),.*/\1, \2/p')
march=records/ua-ru-2025-03-28-remains.json
february=records/ua-ru-2025-02-14-remains.json

begin "nothing changed but layout and names of files"
two_versions
sed -e 's/^ *//' "old/$march" >new/records/another_name.json
rm "new/$march"
run diff old new
exits 0
complains_not
prints "old ($size) compared with new ($size): no difference."

begin "a changed figure is no finding"
two_versions
sed -i 's/"amount": 909/"amount": 910/' "new/$march"
run diff old new
exits 0
complains_not
prints "ua-ru-2025-03-28-remains (2025-03-28, carried out, 2 flows, 11 claims)
  figure ua-909 (Coordination Headquarters for the Treatment of Prisoners of War): 909 -> 910, not declared as a revision

old ($size) compared with new ($size): 1 record changed and 1 changed figure."
run diff "old/$march" "new/$march"
exits 0
prints_among_others "  figure ua-909 (Coordination Headquarters for the Treatment of Prisoners of War): 909 -> 910, not declared as a revision"

begin "a record that is gone"
two_versions
rm "new/$february"
run diff old new
exits 1
complains_not
prints_among_others "  3 |   \"id\": \"ua-ru-2025-02-14-remains\","
grep --quiet --fixed-strings 'old/records/ua-ru-2025-02-14-remains.json:3:9: error[SER006] ua-ru-2025-02-14-remains (2025-02-14, ' "$scratch/kept/out" || fail "the finding is not printed"
run diff old new --fail-on none
exits 0
run diff new old
exits 0
echo '{ "schema": "muster/tombstone/1", "id": "ua-ru-2025-02-14-remains", "withdrawn_on": "2025-07-01", "reason": "x" }' >new/records/gone.json
run diff old new
exits 0
prints_among_others "  ua-ru-2025-02-14-remains (withdrawn on 2025-07-01: x)"

begin "what cannot be read"
two_versions
echo '{' >"new/$february"
run diff old new
exits 2
complains "muster: new: 1 place cannot be read for certain, so the comparison is not complete"
prints_among_others "  new/$february:1:1: [HYG003] the text ends here, where a field name in double quotes, or } was expected"
prints_among_others "Gone, unless they stand in what cannot be read of the newer version"

begin "the forms"
two_versions
sed -i 's/"amount": 909/"amount": 910/' "new/$march"
run diff old new --format json
exits 0
grep --quiet --fixed-strings '"figures": [{"claim": "ua-909", "part": [], "speaker": "Coordination Headquarters for the Treatment of Prisoners of War", "from": {"words": "909", "low": 909, "high": 909}, "to": {"words": "910", "low": 910, "high": 910}}]' "$scratch/kept/out" || fail "the figure is not there"
prints_among_others '"summary": {"lost": 0, "missing": 0, "withdrawn": 0, "restored": 0, "added": 0, "changed": 1, "figures": 1, "others": 0}}'
run diff old new --format markdown
exits 0
prints '### muster diff: 1 record changed and 1 changed figure

`old` ('"$size"') compared with `new` ('"$size"').

**Changed figures**

| Record | Claim | Speaker | Was | Is | Declared |
| --- | --- | --- | --- | --- | --- |
| `ua-ru-2025-03-28-remains` | `ua-909` | `Coordination Headquarters for the Treatment of Prisoners of War` | `909` | `910` | no |'
run diff old new --output report.md --format markdown
exits 0
prints_nothing
[[ $(head -n 1 report.md) == "### muster diff: 1 record changed and 1 changed figure" ]] || fail "the file does not hold the report"
run diff old new --output /dev/full
exits 3
complains "muster: /dev/full: could not be written: no space is left there"

refuses() { # refuses MESSAGE ARGUMENT...
    begin "muster ${*:2}"
    record one >one.json
    run "${@:2}"
    exits 2
    complains "muster: $1"
}

refuses "which two versions? As in: muster diff OLD NEW (muster diff --help says how to get them)" diff
refuses "which two versions? As in: muster diff OLD NEW (muster diff --help says how to get them)" diff one.json
refuses "which two versions? As in: muster diff OLD NEW (muster diff --help says how to get them)" diff one.json one.json one.json
refuses "--format cannot be markdwn; it can be text, json or markdown; did you mean markdown?" diff one.json one.json --format markdwn
refuses "--fail-on cannot be eror; it can be error, warning, info or none; did you mean error?" diff one.json one.json --fail-on eror
refuses "gone.json: no such file or folder" diff gone.json one.json
refuses "standard input can be one of the two versions, not both" diff - -
refuses "record_lost compares two versions of a dataset: muster diff OLD NEW finds it" check --rule record_lost

begin "a folder with nothing in it"
record one >one.json
mkdir empty
run diff empty one.json
exits 2
complains "muster: empty: nothing of muster's is in it"
prints_among_others "  one (2025-03-28, carried out, 1 flow, 1 claim)"

begin "standard input and a pipe"
record one >one.json
"$muster" diff - one.json < <(record one) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 0
prints "- (1 record, 1 claim) compared with one.json (1 record, 1 claim): no difference."

all_passed
