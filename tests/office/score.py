"""What `sop convert` reads from made office files, against their gold: precision, recall, and F1 by group and dialect.

    python3 tests/office/score.py target/release/sop target/office [--dialect NAME]... [-v]

Wants PyYAML. Groups: identity, sections, steps (texts of the rows), lanes (actor columns), actors (who has a symbol in which
row), symbols (and of which kind), edges (from, kind, to), together (who acts in one act). `-v` names what is wrong in each file.
Ends with 1 where a group of a dialect falls below its target.
"""

import argparse
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from flow import Symbols, symbols_of

SECTIONS = ["dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan_perlengkapan", "peringatan", "pencatatan_pendataan"]
GROUPS = ["identity", "sections", "steps", "lanes", "actors", "symbols", "edges", "together"]
TARGETS = {"identity": 0.99, "steps": 0.99, "actors": 0.98, "edges": 0.97}


def main():
    """Prints one row a dialect and group; 1 where a target is missed."""
    options = arguments()
    out = Path(options.out)
    names = options.dialect or sorted(path.name for path in out.iterdir() if path.is_dir() and path.name != "gold")
    print(f"{'dialect':<18}{'files':>6}" + "".join(f"{group:>10}" for group in GROUPS) + "   (F1; below it precision and recall)")
    missed = False
    for name in names:
        missed |= report(name, score_dialect(options, out, name))
    return 1 if missed else 0


def arguments():
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("out")
    parser.add_argument("--dialect", action="append")
    parser.add_argument("--only", help="files whose name holds this")
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser.parse_args()


def score_dialect(options, out, name):
    """Counts of one dialect: group → (right, invented, missed), and the number of files."""
    files = [path for path in sorted((out / name).iterdir()) if (out / "gold" / f"{path.stem}.yaml").exists()]
    files = [path for path in files if not options.only or options.only in path.name]
    totals = {group: [0, 0, 0] for group in GROUPS}
    with ThreadPoolExecutor(2) as pool:
        for path, (model, trouble) in zip(files, pool.map(lambda path: read(options.binary, path), files)):
            gold = yaml.safe_load((out / "gold" / f"{path.stem}.yaml").read_text(encoding="utf-8"))
            wrong = [f"  ! {trouble}"] if trouble else []
            for group, (right, invented, lost) in compare(gold, model).items():
                for at, facts in enumerate((right, invented, lost)):
                    totals[group][at] += sum(facts.values())
                wrong += [f"  + {group}: {fact}" for fact in invented] + [f"  - {group}: {fact}" for fact in lost]
            if options.verbose and wrong:
                print(f"{name}/{path.name}", *wrong, sep="\n")
    return len(files), totals


def read(binary, path):
    """What the program reads from a file, and what went wrong, if anything."""
    try:
        done = subprocess.run([binary, "convert", str(path)], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return {}, "took longer than a minute"
    said = done.stderr.decode(errors="replace").strip().splitlines()
    try:
        found = [model for model in yaml.safe_load_all(done.stdout.decode()) if isinstance(model, dict)]
    except yaml.YAMLError as error:
        return {}, f"no YAML: {error}"
    if done.returncode not in (0, 1) or not found:
        return {}, f"exit code {done.returncode}: {' '.join(said)[:300]}"
    return found[0], f"{len(found)} SOPs in one file" if len(found) > 1 else ""


def compare(gold, model):
    """Group → the facts that are right, invented, and lost."""
    one, other = facts_of(gold), facts_of(model)
    return {group: (one[group] & other[group], other[group] - one[group], one[group] - other[group]) for group in GROUPS}


def facts_of(model):
    """Group → all facts that a model states, counted."""
    names = {actor["id"]: plain(actor.get("nama", actor["id"])) for actor in model.get("pelaksana") or []}
    drawn = safe_symbols(model)

    def at(place):
        return None if place is None else f"{place.step}.{names.get(place.actor, place.actor)}"

    return {
        "identity": Counter(identity_facts(model.get("identitas") or {})),
        "sections": Counter((key, plain(item)) for key in SECTIONS for item in model.get(key) or []),
        "steps": Counter(step_facts(model)),
        "lanes": Counter(names.values()),
        "actors": Counter(at(place) for place in drawn.kinds),
        "symbols": Counter((at(place), kind) for place, kind in drawn.kinds.items()),
        "edges": Counter({(at(edge.source), edge.kind, at(edge.target)) for edge in drawn.edges}),
        "together": Counter(together_facts(drawn, at)),
    }


def safe_symbols(model):
    """The symbols of a model; a model read wrongly may name targets that do not exist."""
    try:
        return symbols_of(model)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        print(f"  ! flow not understood: {error!r}")
        return Symbols()


def together_facts(drawn, at):
    """Who acts together in one step, without who leads: the drawing does not tell."""
    groups = {}
    for pair in filter(None, drawn.together):
        groups.setdefault(pair[0].step, set()).update(at(place) for place in pair)
    return [(step, " & ".join(sorted(group))) for step, group in groups.items()]


def identity_facts(identity):
    """Every field of the identity block."""
    flat = {key: value for key, value in identity.items() if key != "disahkan_oleh"}
    flat |= {f"disahkan_oleh/{key}": value for key, value in (identity.get("disahkan_oleh") or {}).items()}
    return [(key, plain(value)) for key, value in flat.items() if not isinstance(value, dict)]


def step_facts(model):
    """Every text of every row."""
    facts = []
    for step in model.get("kegiatan") or []:
        for key in ("uraian", "waktu", "keterangan"):
            if step.get(key) not in (None, ""):
                facts.append((step["nomor"], key, plain(step[key])))
        for key in ("kelengkapan", "output"):
            facts += [(step["nomor"], key, plain(item)) for item in step.get(key) or []]
    return facts


def plain(value):
    """A value as text, case and spaces aside."""
    return " ".join(str(value).split()).casefold()


def report(name, scored):
    """Prints the rows of one dialect; whether a target is missed."""
    files, totals = scored
    figures = {group: measure(*counts) for group, counts in totals.items()}
    shown = "".join(f"{f1:>9.3f}{'*' if f1 < TARGETS.get(group, 0) else ' '}" for group, (_, _, f1) in figures.items())
    print(f"{name:<18}{files:>6}{shown}")
    print(f"{'':<24}" + "".join(f"{f'{precision:.2f}/{recall:.2f}':>9} " for precision, recall, _ in figures.values()))
    return any(figures[group][2] < target for group, target in TARGETS.items())


def measure(right, invented, lost):
    """Precision, recall, and F1; nothing asked and nothing said is right."""
    precision = right / (right + invented) if right + invented else 1.0
    recall = right / (right + lost) if right + lost else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    sys.exit(main())
