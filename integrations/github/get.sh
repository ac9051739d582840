#!/usr/bin/env bash
# The first step of action.yml: a release of muster, or a build of this source if no version is given.
# RELEASES, VERSION, SHA256 are the action's; the command's path goes to later steps as MUSTER.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
if [[ -n $VERSION ]]; then
    muster=$("$here/get.sh" "$RELEASES" "$VERSION" "$SHA256" "$RUNNER_TEMP/muster")
else
    make --directory "$here/.." command >&2
    muster=$here/../build/bin/muster
fi
echo "MUSTER=$muster" >>"$GITHUB_ENV"
