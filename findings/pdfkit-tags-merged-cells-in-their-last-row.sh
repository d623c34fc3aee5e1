#!/usr/bin/env bash
# pdfkit 0.20.2 puts a cell that goes through two rows into the tags of the second one: who acts is told with the next step.
#
# In the tags of a PDF, as in HTML, a cell stands in the row in which it begins and says by `RowSpan` how far it reaches (ISO 32000-1, 14.8.4.3.4
# and 14.8.5.7). `table()` of pdfkit tags tables if given a place in the structure, with rows, cells and both spans, and a table
# without merged rows is tagged rightly. A cell with `rowSpan` gets its span as well, but stands in the row where it ends. So the first
# row lacks its actor, its cells slide left, and the span reaches on into a row that has an actor of its own: a screen reader, or a program
# that takes tables from tags, tells of "Menerima" as if it were who acts. On paper all is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pdfplumber==0.11.10

cd "$work"
npm install --silent --no-audit --no-fund pdfkit@0.20.2
cat >write.mjs <<'JS'
import { createWriteStream } from "node:fs";
import PDFDocument from "pdfkit";

const paper = new PDFDocument({ tagged: true, pdfVersion: "1.7", lang: "id" });
paper.pipe(createWriteStream("flow.pdf"));
const root = paper.struct("Document");
paper.addStructure(root);
const table = paper.struct("Table");
root.add(table);
const head = ["Pelaksana", "Kegiatan"].map((text) => ({ type: "TH", text }));
paper.table({ structParent: table, data: [head, [{ text: "Staf", rowSpan: 2 }, "Menerima"], ["Memeriksa"], ["Kepala", "Menetapkan"]] });
root.end();
paper.end();
JS
node write.mjs
venv/bin/python - <<'PYTHON' | tee seen
import pdfplumber

with pdfplumber.open("flow.pdf") as paper:
    print("on paper:", *(" ".join(cell or "" for cell in row).strip() for row in paper.pages[0].extract_table()), sep=" | ")
    words = {}
    for letter in paper.pages[0].chars:
        words[letter["mcid"]] = words.get(letter["mcid"], "") + letter["text"]

    def text(element):
        return "".join(words.get(mark, "") for mark in element.get("mcids", [])) + "".join(map(text, element.get("children", [])))

    def rows(elements):
        for element in elements:
            if element["type"] == "TR":
                yield element["children"]
            else:
                yield from rows(element.get("children", []))

    for row in rows(paper.structure_tree):
        spans = [cell.get("attributes", {}).get("RowSpan", 1) for cell in row]
        print("tagged: ", *(text(cell) + (f" ({span} rows)" if span > 1 else "") for cell, span in zip(row, spans)), sep=" | ")
PYTHON
cmp -s seen - <<'TEXT' || { echo "changed: merged cells are tagged another way now" >&2; exit 1; }
on paper: | Pelaksana Kegiatan | Staf Menerima | Memeriksa | Kepala Menetapkan
tagged:  | Pelaksana | Kegiatan
tagged:  | Menerima
tagged:  | Staf (2 rows) | Memeriksa
tagged:  | Kepala | Menetapkan
TEXT
