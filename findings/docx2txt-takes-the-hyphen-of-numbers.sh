#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1 read "061/SOP‑12" as "061/SOP12": a hyphen that must not break is no letter in a Word file.
#
# Whoever wants a number to stay on one line types a non-breaking hyphen (Ctrl+Shift+hyphen). Word does not store it as the letter
# U+2011 but as an element of the run, `w:noBreakHyphen` (ECMA-376 part 1, 17.3.3.18), as it does with tabs and breaks. Both readers
# know tabs, and neither knows this one: the number of a procedure or of a law comes back as another number that looks valid. mammoth
# and pandoc give U+2011, python-docx a plain hyphen.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0

cd "$work"
npm install --silent --no-audit --no-fund docx@9.15.2
cat >make.mjs <<'JS'
import fs from "node:fs";
import { Document, NoBreakHyphen, Packer, Paragraph, Tab, TextRun } from "docx";

const number = new TextRun({ children: ["Nomor", new Tab(), "061/SOP", new NoBreakHyphen(), "12"] });
fs.writeFileSync("number.docx", await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [number] })] }] })));
JS
node make.mjs
"$work/venv/bin/python" - <<'PYTHON'
import sys
import docx
import docx2txt
import mammoth
from docx2python import docx2python

with open("number.docx", "rb") as file:
    plain = mammoth.extract_raw_text(file).value
read = {
    "docx2txt 0.9": docx2txt.process("number.docx"),
    "docx2python 3.7.1": docx2python("number.docx").text,
    "mammoth 1.13.0": plain,
    "python-docx 1.2.0": docx.Document("number.docx").paragraphs[0].text,
}
for name, text in read.items():
    print(f"{name:18} {text.strip()!a}")
lost = [name for name, text in read.items() if text.strip() == "Nomor\t061/SOP12"]
if lost != ["docx2txt 0.9", "docx2python 3.7.1"]:
    sys.exit(f"changed: the hyphen is lost in {lost}")
PYTHON
