#!/usr/bin/env bash
# The second step of action.yml: the gate, its findings as annotations of the pull request.
set -euo pipefail

arguments=()
while IFS= read -r line; do
    if [[ -n $line ]]; then arguments+=("$line"); fi
done <<<"$ARGUMENTS"$'\n'"--"$'\n'"$PATHS"
"$(dirname "$0")/../gate.sh" --format github "${arguments[@]}"
