#!/usr/bin/env bash
# texttable 1.7.2 shows the text "198501012010011001" as 1.985e+17, and "061.10" as 61.100, although both are strings.
#
# A table prints what it is given, and who wants a number rounded passes a number. texttable tries each cell as a number, also one that is a `str`,
# and rounds to three places; from a hundred million on it writes powers of ten. A personnel number has eighteen digits of which the first
# eight are a birthday: two officials of one year become the same. A code of an archive gains or loses zeros. Short numbers stay,
# so that a try with "12" shows nothing of it. `set_cols_dtype` with "t" for each column is what it takes; none of it raises.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet texttable==1.7.2
"$work/venv/bin/python" - <<'PYTHON' | tee "$work/seen"
from importlib.metadata import version
from texttable import Texttable

print("texttable", version("texttable"))
table = Texttable()
table.set_deco(Texttable.HEADER)
table.add_rows([["NIP", "Arsip", "Langkah"], ["198501012010011001", "061.10", "12"], ["198512312011012002", "061.1", "7"]])
print("\n".join(line.rstrip() for line in table.draw().splitlines()))
PYTHON
cmp -s "$work/seen" - <<'TEXT' || { echo "changed: texts of digits are shown another way now" >&2; exit 1; }
texttable 1.7.2
   NIP      Arsip    Langkah
============================
1.985e+17   61.100   12
1.985e+17   61.100   7
TEXT
