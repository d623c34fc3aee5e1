#!/usr/bin/env python3
"""What the crates behind the readers of office files cost: seconds of build, with what only they bring along, and bytes of the
program.

Builds everything anew into a folder that is thrown away (`TARGET=DIR` keeps it). Seconds are those of the units, added up, as
`cargo build --timings` tells them; bytes are those of the functions that bear the crate's name before symbols are stripped.
"""

import json
import os
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CRATES = ["zip", "quick-xml", "hayro-syntax", "hayro-interpret", "kurbo"]


def graph():
    """Names of packages, what each needs, and ours."""
    told = subprocess.run(["cargo", "metadata", "--format-version=1", "--locked"], cwd=ROOT, check=True, capture_output=True)
    data = json.loads(told.stdout)
    names = {package["id"]: package["name"] for package in data["packages"]}
    is_built = lambda dep: any(kind["kind"] != "dev" for kind in dep["dep_kinds"])
    needs = {node["id"]: [dep["pkg"] for dep in node["deps"] if is_built(dep)] for node in data["resolve"]["nodes"]}
    return names, needs, data["resolve"]["root"]


def reached(start, needs):
    seen, open_ = set(), list(start)
    while open_:
        package = open_.pop()
        if package not in seen:
            seen.add(package)
            open_ += needs[package]
    return seen


def main():
    names, needs, root = graph()
    ours = {names[package]: package for package in needs[root]}
    others = reached([package for name, package in ours.items() if name not in CRATES], needs)
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(os.environ.get("TARGET", temporary))
        # Names of functions are needed; they are no part of the program that is shipped.
        settings = {"CARGO_TARGET_DIR": str(target), "CARGO_PROFILE_RELEASE_STRIP": "none"}
        build = ["cargo", "build", "--release", "--locked", "--timings"]
        subprocess.run(build, cwd=ROOT, env={**os.environ, **settings}, check=True)
        page = (target / "cargo-timings/cargo-timing.html").read_text()
        units = json.loads(re.search(r"const UNIT_DATA = (\[.*?\]);", page, re.S).group(1))
        listing = ["nm", "--print-size", "--demangle", "--radix=d", target / "release/sop"]
        symbols = subprocess.run(listing, check=True, capture_output=True, text=True).stdout
    seconds = Counter()
    for unit in units:
        seconds[unit["name"]] += unit["duration"]
    bytes_ = Counter()
    for line in symbols.splitlines():
        parts = line.split(" ", 3)
        owner = re.match(r"<*(?:&|mut |\[|dyn )*(\w+)", parts[3]) if len(parts) == 4 and parts[2] in "tT" else None
        if owner:
            bytes_[owner.group(1)] += int(parts[1])
    print(f"{'crate':18} {'own':>7} {'with its own':>13} {'bytes':>9}  brings along")
    seen = set(others)
    for name in CRATES:
        more = reached([ours[name]], needs) - seen - {ours[name]}
        seen |= more | {ours[name]}
        along = sorted(names[package] for package in more)
        total = seconds[name] + sum(seconds[it] for it in along)
        size = sum(bytes_[it.replace("-", "_")] for it in [name, *along])
        print(f"{name:18} {seconds[name]:5.1f} s {total:11.1f} s {size / 1000:6.0f} kB  {', '.join(along)}")
    print(f"{'everything':18} {'':7} {sum(seconds.values()):11.1f} s {sum(bytes_.values()) / 1000:6.0f} kB")


main()
