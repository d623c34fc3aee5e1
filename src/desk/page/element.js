// Elements made from data, never from markup: what a document says is text and stays text.

const SVG = "http://www.w3.org/2000/svg";
const DRAWN = new Set(["svg", "path", "rect", "circle", "polyline", "g"]);

/** An element with attributes and children; `false`, `null` and `undefined` are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = DRAWN.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "value" && "value" in element) {
      element.value = value;
      // What is compared when a fresh element takes the place of this one.
      element.fresh = String(value);
    } else if (name === "checked") element.checked = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== false && child !== null && child !== undefined) {
      element.append(child);
    }
  }
}

let isForced = false;

/** Draws so that also the field with the focus shows what the document says. */
export function forced(draw) {
  isForced = true;
  draw();
  isForced = false;
}

/** An element that stands for what is on the screen already, or is made anew where that has another version. */
export function versioned(tag, attributes, version, make) {
  const shown = document.querySelector(`${tag}[data-key="${CSS.escape(attributes["data-key"])}"]`);
  const isSame = !isForced && shown?.dataset.version === version;
  const element = h(tag, { ...attributes, "data-version": version }, isSame ? null : make());
  if (isSame) element.make = make;
  return element;
}

/** An element that does not come to where it stands already, with all that it was to have in common with what stands there. */
function filled(element) {
  const within = element.querySelectorAll?.("[data-version]") ?? [];
  for (const it of [element, ...within]) if (it.make) append(it, [it.make()]);
  return element;
}

/** A short name of a text, the same for the same text. */
export function digest(text) {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return `${text.length}:${sum}`;
}

/** Makes an element like a fresh one, keeping what is the same, and what a person is typing. */
export function morph(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || keyOf(old) !== keyOf(fresh)) {
    old.replaceWith(filled(fresh));
    return fresh;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return old;
  }
  if (!isForced && old.dataset?.version && old.dataset.version === fresh.dataset.version) return old;
  for (const { name } of [...old.attributes]) {
    const isKept = name === "open" && (old.nodeName === "DETAILS" || old.nodeName === "DIALOG");
    if (!fresh.hasAttribute(name) && !isKept) old.removeAttribute(name);
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  if (old.nodeName !== "TEXTAREA") morphChildren(old, fresh);
  if ("value" in old && fresh.fresh !== undefined) refill(old, fresh);
  if (old.type === "checkbox" || old.type === "radio") old.checked = fresh.checked;
  return old;
}

/** The value of a field, unless a person is at it. */
function refill(old, fresh) {
  const isActive = old === document.activeElement && (old.nodeName === "INPUT" || old.nodeName === "TEXTAREA");
  // What is only sent by a button stays as it is written until the program says something else.
  const isOwn = old.dataset.own !== undefined && old.fresh === fresh.fresh;
  old.fresh = fresh.fresh;
  if (isOwn || (isActive && !isForced) || old.value === fresh.value) return;
  const caret = isActive ? old.selectionStart : null;
  old.value = fresh.value;
  if (caret !== null) old.setSelectionRange(caret, caret);
}

function keyOf(node) {
  return node.dataset?.key ?? "";
}

/** The children of one take the place of those of the other; one with a key stays the same, wherever others come or go. */
export function morphChildren(old, fresh) {
  const wanted = [...fresh.childNodes];
  const keys = new Set(wanted.map(keyOf));
  [...old.childNodes].filter((it) => !keys.has(keyOf(it))).forEach((it) => it.remove());
  wanted.forEach((child, at) => {
    const there = old.childNodes[at];
    if (!there) old.append(filled(child));
    else if (keyOf(there) === keyOf(child)) morph(there, child);
    else old.insertBefore(filled(child), there);
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

/** Text in which what stands between backticks is a quotation. */
export function quoted(text) {
  return text.split("`").map((part, at) => (at % 2 ? h("q", {}, part) : part));
}

/** The shape of a symbol. */
export function symbol(name) {
  const line = { fill: "none", stroke: "currentColor", "stroke-width": "1.6" };
  const shapes = {
    mulai: () => h("rect", { x: 2, y: 4, width: 28, height: 12, rx: 6, ...line }),
    selesai: () => h("rect", { x: 2, y: 4, width: 28, height: 12, rx: 6, ...line, "stroke-width": "2.4" }),
    proses: () => h("rect", { x: 3, y: 4, width: 26, height: 12, ...line }),
    keputusan: () => h("path", { d: "M16 1l13 9-13 9-13-9z", ...line }),
    dokumen: () => h("path", { d: "M4 3h24v13c-6-4-9 3-14 2s-6-3-10-1z", ...line }),
    bersama: () => h("path", { d: "M3 10h26M16 4v12", ...line, "stroke-dasharray": "3 2" }),
  };
  const shape = shapes[name];
  return h("svg", { viewBox: "0 0 32 20", class: "symbol", "aria-hidden": "true", focusable: "false" }, shape ? shape() : null);
}
