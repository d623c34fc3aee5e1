#!/usr/bin/env bash
# Chromium 156 repeats the head of a table on each printed page while it is less high than a quarter of the page, and then no more.
#
# Heads in `thead` are repeated when a table goes on (CSS 2.1, 17.2: they may be), and who tries it with a plain head sees that Chromium does.
# From a quarter of the height between the margins on the head stands on the first page alone, and nothing tells of it. The names of
# offices are set upright in the head of a procedure, on a page in landscape, so that its head is high: with one name that is longer, the
# pages that follow have columns without names. Here on F4 (330 by 215 mm, 185 between the margins), with heads below and above
# 46 mm. Needs `chromium` and `pdftotext` (poppler-utils) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

heads() { # HEIGHT: how many times the head is printed, and pages
    cat >form.html <<HTML
<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>SOP</title><style>
@page { size: 330mm 215mm; margin: 15mm }
table { border-spacing: 0 } td, th { padding: 0 } th { height: $1mm } td { height: 50mm }
</style></head><body><table><thead><tr><th>SEKRETARIS</th></tr></thead>
<tbody><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr><tr><td>4</td></tr><tr><td>5</td></tr></tbody></table></body></html>
HTML
    chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update \
        --disable-sync --user-data-dir="$work/profile" --no-pdf-header-footer --print-to-pdf="$work/form.pdf" "file://$work/form.html" \
        >/dev/null 2>&1
    pdftotext form.pdf form.txt
    echo "head of $1 mm: on $(grep -c SEKRETARIS form.txt) of $(tr -cd '\f' <form.txt | wc -c) pages"
}
chromium --version 2>/dev/null
{
    heads 30
    heads 45
    heads 48
    heads 60
} | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: heads are repeated by another rule now" >&2; exit 1; }
head of 30 mm: on 2 of 2 pages
head of 45 mm: on 2 of 2 pages
head of 48 mm: on 1 of 2 pages
head of 60 mm: on 1 of 2 pages
TEXT
