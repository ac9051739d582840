#!/usr/bin/env bash
# What muster says of the dataset that ships with the project is what tests/dataset/report.json says; each warning and
# info is explained in docs/warnings.md, by record and rule, and nothing else is.
# Usage: tests/dataset/report_test.sh MUSTER SOURCE_DIR
set -euo pipefail
export LC_ALL=C
muster=$(realpath "$1")
cd "$2"
. tests/dataset/findings.sh

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
code=0
"$muster" check fixtures/datasets --isolated --as-of 2026-06-30 --fail-on info --format json >"$scratch/report.json" ||
    code=$?
((code == 1)) || { echo "muster check ended with exit code $code instead of 1"; exit 1; }
if [[ ${MUSTER_APPROVE:-0} == 1 ]]; then cp "$scratch/report.json" tests/dataset/report.json; fi
if ! cmp --quiet tests/dataset/report.json "$scratch/report.json"; then
    echo "The report on fixtures/datasets is not the one that was approved; make approve writes it anew."
    changes tests/dataset/report.json "$scratch/report.json"
    diff tests/dataset/report.json "$scratch/report.json" | head -n 40 || true
    exit 1
fi

explained=$(sed -nE 's/^\| ([a-z0-9.-]+) \| [A-Z]{3}[0-9]{3} ([a-z_]+).*/\1 \2/p' docs/warnings.md | sort -u)
found=$(findings_of tests/dataset/report.json | sed -nE 's/^(warning|info) ([a-z_]+) ([a-z0-9.-]+) .*/\3 \2/p' | sort -u)
[[ $explained == "$found" ]] || {
    echo "docs/warnings.md (<) and the findings of the dataset (>) differ:"
    diff <(echo "$explained") <(echo "$found")
    exit 1
}
echo "The report is the approved one, and docs/warnings.md explains each warning and info"
