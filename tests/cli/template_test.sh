#!/usr/bin/env bash
# The dataset to begin with is sound, and what its README says can be done.
# Usage: tests/cli/template_test.sh MUSTER
template=$(realpath "$(dirname "$0")/../../templates/dataset")
. "$(dirname "$0")/prelude.sh"

begin "it is clean"
cp -r "$template" set
run check "${as_of[@]}" --fail-on info set
exits 0
complains_not
prints "Checked 4 files with 1 record and 3 claims, as of 2025-06-30: no findings."
run check "${as_of[@]}" --fail-on info set/records/north-south-2025-03-14-remains.json
exits 0

begin "docs/editors.md shows its settings"
[[ $(<"$template/../../docs/editors.md") == *"$(<"$template/.vscode/settings.json")"* ]] || fail "it shows others"

begin "a mistake in it is found"
cp -r "$template" set
sed -i 's/"amount": 909/"amount": 910/' set/records/*.json
run check "${as_of[@]}" set
exits 1
prints_among_others "Checked 4 files with 1 record and 3 claims, as of 2025-06-30: 1 error."

begin "its parties serve a new record, and the schema for editors is no document of it"
cp -r "$template" set
cd set || exit 1
run new --date 2025-06-20 --from south --to north --one-way --output records/new.json
exits 0
"$muster" schema muster >.vscode/muster.schema.json
run check "${as_of[@]}" --fail-on warning
exits 1
prints_among_others "Checked 5 files with 2 records and 4 claims, as of 2025-06-30: 5 errors."
grep --quiet 'skipped' "$scratch/kept/out" "$scratch/kept/err" && fail "something is skipped"
# The registries hold both parties, so the record defines no agents.
grep --quiet '"agents"' records/new.json && fail "a party is defined twice"

all_passed
