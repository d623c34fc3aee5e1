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

const RICH = `versi: 1
identitas: {nama: "Rapat <b>\\"koordinasi\\"</b> & tindak lanjut"}
pelaksana:
  - {id: a, nama: Kepala Bagian Perencanaan dan Keuangan}
  - {id: b, nama: "<script>window.ran = 1</script>"}
kegiatan:
  - {subjudul: Persiapan}
  - {subjudul: Undangan}
  - {nomor: 1, uraian: Menyusun undangan, pelaksana: a, waktu: 1 jam, lanjut: [2, 3]}
  - {nomor: 2, uraian: Menyiapkan ruang, pelaksana: b, lanjut: 4, keterangan: "Ruang rapat utama, bila penuh ruang rapat kecil"}
  - {nomor: 3, uraian: Menyiapkan bahan, pelaksana: a, kelengkapan: [Bahan tahun lalu yang sudah diperbaiki oleh semua bidang], lanjut: 4}
  - {subjudul: Pelaksanaan}
  - nomor: 4
    uraian: Memimpin rapat dan memutuskan apakah bahan yang disusun oleh semua bidang sudah dapat dipakai atau masih perlu diperbaiki lagi
    pelaksana: a
    bersama: [b]
    cabang:
      - {label: Disetujui dengan catatan, ke: 5}
      - {label: Ditunda sampai rapat berikutnya, ke: 1}
      - {label: Ditolak, ke: selesai}
  - {nomor: 5, uraian: Membagikan notula, waktu: 1 hari}
`;

test("subheadings, long words and hostile names are drawn as they stand", async () => {
  const path = write("rich.yaml", RICH);
  const xml = sop("render", path, "--to", "bpmn");
  const { warnings, saved } = await edited(xml, "rich");
  assert.deepEqual(warnings, []);
  assert.equal(sop("convert", write("rich.bpmn", saved)), sop("convert", path));
});

test("what is changed in the editor is read from the drawing", async () => {
  const change = `
    const registry = modeler.get("elementRegistry"), modeling = modeler.get("modeling"), factory = modeler.get("elementFactory");
    modeling.updateProperties(registry.get("Task_2_1"), { name: "Menelaah surat" });
    modeling.updateProperties(registry.get("Lane_3"), { name: "Camat Sukamaju" });
    modeling.removeElements([registry.get("Time_4")]);
    const last = registry.get("Task_5_1");
    const flow = last.outgoing.find((it) => it.type === "bpmn:SequenceFlow");
    const task = factory.createShape({ type: "bpmn:Task" });
    modeling.createShape(task, { x: last.x + 75, y: last.y + 130 }, last.parent);
    modeling.updateProperties(task, { name: "Mencatat hasil" });
    modeling.connect(task, flow.target);
    modeling.reconnectEnd(flow, task, { x: task.x, y: task.y });`;
  const { saved } = await edited(rendered("surat-masuk", "bpmn"), "edited", change);
  const before = sop("convert", join(root, "examples/surat-masuk.yaml"));
  const after = sop("convert", write("edited.bpmn", saved));
  const gone = before.split("\n").filter((line) => !after.split("\n").includes(line));
  assert.deepEqual(gone, [
    "  - {id: camat, nama: Camat}",
    "    uraian: Menelaah isi surat dan menuliskan saran pada lembar disposisi",
    "    waktu: 1 hari kerja",
  ]);
  const steps = [...after.matchAll(/nomor: (\d+)\n    uraian: (.*)\n    pelaksana: (.*)/g)].map(([, ...it]) => it);
  assert.equal(steps.length, 7);
  assert.deepEqual(steps[1], ["2", "Menelaah surat", "sekcam"]);
  assert.deepEqual(steps[5], ["6", "Mencatat hasil", "sekcam"]);
  assert.match(after, /nama: Camat Sukamaju/);
});
