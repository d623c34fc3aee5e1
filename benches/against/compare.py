#!/usr/bin/env python3
"""Two builds of `sop` side by side on the same documents: CPU, wall time, memory, instructions, and the cold start.

    python3 benches/against/compare.py OLD NEW [--documents 10000] [--runs 3] [--only check,convert]

OLD and NEW are programs (`cargo build --release` of two commits). The documents are made by `cargo run --example documents`
and are the same at each run. The builds take turns, and the best of all runs counts. Needs `cargo` and `rustc`; `valgrind`
for the instructions, which are left out aloud where it is missing.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# Instructions are counted a hundred times slower than they run, so on fewer documents.
COUNTED = 80
COLD_RUNS = 60
STEPS = 14


def run(command, threads=None):
    """Seconds of CPU and of wall time, and megabytes at the peak, of one command; its output goes nowhere."""
    environment = dict(os.environ)
    if threads:
        environment["RAYON_NUM_THREADS"] = str(threads)
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def instructions(command):
    """Instructions of one command as callgrind counts them; less than perfectly steady, for addresses differ."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    environment = dict(os.environ, RAYON_NUM_THREADS="1")
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment)
    collected = [line for line in done.stderr.splitlines() if "Collected" in line]
    return int(collected[0].split(":")[1])


def documents(folder, count):
    command = ["cargo", "run", "--quiet", "--locked", "--example", "documents", "--", str(count), str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True)


def prints(folder, program):
    """Two hundred SOPs of 14 steps, as YAML."""
    text = folder / "satu.txt"
    head = "Nama SOP\t: Pengelolaan Surat Masuk\nNomor SOP\t: 065/12/SOP/2023\n\n"
    table = "No\tKegiatan\tKepala Dinas\tSekretaris\tArsiparis\tKelengkapan\tWaktu\tOutput\tKeterangan\n"
    lanes = ["v\t\t", "\tv\t", "\t\tv"]
    rows = [f"{n}\tMemeriksa surat {n}\t{lanes[n % 3]}\tSurat {n}\t10 menit\tSurat terperiksa {n}\t\n" for n in range(1, STEPS + 1)]
    text.write_text(head + table + "".join(rows), encoding="utf-8")
    made = subprocess.run([program, "convert", text], capture_output=True, check=True).stdout
    batch = folder / "cetak"
    batch.mkdir()
    for at in range(200):
        (batch / f"{at:03}.yaml").write_bytes(made)
    return batch


def compare(title, old, new, target, measure, form="{:8.3f}"):
    """The best of each, in turns, and how they stand to each other."""
    best = {}
    for _ in range(measure["runs"]):
        for name, program in (("old", old), ("new", new)):
            values = measure["take"](program)
            best[name] = [min(pair) for pair in zip(best.get(name, values), values)]
    for at, unit in enumerate(measure["units"]):
        before, after = best["old"][at], best["new"][at]
        wanted = f"  (asked: {target[at]})" if target[at] else ""
        print(f"{title:28} {unit:14} {form.format(before)} {form.format(after)}   x {after / before:.2f}{wanted}", flush=True)


def empty_program(folder):
    """The least that a Rust program costs to start."""
    source = folder / "kosong.rs"
    source.write_text("fn main() {}\n", encoding="utf-8")
    program = folder / "kosong"
    subprocess.run(["rustc", "-O", "-o", program, source], check=True)
    return program


def cold(command):
    """The median of many cold starts, in milliseconds."""
    return sorted(run(command)[1] for _ in range(COLD_RUNS))[COLD_RUNS // 2] * 1000


def main():
    said = argparse.ArgumentParser()
    said.add_argument("old")
    said.add_argument("new")
    said.add_argument("--documents", type=int, default=10000)
    said.add_argument("--runs", type=int, default=3)
    said.add_argument("--only", default="check,convert,pdf,counted,cold")
    said = said.parse_args()
    old, new = (str(Path(it).resolve()) for it in (said.old, said.new))
    wanted = said.only.split(",")
    print(f"{'':28} {'':14} {'old':>8} {'new':>8}")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        many, few, out = folder / "banyak", folder / "sedikit", folder / "hasil"
        documents(many, said.documents)
        documents(few, COUNTED)

        def convert(program, source, threads=1):
            shutil.rmtree(out, ignore_errors=True)
            return run([program, "convert", source, "-o", out], threads)

        units = ["CPU s", "wall s", "peak MB"]
        if "check" in wanted:
            one = {"runs": said.runs, "units": units, "take": lambda it: run([it, "check", many], 1)}
            compare("check, one thread", old, new, ["0.33", None, "0.50"], one)
            two = {"runs": said.runs, "units": units, "take": lambda it: run([it, "check", many])}
            compare("check, all cores", old, new, [None, None, "0.50"], two)
        if "convert" in wanted:
            one = {"runs": said.runs, "units": units, "take": lambda it: convert(it, many)}
            compare("convert, one thread", old, new, ["0.33", None, None], one)
        if "pdf" in wanted:
            batch = prints(folder, new)

            def draw(program):
                shutil.rmtree(out, ignore_errors=True)
                return run([program, "render", batch, "--to", "pdf", "-o", out], 1)

            compare("PDF of 200, one thread", old, new, ["0.7", None, None], {"runs": said.runs, "units": units, "take": draw})
        if "counted" in wanted and shutil.which("valgrind"):
            check = {"runs": 1, "units": ["instructions"], "take": lambda it: [instructions([it, "check", few])]}
            compare(f"check of {COUNTED}", old, new, ["0.30"], check, "{:12.0f}")
        elif "counted" in wanted:
            print("LEFT OUT: instructions (they need valgrind)")
        if "cold" in wanted:
            empty, text = empty_program(folder), sorted(few.iterdir())[0]
            base = cold([empty])
            for program in (old, new):
                asked, checked = cold([program, "--version"]) / base, cold([program, "check", text]) / base
                print(f"cold, x empty program ({base:.2f} ms)  --version {asked:.2f} (asked: 1.2)   check {checked:.2f} (asked: 2.0)")


if __name__ == "__main__":
    main()
