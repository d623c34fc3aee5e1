#!/usr/bin/env bash
# ical.js 2.2.1 repeats what is due once a year in each week or on each day: RFC 5545's own example "every 20th Monday of the year" is one.
#
# In a yearly rule `BYDAY=20MO` is the twentieth Monday, `BYWEEKNO=20;BYDAY=MO` the Monday of week 20 (both RFC 5545, 3.8.5.3), and
# `BYSETPOS=-1` behind all days of work the last of the year, on which accounts are closed. ical.js, the calendar of Thunderbird and others,
# parses all three, begins on the right day or a week late, and then goes on with every Monday, or every day of work. In a rule for the
# ends of quarters it takes 31 June for 1 July. Rules of months (`BYDAY=-1FR`) and `BYDAY=1MO` are right, so that one trusts
# it. python-dateutil 2.9.0.post0 reads all as the RFC does. No error: a reminder of an annual report comes each week.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-dateutil==2.9.0.post0

cd "$work"
npm install --silent --no-audit --no-fund ical.js@2.2.1
cat >rules <<'TEXT'
19970519 FREQ=YEARLY;BYDAY=20MO
19970512 FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO
20251231 FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
20250331 FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31
20250106 FREQ=YEARLY;BYDAY=1MO
TEXT
cat >repeat.py <<'PYTHON'
from itertools import islice
from dateutil.rrule import rrulestr

for line in open("rules", encoding="utf-8"):
    start, rule = line.split()
    days = islice(rrulestr(f"DTSTART:{start}T090000\nRRULE:{rule}"), 4)
    print(rule, *(f"{day:%Y-%m-%d}" for day in days))
PYTHON
cat >repeat.mjs <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

for (const line of readFileSync("rules", "utf8").trim().split("\n")) {
  const [start, rule] = line.split(" ");
  const first = ICAL.Time.fromString(start.replace(/(....)(..)(..)/, "$1-$2-$3T09:00:00"));
  const days = ICAL.Recur.fromString(rule).iterator(first);
  console.log(rule, ...Array.from({ length: 4 }, () => days.next().toString().slice(0, 10)));
}
JS
{
    echo "dateutil:"
    venv/bin/python repeat.py
    echo "ical.js:"
    node repeat.mjs
} | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: rules are read another way now" >&2; exit 1; }
dateutil:
FREQ=YEARLY;BYDAY=20MO 1997-05-19 1998-05-18 1999-05-17 2000-05-15
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO 1997-05-12 1998-05-11 1999-05-17 2000-05-15
FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 2025-12-31 2026-12-31 2027-12-31 2028-12-29
FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31 2025-03-31 2025-12-31 2026-03-31 2026-12-31
FREQ=YEARLY;BYDAY=1MO 2025-01-06 2026-01-05 2027-01-04 2028-01-03
ical.js:
FREQ=YEARLY;BYDAY=20MO 1997-05-19 1997-05-26 1997-06-02 1997-06-09
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO 1997-05-19 1997-05-26 1997-06-02 1997-06-09
FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 2025-12-31 2026-01-01 2026-01-02 2026-01-05
FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=31 2025-03-31 2025-07-01 2025-10-01 2025-12-31
FREQ=YEARLY;BYDAY=1MO 2025-01-06 2026-01-05 2027-01-04 2028-01-03
TEXT
