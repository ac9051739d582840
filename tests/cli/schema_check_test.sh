#!/usr/bin/env bash
# What somebody meets who uses `muster schema check` with schemas of their own.
# Usage: tests/cli/schema_check_test.sh MUSTER
toolkit=$(realpath "$(dirname "$0")/../../fixtures/schema_toolkit")
. "$(dirname "$0")/prelude.sh"

# ------------------------------------------------------------------------------------------------ the small corpora

for corpus in "$toolkit"/*/; do
    begin "$(basename "$corpus")"
    cp -r "$corpus"/. .
    run schema check --schema schema.json data
    exits 1
    prints "$(cat expected.txt)"
    # What is sound gives nothing.
    run schema check --schema schema.json data/sound*
    exits 0
    grep --quiet --extended-regexp '^Checked .*: no findings\.$' "$scratch/kept/out" || fail "the sound data are not clean"
    run schema check --schema schema.json data --format json --max-findings 2 --fail-on none
    exits 0
    prints_among_others '  "shown": 2,'
    cp "$scratch/kept/out" report.json
    "$muster" schema report >report.schema.json
    run schema check --schema report.schema.json report.json
    exits 0
done

# ------------------------------------------------------------------------------------------------ what is checked

begin "lists, lines and standard input"
echo '{ "type": "object", "required": ["name"] }' >schema.json
echo '[{ "name": 1 }, {}]' >list.json
printf '{ "name": 1 }\n\n{}\n' >lines.ndjson
run schema check --schema schema.json list.json
exits 1
complains_not
prints 'list.json:1:17: error[SCH001] the document has no "name"
  1 | …{}…
    |  ^
  help: Add the field that the message names.

Checked 1 file with 2 documents by schema.json: 1 error.'
run schema check --schema schema.json lines.ndjson
exits 1
prints_among_others 'lines.ndjson:3:1: error[SCH001] the document has no "name"'
"$muster" schema check --schema schema.json - < <(echo '{ "name": 1 }') >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 0
prints "Checked 1 file with 1 document by schema.json: no findings."

begin "a folder with all that is in it"
mkdir data
echo '{ "const": 1 }' >schema.json
echo '2' >data/a.json
echo '{ "anything": true }' >data/b.json
: >data/c.json
run schema check --schema schema.json data
exits 1
prints_among_others "data/a.json:1:1: error[SCH006] the document cannot be 2; write 1"
prints_among_others "data/b.json:1:1: error[SCH006] the document cannot be an object; write 1"
prints_among_others "data/c.json:1:1: error[HYG003] this file is empty"
prints_among_others "Checked 3 files with 2 documents by schema.json: 3 errors."

begin "a dataset around a file is nothing to a schema"
echo '{ "schema": "muster/dataset/1" }' >dataset.json
echo '{' >broken.json
echo '{ "type": "object" }' >schema.json
echo '{}' >one.json
run schema check --schema schema.json one.json
exits 0
prints "Checked 1 file with 1 document by schema.json: no findings."

begin "names of rules only where the schema asks for them"
echo '{ "required": ["speaker"] }' >plain.json
echo '{ "required": ["speaker"], "$comment": "muster required=claim_without_speaker" }' >recoded.json
echo '{}' >one.json
run schema check --schema plain.json one.json
prints_among_others 'one.json:1:1: error[SCH001] the document has no "speaker"'
run schema check --schema recoded.json one.json
prints_among_others 'one.json:1:1: error[ATT001] the claim has no "speaker": who says this?'

# ------------------------------------------------------------------------------------------------ schemas

begin "a schema that only says more than it checks"
echo '{ "type": "string", "format": "date", "x-note": 1 }' >schema.json
echo '"never"' >one.json
run schema check --schema schema.json one.json
exits 0
prints "Checked 1 file with 1 document by schema.json: no findings."
complains "muster: schema.json: 2 remarks on this schema (muster schema lint schema.json prints them)"

refused() { # refused MESSAGE SCHEMA
    begin "the schema $2"
    printf '%s\n' "$2" >schema.json
    echo '{}' >one.json
    run schema check --schema schema.json one.json
    exits 2
    prints_nothing
    complains "muster: schema.json:$1
muster: the schema cannot be used (muster schema lint schema.json says all that is wrong with it)"
}

refused '1:22: "propertis" is not a keyword of draft-07: an engine ignores it without a word' '{ "type": "object",  "propertis": {} }'
refused '1:3: "unevaluatedProperties" is not supported: it belongs to a later draft: a draft-07 engine ignores it without a word' '{ "unevaluatedProperties": false }'
refused '1:20: "other.json" refers to another document: it would have to be fetched, and muster uses no network' '{ "x-note": 1,     "$ref": "other.json" }'
refused '1:11: the text ends here, where a comma or } was expected' '{ "type": 1'

begin "the schemas that ship"
for name in report diff exchange muster; do
    run schema "$name"
    cp "$scratch/kept/out" "$name.json"
    run schema lint "$name.json"
    exits 0
done
record one >one.json
run schema check --schema muster.json one.json
exits 0
complains_not
"$muster" diff one.json one.json --format json >diff_of_one.json
run schema check --schema diff.json diff_of_one.json
exits 0

# ------------------------------------------------------------------------------------------------ the command line

refuses() { # refuses MESSAGE ARGUMENT...
    begin "muster ${*:2}"
    echo '{}' >schema.json
    mkdir empty
    run "${@:2}"
    exits 2
    complains "muster: $1"
}

refuses "which schema? As in: muster schema check --schema FILE DATA..." schema check
refuses "which data? As in: muster schema check --schema FILE DATA..." schema check --schema schema.json
refuses "gone.json: no such file" schema check --schema gone.json schema.json
refuses "gone.json: no such file or folder" schema check --schema schema.json gone.json
refuses "no document found: looked in *.json, *.ndjson and *.jsonl files, also .gz and .zst" schema check --schema schema.json empty
refuses "--format cannot be jsn; it can be github, gitlab, html, json, junit, ndjson, sarif or text; did you mean json?" schema check --schema schema.json schema.json --format jsn
refuses "--fail-on cannot be eror; it can be error, warning, info or none; did you mean error?" schema check --schema schema.json schema.json --fail-on eror
refuses "--max-findings cannot be many; it is a number such as 100" schema check --schema schema.json schema.json --max-findings many
refuses "there is no option --shema; did you mean --schema? (muster schema check --help lists what there is)" schema check --shema schema.json

begin "a file for the report"
echo '{ "type": "object" }' >schema.json
echo '1' >one.json
run schema check --schema schema.json one.json --output report.txt
exits 1
prints_nothing
[[ -s report.txt ]] || fail "the report is not written"
run schema check --schema schema.json one.json --output /dev/full
exits 3
complains "muster: /dev/full: could not be written: no space is left there"

all_passed
