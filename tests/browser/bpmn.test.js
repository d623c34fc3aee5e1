// BPMN as bpmn-js and bpmnlint have it: every example opens without a warning, is drawn, keeps the rules, and comes back equal
// after the editor has saved it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import { browser, emptyPage, examples, rendered, root, sop, write } from "./program.js";

const require = createRequire(import.meta.url);
const { Linter } = require("bpmnlint");
const NodeResolver = require("bpmnlint/lib/resolver/node-resolver");

const EDITOR = `
  <link rel="stylesheet" href="/bpmn-js/dist/assets/bpmn-js.css">
  <link rel="stylesheet" href="/bpmn-js/dist/assets/diagram-js.css">
  <link rel="stylesheet" href="/bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css">
  <style>html, body, #canvas { margin: 0; width: 100%; height: 100%; background: white }</style>
  <div id="canvas"></div>
  <script src="/bpmn-js/dist/bpmn-modeler.development.js"></script>`;

let started;
before(async () => { started = await browser(); });
after(async () => { await started?.close(); });

/** Opens a file in the editor: its warnings, and the file as the editor saves it. */
async function edited(xml, name, change) {
  const { page, faults } = await emptyPage(started, EDITOR);
  const result = await page.evaluate(async ([xml, change]) => {
    const modeler = new window.BpmnJS({ container: "#canvas" });
    window.modeler = modeler;
    const { warnings } = await modeler.importXML(xml);
    if (change) new Function("modeler", change)(modeler);
    const saved = await modeler.saveXML({ format: true });
    const box = modeler.get("canvas").viewbox().inner;
    return { warnings: warnings.map((it) => it.message), saved: saved.xml, width: box.width, height: box.height };
  }, [xml, change ?? null]);
  const size = { width: Math.ceil(result.width) + 40, height: Math.ceil(result.height) + 40 };
  await page.setViewportSize({ width: Math.min(size.width, 4000), height: Math.min(size.height, 8000) });
  await page.addStyleTag({ content: ".djs-palette, .bjs-powered-by { display: none !important }" });
  await page.evaluate(() => { const canvas = window.modeler.get("canvas"); canvas.resized(); canvas.zoom("fit-viewport"); });
  const shot = await page.screenshot();
  write(`${name}.png`, shot);
  await page.close();
  assert.deepEqual(faults, [], name);
  return { ...result, shot };
}

for (const name of examples) {
  test(`${name} opens in the editor and comes back equal`, async () => {
    const xml = rendered(name, "bpmn");
    const { warnings, saved } = await edited(xml, name);
    assert.deepEqual(warnings, []);
    const path = write(`${name}.bpmn`, saved);
    assert.equal(sop("convert", path), sop("convert", join(root, "examples", `${name}.yaml`)));
  });

  test(`${name} keeps the rules of bpmnlint`, async () => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(rendered(name, "bpmn"));
    assert.deepEqual(warnings, []);
    const linter = new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });
    const found = await linter.lint(rootElement);
    assert.deepEqual(found, {});
  });
}
