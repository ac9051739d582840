#!/usr/bin/env bash
# The manual page and the completions for shells: they hold what --help says, whatever that is.
# Usage: tests/cli/manual_test.sh MUSTER
. "$(dirname "$0")/prelude.sh"

# Options and commands as --help lists them, sorted.
options_of() { "$muster" "$@" --help | sed -n 's/^  \(-[^ ]*\).*/\1/p' | tr ',' '\n' | sort; }
commands_of() { "$muster" "$@" --help | sed -n '/^Commands:/,$s/^  \([a-z]*\)  .*/\1/p' | sort; }

offered() { # offered WORD...: what bash offers when the last word is being typed, sorted
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    COMPREPLY=()
    _muster
    printf '%s\n' "${COMPREPLY[@]}" | sort
}

is() { [[ $1 == "$2" ]] || fail "$(printf 'it is\n%s\ninstead of\n%s' "$1" "$2")"; }

# ---------------------------------------------------------------------------------------------------- manual page

begin "the manual page"
run man
exits 0
complains_not
cp "$scratch/kept/out" muster.1
tr -d '\\' <muster.1 >plain
for command in "" $(commands_of) "schema lint"; do
    # shellcheck disable=SC2086 # "schema lint" is two words
    for option in $(options_of $command); do
        grep --quiet --fixed-strings -- "fB${option}fR" plain || fail "no $option of muster $command"
    done
    [[ -z $command ]] || grep --quiet --fixed-strings -- "fBmuster ${command}fR" plain || fail "no muster $command"
done
is "$(grep --count '^\.SS ' muster.1)" "$(($(commands_of | wc -l) + $(commands_of schema | wc -l)))"

if command -v man >/dev/null; then
    begin "man takes the manual page without a warning"
    run man
    is "$(MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$scratch/kept/out" 2>&1 >/dev/null)" ""
fi
if command -v mandoc >/dev/null; then
    begin "mandoc takes the manual page; it has no date, since the same version is always the same page"
    run man
    cp "$scratch/kept/out" muster.1
    is "$(mandoc -T lint -W warning muster.1 | sed 's/.*: WARNING/WARNING/')" \
        'WARNING: missing date, using "": TH'
fi

# ---------------------------------------------------------------------------------------------------- completions

begin "completions for bash"
run completions bash
exits 0
complains_not
# shellcheck disable=SC1091 # it was just made
. "$scratch/kept/out"
touch a.json b.ndjson "with blank.json"
mkdir folder
is "$(offered muster "")" "$(commands_of)"
is "$(offered muster -)" "$(options_of)"
for command in $(commands_of); do is "$(offered muster "$command" -)" "$(options_of "$command")"; done
is "$(offered muster check --fail)" "$(printf '%s\n' --fail-on --fail-on-undecided)"
is "$(offered muster check --quiet -)" "$(options_of check)"
is "$(offered muster check --format t)" text
is "$(offered muster check --fail-on "")" "$(printf '%s\n' error info none warning)"
is "$(offered muster check --fail-on = w)" warning
is "$(offered muster check --rule TOT00)" "$("$muster" rules | sed -n 's/^\(TOT00.\).*/\1/p' | sort)"
is "$(offered muster explain partition)" partition_does_not_sum
is "$(offered muster check "")" "$(printf '%s\n' a.json b.ndjson folder "with blank.json")"
is "$(offered muster check --dataset "")" folder
is "$(offered muster check --output a)" a.json
is "$(offered muster check --as-of "")" ""
is "$(offered muster schema l)" lint
is "$(offered muster schema lint a)" a.json
is "$(offered muster schema ex)" exchange
is "$(offered muster completions "")" "$(printf '%s\n' bash fish zsh)"

begin "completions for zsh"
run completions zsh
exits 0
is "$(head -n 1 "$scratch/kept/out")" "#compdef muster"
for option in $(options_of check); do
    grep --quiet --extended-regexp -- "'[*]?$option(=|\[)" "$scratch/kept/out" || fail "no $option"
done
if command -v zsh >/dev/null; then zsh --no-exec "$scratch/kept/out" || fail "zsh does not take it"; fi

begin "completions for fish"
run completions fish
exits 0
for option in $(options_of check); do
    name=${option#-}
    if [[ $name == -* ]]; then written="-l ${name#-}"; else written="-s $name"; fi
    grep --quiet -- "is_at muster check'.* $written" "$scratch/kept/out" || fail "no $option"
done
if command -v fish >/dev/null; then
    cp "$scratch/kept/out" muster.fish
    in_fish() { HOME=$PWD fish --no-config --command "source muster.fish; complete --do-complete '$1'" | cut -f 1 | sort; }
    is "$(in_fish 'muster check --' | grep -- --)" "$(options_of check | grep -- --)"
    is "$(in_fish 'muster check --format t')" text
    is "$(in_fish 'muster schema l')" lint
fi

begin "completions of no shell"
run completions
exits 2
complains "muster: for which shell? It can be bash, zsh or fish"
run completions zhs
exits 2
complains "muster: there are no completions for zhs; the shell can be bash, zsh or fish; did you mean zsh?"
run completions bash zsh
exits 2
complains "muster: zsh is one argument too many (muster completions --help lists what there is)"

all_passed
