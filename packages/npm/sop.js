#!/usr/bin/env node
// Runs the program that the package of this system carries, and ends as it ends.
"use strict";

const { spawnSync } = require("node:child_process");

const name = `sop-ap-${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "sop.exe" : "sop";

let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(`galat: paket ${name} tidak terpasang; tidak ada program sop untuk sistem ini`);
  console.error(`error: the package ${name} is not installed; there is no program sop for this system`);
  process.exit(2);
}

const { status, signal, error } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`galat: ${error.message}`);
  process.exit(2);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 2);
