#!/usr/bin/env bash
# Which findings on the dataset that ships with the project came and went since a revision (the one before this).
# Usage: tests/dataset/findings_changed.sh [REVISION]
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
. tests/dataset/findings.sh
revision=${1:-HEAD^}
if ! git show "$revision:tests/dataset/report.json" >/dev/null 2>&1; then
    echo "There is no report in $revision to compare with"
    exit 0
fi
changes <(git show "$revision:tests/dataset/report.json") tests/dataset/report.json
