#!/usr/bin/env bash
# What `muster rules`, `muster explain` and `muster schema` print.
# Usage: tests/cli/catalogue_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

# ------------------------------------------------------------------------------------------------ rules and schemas

begin "the list of rules"
run rules
exits 0
complains_not
grep --quiet '^TOT001  error    partition_does_not_sum  *The parts' "$scratch/kept/out" || fail "TOT001 is not listed"
cp "$scratch/kept/out" "$scratch/kept/text"
run rules --format json
exits 0
[[ $(grep --count '^{"code": "' "$scratch/kept/out") == $(wc -l <"$scratch/kept/text") ]] || fail "the lists differ"

begin "one rule"
run explain TOT001
exits 0
complains_not
cp "$scratch/kept/out" "$scratch/kept/code"
run explain partition_does_not_sum
cmp --quiet "$scratch/kept/code" "$scratch/kept/out" || fail "code and name give two texts"
prints_among_others "  muster check --ignore partition_does_not_sum"

begin "pages of the rules"
run rules --markdown pages
exits 0
[[ -s pages/README.md && -s pages/partition_does_not_sum.md ]] || fail "pages are missing"
pages=$(ls pages | wc -l)
head -n 1 pages/README.md >pages/no_such_rule.md
echo "written by hand" >pages/notes.md
echo "changed" >pages/partition_does_not_sum.md
run rules --markdown pages
exits 0
prints "1 of $pages pages written, 1 removed"
[[ -e pages/notes.md && ! -e pages/no_such_rule.md ]] || fail "the wrong page was removed"

begin "schemas"
run schema
exits 0
prints "$(printf '%s\n' exchange series tombstone dataset agents sources diff muster report stats)"
for name in exchange series tombstone dataset agents sources diff muster stats; do
    run schema "$name"
    exits 0
    cp "$scratch/kept/out" "$name.json"
    run schema lint "$name.json"
    exits 0
    prints "$name.json: nothing that an engine ignores or takes wrongly."
done
grep --quiet --fixed-strings '"$id": "urn:muster:schema:1:exchange"' exchange.json || fail "exchange has no id of its own"
grep --quiet --fixed-strings '"tombstone": {' exchange.json && fail "exchange holds what it does not need"
echo '{ "$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "propertis": {} }' >wrong.json
run schema lint wrong.json
exits 1
grep --quiet '^wrong.json:1:[0-9]*: ' "$scratch/kept/out" || fail "the problem is not printed"

all_passed
