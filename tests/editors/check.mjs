// What must hold in an editor over the template, and what must not hold where the schema is damaged or not found.
// Usage: check.mjs DATASET
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "./editor.mjs";

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), "utf8");
const record = "records/north-south-2025-03-14-remains.json";
const settings = JSON.parse(read(".vscode/settings.json"));
const schemaText = read(".vscode/muster.schema.json");
const { definitions } = JSON.parse(schemaText);
const described = (where, field) => {
  const property = definitions[where].properties[field];
  return property.description ?? definitions[property.$ref.replace("#/definitions/", "")].description;
};

// The first place of `needle` behind all of `before`, in order.
const place = (text, ...path) =>
  path.reduce((from, needle) => {
    const found = text.indexOf(needle, from);
    if (found < 0) throw new Error(`not in the text: ${needle}`);
    return found + (needle === path.at(-1) ? 0 : needle.length);
  }, 0);

// Where the mouse rests, and whose description appears.
const hovers = [
  [record, ['"status"'], "exchange", "status"],
  [record, ['"date"'], "exchange", "date"],
  [record, ['"from"'], "flow", "from"],
  [record, ['"claims"'], "exchange", "claims"],
  [record, ['"claims"', '"type"'], "claim", "type"],
  [record, ['"claims"', '"quantity"'], "claim", "quantity"],
  [record, ['"amount"'], "quantity", "amount"],
  [record, ['"speaker"'], "claim", "speaker"],
  [record, ['"via"'], "appearance", "via"],
  [record, ['"applies"'], "claim", "applies"],
  [record, ['"derivation"'], "claim", "derivation"],
  ["dataset.json", ['"licence"'], "dataset", "licence"],
  ["agents.json", ['"party", "name"', '"party"'], "agent", "type"],
  ["agents.json", ['"office"', '"party": "north"'], "agent", "party"],
  ["sources.json", ['"url"'], "source", "url"],
];

// A new claim at the front of the list, with a mark where the cursor stands.
const claimsBegin = place(read(record), '"claims": [') + '"claims": ['.length;
const inClaim = (claim) => {
  const text = read(record);
  const whole = `${text.slice(0, claimsBegin)}\n    ${claim},${text.slice(claimsBegin)}`;
  return [whole.replace("|", ""), whole.indexOf("|")];
};
const valuesOf = (where, field) => {
  const property = definitions[where].properties[field];
  return (property.enum ?? definitions[property.$ref.replace("#/definitions/", "")].enum).map((value) => `"${value}"`);
};

const properties = [
  ['{ "id": "c", | }', ["type", "speaker", "appearances", "flows", "quantity", "relations", "rank", "note"], ["id"]],
  ['{ "id": "c", "type": "count", "quantity": { | } }', ["amount", "qualifier", "lower", "upper", "absent", "as_printed"],
    []],
  ['{ "id": "c", "type": "count", "appearances": [{ | }] }', ["source", "via", "attributed_to", "quote"], []],
  ['{ "id": "c", "type": "ordinal", "scope": { | } }', ["kind", "between", "to", "window", "threshold"], []],
];
const values = [
  ['{ "id": "c", "type": | }', "claim", "type"],
  ['{ "id": "c", "type": "count", "category": | }', "claim", "category"],
  ['{ "id": "c", "type": "count", "applies": | }', "claim", "applies"],
  ['{ "id": "c", "type": "count", "quantity": { "amount": 43, "qualifier": | } }', "quantity", "qualifier"],
  ['{ "id": "c", "type": "count", "quantity": { "absent": | } }', "quantity", "absent"],
  ['{ "id": "c", "type": "count", "relations": [{ "type": | }] }', "relation", "type"],
];

// A mistake, the next text like this is underlined, and a word of the reason.
const mistakes = [
  ["a kind that is none", ['"kind": "remains"'], '"kind": "bodies"', '"bodies"', '"remains"'],
  ["a count in words", ['"amount": 909'], '"amount": "909"', '"909"', "integer"],
  ["a misspelt field", ['"applies"'], '"apply"', '"apply"', "apply"],
  ["a field of another type of claim", ['"type": "count"'], '"type": "ordinal"', '"quantity"', "not allowed"],
  ["a number below zero", ['"amount": 43'], '"amount": -43', "-43", "minimum"],
];

async function faults(editor) {
  const all = [];
  for (const [name, path, where, field] of hovers) {
    const text = read(name);
    const shown = await editor.hover(name, text, place(text, ...path) + 1);
    if (!shown?.includes(described(where, field))) all.push(`hover: ${name}, ${path.at(-1)}: shows ${shown}`);
  }
  for (const [claim, wanted, unwanted] of properties) {
    const offered = await editor.offers(record, ...inClaim(claim));
    for (const label of wanted) if (!offered.includes(label)) all.push(`field: ${claim}: does not offer ${label}`);
    for (const label of unwanted) if (offered.includes(label)) all.push(`field: ${claim}: offers ${label} again`);
  }
  for (const [claim, where, field] of values) {
    const offered = (await editor.offers(record, ...inClaim(claim))).sort().join(" ");
    const wanted = valuesOf(where, field).sort().join(" ");
    if (offered !== wanted) all.push(`value: ${claim}: offers ${offered || "nothing"} instead of ${wanted}`);
  }
  for (const name of [record, "dataset.json", "agents.json", "sources.json"]) {
    for (const { text, message } of await editor.marks(name, read(name)))
      all.push(`mark: ${name}: underlines ${text}: ${message}`);
  }
  for (const [what, path, mistake, underlined, reason] of mistakes) {
    const text = read(record);
    const begin = place(text, ...path);
    const wrong = text.slice(0, begin) + mistake + text.slice(begin + path.at(-1).length);
    const marks = await editor.marks(record, wrong);
    const right = marks.some((mark) => mark.text === underlined && mark.message.includes(reason) &&
      mark.at === wrong.indexOf(underlined, begin));
    if (!right) all.push(`mistake: ${what}: ${JSON.stringify(marks)}`);
  }
  return all;
}

let failed = false;
const expect = (holds, what, found) => {
  console.log(`${holds ? "ok    " : "FAILED"}  ${what}`);
  if (!holds) {
    failed = true;
    console.log(found.map((fault) => `        ${fault}`).join("\n"));
  }
};
const kinds = (found) => [...new Set(found.map((fault) => fault.split(":")[0]))].join(" ");

const sound = await faults(new Editor(folder, { settings }));
expect(sound.length === 0, `${hovers.length} descriptions, fields at ${properties.length} places, values at ` +
  `${values.length}, ${mistakes.length} mistakes marked, nothing else marked`, sound);

const alone = new Editor(folder, {});
const named = read(record).replace("{", '{\n  "$schema": "../.vscode/muster.schema.json",');
const shown = await alone.hover(record, named, place(named, '"speaker"') + 1);
expect(shown?.includes(described("claim", "speaker")) && (await alone.marks(record, named)).length === 0,
  "a document that names its schema needs no settings", [String(shown)]);

// The checks see it when something is missing.
const without = (change) => {
  const schema = JSON.parse(schemaText);
  change(schema.definitions);
  return new Editor(folder, { settings, schema: JSON.stringify(schema) });
};
for (const [what, editor, wanted] of [
  ["a description less is seen", without((d) => delete d.claim.properties.speaker.description), "hover"],
  ["a value less is seen", without((d) => d.relation.properties.type.enum.pop()), "value"],
  ["a field less is seen", without((d) => delete d.quantity.properties.as_printed), "field"],
  ["a claim that is too strict is seen", without((d) => d.claim.required.push("note")), "mark"],
  ["a count that may be anything is seen", without((d) => (d.number = {})), "mistake"],
  ["without settings nothing is shown", alone, "hover field value mistake"],
]) {
  const found = await faults(editor);
  expect(kinds(found) === wanted, what, found);
}
process.exit(failed ? 1 : 0);
