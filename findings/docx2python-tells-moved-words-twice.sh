#!/usr/bin/env bash
# docx2python 3.7.1 and docx2txt 0.9 leave out what was deleted under tracked changes, but read what was moved away, and so read it twice.
#
# Word marks deleted words with `w:del` and calls their letters `w:delText`; a reader that looks for `w:t` alone passes over them without
# knowing of changes. Words that were dragged elsewhere stand in `w:moveFrom` in the old place and in `w:moveTo` in the new one, and
# both hold `w:t` (ECMA-376 part 1, 17.13.5.22 and 17.13.5.25). So who tried the reader on deletions trusts it with tracked files, and
# gets a procedure in which the moved step is done two times, before and after another one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2python==3.7.1 docx2txt==0.9 python-docx==1.2.0

"$work/venv/bin/python" - "$work/tracked.docx" <<'PYTHON'
import sys
import docx
import docx2txt
from docx.oxml import parse_xml
from docx2python import docx2python

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Penyunting" w:date="2024-01-01T00:00:00Z"'
run = "<w:r><w:t>{}</w:t></w:r>".format
moved = run("Menyalin berkas")
document = docx.Document()
for words in (
    f'<w:moveFromRangeStart w:id="1" w:name="m1" {BY}/><w:moveFrom w:id="2" {BY}>{moved}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>',
    run("Memeriksa berkas"),
    f'<w:del w:id="3" {BY}><w:r><w:delText>Membuang berkas</w:delText></w:r></w:del>',
    f'<w:moveToRangeStart w:id="4" w:name="m1" {BY}/><w:moveTo w:id="5" {BY}>{moved}</w:moveTo><w:moveToRangeEnd w:id="4"/>',
):
    document.element.body.insert(-1, parse_xml(f"<w:p {W}>{words}</w:p>"))
document.save(sys.argv[1])

shown = ["Memeriksa berkas", "Menyalin berkas"]
twice = ["Menyalin berkas", *shown]
texts = {"docx2python 3.7.1": docx2python(sys.argv[1]).text, "docx2txt 0.9": docx2txt.process(sys.argv[1])}
print("what the document says:", shown)
seen = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts.values()]
for name, lines in zip(texts, seen):
    print(f"{name:22}:", lines)
if seen != [twice, twice]:
    sys.exit("changed: moved words are read once, or deleted ones too")
PYTHON
