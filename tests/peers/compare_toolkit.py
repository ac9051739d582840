"""Compares three verdicts on every document of the small corpora with schemas of their own: muster's, ajv's and
jsonschema's.

Each folder holds schema.json and the documents in data/. For muster, a document is invalid if `muster schema check`
has a finding of layer 2. Besides the documents themselves, each of them is changed in every single place, so that
every keyword is met both ways. Exits 1 if a verdict differs; 2 if a validator could not be run.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import jsonschema

from compare import CannotCompare, documents, ecmascript_pattern, output_of

REPLACEMENTS = [None, True, 0, -1, 7, 12.5, 4096, "", "a", "QC 7", "07:05", [], ["a", "a"], {}, {"a": 1}]


def changed(value):
    """Every value that differs from this one in one place."""
    for other in REPLACEMENTS:
        if other != value or type(other) is not type(value):
            yield other
    if isinstance(value, dict):
        yield {**value, "unexpected": 1}
        yield {**value, "x_more": "text"}
        for key, member in value.items():
            rest = {other: each for other, each in value.items() if other != key}
            yield rest
            yield {**rest, key + "x": member}
            for one in changed(member):
                yield {**value, key: one}
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield value[:at] + value[at + 1 :]
            yield value[: at + 1] + value[at:]
            for one in changed(item):
                yield value[:at] + [one] + value[at + 1 :]


def written_out(folder, file):
    """Writes the documents of a corpus and all that comes of changing them, one a line; returns them."""
    found = [d for f in sorted((folder / "data").iterdir()) for d in documents(f) if d is not None]
    every = [one for document in found for one in (document, *changed(document))]
    file.write_text("".join(json.dumps(one) + "\n" for one in every), "utf-8")
    return every


def muster_verdicts(schema, file, count, muster):
    text = output_of([muster, "schema", "check", "--schema", str(schema), str(file), "--format", "json", "--fail-on", "none"])
    verdicts = [None] * count
    for finding in json.loads(text)["findings"]:
        if finding["layer"] == 2 and verdicts[finding["index"]] is None:
            verdicts[finding["index"]] = f"{finding['code']} {finding['message']}"
    return verdicts


def ajv_verdicts(schema, file, count, script):
    lines = output_of(["node", str(script), str(schema), "ordinary"], input=f"{file}\n").splitlines()
    verdicts = [None] * count
    for verdict in map(json.loads, lines):
        verdicts[verdict["index"]] = verdict["reason"]
    return verdicts


def jsonschema_verdicts(schema, every):
    judge = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": ecmascript_pattern})
    validator = judge(json.loads(schema.read_text("utf-8")))
    return [error.message if (error := next(validator.iter_errors(one), None)) else None for one in every]


def compare(folder, muster, ajv):
    """Prints every difference; returns how many documents were compared and how many differ."""
    schema = folder / "schema.json"
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "all.ndjson"
        every = written_out(folder, file)
        verdicts = {
            "muster": muster_verdicts(schema, file, len(every), muster),
            "ajv": ajv_verdicts(schema, file, len(every), ajv),
            "jsonschema": jsonschema_verdicts(schema, every),
        }
    differ = 0
    for at, one in enumerate(every):
        if len({reasons[at] is None for reasons in verdicts.values()}) == 1:
            continue
        differ += 1
        print(f"DIFFERENCE: {folder.name}: {json.dumps(one)}")
        for name, reasons in verdicts.items():
            print(f"  {name}: " + ("valid" if reasons[at] is None else f"invalid: {ascii(reasons[at])[1:-1][:200]}"))
    invalid = sum(reason is not None for reason in verdicts["muster"])
    print(f"{folder.name}: {len(every)} documents compared, {len(every) - invalid} of them valid")
    if not 0 < invalid < len(every):
        raise CannotCompare(f"{folder.name} does not tell valid from invalid")
    return differ


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("muster", help="the built binary")
    parser.add_argument("corpora", type=Path, help="the folder of corpora")
    parser.add_argument("--ajv", type=Path, required=True, help="compare.mjs, where ajv is installed")
    options = parser.parse_args()
    try:
        folders = sorted(f for f in options.corpora.resolve().iterdir() if f.is_dir())
        if not folders:
            raise CannotCompare(f"no corpus below {options.corpora}")
        differ = [compare(f, str(Path(options.muster).resolve()), options.ajv.resolve()) for f in folders]
    except CannotCompare as error:
        print(f"cannot compare: {error}", file=sys.stderr)
        return 2
    return 1 if any(differ) else 0


if __name__ == "__main__":
    sys.exit(main())
