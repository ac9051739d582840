#!/usr/bin/env bash
# What somebody meets who configures the gate: muster.toml, --severity, --config, --isolated.
# Usage: tests/cli/config_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

dataset() { # dataset ID: its dataset.json
    printf '{ "schema": "muster/dataset/1", "id": "%s", "title": "T", "licence": "CC0-1.0", "maintainers": ["E"], "language": "en" }\n' "$1"
}

redundant() { record "$1" | sed 's/"amount": 909 },/"amount": 909 }, "unit": "body",/'; } # redundant ID: gives CNT005, an info

suppress() { # suppress RULE RECORD [LINE...]
    printf '[[suppress]]\nrule = "%s"\nrecord = "%s"\nreason = "seen"\n' "$1" "$2"
    (($# < 3)) || printf '%s\n' "${@:3}"
}

begin_dataset() { # begin_dataset WHAT: with one record that has an info
    begin "$1"
    dataset d >dataset.json
    redundant one >one.json
}

summary="Checked 2 files with 1 record and 1 claim, as of 2025-06-30"

# ------------------------------------------------------------------------------------------------ severities

begin_dataset "a rule made graver, by name, code and family"
for line in unit_redundant CNT005; do
    printf '[severity]\n%s = "error"\n' "$line" >muster.toml
    run check "${as_of[@]}"
    exits 1
    prints_among_others "$summary: 1 error."
    prints_among_others "Configured by muster.toml."
    prints_among_others "Severity changed by muster.toml: unit_redundant is error instead of info."
done
printf '[severity]\nCNT = "warning"\nunit_redundant = "error"\n' >muster.toml
run check "${as_of[@]}"
exits 1
prints_among_others "Severity changed by muster.toml: count_not_integer is warning instead of error, negative_count is \
warning instead of error, count_out_of_range is warning instead of error, bounds_reversed is warning instead of error \
and unit_redundant is error instead of info."

begin_dataset "a rule switched off"
printf '[severity]\nunit_redundant = "off"\n' >muster.toml
run check --fail-on info "${as_of[@]}"
exits 0
prints "$summary: no findings. Configured by muster.toml. Switched off by muster.toml: unit_redundant."
run check --format json "${as_of[@]}"
prints_among_others '  "configs": ["muster.toml"],'
prints_among_others '  "rules_not_run": [{"code": "CNT005", "reason": "switched_off", "config": "muster.toml"}],'

begin_dataset "the command line wins over the file, and what is said last over what was said before"
printf '[severity]\nunit_redundant = "off"\n' >muster.toml
run check --severity CNT005=error --severity unit_redundant=warning "${as_of[@]}"
exits 0
prints_among_others "$summary: 1 warning."
prints_among_others "Severity changed by --severity: unit_redundant is warning instead of info."
run check --severity CNT005=off --severity CNT=error "${as_of[@]}"
exits 0
prints "$summary: no findings. Configured by muster.toml. Switched off by --severity: unit_redundant."

begin_dataset "without a configuration"
printf '[severity]\nunit_redundant = "off"\n' >muster.toml
run check --isolated --fail-on info "${as_of[@]}"
exits 1
prints_among_others "$summary: 1 info."
prints_among_others "Not used, because --isolated leaves it out: muster.toml."

begin_dataset "another configuration, which is then the only one"
printf '[severity]\nunit_redundant = "off"\n' >muster.toml
printf '[severity]\nunit_redundant = "error"\n' >strict.toml
run check --config strict.toml "${as_of[@]}"
exits 1
prints_among_others "Configured by strict.toml."
run check --config gone.toml
exits 2
complains "muster: gone.toml: no such file or folder"
run check --config .
exits 2
complains "muster: .: this is not a file"

begin "each dataset has its own"
for name in a b; do
    mkdir $name
    dataset $name >$name/dataset.json
    redundant one >$name/one.json
done
printf '[severity]\nunit_redundant = "error"\n' >a/muster.toml
run check "${as_of[@]}"
exits 1
prints_among_others "Checked 4 files with 2 records and 2 claims, as of 2025-06-30: 1 error and 1 info."
prints_among_others "Configured by a/muster.toml."
printf 'as_of = 2025-04-01\n' >a/muster.toml
printf 'as_of = 2025-04-02\n' >b/muster.toml
run check
exits 2
complains "muster: b/muster.toml:1:9: as_of is 2025-04-02 here, but 2025-04-01 in a/muster.toml:1; check the datasets one \
by one, or name one day for all with --as-of"
run check a
prints_among_others "Checked 2 files with 1 record and 1 claim, as of 2025-04-01: 1 info."
run check --format json a
prints_among_others '{"muster": {"version": "0.1.0", "report": 1, "as_of": "2025-04-01"},'
run check "${as_of[@]}"
exits 0

begin_dataset "a limit"
printf '[limits]\ndocument_bytes = 1_024\n' >muster.toml
record two | sed "s/\"An outlet\"/\"$(yes o | head -n 1024 | tr -d '\n')\"/" >large.json
run check --quiet "${as_of[@]}" large.json
exits 1
prints_among_others "large.json:1:1: error[HYG012] this document is larger than 1,024 bytes and was not read"

# ------------------------------------------------------------------------------------------------ suppressions

begin_dataset "a suppressed finding"
suppress CNT005 one >muster.toml
run check --fail-on info "${as_of[@]}"
exits 0
prints "$summary: no findings. Configured by muster.toml. 1 finding is suppressed."
run check --fail-on info --format json "${as_of[@]}"
prints_among_others '  "findings": {"error": 0, "warning": 0, "info": 0},'
prints_among_others '  "suppressed": 1,'
suppress unit_redundant one 'claim = "c1"' >muster.toml
run check --fail-on info "${as_of[@]}"
exits 0

begin_dataset "a suppression that is for another claim holds nothing back"
suppress CNT005 one 'claim = "c2"' >muster.toml
run check "${as_of[@]}"
exits 0
prints_among_others "muster.toml:2:8: info[CFG001] this suppression holds nothing back: CNT005 in claim c2 of one is not found"
prints_among_others "$summary: 2 infos."

begin_dataset "a suppression of a record that is not there"
suppress CNT005 two >muster.toml
run check "${as_of[@]}"
prints_among_others "muster.toml:3:10: info[CFG001] this suppression holds nothing back: there is no record two"

begin_dataset "whether a suppression is used cannot be said of what could not be checked"
suppress CNT005 one >muster.toml
record one | sed 's/"amount": 909/"amount": "909"/' >one.json
run check "${as_of[@]}"
exits 1
grep --quiet CFG "$scratch/kept/out" && fail "the suppression is called unused"
run check --ignore CNT005 "${as_of[@]}"
grep --quiet CFG "$scratch/kept/out" && fail "the suppression of a rule that did not run is called unused"
echo '{' >two.json
suppress CNT005 two >muster.toml
run check "${as_of[@]}"
grep --quiet CFG "$scratch/kept/out" && fail "a record is called gone though a file cannot be read"

begin_dataset "a suppression that ends"
suppress CNT005 one 'until = 2025-06-30' >muster.toml
run check --fail-on info --as-of 2025-06-30
exits 0
run check --fail-on warning --as-of 2025-07-01
exits 1
prints_among_others "muster.toml:5:9: warning[CFG002] this suppression ended on 30 June 2025, 1 day ago, and still holds 1 \
finding back: CNT005 in one"
run check --as-of 2025-07-30
exits 0
run check --as-of 2025-07-31
exits 1
prints_among_others "muster.toml:5:9: error[CFG002] this suppression ended on 30 June 2025, 31 days ago, and still holds 1 \
finding back: CNT005 in one"
run check --severity suppression_expired=info --as-of 2025-07-31
exits 0

total() { # total: a claim whose parts do not make it, and a sum of it that does not hold either
    record one | sed -e 's/"to": "ua", "kind": "remains" }\]/"to": "ua", "kind": "remains" }, { "id": "to-ru", "from": "ua", "to": "ru", "kind": "remains" }]/' \
        -e 's/"speaker": "chtpow",/"speaker": "chtpow", "breakdowns": [{ "dimension": "place", "shape": "partition", "parts": [{ "label": "A", "quantity": { "amount": 5 } }] }],/' \
        -e 's/^  "claims": \[/  "claims": [ { "id": "c2", "type": "count", "flows": ["to-ru"], "quantity": { "amount": 43 }, "speaker": "chtpow", "appearances": [{ "source": "s1" }] }, { "id": "total", "type": "count", "flows": ["to-ru", "to-ua"], "applies": "together", "quantity": { "amount": 953 }, "derivation": { "method": "sum", "of": ["c1", "c2"] }, "speaker": "o1", "appearances": [{ "source": "s1" }] },/'
}
codes() { grep --only-matching --extended-regexp '(error|warning|info)\[[A-Z0-9]+' "$scratch/kept/out" | tr '\n' ' '; }

begin_dataset "a suppressed error hides no other"
total >one.json
run check "${as_of[@]}"
exits 1
[[ $(codes) == "error[TOT001 " ]] || fail "before: $(codes)"
suppress TOT001 one 'claim = "c1"' >muster.toml
run check "${as_of[@]}"
exits 1
[[ $(codes) == "error[TOT004 " ]] || fail "after: $(codes)"
prints_among_others "1 finding is suppressed."
printf '[severity]\nTOT001 = "warning"\n' >muster.toml
run check "${as_of[@]}"
exits 1
[[ $(codes) == "error[TOT004 " ]] || fail "a warning makes nothing unknown: $(codes)"
printf '[severity]\nTOT001 = "off"\n' >muster.toml
run check "${as_of[@]}"
[[ $(codes) == "error[TOT004 " ]] || fail "switched off: $(codes)"

# ------------------------------------------------------------------------------------------------ mistakes in the file

mistaken() { # mistaken MESSAGE LINE...: the lines of a muster.toml
    begin_dataset "muster.toml: ${*:2}"
    printf '%s\n' "${@:2}" >muster.toml
    run check
    exits 2
    prints_nothing
    complains "muster: muster.toml:$1"
}

mistaken "1:2: there is no key severty here, only as_of, limits, severity and suppress; did you mean severity?" '[severty]' 'TOT004 = "off"'
mistaken "2:1: there is no rule TOT999; did you mean TOT009? (muster rules lists all)" '[severity]' 'TOT999 = "off"'
mistaken "2:10: TOT004 cannot be eror; it can be error, warning, info or off; did you mean error?" '[severity]' 'TOT004 = "eror"'
mistaken "2:10: TOT004 is error, warning, info or off, in quotation marks" '[severity]' 'TOT004 = false'
mistaken '2:10: a text stands in quotation marks; write TOT004 = "warning"' '[severity]' 'TOT004 = warning'
mistaken "3:1: CNT005 and unit_redundant are one rule; name it once" '[severity]' 'CNT005 = "off"' 'unit_redundant = "error"'
mistaken "3:10: CNT005 stands here a second time; the first is in line 2" '[severity]' 'CNT005 = "off"' 'CNT005 = "error"'
mistaken "2:1: CFG watches over this file and cannot be changed in it; use --severity on the command line" '[severity]' 'CFG = "off"'
mistaken "1:1: severity is a table: write [severity] on a line of its own, the rules below it" 'severity = "off"'
mistaken "1:9: as_of is a day without quotation marks, as in as_of = 2025-06-30" 'as_of = "2025-06-30"'
mistaken "1:19: 2025-02-30 is no day of the calendar" 'as_of = 2025-02-30'
mistaken "2:18: document_bytes is a whole number from 1,024 to 1,073,741,824, without quotation marks" '[limits]' 'document_bytes = 10'
mistaken "2:1: there is no key bytes here, only document_bytes" '[limits]' 'bytes = 10'
mistaken "1:2: suppress is a list: write [[suppress]] with two brackets before each suppression" '[suppress]' 'rule = "TOT004"'
mistaken '1:1: a suppression needs a reason: say why the finding may stand, as in reason = "both sums were printed"' '[[suppress]]' 'rule = "TOT004"' 'record = "one"'
mistaken '4:10: a suppression needs a reason: say why the finding may stand, as in reason = "both sums were printed"' '[[suppress]]' 'rule = "TOT004"' 'record = "one"' 'reason = " "'
mistaken '1:1: a suppression needs a record: its id, as in record = "ua-ru-2025-03-28-remains"' '[[suppress]]' 'rule = "TOT004"' 'reason = "seen"'
mistaken "2:8: there is no rule TOT (muster rules lists all)" '[[suppress]]' 'rule = "TOT"' 'record = "one"' 'reason = "seen"'
mistaken "2:1: there is no key path here, only rule, record, claim, reason and until" '[[suppress]]' 'path = "one.json"' 'rule = "TOT004"' 'record = "one"' 'reason = "seen"'
mistaken "5:1: the same suppression stands in line 1; keep one of them" '[[suppress]]' 'rule = "TOT004"' 'record = "one"' 'reason = "seen"' '[[suppress]]' 'rule = "derived_total_does_not_hold"' 'record = "one"' 'reason = "again"'
mistaken "1:4: this is not TOML; a line is as as_of = 2025-06-30 or TOT004 = \"info\", or opens a table as [severity]" 'no TOML at all'

# ------------------------------------------------------------------------------------------------ the command line

begin "options that cannot be"
run check --severity TOT004
exits 2
complains "muster: --severity TOT004 names no level; write it as TOT004=warning"
run check --severity TOT=eror
exits 2
complains "muster: TOT cannot be eror; it can be error, warning, info or off; did you mean error?"
run check --severity TOTT004=off
exits 2
complains "muster: there is no rule TOTT004; did you mean TOT004? (muster rules lists all)"
run check --isolated --config a.toml
exits 2
complains "muster: --isolated leaves every configuration out, so it cannot stand beside --config"

all_passed
