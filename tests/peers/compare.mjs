// One of the peers: ajv judges every document of the files named on standard input, one path a line.
// Prints one JSON line a document: {"path", "index", "valid", "reason"}.
// Usage: node compare.mjs SCHEMA [ordinary] < PATHS    (ordinary: a schema not written for ajv's strict mode)
import { readFileSync } from "node:fs";
import Ajv from "ajv";

function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined; // not JSON: no document
  }
}

function lines(bytes) {
  const found = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    found.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return found.filter((line) => /[^ \t\r]/.test(line.toString("latin1")));
}

function documents(path) {
  const bytes = readFileSync(path);
  if (!path.endsWith(".json")) return lines(bytes).map(parse);
  const whole = parse(bytes);
  return Array.isArray(whole) ? whole : [whole];
}

const ordinary = process.argv[3] === "ordinary";
const validate = new Ajv({ strict: !ordinary, validateFormats: !ordinary }).compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  documents(path).forEach((document, index) => {
    if (document === undefined) return;
    const valid = validate(document);
    const error = valid ? null : validate.errors[0];
    const reason = error && `${error.instancePath || "/"} ${error.message}`;
    process.stdout.write(JSON.stringify({ path, index, valid, reason }) + "\n");
  });
}
