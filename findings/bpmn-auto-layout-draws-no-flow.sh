#!/usr/bin/env bash
# bpmn-auto-layout 1.3.0 draws neither arrows nor order for a process that tells each flow once; told twice, the same process is laid out.
#
# In BPMN 2.0 a sequence flow names its ends (`sourceRef`, `targetRef`, both required). The node may name its flows again (`incoming`,
# `outgoing`; `minOccurs="0"` in the schema of the OMG), and a writer that leaves out what is told already is right. The library asks
# the nodes alone: a chain of three becomes three shapes one above the other without one arrow, as if each were a start of its own.
# It ends without a warning, and its README lists what it does not lay out (messages, groups, notes) without a word of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund bpmn-auto-layout@1.3.0
cat >draw.mjs <<'JS'
import { layoutProcess } from "bpmn-auto-layout";

const process_of = (start, task, end) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:example:sop">
  <process id="p" isExecutable="false">
    <startEvent id="mulai">${start}</startEvent>
    <task id="periksa" name="Memeriksa berkas">${task}</task>
    <endEvent id="selesai">${end}</endEvent>
    <sequenceFlow id="f1" sourceRef="mulai" targetRef="periksa"/>
    <sequenceFlow id="f2" sourceRef="periksa" targetRef="selesai"/>
  </process>
</definitions>`;
const twice = process_of("<outgoing>f1</outgoing>", "<incoming>f1</incoming><outgoing>f2</outgoing>", "<incoming>f2</incoming>");
const seen = [];
console.log("bpmn-auto-layout 1.3.0");
for (const [name, text] of [["flows told once ", process_of("", "", "")], ["flows told twice", twice]]) {
  const drawn = await layoutProcess(text);
  const arrows = [...drawn.matchAll(/<bpmndi:BPMNEdge /g)].length;
  const lefts = [...drawn.matchAll(/<dc:Bounds x="(\d+)"/g)].map((it) => Number(it[1]));
  const ordered = lefts[0] < lefts[1] && lefts[1] < lefts[2];
  console.log(`${name}: ${arrows} of 2 arrows, left edges ${lefts.join(", ")}`);
  seen.push(arrows, ordered);
}
if (seen.join() !== "0,false,2,true") {
  console.error("changed: both are drawn alike now");
  process.exit(1);
}
JS
node draw.mjs
