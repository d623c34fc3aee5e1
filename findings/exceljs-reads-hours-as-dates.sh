#!/usr/bin/env bash
# exceljs 4.4.0 reads the number 15 as 14 January 1900 when its format shows it as "15h", with the letter behind a backslash.
#
# In a number format a literal stands in quotes (`0"h"`) or behind a backslash (`0\h`; ECMA-376 part 1, 18.8.31); both show fifteen hours.
# To tell dates, exceljs takes quoted words and brackets out of the format and looks for letters of dates in the rest, where backslashes
# and what follows them are left. So the time that a step takes becomes a `Date` if its unit has one of y, m, d, h, s, b: "hari" has,
# "kali" has not. The cell's `value` holds nothing but that date, and it is a day off.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";

const formats = ['0"h"', "0\\h", '0\\ "hari"', "0\\ \\h\\a\\r\\i", "0\\ \\k\\a\\l\\i"];
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet("Waktu");
formats.forEach((numFmt, row) => Object.assign(sheet.getCell(row + 1, 1), { value: 15, numFmt }));
const read = new ExcelJS.Workbook();
await read.xlsx.load(await book.xlsx.writeBuffer());
console.log("exceljs 4.4.0");
const seen = formats.map((format, row) => {
  const value = read.worksheets[0].getCell(row + 1, 1).value;
  const told = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  console.log(`15 as ${format.padEnd(16)} is read as ${told}`);
  return told;
});
if (seen.join() !== "15,1900-01-14,15,1900-01-14,15") {
  console.error("changed: literals are told from dates another way now");
  process.exit(1);
}
JS
node read.mjs
