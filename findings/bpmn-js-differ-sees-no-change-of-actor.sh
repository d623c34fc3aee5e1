#!/usr/bin/env bash
# bpmn-js-differ 3.2.0 finds no difference between two processes in which another person does the work: lanes are not compared.
#
# In BPMN 2.0 a lane says who acts, by the list of its nodes (`flowNodeRef`). The library reports added, removed, changed and laid out elements,
# and goes through the properties that the metamodel knows, so that a flow with another target counts as a change. A task that moved from the
# lane of the head to that of the staff is in none of the four lists, nor are the two lanes, while a new letter in its name is. A file
# without a diagram, as programs write it, thus compares as equal although the responsibility is another one; with a diagram the task counts
# as laid out anew, like one that was pushed ten points aside.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund bpmn-js-differ@3.2.0 bpmn-moddle@10.3.1
cat >compare.mjs <<'JS'
import { diff } from "bpmn-js-differ";
import { BpmnModdle } from "bpmn-moddle";

const read = async ({ staff, head, name = "Menetapkan izin", target = "catat" }) => {
  const lane = (id, title, nodes) =>
    `<lane id="${id}" name="${title}">${nodes.map((node) => `<flowNodeRef>${node}</flowNodeRef>`).join("")}</lane>`;
  const file = await new BpmnModdle().fromXML(`<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:example:sop">
  <process id="p">
    <laneSet id="set">${lane("staf", "Staf", staff)}${lane("kepala", "Kepala", head)}</laneSet>
    <task id="tetapkan" name="${name}"/><task id="catat" name="Mencatat"/><task id="kirim" name="Mengirim"/>
    <sequenceFlow id="f" sourceRef="tetapkan" targetRef="${target}"/>
  </process>
</definitions>`);
  if (file.warnings.length) throw new Error(`not valid: ${file.warnings}`);
  return file.rootElement;
};
const before = { staff: ["catat", "kirim"], head: ["tetapkan"] };
const seen = [];
console.log("bpmn-js-differ 3.2.0");
for (const [what, after] of [
  ["another name  ", { ...before, name: "Menetapkan izin usaha" }],
  ["another target", { ...before, target: "kirim" }],
  ["another actor ", { staff: ["catat", "kirim", "tetapkan"], head: [] }],
]) {
  const found = diff(await read(before), await read(after));
  const ids = ["_added", "_removed", "_changed", "_layoutChanged"].flatMap((list) => Object.keys(found[list]));
  console.log(`${what}: ${ids.length ? ids.join(", ") : "no difference"}`);
  seen.push(ids.join("+"));
}
if (seen.join() !== "tetapkan,f,") {
  console.error("changed: lanes are compared another way now");
  process.exit(1);
}
JS
node compare.mjs
