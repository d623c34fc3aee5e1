#!/usr/bin/env bash
# docx2python 3.7.1 reads the ticked box that the library `docx` 9.15.2 writes as a sign of Arabic: U+0612 instead of U+2612.
#
# A sign of a symbol font is `w:sym`, with its font and four hexadecimal digits. Fonts like Wingdings have theirs at F000 and above, and a
# reader may take the leading F for a shift (ECMA-376 part 1, 17.3.3.30); other fonts are named by the plain number. `docx` writes the
# boxes of its `CheckBox` so, ☒ and ☐ of MS Gothic. docx2python puts a zero over the first digit, whatever it is: 2612 becomes 0612 and
# 2610 becomes 0610, two signs above Arabic letters. Whoever asks which boxes are ticked finds none, neither ticked nor empty.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2python==3.7.1

cd "$work"
npm install --silent --no-audit --no-fund docx@9.15.2
cat >make.mjs <<'JS'
import fs from "node:fs";
import { CheckBox, Document, Packer, Paragraph, SymbolRun } from "docx";

const line = (child) => new Paragraph({ children: [child] });
const signs = [new CheckBox({ checked: true }), new CheckBox({ checked: false }), new SymbolRun("F0FC")];
fs.writeFileSync("list.docx", await Packer.toBuffer(new Document({ sections: [{ children: signs.map(line) }] })));
JS
node make.mjs
"$work/venv/bin/python" - <<'PYTHON'
import html
import re
import sys
import zipfile
from importlib.metadata import version
from docx2python import docx2python

written = re.findall(r'<w:sym w:char="(\w+)"', zipfile.ZipFile("list.docx").read("word/document.xml").decode())
text = html.unescape(re.sub("<[^>]*>", "", docx2python("list.docx").text))
read = [f"{ord(sign):04X}" for sign in text if not sign.isspace()]
print("docx2python", version("docx2python"), "after docx 9.15.2")
print("written:", *written)
print("read:   ", *read)
if (written, read) != (["2612", "2610", "F0FC"], ["0612", "0610", "00FC"]):
    sys.exit("changed: the signs are read another way now")
PYTHON
