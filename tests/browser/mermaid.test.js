// Mermaid as its own package draws it: every example is drawn with its lanes and steps, and no text of an SOP runs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, emptyPage, examples, rendered, sop, write } from "./program.js";

let started;
before(async () => { started = await browser(); });
after(async () => { await started?.close(); });

const PAGE = `<div id="drawing"></div><script type="module">
  import mermaid from "/mermaid/dist/mermaid.esm.min.mjs";
  mermaid.initialize({ startOnLoad: false, securityLevel: "loose" });
  window.mermaid = mermaid;
</script>`;

/** Draws a text: the words of the drawing. */
async function drawn(text, name) {
  const { page, faults } = await emptyPage(started, PAGE);
  await page.waitForFunction(() => window.mermaid);
  const words = await page.evaluate(async (text) => {
    await window.mermaid.parse(text);
    const { svg } = await window.mermaid.render("drawn", text);
    document.getElementById("drawing").innerHTML = svg;
    return document.getElementById("drawing").textContent.replace(/\s+/g, " ");
  }, text);
  await page.screenshot({ fullPage: true }).then((shot) => write(`${name}.mermaid.png`, shot));
  const ran = await page.evaluate(() => window.ran ?? null);
  await page.close();
  assert.deepEqual(faults, [], name);
  assert.equal(ran, null);
  return words;
}

for (const name of examples) {
  test(`${name} is drawn`, async () => {
    const words = await drawn(rendered(name, "mermaid"), name);
    assert.match(words, /Mulai/);
    assert.match(words, /Selesai/);
  });
}

test("hostile texts are drawn as they stand", async () => {
  const hostile = [
    `<img src=x onerror="window.ran=1">`,
    `"]; click Task_1_1 call alert("x")`,
    `end`,
    "`**tebal**` %% #quot; {{x}} %%{init: {}}%%",
    `A --> B | C & D`,
  ];
  const steps = hostile.map((text, at) => `  - {nomor: ${at + 1}, uraian: ${JSON.stringify(text)}, pelaksana: a}`);
  const actor = JSON.stringify(`end"] <script>window.ran = 1</script>`);
  const yaml = `versi: 1\nidentitas: {nama: "x\\"] subgraph"}\npelaksana:\n  - {id: a, nama: ${actor}}\nkegiatan:\n${steps.join("\n")}\n`;
  const words = await drawn(sop("render", write("hostile.yaml", yaml), "--to", "mermaid"), "hostile");
  for (const text of hostile) assert.ok(words.includes(text.replace(/\s+/g, " ")), `${text} in ${words}`);
});

test("a step without an actor has a lane that says so", async () => {
  const yaml = "versi: 1\nkegiatan:\n  - {nomor: 1, uraian: Mencatat surat}\n  - {nomor: 2, uraian: Menyimpan surat}\n";
  const words = await drawn(sop("render", write("nobody.yaml", yaml), "--to", "mermaid"), "nobody");
  assert.match(words, /\(pelaksana tidak disebut\)/);
});
