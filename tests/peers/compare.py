"""Compares three verdicts on every document below a folder of fixtures: muster's, ajv's and jsonschema's.

Each says valid or invalid by schema/muster.schema.json. For muster, a document is invalid if it has a finding of
layer 2. Documents with a duplicate key are left out: parsers keep the last value, muster reports the key before
any schema is asked. Exits 1 if a difference is not listed in known_differences.txt, if a listed one is gone, or
if the comparison itself proves too little; 2 if a validator could not be run.
"""

import argparse
import json
import posixpath
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import jsonschema

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parent.parent / "schema"
FILES_A_CALL = 200


class CannotCompare(Exception):
    """A validator or an input is not usable; nothing was compared."""


class Object(dict):
    """A JSON object that remembers whether a key stood in it twice."""

    repeats = False


def json_object(pairs):
    result = Object(pairs)
    result.repeats = len(result) < len(pairs)
    return result


def repeats_a_key(value):
    if isinstance(value, Object):
        return value.repeats or any(repeats_a_key(member) for member in value.values())
    return isinstance(value, list) and any(repeats_a_key(item) for item in value)


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def parse(data):
    """The value, or None where the bytes are not JSON."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=json_object, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        return None


def documents(file):
    """Every value that stands where a document may stand; None for what is not JSON. Empty lines take no place."""
    data = file.read_bytes()
    if file.suffix != ".json":
        return [parse(line) for line in data.split(b"\n") if line.strip(b" \t\r")]
    whole = parse(data)
    return whole if isinstance(whole, list) else [whole]


def collect(fixtures, known_schemas):
    """The documents to compare by (path, index), and how many were left out and why."""
    chosen, left_out = {}, Counter()
    files = [f for f in fixtures.rglob("*") if f.suffix in (".json", ".ndjson", ".jsonl") and f.is_file()]
    for file in sorted(files):
        path = file.relative_to(fixtures).as_posix()
        for index, document in enumerate(documents(file)):
            if document is None:
                left_out["not JSON"] += 1
            elif not isinstance(document, dict):
                left_out["not an object"] += 1
            elif document.get("schema") not in known_schemas and not document.keys() & {"claims", "flows"}:
                left_out["no document of a dataset"] += 1
            elif repeats_a_key(document):
                left_out["with a duplicate key"] += 1
            else:
                chosen[path, index] = document
    return chosen, left_out


def ecmascript_pattern(validator, pattern, value, _schema):
    """JSON Schema means ECMAScript, where $ is the very end; in Python it also matches before a last newline."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield jsonschema.ValidationError(f"{value!r} does not match {pattern!r}")


def jsonschema_verdicts(chosen, schema):
    judge = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": ecmascript_pattern})
    judge.check_schema(schema)
    validator = judge(schema)
    verdicts = {}
    for key, document in chosen.items():
        error = next(validator.iter_errors(document), None)
        verdicts[key] = f"{error.json_path} {error.message}" if error else None
    return verdicts


def output_of(command, **options):
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, **options)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotCompare(f"{command[0]}: {error}") from error
    if done.returncode != 0:
        raise CannotCompare(f"{' '.join(command[:8])} ... ended with {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def ajv_verdicts(chosen, fixtures, script):
    paths = "".join(f"{path}\n" for path in sorted({path for path, _ in chosen}))
    command = ["node", str(script), str(SCHEMAS / "muster.schema.json")]
    lines = output_of(command, input=paths, cwd=fixtures).splitlines()
    verdicts = {(v["path"], v["index"]): v["reason"] for v in map(json.loads, lines)}
    missing = chosen.keys() - verdicts.keys()
    if missing:
        raise CannotCompare(f"ajv did not read {label(min(missing))}")
    return {key: verdicts[key] for key in chosen}


def muster_verdicts(chosen, fixtures, muster):
    report_form = jsonschema.Draft7Validator(json.loads((SCHEMAS / "report.schema.json").read_text("utf-8")))
    verdicts = dict.fromkeys(chosen)
    by_folder = defaultdict(list)
    for path in sorted({path for path, _ in chosen}):
        by_folder[posixpath.dirname(path)].append(path)
    batches = [files[i : i + FILES_A_CALL] for files in by_folder.values() for i in range(0, len(files), FILES_A_CALL)]
    for files in batches:
        command = [muster, "check", "--format", "json", "--as-of", "2026-01-01", "--fail-on", "none"]
        text = output_of([*command, "--allow-empty", *files], cwd=fixtures)
        try:
            report = json.loads(text)
            report_form.validate(report)
        except (ValueError, jsonschema.ValidationError) as error:
            raise CannotCompare(f"muster's report on {files[0]} and others is malformed: {error}") from error
        for finding in report["findings"]:
            key = posixpath.normpath(finding["path"]), finding["index"]
            if finding["layer"] == 2 and key in verdicts and verdicts[key] is None:
                verdicts[key] = f"{finding['pointer'] or '/'} {finding['code']} {finding['message']}"
    return verdicts


def label(key):
    return f"{key[0]}#{key[1]}"


def read_known(file):
    known = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            prefix, _, reason = line.strip().partition(" ")
            if not reason.strip():
                raise CannotCompare(f"{file.name}:{number}: a reason is missing after {prefix}")
            known[prefix] = reason.strip()
    return known


def report_differences(verdicts, known):
    """Prints every difference; returns what is wrong with them."""
    wrong, used = [], set()
    names = list(verdicts)
    for key in verdicts[names[0]]:
        reasons = {name: verdicts[name][key] for name in names}
        if len({reason is None for reason in reasons.values()}) == 1:
            continue
        covering = [prefix for prefix in known if label(key).startswith(prefix)]
        used.update(covering)
        print(f"{'known difference' if covering else 'DIFFERENCE'}: {label(key)}")
        for name, reason in reasons.items():
            print(f"  {name}: " + ("valid" if reason is None else f"invalid: {ascii(reason)[1:-1][:200]}"))
        if covering:
            print(f"  because: {known[covering[0]]}")
        else:
            wrong.append(f"{label(key)} differs")
    wrong += [f"known_differences.txt lists {prefix}, where nothing differs" for prefix in known if prefix not in used]
    return wrong


def report_strength(verdicts, at_least):
    """Prints how much was compared; returns what makes the comparison too weak to mean anything."""
    wrong = []
    for name, found in verdicts.items():
        invalid = sum(reason is not None for reason in found.values())
        print(f"{name}: {len(found) - invalid} valid, {invalid} invalid")
        if not 0 < invalid < len(found):
            wrong.append(f"{name} did not tell valid from invalid")
    compared = len(next(iter(verdicts.values())))
    if compared < at_least:
        wrong.append(f"only {compared} documents were compared, at least {at_least} are expected")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("muster", help="the built binary")
    parser.add_argument("fixtures", type=Path, help="the folder of fixtures")
    parser.add_argument("--ajv", type=Path, default=HERE / "compare.mjs", help="compare.mjs, where ajv is installed")
    parser.add_argument("--known", type=Path, default=HERE / "known_differences.txt", help="the list of differences")
    parser.add_argument("--at-least", type=int, default=100, metavar="N", help="documents that must be compared")
    options = parser.parse_args()
    fixtures = options.fixtures.resolve()
    try:
        schema = json.loads((SCHEMAS / "muster.schema.json").read_text("utf-8"))
        known = read_known(options.known)
        chosen, left_out = collect(fixtures, schema["properties"]["schema"]["enum"])
        if not chosen:
            raise CannotCompare(f"no document below {options.fixtures}")
        verdicts = {
            "muster": muster_verdicts(chosen, fixtures, str(Path(options.muster).resolve())),
            "ajv": ajv_verdicts(chosen, fixtures, options.ajv.resolve()),
            "jsonschema": jsonschema_verdicts(chosen, schema),
        }
    except CannotCompare as error:
        print(f"cannot compare: {error}", file=sys.stderr)
        return 2
    wrong = report_differences(verdicts, known)
    print(f"{len(chosen)} documents compared")
    for reason, count in sorted(left_out.items()):
        print(f"left out: {count} {reason}")
    wrong += report_strength(verdicts, options.at_least)
    for line in wrong:
        print(f"failed: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
