#!/usr/bin/env bash
# What somebody meets who begins a record with `muster new`.
# Usage: tests/cli/new_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

findings() { grep --extended-regexp '^[^ ]*: (error|warning|info)' "$scratch/kept/out"; }
finds() { # finds CODE=NUMBER...: these findings and no others
    local got
    got=$(findings | sed -E 's/.*\[([A-Z]+[0-9]+)\].*/\1/' | sort | uniq -c | awk '{ printf "%s%s=%s", s, $2, $1; s = " " }')
    [[ $got == "$*" ]] || fail "the findings are: $got"
}

begin "what is left open is one finding each"
run new --output a.json
exits 0
run check "${as_of[@]}" a.json
exits 1
finds SCH008=13
((13 == $(grep --only-matching -e '""' -e '{}' a.json | wc -l))) || fail "the record leaves something else open"

begin "what the flags say is not open"
run new --date 2025-06-20 --from ua --to ru --kind persons --output a.json
exits 0
complains "Written. What is still open: muster check a.json"
grep --quiet '"id": "ru-ua-2025-06-20-persons"' a.json || fail "the record has another id"
run check "${as_of[@]}" a.json
exits 1
finds SCH008=9

begin "one way"
run new --date 2025-06-20 --from ua --to ru --one-way --id first
exits 0
((1 == $(grep --count '"type": "count"' "$scratch/kept/out"))) || fail "there is not one claim"
prints_among_others '  "id": "first",'

begin "filled in, only the notes are left"
run new --date 2025-06-20 --from ua --to ru --output a.json
sed -i -e 's/"quantity": {}/"quantity": { "amount": 43 }/' -e 's/"speaker": ""/"speaker": "outlet"/' \
    -e 's/"party", "name": ""/"party", "name": "A party"/' -e 's/"outlet": ""/"outlet": "outlet"/' \
    -e 's/"url": ""/"url": "https:\/\/example.org\/1"/' -e 's/"published": ""/"published": "2025-06-20"/' \
    -e 's/"agents": \[/&{ "id": "outlet", "type": "outlet", "name": "An outlet" },/' a.json
run check "${as_of[@]}" a.json
exits 0
finds SCH013=2
grep --invert-match '"note": ' a.json | sed 's/\("appearances": .*\),$/\1/' >b.json
run check "${as_of[@]}" b.json
exits 0
finds

begin "in a dataset, what its registries define is not defined again"
mkdir -p set/records
echo '{ "schema": "muster/dataset/1", "id": "set", "title": "A set", "licence": "CC0-1.0", "maintainers": ["us"], "language": "en" }' >set/dataset.json
echo '{ "schema": "muster/agents/1", "agents": [{ "id": "ua", "type": "party", "name": "Ukraine" }] }' >set/agents.json
run new --date 2025-06-20 --from ua --to ru --output set/records/a.json
exits 0
((0 == $(grep --count '"id": "ua", "type": "party"' set/records/a.json))) || fail "ua is defined twice"
((1 == $(grep --count '"id": "ru", "type": "party"' set/records/a.json))) || fail "ru is not defined"
run check "${as_of[@]}" set
finds SCH008=8

begin "a file that is there is kept"
echo kept >a.json
run new --output a.json
exits 2
complains "muster: a.json: is there already; please name a new file"
[[ $(cat a.json) == kept ]] || fail "it was written over"

begin "a kind that is none"
run new --kind bodies
exits 2
complains "muster: --kind cannot be bodies; it can be remains, persons or items"
prints_nothing

begin "text from flags stays text"
run new --date '2025"}' --from 'a"b' --to ru --output a.json
exits 0
run check "${as_of[@]}" a.json
exits 1
findings | grep --quiet HYG && fail "it is not JSON"

all_passed
