# What the tests of the command share. Each is a bash script that is given the path of muster, reads this file first
# and calls all_passed last.
set -uo pipefail

muster=$(realpath "$1")
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset NO_COLOR
export LC_ALL=C
failures=0

begin() { # begin WHAT: in an empty folder
    what=$1
    rm -rf "$scratch/case" "$scratch/kept"
    mkdir "$scratch/case" "$scratch/kept"
    cd "$scratch/case" || exit 1
}

fail() {
    printf 'FAILED: %s: %s\n' "$what" "$1"
    failures=$((failures + 1))
}

run() { # run ARGUMENT...: keeps what muster prints and its exit code
    "$muster" "$@" >"$scratch/kept/out" 2>"$scratch/kept/err" </dev/null
    code=$?
}

exits() { ((code == $1)) || fail "exit code $code instead of $1"; }

same() { # same NAME EXPECTED: the whole text, line breaks at its end aside
    local got
    got=$(cat "$scratch/kept/$1")
    [[ $got == "$2" ]] || fail "$(printf 'standard %s is\n%s\ninstead of\n%s' "$1" "$got" "$2")"
}
prints() { same out "$1"; }
complains() { same err "$1"; }
prints_nothing() { same out ""; }
complains_not() { same err ""; }

prints_among_others() { grep --quiet --fixed-strings --line-regexp -- "$1" "$scratch/kept/out" || fail "it does not print: $1"; }

holds_only() { # holds_only NAME...: the names in the current folder
    local names
    names=$(ls -A | tr '\n' ' ')
    [[ ${names% } == "$*" ]] || fail "the folder holds: $names"
}

record() { # record ID: a sound one
    cat <<END
{
  "schema": "muster/exchange/1",
  "id": "$1",
  "status": "carried_out",
  "date": "2025-03-28",
  "flows": [{ "id": "to-ua", "from": "ru", "to": "ua", "kind": "remains" }],
  "claims": [
    {
      "id": "c1",
      "type": "count",
      "flows": ["to-ua"],
      "quantity": { "amount": 909 },
      "speaker": "chtpow",
      "appearances": [{ "source": "s1" }]
    }
  ],
  "agents": [
    { "id": "ru", "type": "party", "name": "Russia" },
    { "id": "ua", "type": "party", "name": "Ukraine" },
    { "id": "chtpow", "type": "institution", "name": "Coordination Headquarters", "party": "ua" },
    { "id": "o1", "type": "outlet", "name": "An outlet" }
  ],
  "sources": [{ "id": "s1", "outlet": "o1", "url": "https://example.org/1", "published": "2025-03-28" }]
}
END
}

broken_lines() { yes '{' | head -n "$1"; } # broken_lines N: as many documents that are not JSON

as_of=(--as-of 2025-06-30)
clean="Checked 1 file with 1 record and 1 claim, as of 2025-06-30: no findings."
looked_for="looked for exchanges, series and tombstones in *.json, *.ndjson and *.jsonl files, also .gz and .zst; if \
there are none as yet, say --allow-empty"

all_passed() {
    if ((failures > 0)); then
        printf '%s failed\n' "$failures"
        exit 1
    fi
    echo "All passed"
}
