// Runs the program that was built last, and the browser of the machine.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));

/** The root of the repository. */
export const root = resolve(here, "../..");

const passing = [];
process.on("exit", () => passing.forEach((made) => rmSync(made, { recursive: true, force: true })));

/** An empty folder that is gone when the tests have ended. */
export function passingFolder() {
  const made = mkdtempSync(join(tmpdir(), "sop-browser-"));
  passing.push(made);
  return made;
}

/** A folder of this run; what is made stays there to be looked at where SHOTS names one. */
export const folder = process.env.SHOTS ? resolve(process.env.SHOTS) : passingFolder();
mkdirSync(folder, { recursive: true });

/** Names of the examples. */
export const examples = readdirSync(join(root, "examples"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length));

/** The program. */
export const program = process.env.SOP ?? join(root, "target/debug/sop");

/** What the program prints. */
export function sop(...args) {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** What the program makes of an example. */
export function rendered(name, format) {
  return sop("render", join(root, "examples", `${name}.yaml`), "--to", format);
}

/** Writes a file of this run. */
export function write(name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** A file of an npm package, as text. */
export function ofPackage(path) {
  return readFileSync(join(here, "node_modules", path), "utf8");
}

/** Starts the browser; a page that asks for anything from outside fails. */
export async function browser() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executablePath = places.find((path) => path && existsSync(path));
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}

/** An empty page that tells what went wrong in it. */
export async function emptyPage(started, content = "") {
  const page = await started.newPage({ viewport: { width: 1600, height: 1200 } });
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith("http://page.invalid/")) faults.push(`asks for ${request.url()}`);
  });
  await page.route("http://page.invalid/**", (route) => serve(route, content));
  await page.goto("http://page.invalid/");
  return { page, faults };
}

/** The page itself, and files of npm packages below it. */
function serve(route, content) {
  const path = decodeURIComponent(new URL(route.request().url()).pathname);
  if (path === "/") {
    return route.fulfill({ contentType: "text/html", body: `<!doctype html><meta charset="utf-8">${content}` });
  }
  const file = join(here, "node_modules", path);
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
  const type = path.endsWith("js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "application/octet-stream";
  return route.fulfill({ contentType: type, body: readFileSync(file) });
}
