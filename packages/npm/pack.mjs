// node packages/npm/pack.mjs FOLDER PROGRAM [PLATFORM-ARCH]: the two packages of `npm install sop-ap`, one that starts the program and one
// that carries it for one system, as archives in FOLDER. PLATFORM-ARCH is as Node calls them (linux-x64, win32-x64, darwin-arm64).
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// Systems that a release carries programs for.
const SYSTEMS = ["linux-x64", "linux-arm64", "win32-x64", "darwin-x64", "darwin-arm64"];

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const [folder, program, system = `${process.platform}-${process.arch}`] = process.argv.slice(2);
if (!folder || !program || !SYSTEMS.includes(system)) {
  console.error(`node pack.mjs FOLDER PROGRAM [${SYSTEMS.join("|")}]`);
  process.exit(2);
}
const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
const description = "Membaca, memeriksa, dan mencetak SOP administrasi pemerintahan (PermenPANRB 35/2012)";
const common = { version, description, license: "MIT OR Apache-2.0", keywords: ["sop", "indonesia", "government"] };

function pack(manifest, files) {
  const stage = mkdtempSync(join(tmpdir(), "sop-npm-"));
  try {
    for (const [name, from] of files) copyFileSync(from, join(stage, name));
    for (const [name] of files) if (name.startsWith("sop")) chmodSync(join(stage, name), 0o755);
    writeFileSync(join(stage, "package.json"), JSON.stringify({ ...common, ...manifest }, null, 2) + "\n");
    execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(folder)], { cwd: stage, shell: process.platform === "win32" });
  } finally {
    rmSync(stage, { recursive: true });
  }
}

mkdirSync(folder, { recursive: true });
const [os, cpu] = system.split("-");
const file = os === "win32" ? "sop.exe" : "sop";
const licences = ["LICENSE-MIT", "LICENSE-APACHE"].map((name) => [name, join(root, name)]);
pack({ name: `sop-ap-${system}`, os: [os], cpu: [cpu] }, [[file, resolve(program)], ...licences]);
const carriers = Object.fromEntries(SYSTEMS.map((name) => [`sop-ap-${name}`, version]));
pack(
  { name: "sop-ap", bin: { sop: "sop.js" }, engines: { node: ">=18" }, optionalDependencies: carriers },
  [["sop.js", join(here, "sop.js")], ["README.md", join(root, "README.md")], ...licences],
);
