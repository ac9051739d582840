# Reads reports of `muster check --format json`, which has each finding on a line of its own. Sourced by scripts.

findings_of() { # findings_of REPORT: "warning ordinal_disagrees RECORD PATH:LINE: MESSAGE", a finding a line
    sed -nE '/^\{"code": /{
        s/, "related": \[.*//
        s/^\{"code": "[A-Z0-9]+", "name": "([a-z_]+)", "severity": "([a-z]+)", "layer": [0-9], "message": ("([^"\\]|\\.)*"), .*, "path": "([^"]*)", "line": ([0-9]+), .*"record": ("[^"]*"|null),.*/\2 \1 \7 \5:\6: \3/
        s/^([a-z]+ [a-z_]+) "([^"]*)"/\1 \2/
        p
    }' "$1"
}

changes() { # changes OLD NEW: which findings are gone and which are new
    local before after gone new
    before=$(findings_of "$1" | sort)
    after=$(findings_of "$2" | sort)
    gone=$(comm -23 <(echo "$before") <(echo "$after"))
    new=$(comm -13 <(echo "$before") <(echo "$after"))
    [[ -z $gone ]] || printf 'No longer found:\n%s\n' "$gone"
    [[ -z $new ]] || printf 'Newly found:\n%s\n' "$new"
    [[ -n $gone$new ]] || echo "The same findings"
}
