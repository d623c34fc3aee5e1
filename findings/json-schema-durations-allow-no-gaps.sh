#!/usr/bin/env bash
# "PT1H30S" is a duration for ISO 8601 and for half of the validators of JSON Schema, but not for the format `duration` as it is defined.
#
# JSON Schema 2020-12 does not point at ISO 8601 but at the grammar in RFC 3339, appendix A. There an hour may be followed by a minute
# alone, and a year by a month: an hour and 30 seconds, or a year and 15 days, have no spelling unless the zero between is written out, and a
# fraction or weeks with days have none at all. jsonschema-rs 0.61.2 and @hyperjump/json-schema 1.18.0 hold to that; ajv-formats 3.0.1 and
# fastjsonschema 2.22.3 let gaps pass, each with `format` asked for. So a file that one tool wrote and checked is refused by the next, with
# the same schema.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet jsonschema-rs==0.61.2 fastjsonschema==2.22.3

cd "$work"
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 @hyperjump/json-schema@1.18.0
cat >cases.json <<'JSON'
["PT1H30M", "PT1H0M30S", "PT1H30S", "P1Y15D", "P2W3D", "PT1.5H"]
JSON
cat >check.mjs <<'JS'
import fs from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import "@hyperjump/json-schema/formats";
import { registerSchema, setShouldValidateFormat, validate } from "@hyperjump/json-schema/draft-2020-12";

const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", type: "string", format: "duration" };
const cases = JSON.parse(fs.readFileSync("cases.json"));
const ajv = new Ajv.default();
addFormats.default(ajv);
const check = ajv.compile(schema);
console.log("ajv-formats", ...cases.map((it) => check(it)));
setShouldValidateFormat(true);
registerSchema(schema, "urn:example:duration");
const results = [];
for (const it of cases) results.push((await validate("urn:example:duration", it)).valid);
console.log("hyperjump", ...results);
JS
cat >check.py <<'PYTHON'
import json
import fastjsonschema
import jsonschema_rs

schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "format": "duration"}
cases = json.load(open("cases.json"))
strict = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
print("jsonschema-rs", *(str(strict.is_valid(case)).lower() for case in cases))
check = fastjsonschema.compile(schema)


def passes(case):
    try:
        return check(case) == case
    except fastjsonschema.JsonSchemaValueException:
        return False


print("fastjsonschema", *(str(passes(case)).lower() for case in cases))
PYTHON
{
    node check.mjs
    venv/bin/python check.py
} >seen
python3 - <<'PYTHON'
import json

print(f"{'':15}", *(f"{case:>10}" for case in json.load(open("cases.json"))))
for line in open("seen"):
    name, *results = line.split()
    print(f"{name:15}", *(f"{result:>10}" for result in results))
PYTHON
cmp -s seen - <<'TEXT' || { echo "changed: they judge another way now" >&2; exit 1; }
ajv-formats true true true true false false
hyperjump true true false false false false
jsonschema-rs true true false false false false
fastjsonschema true true true true false false
TEXT
