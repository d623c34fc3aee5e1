#!/bin/sh
# Workbooks that LibreOffice has opened and saved still say the same: needs LibreOffice.
# usage: tests/office/roundtrip.sh PROGRAM FOLDER [SOP.yaml ...]; without files the examples. The folder keeps the saved files.
set -eu
program=$1
folder=$2
shift 2
[ $# -gt 0 ] || set -- "$(dirname "$0")"/../../examples/*.yaml
mkdir -p "$folder/saved" "$folder/profile"
profile="file://$(cd "$folder/profile" && pwd)"
failed=0
for file in "$@"; do
    name=$(basename "$file" .yaml)
    "$program" render "$file" --force -o "$folder/$name.xlsx" 2>"$folder/$name.told"
    timeout 120 soffice --headless "-env:UserInstallation=$profile" --convert-to xlsx --outdir "$folder/saved" \
        "$folder/$name.xlsx" >"$folder/$name.log" 2>&1
    for copy in "$folder" "$folder/saved"; do
        "$program" convert "$copy/$name.xlsx" 2>>"$folder/$name.told" | grep -v '^  sumber:' >"$copy/$name.read"
    done
    if diff "$folder/$name.read" "$folder/saved/$name.read" >"$folder/$name.diff"; then
        echo "$name: the same"
    else
        echo "$name: not the same"
        cat "$folder/$name.diff"
        failed=1
    fi
done
exit $failed
