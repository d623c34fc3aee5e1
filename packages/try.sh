#!/usr/bin/env bash
# Builds the wheel and the npm packages from this checkout, installs them in an empty folder, and runs the program through both.
# What a machine lacks is left out and said aloud. `bash packages/try.sh [PROGRAM]`; without PROGRAM the one of `cargo build`.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
program=${1:-target/debug/sop}
[ -x "$program" ] || cargo build --locked
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
passed=0
skipped=0

# The program as installed: its version, and one check with the exit code of findings.
runs() {
    "$@" --version | grep -q '^sop [0-9]'
    local code=0
    "$@" check --format concise "$root/examples/rusak.xlsx" >"$folder/told" || code=$?
    [ "$code" = 1 ] && grep -q 'S301' "$folder/told"
}

left_out() {
    skipped=$((skipped + 1))
    printf '== LEFT OUT: %s\n' "$1"
}

if python3 -m venv "$folder/venv" >/dev/null 2>&1 && "$folder/venv/bin/pip" --quiet install 'maturin>=1.9,<2'; then
    (cd packages/python && "$folder/venv/bin/maturin" build --quiet --profile dev --locked --out "$folder/wheels")
    "$folder/venv/bin/pip" --quiet install --no-index --find-links "$folder/wheels" sop-ap
    (cd "$folder" && runs "$folder/venv/bin/sop")
    passed=$((passed + 1))
    echo "wheel: installed and run"
else
    left_out "the wheel (needs python3 with venv, and PyPI)"
fi

if command -v node >/dev/null && command -v npm >/dev/null; then
    node packages/npm/pack.mjs "$folder/npm" "$program"
    mkdir "$folder/office"
    # The carriers of other systems are in no registry yet; what is optional may be missing.
    (cd "$folder/office" && npm init --yes >/dev/null && npm install --silent --no-audit --no-fund --offline --omit=optional "$folder"/npm/*.tgz)
    (cd "$folder/office" && runs node_modules/.bin/sop)
    passed=$((passed + 1))
    echo "npm: installed and run"
else
    left_out "the npm packages (needs node and npm)"
fi

printf 'packages: %d passed, 0 failed, %d skipped\n' "$passed" "$skipped"
