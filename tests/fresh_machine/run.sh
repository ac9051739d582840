#!/usr/bin/env bash
# The commands of the README on a fresh Debian 12 in a folder, as root. Not part of the tests: it takes some minutes.
# Usage: tests/fresh_machine/run.sh FOLDER LOG    (FOLDER: must not exist; LOG: keeps all that is printed)
# Needs debootstrap and a machine that is Debian 12 itself: packages come from where the machine has its own.
# shellcheck disable=SC2016 # apt, not the shell, fills in $(REPO_URI) and its like
set -euo pipefail

if (($# != 2)); then
    sed -n '3,4s/^# //p' "$0" >&2
    exit 2
fi
root=$1
[[ ! -e $root ]] || { echo "$root exists already; please name a new folder" >&2; exit 2; }
repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
exec > >(tee "$2") 2>&1
commands=("apt-get update && apt-get install -y make git" "make demo" "make test")

timed() { # timed HEADING COMMAND...
    local begin=$SECONDS
    printf '\n== %s\n' "$1"
    "${@:2}"
    times+=("$(printf '%5d s  %s' $((SECONDS - begin)) "$1")")
}

sources() { apt-get indextargets --format "$1" 'Created-By: Packages' 'Origin: Debian' "${@:2}" | sort --unique; }

new_system() {
    local mirror
    mirror=$(sources '$(REPO_URI)' 'Codename: bookworm' 'Component: main' | head --lines 1)
    [[ -n $mirror ]] || { echo "This machine has no package source for Debian 12 (bookworm)"; return 1; }
    debootstrap --variant=minbase bookworm "$root" "$mirror"
}

# How this machine reaches its packages, and nothing else of it.
reach_packages() {
    sources 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' >"$root/etc/apt/sources.list"
    apt-config dump Acquire | grep -E '^Acquire::(Check|Retries|http|https)' >"$root/etc/apt/apt.conf.d/90reach" || true
    local file
    for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
        [[ ! -e $file ]] || install -D --mode 644 "$file" "$root$file"
    done
}

clone() { git clone --quiet --no-hardlinks "$repository" "$root/srv/muster"; }

inside() {
    env --ignore-environment HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
        ${no_proxy:+"no_proxy=$no_proxy"} \
        chroot "$root" /bin/sh -c "cd /srv/muster && $1" </dev/null
}

for command in "${commands[@]}"; do
    grep --quiet --fixed-strings "$command" "$repository/README.md" ||
        { echo "The README does not say: $command"; exit 1; }
done

timed "a new Debian 12" new_system
reach_packages
clone
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
for command in "${commands[@]}"; do
    timed "$command" inside "$command"
done

printf '\n== Time\n'
printf '%s\n' "${times[@]}"
