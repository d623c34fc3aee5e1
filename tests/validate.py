"""Archival prints → the verdict of a validator that is not ours: page-validation, which is tested against the files of veraPDF.

    python3 -m venv /tmp/validator && /tmp/validator/bin/pip install page-validation==0.6.0
    sop render examples/ --to pdfa -o /tmp/prints
    /tmp/validator/bin/python tests/validate.py /tmp/prints

Ends with 1 where a print breaks a rule of PDF/A-3a or PDF/UA-1, or where the validator overlooks a fault put in by hand.
"""

import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import page

PROFILES = {"PDF/A-3a": page.ValidationProfile.PDF_A_3A, "PDF/UA-1": page.ValidationProfile.PDF_UA_1}

# What is put in the place of what; of the same length, so that every offset of the file still holds.
SPOILED = {
    "no alternative text": (rb"/Alt(?=[ (<\r\n])", b"/Xlt"),
    "no language": (rb"/Lang(?=[ (<\r\n])", b"/Xang"),
    "no tags": (rb"/StructTreeRoot(?= \d)", b"/XtructTreeRoot"),
    "not marked": (rb"/Marked true", b"/Xarked true"),
    "no part in the XMP": (rb"pdfaid:part", b"pdfaid:pXrt"),
    "no PDF/UA in the XMP": (rb"pdfuaid:part", b"pdfuaid:pXrt"),
    "no title shown": (rb"/DisplayDocTitle", b"/XisplayDocTitle"),
    "attachment of no relationship": (rb"/AFRelationship", b"/XFRelationship"),
    "rows become paragraphs": (rb"/S/TR|/S /TR", None),
}


def verdicts(path):
    """The reports on one file, by the name of the standard."""
    return {name: page.validate_pdf(str(path), profile) for name, profile in PROFILES.items()}


def lengths_hold(path):
    """Every stream is as long as it says, and one ends with a carriage return, which the validator takes for a line end."""
    data = Path(path).read_bytes()
    streams = re.finditer(rb"(?s)/Length (\d+)\b(?! \d+ R).{0,400}?>>\s*stream\r?\n", data)
    ends = [it.end() + int(it[1]) for it in streams]
    sound = all(re.match(rb"\r?\n?endstream", data[end : end + 12]) for end in ends)
    return sound and any(data[end - 1 : end] == b"\r" for end in ends)


def faults(path, report):
    """What breaks a rule, without the one false alarm that is known."""
    known = "STREAM-LENGTH"
    return [it for it in report.failures if not (known in it.rule_id and lengths_hold(path))]


def is_sound(reports):
    return all(report.is_compliant for report in reports.values())


def overlooked(path):
    """The faults put into this print that the validator does not see, and how many could be put in."""
    original, missed, tried = Path(path).read_bytes(), [], 0
    for name, (pattern, replacement) in SPOILED.items():
        spoiled = re.sub(pattern, replacement or (lambda it: it[0].replace(b"TR", b"P ")), original)
        if spoiled == original:
            continue
        tried += 1
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(spoiled)
            file.flush()
            if is_sound(verdicts(file.name)):
                missed.append(name)
    return missed, tried


def prints(names):
    """The PDF files that are named, or that stand in folders that are."""
    for name in map(Path, names):
        yield from sorted(name.rglob("*.pdf")) if name.is_dir() else [name]


def main(names):
    files, faulty, rules, alarms = 0, Counter(), {}, 0
    missed, tried = [], 0
    for path in prints(names):
        files += 1
        reports = verdicts(path)
        for name, report in reports.items():
            rules[name] = report.checks.total
            found = faults(path, report)
            for failure in found:
                print(f"{path}: {name}: {failure.rule_id}: {failure.message}")
            faulty[name] += bool(found)
            alarms += len(report.failures) - len(found)
        if files == 1:
            missed, tried = overlooked(path)
    for name, count in rules.items():
        print(f"{name}: {files} files, {count} checks each, {faulty[name]} files at fault")
    print(f"false alarms of streams that end with a carriage return: {alarms}")
    print(f"faults put in by hand: {tried}, overlooked: {', '.join(missed) or 'none'}")
    return 1 if not files or sum(faulty.values()) or missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
