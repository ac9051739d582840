#!/usr/bin/env bash
# The formats of `muster check` and several reports at once (--report): what is written where, and what stays text.
# Usage: tests/cli/formats_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

formats=$("$muster" check --help | sed -n 's/^ *--format \([a-z|]*\).*/\1/p' | tr '|' ' ')

# ------------------------------------------------------------------------------------------------ several reports

begin "each format beside the report that is printed"
[[ $formats == *json*text* ]] || fail "the formats in --help are: $formats"
mkdir data
broken_lines 3 >data/broken.ndjson
record one >data/one.json
reports=()
for format in $formats; do reports+=(--report "$format=$format.report"); done
run check data "${as_of[@]}" "${reports[@]}"
exits 1
complains_not
for format in $formats; do
    "$muster" check data "${as_of[@]}" --format "$format" >"$scratch/kept/printed"
    cmp --quiet "$format.report" "$scratch/kept/printed" || fail "$format.report does not hold what --format $format prints"
done
cmp --quiet text.report "$scratch/kept/out" || fail "the text is not printed"

begin "two reports of one format"
record one >one.json
run check one.json "${as_of[@]}" --report text=a.txt --report text=b=c.txt --quiet
exits 0
prints_nothing
holds_only a.txt b=c.txt one.json

begin "lines for programs end with the summary"
broken_lines 3 >broken.ndjson
run check --format ndjson "${as_of[@]}"
[[ $(grep --count '^{"code": ' "$scratch/kept/out") == 3 ]] || fail "there are not three findings"
[[ $(tail -n 1 "$scratch/kept/out") == '{"muster": {"version": "'*'"shown": 3, '*'}}' ]] || fail "there is no summary"

# ------------------------------------------------------------------------------------------------ what cannot be written

begin "a report that cannot be opened leaves the others unwritten"
broken_lines 2000 >broken.ndjson
run check --report sarif=a.sarif --report junit=none/b.xml
exits 3
prints_nothing
complains "muster: none/b.xml: could not be written: there is no such folder"
holds_only broken.ndjson

begin "a report that fails on the way leaves the others whole"
broken_lines 2000 >broken.ndjson
run check broken.ndjson "${as_of[@]}" --report json=a.json --report sarif=/dev/full --quiet
exits 3
complains "muster: /dev/full: could not be written: no space is left there"
holds_only a.json broken.ndjson
run check broken.ndjson "${as_of[@]}" --format json
cmp --quiet a.json "$scratch/kept/out" || fail "a.json is not whole"

begin "a reader that goes away does not take the files along"
broken_lines 2000 >broken.ndjson
"$muster" check broken.ndjson "${as_of[@]}" --report json=a.json 2>"$scratch/kept/err" | head -n 1 >/dev/null
code=${PIPESTATUS[0]}
exits 3
complains "muster: standard output: could not be written: its reader has closed it"
run check broken.ndjson "${as_of[@]}" --format json
cmp --quiet a.json "$scratch/kept/out" || fail "a.json is not whole"

begin "no room for what is set aside"
broken_lines 2000 >broken.ndjson
TMPDIR=$PWD/none run check --report junit=a.xml --quiet --max-findings 1000
exits 3
complains "muster: a temporary file in $PWD/none (TMPDIR can name another folder): could not be written: there is no such \
folder"
holds_only broken.ndjson

begin "reports that are interrupted leave nothing"
mkfifo endless
"$muster" check - --output a.txt --report junit=b.xml --report json=c.json <endless &
running=$!
exec 9>endless
for _ in {1..100}; do
    (($(ls -A | grep --count '^\.muster-') == 3)) && break
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
    begin "muster check ${*:2}"
    run check "${@:2}"
    exits 2
    prints_nothing
    complains "muster: $1"
    holds_only
}

choices=$(sed 's/ \([a-z]*\)$/ or \1/; s/ \([a-z]* or\)/, \1/; :a s/\([a-z]\) \([a-z]*,\)/\1, \2/; ta' <<<"$formats")
refuses "--format cannot be jsn; it can be $choices; did you mean json?" --format jsn
refuses "the format of --report sarfi=a.sarif cannot be sarfi; it can be $choices; did you mean sarif?" --report sarfi=a.sarif
refuses "the format of --report =a.sarif cannot be empty; it can be $choices" --report =a.sarif
refuses "--report junit names no file; it is written FORMAT=FILE, as in --report junit=FILE" --report junit
refuses "--report json= names no file; it is written FORMAT=FILE, as in --report json=FILE" --report json=
refuses "--report a.xml names no file; it is written FORMAT=FILE, as in --report sarif=FILE" --report a.xml
refuses "--report needs a value after it" --report
twice="would be written twice, for"
refuses "./a $twice --report json=a and for --report sarif=./a; give each report a file of its own" --report json=a --report sarif=./a
refuses "a $twice --output a and for --report text=a; give each report a file of its own" --output a --report text=a
refuses "standard output $twice --format text and for --report json=-; give each report a file of its own" --report json=-

begin "two names of one file"
mkdir folder
ln -s folder link
run check --report json=folder/a --report sarif=link/a
exits 2
complains "muster: link/a $twice --report json=folder/a and for --report sarif=link/a; give each report a file of its own"

# ------------------------------------------------------------------------------------------------ what stays text

hostile=$'\\n::error::x ##[error]x \\u001b[31m \\u202e \\u0000 \\ud800 </script><img src=x onerror=alert(1)> ]]> =cmd()'
hostile+=$' [x](javascript:alert(1)) \x1b]0;x\x07 \xe2\x80\xae \xff {0} %0A::error::y'

begin "whatever a record and its name hold"
mkdir data
for name in $'\n::error::x.json' '=cmd().json' $'\x1b[31m##[error]x.json' $'\xe2\x80\xae\xff.json' 'javascript:alert(1).json' \
    '<img src=x onerror=alert(1)>.json'; do
    text=$(record one)
    text=${text//'"amount": 909'/'"amount": "An outlet", "An outlet": 1'}
    printf '%s\n' "${text//An outlet/"$hostile"}" >"data/$name"
done
cd data || exit 1
for format in $formats; do
    run check . "${as_of[@]}" --format "$format" --max-findings 100
    exits 1
    [[ -s $scratch/kept/out ]] || fail "$format is empty"
    LC_ALL=C.UTF-8 grep --quiet --invert-match --line-regexp '.*' "$scratch/kept/out" && fail "$format is no UTF-8"
    LC_ALL=C grep --quiet --perl-regexp '[\x00-\x09\x0b-\x1f\x7f]|\xe2\x80[\xaa-\xae]' "$scratch/kept/out" &&
        fail "$format holds a control character"
    grep --quiet --fixed-strings '##[' "$scratch/kept/out" && fail "$format holds ##["
    grep --quiet --extended-regexp '^[[:space:]]*[=+@]' "$scratch/kept/out" && fail "a line of $format begins with ="
    grep --extended-regexp '^[[:space:]]*::' "$scratch/kept/out" >"$scratch/kept/commands"
    if [[ $format == github ]]; then
        (($(wc -l <"$scratch/kept/commands") <= 30)) || fail "there are more than 30 commands"
        grep --quiet --invert-match --extended-regexp '^::(error|warning|notice) (file=[^:,]*,line=[0-9]+,[^:]*)?title=[^:]*::' \
            "$scratch/kept/commands" && fail "there is a command that is not muster's"
    else
        [[ ! -s $scratch/kept/commands ]] || fail "$format holds a command"
    fi
    [[ $format == text || $format == github ]] && continue
    grep --quiet --ignore-case --fixed-strings --regexp '<img' --regexp '</script' --regexp ']]>' "$scratch/kept/out" &&
        fail "$format holds markup"
done

all_passed
