#!/usr/bin/env bash
# WeasyPrint 70.0 labels a file as PDF/UA-1 in which cells below a head of two rows name the head of another column, or none.
#
# In a tagged PDF a cell may name its heads (`Headers`; ISO 32000-1, 14.8.5.7), and a screen reader says them with the cell. In the form of a
# procedure the head has two rows: "Kegiatan" goes through both, and "Pelaksana" stands over "Staf" and "Kepala". In the second row the first
# cell is thus of the second column. WeasyPrint counts the cells of each row from the left, without those that come down from above:
# what the staff does is said to be of the head of office, the activity is said to be the staff's, and the last columns have no head.
# The HTML is valid and gives each head its `scope`. Needs Pango (libpangoft2-1.0-0).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet weasyprint==70.0 pikepdf==10.18.0 pdfplumber==0.11.10

cd "$work"
cat >form.html <<'HTML'
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>SOP</title></head><body><table>
<thead><tr><th rowspan="2" scope="col">Kegiatan</th><th colspan="2" scope="colgroup">Pelaksana</th><th rowspan="2" scope="col">Waktu</th></tr>
<tr><th scope="col">Staf</th><th scope="col">Kepala</th></tr></thead>
<tbody><tr><td>memeriksa</td><td>satu</td><td>dua</td><td>15 menit</td></tr></tbody>
</table></body></html>
HTML
"$work/venv/bin/python" - <<'PYTHON'
import sys
import pdfplumber
import pikepdf
import weasyprint

weasyprint.HTML("form.html").write_pdf("form.pdf", pdf_variant="pdf/ua-1")
texts = {}
for letter in pdfplumber.open("form.pdf").pages[0].chars:
    texts[letter["mcid"]] = texts.get(letter["mcid"], "") + letter["text"]


def below(element):
    inner = element.get("/K", [])
    return list(inner) if isinstance(inner, pikepdf.Array) else [inner]


def text(element):
    """The words of an element: marked content by its number, directly or as a reference."""
    parts = []
    for inner in below(element):
        if not isinstance(inner, pikepdf.Object):
            parts.append(texts.get(int(inner), ""))
        else:
            parts.append(texts.get(int(inner.MCID), "") if "/MCID" in inner else text(inner))
    return "".join(parts)


def cells(element):
    if str(element.get("/S")) in ("/TH", "/TD"):
        yield element
    else:
        for inner in below(element):
            if isinstance(inner, pikepdf.Dictionary):
                yield from cells(inner)


with pikepdf.open("form.pdf") as file:
    claim = b"pdfuaid" in file.Root.Metadata.read_bytes()
    found = list(cells(file.Root.StructTreeRoot))
    heads = {str(cell.ID): text(cell) for cell in found if "/ID" in cell}
    named = {}
    for cell in found:
        if str(cell.S) == "/TD":
            told = cell.get("/A", {})
            named[text(cell)] = [heads[str(name)] for name in dict(told).get("/Headers", [])]
print("WeasyPrint", weasyprint.__version__, "labelled as PDF/UA:", claim)
for words, told in named.items():
    print(f"{words:10} has the heads {told}")
wrong = {"memeriksa": ["Kegiatan", "Staf"], "satu": ["Pelaksana", "Kepala"], "dua": [], "15 menit": []}
if not claim or named != wrong:
    sys.exit("changed: cells name other heads now")
PYTHON
