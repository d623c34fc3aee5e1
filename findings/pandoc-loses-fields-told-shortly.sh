#!/usr/bin/env bash
# pandoc 3.6.1 (pypandoc_binary 1.15) leaves out what a field shows when the file spells the field shortly; spelled at length it is kept.
#
# WordprocessingML has two spellings of one and the same field: `w:fldSimple` around its result, or marks before and behind it
# (`w:fldChar`; ECMA-376 part 1, 17.16.19 and 17.16.18). Both hold the result as ordinary runs, and readers show that. The library
# `docx` 9.15.2 writes the short one: the number of a step ("Langkah 7") out of a counter, a cross reference, a link. pandoc
# reads such a sentence without its number, as if there had never been one, and says nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pypandoc_binary==1.15
pandoc=$(find "$work/venv" -name pandoc -type f | head -n 1)

cd "$work"
npm install --silent --no-audit --no-fund docx@9.15.2
cat >make.mjs <<'JS'
import fs from "node:fs";
import { Document, Packer, Paragraph, SimpleField, TextRun } from "docx";

const sentence = (field) => new Paragraph({ children: [new TextRun("Langkah "), field, new TextRun(" diulang.")] });
const file = new Document({ sections: [{ children: [sentence(new SimpleField("SEQ Langkah", "7")), sentence(new TextRun("LONG"))] }] });
fs.writeFileSync("steps.docx", await Packer.toBuffer(file));
JS
node make.mjs
# The same field at length, in the place kept for it; the text around stays as the library wrote it.
python3 - <<'PYTHON'
import zipfile

mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
field = mark("begin") + "<w:r><w:instrText>SEQ Langkah</w:instrText></w:r>" + mark("separate") + "<w:r><w:t>7</w:t></w:r>" + mark("end")
with zipfile.ZipFile("steps.docx") as package:
    parts = {name: package.read(name) for name in package.namelist()}
text = parts["word/document.xml"].decode()
run = '<w:r><w:t xml:space="preserve">LONG</w:t></w:r>'
assert text.count(run) == 1 and text.count("<w:fldSimple ") == 1
parts["word/document.xml"] = text.replace(run, field).encode()
with zipfile.ZipFile("steps.docx", "w") as package:
    for name, data in parts.items():
        package.writestr(name, data)
PYTHON
"$pandoc" --version | head -n 1
read=$("$pandoc" --verbose steps.docx -t plain 2>told | grep .)
echo "$read"
echo "words of warning: $(wc -w <told)"
[ "$read" = $'Langkah diulang.\nLangkah 7 diulang.' ] || {
    echo "changed: both spellings are read alike now" >&2
    exit 1
}
