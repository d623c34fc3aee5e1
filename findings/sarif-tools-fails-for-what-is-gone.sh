#!/usr/bin/env bash
# sarif-tools 3.0.5 counts findings that a SARIF file reports as *gone* or as accepted: `--check error` fails a build that mended its last error.
#
# A run that was compared with an earlier one keeps what it no longer finds, with `baselineState` "absent" (SARIF 2.1.0, 3.27.24), and what
# somebody has accepted, with a suppression whose status is "accepted" (3.35.3). A filter file could take out the second, if one knew; by
# itself the tool looks at neither, while it does look at `kind`: a result of the kind "pass" counts as "none". Mending an error, or accepting
# it, changes nothing in the sum.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet sarif-tools==3.0.5

cd "$work"
report() { # NAME WHAT_MARKS_THE_RESULT
    cat >"$1.sarif" <<JSON
{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "contoh", "rules": [{"id": "W1"}]}}, "results": [
  {"ruleId": "W1", "level": "error", "message": {"text": "Waktu tidak diisi"}, $2
   "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}, "region": {"startLine": 3}}}]}]}]}
JSON
    local code=0
    "venv/bin/sarif" --check error summary "$1.sarif" >"$1.txt" 2>&1 || code=$?
    echo "$1: $(grep -E '^error: ' "$1.txt"), exit code $code"
}
"venv/bin/sarif" version
{
    report new '"baselineState": "new",'
    report absent '"baselineState": "absent",'
    report accepted '"suppressions": [{"kind": "external", "status": "accepted"}],'
} | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: what is gone or accepted is counted another way now" >&2; exit 1; }
new: error: 1, exit code 1
absent: error: 1, exit code 1
accepted: error: 1, exit code 1
TEXT
