#!/usr/bin/env bash
# Installs what is missing to build muster, and the packages named as arguments, where apt-get is the way to do so
# (Debian, Ubuntu). Elsewhere it says what is needed and leaves the rest to the build, which downloads most libraries.
set -euo pipefail

packages=(g++ cmake ninja-build pkg-config libvalijson-dev nlohmann-json3-dev librapidcheck-dev libgtest-dev
    libcli11-dev libfmt-dev libtomlplusplus-dev libutf8proc-dev zlib1g-dev libzstd-dev "$@")

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "muster needs a C++20 compiler, CMake 3.25 or newer, pkg-config, zlib, zstd and utf8proc; the build downloads" \
        "its other libraries."
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $status == installed* ]] || missing+=("$package")
done
((${#missing[@]})) || exit 0

as_root=()
if ((EUID != 0)); then
    as_root=(sudo)
    if ! command -v sudo >/dev/null; then
        echo "muster needs these packages: ${missing[*]}. Please install them as root: apt-get install ${missing[*]}"
        exit 0
    fi
fi

echo "Installing ${missing[*]} (this takes a minute)"
apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --quiet --option Acquire::Retries=3 --option Dpkg::Use-Pty=0 "$@" >/dev/null
}
if ! apt_get update || ! apt_get install --yes --no-install-recommends "${missing[@]}"; then
    echo "Not all of these packages could be installed; the build goes on without them."
fi
