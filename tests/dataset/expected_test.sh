#!/usr/bin/env bash
# The figures in the records of fixtures/datasets/ua-ru are those of fixtures/datasets/expected.csv, which was typed
# apart from them, from the reports. A field left empty there stands for whatever the records say: the report did not.
# What was found on the pages afterwards, and so typed once only, stands in fixtures/datasets/typed_once.csv.
# Usage: tests/dataset/expected_test.sh SOURCE_DIR [DATASET [EXPECTED]]
set -euo pipefail
export LC_ALL=C

fixtures=$1/fixtures/datasets
dataset=${2:-$fixtures/ua-ru}
expected=${3:-$fixtures/expected.csv}
if ! command -v jq >/dev/null; then
    echo "jq is not installed, so nothing was compared"
    exit 77
fi

figures() { # figures CONFIRMED
    find "$dataset" -name '*.json' -print0 | sort -z |
        xargs -0 jq -rn --argjson confirmed "$1" -f "$fixtures/expected.jq" | sort -u
}

counts=$(figures false)
voices=$(figures true)
[[ -n $counts ]] || { echo "no figure was found in $dataset"; exit 1; }

# The rows of the second file that no row of the first fits.
without_match() { # without_match FIRST SECOND WHICH_IS_EXPECTED
    awk -F, -v expected="$3" '
        function fits(typed, found,   i, a, b) {
            split(typed, a, ","); split(found, b, ",")
            for (i = 1; i <= 5; i++) if (a[i] != "" && a[i] != b[i]) return 0
            return 1
        }
        NR == FNR { rows[NR] = $0; count = NR; next }
        {
            for (i = 1; i <= count; i++) if (expected == 1 ? fits(rows[i], $0) : fits($0, rows[i])) next
            print "  " $0
        }' "$1" "$2"
}
missing=$(without_match <(echo "$voices") <(tail -n +2 "$expected") 2)
added=$(without_match <(tail -n +2 "$expected") <(echo "$counts") 1 | sed 's/^  //')
once=$(tail -n +2 "$fixtures/typed_once.csv" 2>/dev/null || true)
if [[ ${MUSTER_APPROVE:-0} == 1 ]]; then
    { echo "date,to,figure,speaker,address"; echo "$added"; } >"$fixtures/typed_once.csv"
    once=$added
fi
missing+=$(comm -13 <(echo "$added" | sort) <(echo "$once" | sort) | sed '/^$/d; s/^/  /')
added=$(comm -23 <(echo "$added" | sort) <(echo "$once" | sort) | sed '/^$/d; s/^/  /')

if [[ -n $missing ]]; then
    printf 'These figures were stated in reports, and no record has them (date, to, figure, speaker, address):\n%s\n' \
        "$missing"
fi
if [[ -n $added ]]; then
    printf 'These figures are in the records, and neither expected.csv nor typed_once.csv has them:\n%s\n' "$added"
fi
[[ -z $missing && -z $added ]] || exit 1
echo "All figures are in the records and in expected.csv"
