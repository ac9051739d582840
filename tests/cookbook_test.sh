#!/usr/bin/env bash
# The pages of docs/cookbook show parts of the records in fixtures/cookbook and what muster prints about them, each
# below a comment that says which: `<!-- right.json -->` or `<!-- muster check wrong.json -->`. What is shown is so, a
# right record gives no finding that its page does not show, and no file of the fixtures goes unshown.
# Usage: tests/cookbook_test.sh SOURCE MUSTER      (with MUSTER_APPROVE=1 it writes anew what muster prints)
set -uo pipefail

pages=$1/docs/cookbook
fixtures=$1/fixtures/cookbook
muster=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
as_of=2026-01-31
# Codes of findings that pages show and this muster need not have.
to_come=""
known=$("$muster" rules | cut -d ' ' -f 1)

complain() { echo "$page: $1" | tee -a "$scratch/complaints" >&2; }

holds() { # holds WHOLE LINES: whole lines that follow each other, a comma behind the last aside
    [[ $'\n'$1$'\n' == *$'\n'"$2"?(,)$'\n'* ]]
}

not_known_yet() { # not_known_yet TEXT: it shows a finding that is to come
    local code
    for code in $to_come; do
        [[ $1 == *"[$code]"* ]] && ! grep --quiet --line-regexp "$code" <<<"$known" && return 0
    done
    return 1
}

# What muster prints about findings and changes, without the summary: in a summary stand dates and versions.
printed() {
    local words=$1
    [[ $words == check\ * ]] && words+=" --as-of $as_of"
    # shellcheck disable=SC2086 # several words
    (cd "$fixtures/$page" && "$muster" $words 2>&1) |
        sed -E '/^(Checked |[^ ]+ \([0-9,]+ records?, .* compared with )/,$d' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
}

block() { # block COMMENT TEXT: prints what is to stand there
    local file
    case $1 in
    "muster check "* | "muster diff "*)
        if not_known_yet "$2"; then
            echo "$page: not compared, this muster lacks the rule: $1" >&2
            printf '%s\n' "$2"
        else
            printed "${1#muster }"
        fi
        ;;
    "muster stats "*)
        holds "$(cd "$fixtures/$page" && "$muster" stats "${1##* }" 2>&1)" "$2" || complain "this is not in \`$1\`: $2"
        printf '%s\n' "$2"
        ;;
    *.json)
        file=$(sed 's/^ *//' "$fixtures/$page/$1")
        holds "$file" "$(sed 's/^ *//' <<<"$2")" || complain "this is not in $1: $2"
        printf '%s\n' "$2"
        ;;
    *) complain "nobody knows what to compare with: $1" ;;
    esac
}

whole_page() { # prints the page as it is to be
    local line comment text
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ $line != '```'* ]] || complain "nothing says what this is: $line"
        [[ $line =~ ^'<!-- '(.*)' -->'$ ]] || continue
        comment=${BASH_REMATCH[1]}
        IFS= read -r line && [[ $line == '```'* ]] || complain "no block follows: $comment"
        printf '%s\n' "$line"
        text=""
        while IFS= read -r line && [[ $line != '```' ]]; do text+=$line$'\n'; done
        block "$comment" "${text%$'\n'}"
        printf '```\n'
    done
}

page="docs/cookbook"
diff <(cd "$fixtures" && ls) <(cd "$pages" && ls | sed '/^README.md$/d;s/\.md$//') ||
    complain "a page or its fixtures are missing"
for page in $(cd "$fixtures" && ls); do
    file=$pages/$page.md
    grep --quiet --fixed-strings "($page.md)" "$pages/README.md" || complain "the README does not lead to it"
    whole_page <"$file" >"$scratch/page"
    if [[ -n ${MUSTER_APPROVE:-} ]]; then
        cp "$scratch/page" "$file"
    else
        diff "$file" "$scratch/page" || complain "muster prints something else (MUSTER_APPROVE=1 writes it anew)"
    fi
    for record in $(cd "$fixtures/$page" && ls); do
        grep --quiet "^<!-- .*\b$record -->" "$file" || [[ $record == old.json ]] || complain "it does not show $record"
    done
    grep --quiet --line-regexp --fixed-strings '<!-- right.json -->' "$file" || complain "it does not show what to type"
    grep --quiet '^<!-- muster .* wrong.json -->' "$file" || complain "it does not show what is tempting"
    threshold=info
    grep --quiet --line-regexp --fixed-strings '<!-- muster check right.json -->' "$file" && threshold=warning
    "$muster" check "$fixtures/$page/right.json" --as-of $as_of --fail-on $threshold >"$scratch/right" 2>&1 ||
        { cat "$scratch/right"; complain "what is right gives findings"; }
done

[[ ! -s $scratch/complaints ]] || exit 1
echo "All passed"
