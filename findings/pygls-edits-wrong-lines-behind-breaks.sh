#!/usr/bin/env bash
# pygls 2.1.1 puts what somebody types on line 3 into line 2, once a line above holds a break of Word or PowerPoint (U+000B) or a page end.
#
# To a language server a line ends at \n, \r\n or \r, and at nothing else (LSP 3.17, "Text Documents"), so that editor and server count alike. pygls,
# on which most servers in Python are built, counts by `str.splitlines`, which also breaks at vertical tab, form feed, U+0085 and U+2028. Such
# a letter comes with text from outside: python-pptx 1.0.2 gives a line break within a paragraph as U+000B, pdftotext a page's end as form
# feed. From there on each edit lands a line too high: the server's copy is another text than the editor's, it finds and formats what nobody
# wrote, and no message tells so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pygls==2.1.1 lsprotocol==2025.0.0 python-pptx==1.0.2
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version
from lsprotocol.types import Position, Range, TextDocumentContentChangePartial
from pptx import Presentation
from pygls.workspace import TextDocument

show = Presentation()
frame = show.slides.add_slide(show.slide_layouts[6]).shapes.add_textbox(0, 0, 10, 10).text_frame
for number, words in enumerate(("Menerima berkas", "dari pemohon")):
    if number:
        frame.paragraphs[0].add_line_break()
    frame.paragraphs[0].add_run().text = words

print("pygls", version("pygls"))
seen = []
for name, words in (("plain", "Menerima berkas"), ("of PowerPoint", frame.text)):
    document = TextDocument("file:///sop.yaml", f"uraian: {words}\npelaksana: Staf\nwaktu: 5\n")
    spot = Range(start=Position(line=2, character=7), end=Position(line=2, character=8))
    document.apply_change(TextDocumentContentChangePartial(range=spot, text="15"))
    seen.append(document.source.split("\n")[1:3])
    print(f"{name:13}: {document.source!r}")
if seen != [["pelaksana: Staf", "waktu: 15"], ["pelaksa15a: Staf", "waktu: 5"]]:
    sys.exit("changed: lines are counted another way now")
PYTHON
