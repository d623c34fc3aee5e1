#!/usr/bin/env bash
# ruamel.yaml 0.19.1 makes a comment part of the text before it: loaded and dumped, without any change, the data are others.
#
# In its round trip mode ruamel.yaml keeps comments where they stood, by their column, while it sets lists anew at its own indentation (2, with
# the dash at the edge). Behind a block text (`|` or `>`) it takes care of that, and draws a comment back that would be too far right. It
# does not if an empty line stands between text and comment: the text moves two columns left, the comment stays, and a line as far right as
# the text *is* text (YAML 1.2.2, 8.1). The note of an editor becomes words of the procedure. Nothing is raised; every further save keeps it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ruamel.yaml==0.19.1

"$work/venv/bin/python" - <<'PYTHON'
import io
import sys
import ruamel.yaml

WRITTEN = """\
langkah:
  - uraian: |
      Periksa berkas
{gap}    # tanyakan kepada Kepala Seksi
    menit: 5
"""


def saved(text):
    tool = ruamel.yaml.YAML()
    out = io.StringIO()
    tool.dump(tool.load(text), out)
    return out.getvalue()


def told(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)["langkah"][0]["uraian"]


print("ruamel.yaml", ruamel.yaml.__version__)
seen = []
for name, gap in (("comment at once", ""), ("after a gap", "\n")):
    text = WRITTEN.format(gap=gap)
    before, after = told(text), told(saved(text))
    print(f"{name}: {before!r} is {after!r} after load and dump")
    seen.append(before == after)
print(saved(WRITTEN.format(gap="\n")), end="")
if seen != [True, False]:
    sys.exit("changed: the comment is kept apart now, or swallowed elsewhere too")
PYTHON
