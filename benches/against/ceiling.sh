#!/usr/bin/env bash
# Counts the instructions that three ordinary runs take, and fails where one takes over 3 % more than it may: so that what was
# won stays. Instructions are counted, not seconds, for they are the same on a busy machine; in the build that the tests have made,
# for it is there, so the counts tell growth and not how fast the released program is.
#
#     bash benches/against/ceiling.sh            holds the counts against ceilings.txt
#     bash benches/against/ceiling.sh --write    writes them down as they are now
#
# Needs valgrind and `cargo build --locked`. Another compiler makes other code, so its name stands with the counts.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=target/debug/sop
ceilings=benches/against/ceilings.txt
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
compiler=$(rustc --version)

# The instructions of one run, which may end with findings (1) but not otherwise.
count() {
    local status=0
    RAYON_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$out/log" \
        "$program" "$@" >/dev/null 2>"$out/errors" || status=$?
    if [ "$status" -gt 1 ]; then
        cat "$out/errors" >&2
        return 1
    fi
    sed -n 's/.*Collected : //p' "$out/log"
}

measured() {
    printf 'check-a-text %s\n' "$(count check sops/way-kanan-kominfo-monev.txt)"
    printf 'convert-a-workbook %s\n' "$(count convert examples/surat-masuk.xlsx)"
    printf 'print-a-yaml %s\n' "$(count render examples/surat-masuk.yaml -o "$out/cetak.pdf")"
}

if [ "${1-}" = --write ]; then
    { echo "$compiler" && measured; } >"$out/ceilings"
    mv "$out/ceilings" "$ceilings"
    cat "$ceilings"
    exit 0
fi
if [ "$(head -n 1 "$ceilings")" != "$compiler" ]; then
    echo "LEFT OUT: the instruction counts ($ceilings speaks of $(head -n 1 "$ceilings"), here is $compiler)"
    exit 0
fi
failed=0
while read -r name now; do
    most=$(sed -n "s/^$name //p" "$ceilings")
    printf '%-20s %12d of %12d\n' "$name" "$now" "$most"
    if [ $((now * 100)) -gt $((most * 103)) ]; then
        echo "$name takes over 3 % more instructions than it did; where that is wanted: bash benches/against/ceiling.sh --write" >&2
        failed=1
    fi
done < <(measured)
exit $failed
