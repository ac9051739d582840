#!/usr/bin/env bash
# A repository with a dataset, and changes proposed to it: what the gate of integrations/ lets through.
# Usage: tests/gate/gate_test.sh MUSTER
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../cli/prelude.sh"
as_of=(--as-of 2030-01-01)  # after all that the dataset holds
project=$(cd "$here/../.." && pwd)
export MUSTER=$muster GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=maintainer GIT_AUTHOR_EMAIL=maintainer@example.org
export GIT_COMMITTER_NAME=maintainer GIT_COMMITTER_EMAIL=maintainer@example.org

gate() { # gate ARGUMENT...: as the gate of a pull request runs, main being trusted
    TRUSTED=main BASELINE=known.json "$project/integrations/gate.sh" "${as_of[@]}" "$@" data \
        >"$scratch/kept/out" 2>"$scratch/kept/err" </dev/null
    code=$?
}
on_a_branch() { git checkout --quiet -B change main; }
commit() { git add --all && git commit --quiet --message "$what"; }
wrong_amount() { # wrong_amount FILE FROM TO: the first amount FROM of a record becomes TO; prints the line it stands in
    local line
    line=$(grep --line-number --max-count=1 "\"amount\": $2\\b" "$1" | cut -d : -f 1)
    sed -i "${line}s/\"amount\": $2\\b/\"amount\": $3/" "$1"
    printf '%s' "$line"
}
holds() { # holds FILE TEXT
    grep --quiet --fixed-strings -- "$2" "$1" || fail "$1 does not hold: $2"
}

begin "a repository whose main holds a defect that is known"
cp -r "$project/fixtures/datasets/ua-ru" data
git init --quiet --initial-branch main
known=data/records/ua-ru-2025-03-28-remains.json
wrong_amount "$known" 909 910 >/dev/null
run check data "${as_of[@]}"
exits 1
run check data "${as_of[@]}" --baseline known.json --update-baseline
exits 0
commit
repository=$scratch/repository
mv "$scratch/case" "$repository"

begin() { # begin WHAT: in that repository, as it was
    what=$1
    mkdir -p "$scratch/kept"
    cd "$repository" || exit 1
    git checkout --quiet --force main
    git clean --quiet --force -d
}

begin "nothing is changed"
gate
exits 0

begin "a known defect stays known when its file is written anew under another name"
on_a_branch
sed -i 's/^ *//' "$known"
git mv "$known" data/records/renamed.json
commit
gate
exits 0
holds "$scratch/kept/out" "baseline.json holds $(grep --count '"fingerprint"' known.json) known findings back"
grep --quiet 'no longer found' "$scratch/kept/out" && fail "an entry is called stale"

begin "another wrong number in its place is new"
on_a_branch
wrong_amount "$known" 910 911 >/dev/null
commit
gate
exits 1
holds "$scratch/kept/out" "no longer found"

begin "a wrong number in another record, in every form"
on_a_branch
changed=data/records/ua-ru-2025-06-16-remains.json
number=$(sed -n 's/.*"amount": \([0-9]*\).*/\1/p' "$changed" | head -n 1)
line=$(wrong_amount "$changed" "$number" -5)
column=$(sed -n "${line}p" "$changed" | grep -b -o -- '-5' | head -n 1 | cut -d : -f 1)
column=$((column + 1))
commit
gate
exits 1
holds "$scratch/kept/out" "$changed:$line:$column: error[CNT002]"
[[ $(grep -c 'error\[' "$scratch/kept/out") == 1 ]] || fail "not one error: $(cat "$scratch/kept/out")"
reports=()
for form in github gitlab html json junit ndjson sarif text; do reports+=(--report "$form=$scratch/kept/$form"); done
gate --output /dev/null "${reports[@]}"
exits 1
holds "$scratch/kept/github" "::error file=$changed,line=$line,endLine=$line,col=$column,"
holds "$scratch/kept/gitlab" "\"location\": {\"path\": \"$changed\", \"lines\": {\"begin\": $line, \"end\": $line}}"
holds "$scratch/kept/html" "<bdi>$changed</bdi>"
holds "$scratch/kept/json" "\"path\": \"$changed\", \"line\": $line, \"column\": $column,"
holds "$scratch/kept/junit" "name=\"$changed:$line:$column negative_count\""
holds "$scratch/kept/ndjson" "\"path\": \"$changed\", \"line\": $line, \"column\": $column,"
holds "$scratch/kept/sarif" "\"startLine\": $line, \"startColumn\": $column"
holds "$scratch/kept/text" "$changed:$line:$column: error[CNT002]"

begin "the number is mended"
git checkout --quiet change
git checkout --quiet main -- data
commit
gate
exits 0

begin "a change that brings its own permission"
on_a_branch
wrong_amount "$changed" "$number" -5 >/dev/null
run check data "${as_of[@]}" --baseline known.json --update-baseline
commit
run check data "${as_of[@]}" --baseline known.json
exits 0 # so it would have passed
gate
exits 1
git checkout --quiet main -- known.json
printf '[severity]\nCNT = "off"\n' >data/muster.toml
printf '[severity]\nCNT = "off"\n' >muster.toml
commit
run check data "${as_of[@]}" --baseline known.json
exits 0 # so it would have passed
gate
exits 1

begin "the trusted revision's configuration counts"
printf '[severity]\nCNT = "warning"\n' >muster.toml
commit
on_a_branch
git rm --quiet muster.toml
wrong_amount "$changed" "$number" -5 >/dev/null
commit
gate
exits 0
holds "$scratch/kept/out" "warning[CNT002]"

begin "a trusted revision that is not here"
TRUSTED=nowhere "$project/integrations/gate.sh" data >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 2
prints_nothing
complains "The trusted revision nowhere is not here; fetch it first (a shallow clone lacks it)."

# ------------------------------------------------------------------------------- the steps of the action, one by one

begin "the action's steps, with a release"
releases=$scratch/releases/v9.9.9
archive=muster-9.9.9-linux-$(uname -m).tar.gz
mkdir -p "$releases" "$scratch/muster-9.9.9/bin" "$scratch/temp"
cp "$muster" "$scratch/muster-9.9.9/bin/muster"
tar --create --gzip --file "$releases/$archive" --directory "$scratch" muster-9.9.9
if command -v curl >/dev/null; then
    sum=$(sha256sum "$releases/$archive" | cut -d ' ' -f 1)
    step() { # step SHA256: the first step, as action.yml runs it
        RELEASES=file://$scratch/releases VERSION=9.9.9 SHA256=$1 RUNNER_TEMP=$scratch/temp GITHUB_ENV=$scratch/kept/env \
            "$project/integrations/github/get.sh" >"$scratch/kept/out" 2>"$scratch/kept/err"
        code=$?
    }
    step "$(printf '%064d' 0)"
    exits 1
    complains "$archive is not what was expected: its sha256 is $sum. Nothing was unpacked."
    [[ -z $(ls "$scratch/temp/muster") ]] || fail "something was unpacked: $(ls "$scratch/temp/muster")"
    step ""
    exits 2
    complains "The sha256 of $archive must be given: 64 digits 0-9 a-f."
    step "$sum"
    exits 0
    complains_not
    [[ $(cat "$scratch/kept/env") == "MUSTER=$scratch/temp/muster/bin/muster" ]] || fail "the command's path is not passed on"
else
    echo "Not tried, because there is no curl: fetching a release"
fi
git checkout --quiet change
ARGUMENTS=$'--as-of=2030-01-01\n--fail-on=error' PATHS=$'data/records\ndata/agents.json' TRUSTED=main CONFIG= \
    BASELINE=known.json "$project/integrations/github/check.sh" >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 1
holds "$scratch/kept/out" "::error file=$changed,line=$line,"

begin "the script of the GitLab template"
git checkout --quiet change
mkdir -p .muster/bin .muster/share/muster
cp "$muster" .muster/bin/muster
cp "$project/integrations/gate.sh" .muster/share/muster/gate.sh
script=$(awk '/^  script:/ { inside = 1; next } /^  [a-z]/ { inside = 0 } inside' \
    "$project/integrations/gitlab/muster.gitlab-ci.yml" | sed 's/^ *- //; s/^ *//' | tr '\n' ' ')
(CI_MERGE_REQUEST_DIFF_BASE_SHA=main~1 CI_COMMIT_SHA=HEAD MUSTER_BASELINE=known.json MUSTER_PATHS=data eval "$script") \
    >"$scratch/kept/out" 2>"$scratch/kept/err"
code=$?
exits 1
holds muster-code-quality.json "\"lines\": {\"begin\": $line, \"end\": $line}"
holds muster-junit.xml "name=\"$changed:$line:$column negative_count\""

begin "the hook for commits"
entry=$(sed -n 's/^  entry: muster //p' "$project/.pre-commit-hooks.yaml")
# shellcheck disable=SC2086 # the words of a command line
run $entry "${as_of[@]}" --baseline known.json data/records/ua-ru-2025-06-16-remains.json "$known"
exits 0
# shellcheck disable=SC2086
run $entry "${as_of[@]}" data/agents.json
exits 0

all_passed
