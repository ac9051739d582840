"""Validates muster's reports with what reads them: official schemas, Microsoft's SARIF multitool, an XML parser.

Each format of `muster check --help` is written for a folder of fixtures, with and without a cap, and for a folder
with nothing wrong; all must hold the same findings. Exits 1 if a report is not valid, 2 if nothing could be judged.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import jsonschema
from lxml import etree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GITHUB_COMMAND = re.compile(
    r"::(error|warning|notice) (file=[^:,\n]+,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[^:,\n]+::[^\n]+"
)
JUNIT_COUNTS = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
TEXT_FINDING = re.compile(r"^[^ \n].*?:(\d+):\d+: (?:error|warning|info)\[(\w+)\] ", re.M)


class Wrong(Exception):
    """A report is not what its readers expect."""


def expect(holds, message):
    if not holds:
        raise Wrong(message)


def validator_of(schema):
    return jsonschema.validators.validator_for(schema)(schema)


def validate(value, validator, what):
    error = next(validator.iter_errors(value), None)
    expect(error is None, error and f"{what}: {error.json_path} {error.message[:300]}")


class Checks:
    """One method a format: judges a report and gives (code, line) of each finding in it."""

    def __init__(self, peers, xsd):
        self.multitool = peers / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
        sarif_schema = self.multitool.parent / "sarif-2.1.0.json"
        self.sarif_schema = validator_of(json.loads(sarif_schema.read_text("utf-8")))
        self.xsd = etree.XMLSchema(etree.parse(str(xsd)))
        schema = json.loads((ROOT / "schema/report.schema.json").read_text("utf-8"))
        self.report_schema = validator_of(schema)
        self.line_schema = validator_of({**schema, **{"$ref": "#/definitions/ndjson_line"}})

    def text(self, path):
        found = TEXT_FINDING.findall(path.read_text("utf-8"))
        return [(code, int(line)) for line, code in found]

    def github(self, path):
        commands = [line for line in path.read_text("utf-8").splitlines() if line.startswith("::")]
        for line in commands:
            expect(GITHUB_COMMAND.fullmatch(line), f"no command for GitHub: {line[:200]}")
        kinds = [line[2 : line.index(" ")] for line in commands]
        expect(kinds == sorted(kinds, key=["error", "warning", "notice"].index), "the gravest do not come first")
        expect(max(Counter(kinds).values(), default=0) <= 10, "GitHub shows ten of a kind")
        return self.text(path)

    def gitlab(self, path):
        issues = json.loads(path.read_bytes())
        for issue in issues:
            expect(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), issue["severity"])
            expect(all(issue[key] for key in ("description", "check_name", "fingerprint")), f"a part is empty: {issue}")
            expect(not issue["location"]["path"].startswith("./"), issue["location"]["path"])
        expect(len({issue["fingerprint"] for issue in issues}) == len(issues), "two issues have one fingerprint")
        return [(issue["check_name"], issue["location"]["lines"]["begin"]) for issue in issues]

    def html(self, path):
        page = etree.parse(str(path), etree.HTMLParser(recover=False, encoding="utf-8")).getroot()
        for element in page.iter():
            expect(element.tag not in ("script", "img", "a", "link", "iframe", "form", "object"), f"<{element.tag}>")
            asked = [name for name in element.keys() if name.startswith("on") or name in ("href", "src", "style")]
            expect(not asked, f"<{element.tag} {asked}>")
        heads = ["".join(article.find("p").itertext()).split() for article in page.iter("article")]
        return [(head[1], int(head[head.index("line") + 1].rstrip(","))) for head in heads]

    def json(self, path):
        report = json.loads(path.read_bytes())
        validate(report, self.report_schema, "json")
        return [(finding["code"], finding["line"]) for finding in report["findings"]]

    def ndjson(self, path):
        lines = [json.loads(line) for line in path.read_bytes().splitlines()]
        for line in lines:
            validate(line, self.line_schema, "ndjson")
        expect(all("code" in line for line in lines[:-1]), "a line before the last is no finding")
        expect("summary" in lines[-1], "the last line is not the summary")
        expect(lines[-1]["summary"]["shown"] == len(lines) - 1, "the summary counts other lines")
        return [(finding["code"], finding["line"]) for finding in lines[:-1]]

    def junit(self, path):
        document = etree.parse(str(path))
        expect(self.xsd.validate(document), f"junit: {self.xsd.error_log.last_error}")
        for suite in document.getroot():
            for kind, name in JUNIT_COUNTS.items():
                expect(int(suite.get(kind)) == len(list(suite.iter(name))), f"{suite.get('name')}: {kind}")
        tests = document.getroot()[0].iter("testcase")
        line_of = re.compile(r":(\d+):\d+ \w+$")
        return [(test.get("classname")[len("muster.") :], int(line_of.search(test.get("name"))[1])) for test in tests]

    def sarif(self, path):
        log = json.loads(path.read_bytes())
        validate(log, self.sarif_schema, "sarif")
        judged = subprocess.run(
            [self.multitool, "validate", path],
            capture_output=True,
            text=True,
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            timeout=300,
        )
        expect(judged.returncode == 0, f"sarif-multitool: {judged.stdout}{judged.stderr}")
        # muster has no page on the web that a report could name.
        remarks = [line for line in judged.stdout.splitlines() if re.search(r": (error|warning) ", line)]
        expect(all(" SARIF2005: " in line for line in remarks), "\n".join(remarks[:3]))
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        for result in log["runs"][0]["results"]:
            expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], f"{result['ruleId']} has another rule's index")
        return [
            (result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startLine"])
            for result in log["runs"][0]["results"]
        ]


def formats_of(muster):
    text = subprocess.run([muster, "check", "--help"], capture_output=True, text=True, check=True).stdout
    return re.search(r"--format\s+(\S+)", text)[1].split("|")


def judge(checks, formats, muster, folder, arguments):
    """Writes every format for one folder; returns how many findings each holds."""
    with tempfile.TemporaryDirectory() as scratch:
        reports = [f"--report={name}={scratch}/{name}.{name}" for name in formats]
        command = [muster, "check", *arguments, "--as-of", "2026-01-01", "--output", "/dev/null", *reports]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)
        expect(done.returncode in (0, 1, 2), f"muster ended with {done.returncode}: {done.stderr}")
        found = {name: getattr(checks, name)(Path(scratch) / f"{name}.{name}") for name in formats}
    for name, findings in found.items():
        expect(sorted(findings) == sorted(found["json"]), f"{name} and json hold different findings")
    return len(found["json"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("muster", help="the built binary")
    parser.add_argument("fixtures", type=Path, help="the folder of fixtures")
    parser.add_argument("--peers", type=Path, required=True, help="where the packages of npm are installed")
    parser.add_argument("--xsd", type=Path, required=True, help="the schema of JUnit XML, from Jenkins")
    options = parser.parse_args()
    muster = str(Path(options.muster).resolve())
    checks = Checks(options.peers.resolve(), options.xsd)
    formats = formats_of(muster)
    unknown = [name for name in formats if not hasattr(checks, name)]
    if unknown:
        print(f"failed: nothing here judges the format {', '.join(unknown)}")
        return 2
    try:
        for folder, arguments, at_least in (
            ("rules", ["."], 100),
            ("rules", [".", "no_such_file.json", "--ignore", "TOT", "--max-findings", "25"], 25),
            ("datasets", [".", "--rule", "TOT001"], 0),
        ):
            number = judge(checks, formats, muster, options.fixtures / folder, arguments)
            print(f"{folder} {' '.join(arguments)}: {number} findings, the same in {', '.join(formats)}")
            expect(number >= at_least, f"only {number} findings, at least {at_least} are expected")
    except Wrong as wrong:
        print(f"failed: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
