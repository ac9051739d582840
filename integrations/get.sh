#!/usr/bin/env bash
# Fetches a release of muster for Linux, checks it, and unpacks it. Prints the path of the command.
# Usage: integrations/get.sh RELEASES VERSION SHA256 FOLDER
# RELEASES: where releases stand, such as https://example.org/muster/releases/download; SHA256: of the archive
set -euo pipefail

(($# == 4)) || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
releases=$1 version=$2 expected=$3 folder=$4
archive=muster-$version-linux-$(uname -m).tar.gz
[[ $expected =~ ^[0-9a-f]{64}$ ]] || { echo "The sha256 of $archive must be given: 64 digits 0-9 a-f." >&2; exit 2; }

mkdir -p "$folder"
download=$(mktemp "$folder/download.XXXXXX")
trap 'rm -f "$download"' EXIT
curl --fail --silent --show-error --location --output "$download" "$releases/v$version/$archive"
echo "$expected  $download" | sha256sum --check --status || {
    echo "$archive is not what was expected: its sha256 is $(sha256sum "$download" | cut -d ' ' -f 1). Nothing was unpacked." >&2
    exit 1
}
tar --extract --gzip --file "$download" --directory "$folder" --strip-components 1
echo "$folder/bin/muster"
