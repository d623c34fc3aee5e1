#!/usr/bin/env bash
# Chromium 156 leaves the empty cells of a table out of the tags of a PDF if its borders are collapsed: the fourth cell of a row is the third.
#
# A printed page of Chromium is a tagged PDF, with rows, cells, spans and heads, so that screen readers and programs take its tables from the
# tags. In the table of a procedure most cells of the actors are empty. With `border-collapse: collapse`, as most style sheets have it,
# such a cell has lines around it and a place on the page, but no element: rows of one table have four, three or two cells, and a column
# cannot be counted. With separate borders, which look alike, all are there. That a border decides on the structure nobody would look for;
# the heads that a cell names are right, and are the only way back to its column. Needs `chromium` on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pikepdf==10.18.0

cd "$work"
print_to_pdf() { # NAME STYLE
    cat >"$1.html" <<HTML
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>SOP</title><style>$2 td, th { border: 1px solid }</style></head><body><table>
<tr><th scope="col">Kegiatan</th><th scope="col">Staf</th><th scope="col">Kepala</th><th scope="col">Waktu</th></tr>
<tr><td>Menerima</td><td>x</td><td>y</td><td>15 menit</td></tr>
<tr><td>Memeriksa</td><td></td><td>y</td><td>1 jam</td></tr>
<tr><td>Mengirim</td><td></td><td></td><td>1 hari</td></tr>
</table></body></html>
HTML
    chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
        --disable-sync --user-data-dir="$work/profile" --no-pdf-header-footer --print-to-pdf="$work/$1.pdf" "file://$work/$1.html" \
        >/dev/null 2>&1
}
chromium --version 2>/dev/null
print_to_pdf separate 'table { border-spacing: 0 }'
print_to_pdf collapsed 'table { border-collapse: collapse }'
"$work/venv/bin/python" - <<'PYTHON'
import sys
import pikepdf


def rows(element):
    inner = element.get("/K", [])
    inner = list(inner) if isinstance(inner, pikepdf.Array) else [inner]
    inner = [part for part in inner if isinstance(part, pikepdf.Dictionary) and "/S" in part]
    if str(element.get("/S")) == "/TR":
        yield len(inner)
    else:
        for part in inner:
            yield from rows(part)


counts = {}
for name in ("separate", "collapsed"):
    with pikepdf.open(f"{name}.pdf") as file:
        counts[name] = list(rows(file.Root.StructTreeRoot))
    print(f"borders {name:10} tagged cells of the four rows, with four on paper each:", *counts[name])
if counts != {"separate": [4, 4, 4, 4], "collapsed": [4, 4, 3, 2]}:
    sys.exit("changed: empty cells are tagged another way now")
PYTHON
