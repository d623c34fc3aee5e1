// The items of a list as they are written: parted by Enter and by pasted lines, joined by Backspace and Delete.

import { edit } from "./changes.js";
import { changed, state } from "./state.js";

/** What the items of a list say. */
const itemsOf = (list) => [...list.querySelectorAll("textarea")].map((it) => it.value);

/** Lets a list have these items, as they are shown. */
function setItems(list, items) {
  const key = list.dataset.list;
  state.draft = { key, items };
  edit({ do: "set", key, text: items.join("\n") }, key);
}

/** Lets a list have these items, and goes on in one of them. */
function goOn(list, items, at, caret) {
  setItems(list, items);
  const { draft } = state;
  changed(true);
  // Where the field that had the focus is gone, the list was left for a moment.
  state.draft = draft;
  const area = list.querySelectorAll("textarea")[at];
  area.focus();
  area.setSelectionRange(caret, caret);
}

/** Enter goes to the next item, or parts one in two. */
function nextItem(element) {
  const list = element.closest("[data-list]");
  const [items, at] = [itemsOf(list), Number(element.dataset.item)];
  const [before, after] = [element.value.slice(0, element.selectionStart), element.value.slice(element.selectionEnd)];
  if (!element.value.trim()) return;
  const isFree = !after.trim() && items[at + 1]?.trim() === "";
  items.splice(at, isFree ? 2 : 1, before.trimEnd(), after.trimStart());
  goOn(list, items, at + 1, 0);
}

/** Backspace at the start of an item, or Delete at the end of one, joins two. Whether there is another one. */
function joinItems(element, isBackwards) {
  const list = element.closest("[data-list]");
  const [items, own] = [itemsOf(list), Number(element.dataset.item)];
  const at = isBackwards ? own - 1 : own;
  const [one, other] = [items[at], items[at + 1]];
  if (one === undefined || other === undefined) return false;
  const start = one.trim() && other.trim() ? `${one.trimEnd()} ` : one || "";
  items.splice(at, 2, start + other);
  goOn(list, items, at, isBackwards ? start.length : one.length);
  return true;
}

/** Several lines in an item are as many items. */
function partItem(element) {
  const list = element.closest("[data-list]");
  const [items, at, caret] = [itemsOf(list), Number(element.dataset.item), element.selectionStart];
  const [before, after] = [element.value.slice(0, caret).split("\n"), element.value.slice(caret).split("\n")];
  const last = before.pop();
  const isSaid = (line) => line.trim() !== "";
  const above = before.filter(isSaid);
  items.splice(at, 1, ...above, last + after.shift(), ...after.filter(isSaid));
  goOn(list, items, at + above.length, last.length);
}

/** What is typed in an item. */
export function typedItem(element) {
  const list = element.closest("[data-list]");
  if (element.value.includes("\n")) return partItem(element);
  const items = itemsOf(list);
  setItems(list, items);
  // Below the last one a new one waits.
  if (Number(element.dataset.item) + 1 === items.length) changed();
}

/** Keys that make one item of two, or two of one; whether it was one of them. */
export function inItem({ key, target, altKey, ctrlKey, isComposing, repeat }) {
  if (altKey || isComposing) return false;
  if (key === "Enter") {
    nextItem(target);
    return true;
  }
  // A key that is held deletes no more than the item it began in.
  const isMarked = target.selectionStart !== target.selectionEnd;
  if (isMarked || ctrlKey || repeat) return false;
  if (key === "Backspace" && target.selectionStart === 0) return joinItems(target, true);
  return key === "Delete" && target.selectionEnd === target.value.length && joinItems(target, false);
}
