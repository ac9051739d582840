#!/usr/bin/env bash
# Checks a repository's datasets as a gate: with the configuration and the known findings of a revision that is trusted,
# so that a change cannot switch off the check it has to pass.
# Usage: integrations/gate.sh [ARGUMENT of muster check...]     (called inside the repository)
# TRUSTED   revision whose muster.toml and baseline count, such as origin/main; empty: none counts
# CONFIG    where that revision has its configuration (muster.toml)
# BASELINE  where that revision has its known findings, such as muster-baseline.json; empty: there is none
# MUSTER    the command (muster)
set -euo pipefail

trusted=$(mktemp -d)
trap 'rm -rf "$trusted"' EXIT
arguments=(--isolated)

# A file that the trusted revision does not have counts as absent; a revision that does not exist is an error.
keep() { # keep PATH NAME: the trusted revision's file
    [[ -n ${TRUSTED:-} && -n $1 ]] || return 1
    git cat-file -e "$TRUSTED:./$1" 2>/dev/null || return 1
    git show "$TRUSTED:./$1" >"$trusted/$2"
}

if [[ -n ${TRUSTED:-} ]]; then
    git rev-parse --quiet --verify "$TRUSTED^{commit}" >/dev/null || {
        echo "The trusted revision $TRUSTED is not here; fetch it first (a shallow clone lacks it)." >&2
        exit 2
    }
fi
if keep "${CONFIG-muster.toml}" muster.toml; then arguments=(--config "$trusted/muster.toml"); fi
if keep "${BASELINE-}" baseline.json; then arguments+=(--baseline "$trusted/baseline.json"); fi

"${MUSTER:-muster}" check "${arguments[@]}" "$@"
