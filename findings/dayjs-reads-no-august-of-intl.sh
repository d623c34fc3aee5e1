#!/usr/bin/env bash
# Eleven months of Indonesian dates that the browser writes are read by dayjs 1.11.23 and date-fns 4.4.0; in August both find no date.
#
# `Intl.DateTimeFormat("id", { month: "short" })` writes what CLDR has: "17 Agu 2025". The Indonesian locales of dayjs and date-fns
# have lists of their own with "Agt", and for the other months the same letters as CLDR. Who formats with one and parses with the
# other, both set to the same language, tries it in any month but one and sees it work. From the first to the last day of August dayjs
# gives "Invalid Date" and date-fns NaN. moment 2.31.0 writes "Agt" as well and reads both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund dayjs@1.11.23 date-fns@4.4.0 moment@2.31.0
cat >read.mjs <<'JS'
import { parse } from "date-fns";
import { id } from "date-fns/locale";
import dayjs from "dayjs";
import "dayjs/locale/id.js";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import moment from "moment";
import "moment/locale/id.js";

dayjs.extend(customParseFormat);
moment.locale("id");
const written = new Intl.DateTimeFormat("id", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const texts = [...Array(12).keys()].map((month) => written.format(new Date(Date.UTC(2025, month, 17))));
const readers = {
  dayjs: (text) => dayjs(text, "D MMM YYYY", "id").isValid(),
  "date-fns": (text) => !Number.isNaN(parse(text, "d MMM yyyy", new Date(2000, 0, 1), { locale: id }).getTime()),
  moment: (text) => moment(text, "D MMM YYYY", true).isValid(),
};
console.log(`CLDR ${process.versions.cldr}, dayjs 1.11.23, date-fns 4.4.0, moment 2.31.0`);
const seen = [];
for (const [name, reads] of Object.entries(readers)) {
  const missed = texts.filter((text) => !reads(text));
  console.log(`${name} reads ${12 - missed.length} of 12 months; not: ${missed.join(", ") || "none"}`);
  seen.push(missed.join());
}
const own = readers.dayjs("17 Agt 2025") && readers["date-fns"]("17 Agt 2025");
if (seen.join("|") !== "17 Agu 2025|17 Agu 2025|" || !own) {
  console.error("changed: August is read another way now");
  process.exit(1);
}
JS
node read.mjs
