#!/usr/bin/env bash
# What somebody meets who uses `muster check`: exit codes, and every message word for word.
# Usage: tests/cli/check_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

# ------------------------------------------------------------------------------------------------ what is checked

begin "one sound record"
record one >one.json
run check one.json "${as_of[@]}"
exits 0
prints "$clean"
complains_not

begin "standard input"
"$muster" check - "${as_of[@]}" < <(record one) >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 0
prints "$clean"
complains_not

begin "what is carried out on a day that is still to come"
record one >one.json
run check one.json --as-of 2025-03-27
exits 0
run check one.json --as-of 2025-03-26
exits 1
prints 'one.json:5:11: error[TIM006] this exchange is said to be carried out, but its date, 28 March 2025, is 2 days from now: today counts as 26 March 2025
  5 |   "date": "2025-03-28",
    |           ^^^^^^^^^^^^
  note: one.json:4:13: its status stands here
  help: Correct the date if it was mistyped. If the exchange is still to come, its status is announced or agreed, and its figures are plans.

Checked 1 file with 1 record and 1 claim, as of 2025-03-26: 1 error.
1 check is undecided, because a value it needs is not known.'
complains_not

begin "a path that does not exist does not stop the others"
record one >one.json
run check gone.json one.json "${as_of[@]}"
exits 2
prints "$clean Could not be checked: gone.json (no such file or folder)."
complains "muster: gone.json: no such file or folder"

begin "an empty folder"
run check "${as_of[@]}"
exits 2
prints "Checked no files, as of 2025-06-30: no findings."
complains "muster: no record found in the current folder: $looked_for"
run check --allow-empty "${as_of[@]}"
exits 0
complains_not

begin "files without any document"
printf ' \n\n' >blank.ndjson
printf '' >nothing.jsonl
run check blank.ndjson nothing.jsonl
exits 2
complains "muster: no record found in blank.ndjson or nothing.jsonl: $looked_for"

begin "an empty file is a finding"
: >empty.json
run check empty.json
exits 1
complains_not

begin "a file that is not JSON is a finding"
echo '{' >broken.json
run check broken.json
exits 1
grep --quiet '^broken.json:[0-9]*:[0-9]*: error\[HYG[0-9]*\] ' "$scratch/kept/out" || fail "no finding is printed"
complains_not
run check broken.json --fail-on none
exits 0

begin "a file that may not be read"
record one >one.json
record two >two.json
chmod 000 one.json
if [[ ! -r one.json ]]; then
    run check one.json two.json "${as_of[@]}"
    exits 2
    complains "muster: one.json: may not be read: permission denied"
fi

begin "a folder that holds a link to itself"
record one >one.json
ln -s . again
run check "${as_of[@]}"
exits 0
prints "$clean"

begin "a folder with the name of a command"
mkdir check
record one >check/one.json
run check check "${as_of[@]}"
exits 0
prints "$clean"

begin "a name of a file that a log would take for a command"
echo '{' >'::error file=x::y.json'
run check --fail-on none
grep --quiet --extended-regexp '^[[:space:]]*::' "$scratch/kept/out" && fail "a line begins with ::"
grep --quiet --fixed-strings './::error file=x::y.json:' "$scratch/kept/out" || fail "the name is not printed"

begin "a byte order mark lines before the first record"
{ printf '\xEF\xBB\xBF[\n\n' && record one && echo "]"; } >list.json
run check list.json "${as_of[@]}"
exits 0
prints 'list.json:1:1: warning[HYG002] the file begins with an invisible byte order mark
  help: Save the file as UTF-8 without a byte order mark ("UTF-8", not "UTF-8 with BOM").

Checked 1 file with 1 record and 1 claim, as of 2025-06-30: 1 warning.'

begin "a finding that a thousand places take part in"
claim='"type": "count", "flows": ["to-ua"], "speaker": "chtpow", "appearances": [{ "source": "s1" }]'
record one | awk -v claim="$claim" '{ print }
    /"claims": \[/ { for (i = 1; i < 1000; ++i) print "{ \"id\": \"n" i "\", \"quantity\": { \"amount\": " i " }, " claim " }," }' \
    >one.json
run check one.json "${as_of[@]}"
exits 0
notes=$(grep --count '^  note: ' "$scratch/kept/out")
((notes == 20)) || fail "$notes notes are printed"
prints_among_others "  note: 980 more places take part; --format json lists them all"

# ------------------------------------------------------------------------------------------------ the report

begin "a cap on findings"
broken_lines 3 >broken.ndjson
run check --max-findings 1 "${as_of[@]}"
exits 1
[[ $(grep --count '^broken.ndjson:' "$scratch/kept/out") == 1 ]] || fail "not one finding is printed"
prints_among_others "Checked 1 file with no records, as of 2025-06-30: 3 errors."
prints_among_others "Shown is the first one of 3 findings, as --max-findings asks."
run check --max-findings 1 --format json
prints_among_others '  "findings": {"error": 3, "warning": 0, "info": 0},'
prints_among_others '  "shown": 1,'

begin "only findings"
record one >one.json
run check --quiet
exits 0
prints_nothing
broken_lines 1 >broken.ndjson
run check --quiet
exits 1
grep --quiet '^Checked' "$scratch/kept/out" && fail "there is a summary"

begin "colour"
broken_lines 1 >broken.ndjson
escape=$(printf '\033')
run check
grep --quiet "$escape" "$scratch/kept/out" && fail "there is colour in a file"
run check --color always
grep --quiet "$escape" "$scratch/kept/out" || fail "there is no colour with --color always"
# A bare system has no pseudo-terminals to try it on.
if script --quiet --command true /dev/null >/dev/null 2>&1 </dev/null; then
    script --quiet --command "$muster check" /dev/null >"$scratch/kept/out" </dev/null
    grep --quiet "$escape" "$scratch/kept/out" || fail "there is no colour on a terminal"
    NO_COLOR=1 script --quiet --command "$muster check" /dev/null >"$scratch/kept/out" </dev/null
    grep --quiet "$escape" "$scratch/kept/out" && fail "there is colour in spite of NO_COLOR"
    script --quiet --command "$muster check --color never" /dev/null >"$scratch/kept/out" </dev/null
    grep --quiet "$escape" "$scratch/kept/out" && fail "there is colour in spite of --color never"
fi

begin "a file for the report"
broken_lines 2000 >broken.ndjson
echo old >report.txt
run check --output report.txt "${as_of[@]}"
exits 1
prints_nothing
complains_not
cp report.txt "$scratch/kept/written"
run check "${as_of[@]}"
cmp --quiet "$scratch/kept/written" "$scratch/kept/out" || fail "the file does not hold what is printed"
holds_only broken.ndjson report.txt

begin "a report that cannot be written"
broken_lines 2000 >broken.ndjson
run check --output /dev/full
exits 3
complains "muster: /dev/full: could not be written: no space is left there"
[[ -c /dev/full ]] || fail "/dev/full is no device any more"
run check --output none/report.txt
exits 3
complains "muster: none/report.txt: could not be written: there is no such folder"
run check --output .
exits 3
complains "muster: .: could not be written: it is a folder"
holds_only broken.ndjson

begin "standard output that takes nothing"
broken_lines 2000 >broken.ndjson
"$muster" check >/dev/full 2>"$scratch/kept/err"
code=$?
exits 3
complains "muster: standard output: could not be written: no space is left there"
"$muster" --help >/dev/full 2>"$scratch/kept/err"
code=$?
exits 3
complains "muster: standard output: could not be written: no space is left there"
"$muster" check >&- 2>"$scratch/kept/err"
code=$?
exits 3
complains "muster: standard output: could not be written: it is closed"

begin "a reader that goes away"
broken_lines 2000 >broken.ndjson
"$muster" check 2>"$scratch/kept/err" | head -n 1 >/dev/null
code=${PIPESTATUS[0]}
exits 3
complains "muster: standard output: could not be written: its reader has closed it"

begin "a report that is interrupted leaves nothing"
mkfifo endless
"$muster" check - --output report.txt <endless &
running=$!
exec 9>endless
for _ in {1..100}; do
    compgen -G '.muster-*' >/dev/null && break
    sleep 0.05
done
kill -TERM "$running"
wait "$running" 2>/dev/null
code=$?
exec 9>&-
exits 143
holds_only endless

# ------------------------------------------------------------------------------------------------ the command line

refuses() { # refuses MESSAGE ARGUMENT...
    begin "muster ${*:2}"
    run "${@:2}"
    exits 2
    prints_nothing
    complains "muster: $1"
}

refuses "no command is given; the main one is: muster check PATH... (muster --help lists all)"
refuses "there is no command chek; did you mean check? (muster --help lists what there is)" chek
refuses "there is no option --fromat; did you mean --format? (muster check --help lists what there is)" check --fromat=json
refuses "x is one argument too many (muster rules --help lists what there is)" rules x
refuses "--format needs a value after it" check --format
refuses "--fail-on cannot be eror; it can be error, warning, info or none; did you mean error?" check --fail-on eror
refuses "--color cannot be empty; it can be auto, always or never" check --color ""
refuses "--quiet cannot be used in this way (--help says how)" check --quiet=perhaps
refuses "--max-findings cannot be many; it is a number such as 100" check --max-findings many
refuses "--max-findings cannot be -1; it is a number such as 100" check --max-findings=-1
refuses "there is no rule unit_redundent; did you mean unit_redundant? (muster rules lists all)" check --rule unit_redundent
refuses "there is no rule no_such_rule (muster rules lists all)" check --ignore no_such_rule
refuses "no rule is left: --ignore takes away all that would run" check --rule TOT001 --ignore TOT
refuses 'the as-of date "2025-02-30" is not a day; write it as 2026-01-31' check --as-of 2025-02-30
refuses 'the as-of date "" is not a day; write it as 2026-01-31' check --as-of ""
refuses "which rule? As in: muster explain TOT004 (muster rules lists all)" explain
refuses "there is no rule TOT999; did you mean TOT009? (muster rules lists all)" explain TOT999
refuses "there is no schema exchnge; did you mean exchange? (muster schema lists all)" schema exchnge
refuses "which schema? As in: muster schema lint FILE" schema lint
refuses "gone.json: no such file" schema lint gone.json
refuses ".: this is a folder, not a file" schema lint .

begin "help and version"
run --help
exits 0
complains_not
prints_among_others "Usage: muster [OPTION...] [COMMAND]"
run check --help
exits 0
prints_among_others "Usage: muster check [OPTION...] [PATH...]"
run --version
exits 0
complains_not
grep --quiet --extended-regexp '^muster [0-9]+\.[0-9]+\.[0-9]+$' "$scratch/kept/out" || fail "there is no version"

begin "rules by code, name and family, several times"
record one >one.json
run check --rule TOT001 --rule subset_exceeds_whole --rule TIM one.json --ignore TIM001 "${as_of[@]}"
exits 0
complains_not
run check --rule TOT001 one.json --format json
prints_among_others '  "rules_run": ["TOT001"],'

all_passed
