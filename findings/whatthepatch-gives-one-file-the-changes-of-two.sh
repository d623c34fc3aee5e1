#!/usr/bin/env bash
# whatthepatch 1.0.7 reads a unified diff of two files as one of the first file, and puts the changes of the second into the first.
#
# A unified diff needs no more than `---`, `+++` and its hunks for each file, and Python's own `difflib` writes no more; so do formatters that show
# what they would change. The library yields a diff for each file if `diff`, `git` or `svn` put a line of their own between them. If not, the
# second pair of names is passed over and its hunks are added to the first file. Files of one kind look alike: where the lines around fit,
# `apply_diff` changes the first file twice and returns it, and the second stays as it was. unidiff 1.0.1 reads two files.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet whatthepatch==1.0.7 unidiff==1.0.1
"$work/venv/bin/python" - <<'PYTHON' | tee "$work/seen"
from difflib import unified_diff
from importlib.metadata import version
from unidiff import PatchSet
from whatthepatch import apply_diff, parse_patch

kind = ["status: draf", "versi: 1", "satuan: menit", "bahasa: id", "kertas: F4", "jeda: 0", "waktu: 5", "mutu: berkas"]
patch = ""
for name, old, new in (("izin.yaml", "status: draf", "status: berlaku"), ("arsip.yaml", "waktu: 5", "waktu: 90")):
    lines = [f"{line}\n" for line in kind]
    changed = [f"{new}\n" if line == f"{old}\n" else line for line in lines]
    patch += "".join(unified_diff(lines, changed, name, name, n=1))
print("whatthepatch", version("whatthepatch"))
print("unidiff:     ", *(file.path for file in PatchSet(patch)))
read = list(parse_patch(patch))
print("whatthepatch:", *(diff.header.new_path for diff in read))
print(f"{read[0].header.new_path} applied:", ", ".join(apply_diff(read[0], kind)))
PYTHON
cmp -s "$work/seen" - <<'TEXT' || { echo "changed: the second file is read another way now" >&2; exit 1; }
whatthepatch 1.0.7
unidiff:      izin.yaml arsip.yaml
whatthepatch: izin.yaml
izin.yaml applied: status: berlaku, versi: 1, satuan: menit, bahasa: id, kertas: F4, jeda: 0, waktu: 90, mutu: berkas
TEXT
