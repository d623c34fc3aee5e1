#!/usr/bin/env bash
# Prettier 3.10.1 formats what the library `yaml` 2.9.1 has written so that three readers then read three texts, and none the one written.
#
# In double quotes a line break of the file is folded and spaces before it are dropped; `\ ` is a space that stays, also at the end of a line
# (YAML 1.2.2, 5.7 and 7.3.1). `yaml` writes so when lines of a text end in a space, as lines pasted from Word do, and the text ends in one
# as well. Prettier takes the space behind the backslash for one that means nothing. What is left is a backslash before the line break, and
# that is another escape: the break is no part of the text, while an empty line behind it is one (7.3.1). ruamel.yaml 0.19.1 reads it so and
# has lost the space; `yaml` reads one line, js-yaml 5.5.0 one line whose words run together ("permohonanlalu"). Of a line that was merely
# folded all three join the words. A formatter promises to leave data alone; nothing is said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ruamel.yaml==0.19.1

cd "$work"
npm install --silent --no-audit --no-fund prettier@3.10.1 yaml@2.9.1 js-yaml@5.5.0
cat >write.mjs <<'JS'
import { writeFileSync } from "node:fs";
import prettier from "prettier";
import YAML from "yaml";

const text = "Menerima berkas permohonan \nlalu memeriksa kelengkapannya.\n ";
const files = { written: YAML.stringify({ uraian: text }), folded: 'uraian: "tata\\ \n  usaha"\n' };
for (const [name, file] of Object.entries(files)) {
  writeFileSync(`${name}.yaml`, file);
  writeFileSync(`${name}-formatted.yaml`, await prettier.format(file, { parser: "yaml" }));
}
JS
cat >read.mjs <<'JS'
import { readFileSync } from "node:fs";
import * as jsYaml from "js-yaml";
import YAML from "yaml";

const file = readFileSync(process.argv[2], "utf8");
console.log("  yaml:       ", JSON.stringify(YAML.parse(file).uraian));
console.log("  js-yaml:    ", JSON.stringify(jsYaml.load(file).uraian));
JS
cat >read.py <<'PYTHON'
import json
import sys
from ruamel.yaml import YAML

with open(sys.argv[1], encoding="utf-8") as file:
    print("  ruamel.yaml:", json.dumps(YAML(typ="safe", pure=True).load(file)["uraian"]))
PYTHON
node write.mjs
for file in written written-formatted folded folded-formatted; do
    echo "$file"
    node read.mjs "$file.yaml"
    venv/bin/python read.py "$file.yaml"
done | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: the space is kept, or the text is read another way now" >&2; exit 1; }
written
  yaml:        "Menerima berkas permohonan \nlalu memeriksa kelengkapannya.\n "
  js-yaml:     "Menerima berkas permohonan \nlalu memeriksa kelengkapannya.\n "
  ruamel.yaml: "Menerima berkas permohonan \nlalu memeriksa kelengkapannya.\n "
written-formatted
  yaml:        "Menerima berkas permohonan lalu memeriksa kelengkapannya.\n "
  js-yaml:     "Menerima berkas permohonanlalu memeriksa kelengkapannya.\n "
  ruamel.yaml: "Menerima berkas permohonan\nlalu memeriksa kelengkapannya.\n "
folded
  yaml:        "tata  usaha"
  js-yaml:     "tata  usaha"
  ruamel.yaml: "tata  usaha"
folded-formatted
  yaml:        "tatausaha"
  js-yaml:     "tatausaha"
  ruamel.yaml: "tatausaha"
TEXT
