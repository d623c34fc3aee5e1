#!/usr/bin/env bash
# pandoc 3.6.1 (pypandoc_binary 1.15) cuts the words of a wide table in two when one of its cells holds a list, and reads
# neither the words nor the list back from its own output.
#
# A table whose cells are plain is written to Markdown as a simple table, as wide as it needs. One list in one cell makes
# it a grid table, which has to fit the 72 columns of running text: nine columns get five letters each, and longer words
# are broken between letters, their short piece first, without a hyphen ("Keg" over "iatan"). The same holds for
# `-t plain` and `-t rst`. Read again by pandoc, "Kegiatan" is "Keg iatan", and of the two items of the list one is left,
# for a broken word puts the second marker inside a paragraph. Nothing is said. `--wrap=none` keeps all; `--wrap=preserve`,
# the option that sounds as if it would, does not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pypandoc_binary==1.15
pandoc=$(find "$work/venv" -name pandoc -type f | head -n 1)

table() {
    printf '<table><tr>'
    printf '<th>%s</th>' No Kegiatan Satu Dua Tiga Kelengkapan Waktu Output Keterangan
    printf '</tr><tr><td>1</td><td>Memeriksa</td><td></td><td></td><td></td><td>%s</td><td>10 menit</td>' "$1"
    printf '<td>Terverifikasi</td><td></td></tr></table>\n'
}
table 'Berkas permohonan' >"$work/plain.html"
table '<ul><li>Berkas permohonan</li><li>Agenda</li></ul>' >"$work/list.html"

"$pandoc" --version | head -n 1
# How many of the table's two words survive whole, and how many items the list has after the way there and back.
whole() { { grep -oE 'Kegiatan|Terverifikasi' || true; } | wc -l; }
back() { "$pandoc" -f markdown -t html | grep -c '<li>' || true; }
written=$("$pandoc" "$work/list.html" -t markdown)
sed -n 1,4p <<<"$written"
plain=$("$pandoc" "$work/plain.html" -t markdown | whole)
list=$(whole <<<"$written")
preserved=$("$pandoc" "$work/list.html" -t markdown --wrap=preserve | whole)
unwrapped=$("$pandoc" "$work/list.html" -t markdown --wrap=none | whole)
items=$(back <<<"$written")
kept=$("$pandoc" "$work/list.html" -t markdown --wrap=none | back)
seen="plain $plain, list $list, preserve $preserved, none $unwrapped; items read back: $items, with none $kept"
echo "whole words of 2: $seen"
[ "$seen" = "plain 2, list 0, preserve 0, none 2; items read back: 1, with none 2" ] || {
    echo "changed: the words are cut another way now" >&2
    exit 1
}
