// The upper half of the form: identity, people, sections; and how a field is shown with what is said of it.

import { h, quoted } from "./element.js";
import { about, state } from "./state.js";
import { t } from "./words.js";

const RANK = ["error", "warning", "info"];

const known = new WeakMap();

/** Findings of the document, without notes on its reading, the gravest first. */
export function faults() {
  const { look } = state;
  if (!known.has(look)) known.set(look, RANK.flatMap((rank) => look.findings.filter((it) => it.severity === rank)));
  return known.get(look);
}

/** What the field of that key looks like, by what is said of it. */
export function tone(keys, isUnreadable = false) {
  const doubts = keys.flatMap((key) => about(state.look.form.doubts, key));
  if (isUnreadable || doubts.some((it) => it.how === "unreadable")) return " doubt unreadable";
  return doubts.length ? ` doubt ${doubts[0].how}` : "";
}

/** What is said of those keys and of what lies inside them, and of `whole` alone: values to be reviewed with their button, and marks
 * that lead to findings. Of a row's symbols each value has its name. */
export function remarks(keys, { id = null, whole = null, isNamed = false } = {}) {
  const of = (list) => [...keys.flatMap((key) => about(list, key)), ...list.filter((it) => it.key === whole)];
  const inOrder = (one, other) => faults().indexOf(one) - faults().indexOf(other);
  const [doubts, marks] = [of(state.look.form.doubts), of(faults()).sort(inOrder)];
  if (!doubts.length && !marks.length) return null;
  return h("div", { class: "remarks", "data-key": "said", id }, doubts.map((it) => review(it, isNamed)), marks.length ? h("p", { class: "marks" }, marks.map(mark)) : null);
}

/** What is said of that key alone. */
export function remarksOf(key) {
  return remarks([], { whole: key });
}

/** A value to be reviewed; where several stand together, with its name. */
function review(it, isNamed) {
  const name = isNamed ? `${it.place.split(", ").slice(1).join(", ")}: ` : "";
  const reason = `${it.reason ? `: ${it.reason}` : ""}${it.at ? ` (${it.at})` : ""} `;
  const right = { type: "button", class: "small", "data-act": "confirm", "data-path": it.path, "aria-label": t("right_of", it.place) };
  return h("p", { class: `review ${it.how}`, title: reason.slice(2) }, name, t(it.how), h("span", { class: "reason" }, quoted(reason)), " ", h("button", right, `✓ ${t("right")}`));
}

/** A mark that leads to a finding. */
function mark(it) {
  const at = faults().indexOf(it);
  const words = it.message.replaceAll("`", "");
  return h(
    "button",
    { type: "button", class: `mark ${it.severity}`, "data-act": "to-finding", "data-finding": at, title: words, "aria-label": `${at + 1}. ${it.word}: ${words}` },
    String(at + 1),
  );
}

/** A field that is written in. */
export function field(key, text, { kind = "text", label, isUnreadable = false, hint = null, keys = [key], rows = null }) {
  const id = `f-${key.replaceAll("/", "-")}`;
  const notes = remarks(keys, { id: `${id}-said` });
  const common = {
    id,
    "data-set": key,
    "aria-label": label,
    "aria-describedby": notes ? `${id}-said` : null,
    placeholder: hint,
    spellcheck: "false",
    autocomplete: "off",
    class: `in${tone(keys, isUnreadable)}`,
    value: text,
  };
  const lines = rows ?? Math.max(1, text.split("\n").length);
  const input = kind === "line" ? h("input", { type: "text", ...common }) : h("textarea", { rows: lines, ...common });
  return [input, notes];
}

/** The items of a list as they are shown: those that are written in, else those of the document; an empty one at the end waits for more. */
function shownItems(key, text) {
  const items = state.draft?.key === key ? [...state.draft.items] : text.split("\n").filter((it) => it.trim());
  if (!items.length || items.at(-1).trim()) items.push("");
  return items;
}

/** A list, each item with what is said of it. */
export function list(key, text, { label, isUnreadable = false, hints = true, hint = null }) {
  const items = shownItems(key, text);
  const isSeveral = items.filter((it) => it.trim()).length > 1;
  let position = 0;
  const row = (item, index) => {
    const own = item.trim() ? `${key}/${++position}` : null;
    const isLast = index + 1 === items.length;
    return h("li", { class: isLast && index ? "waiting" : null },
      h("textarea", {
        rows: 1,
        id: `f-${key.replaceAll("/", "-")}-${index + 1}`,
        class: `in${own ? tone([own], isUnreadable) : ""}`,
        "data-item": index,
        "aria-label": `${label}, ${t("item", index + 1)}`,
        placeholder: hint ?? (isLast && hints ? t(index ? "next_item" : "first_item") : null),
        spellcheck: "false",
        value: item,
      }),
      own ? remarksOf(own) : null,
    );
  };
  const isOpen = document.activeElement?.closest("[data-list]")?.dataset.list === key;
  return [h("ul", { class: `items${isSeveral ? " several" : ""}${isOpen ? " open" : ""}`, "data-list": key }, items.map(row)), remarksOf(key)];
}

function entry(it) {
  if (it.kind === "list") {
    return h("div", { class: "entry list", role: "group", "aria-label": it.label, "data-key": it.path },
      h("span", { class: "label", "aria-hidden": "true" }, it.label),
      list(it.path, it.text, { label: it.label, isUnreadable: it.unreadable }));
  }
  const isDate = it.kind === "date";
  const id = `f-${it.path.replaceAll("/", "-")}`;
  return h(
    "div",
    { class: `entry ${it.kind}`, "data-key": it.path },
    h("label", { for: id }, it.label),
    field(it.path, it.text, { kind: isDate ? "line" : "text", isUnreadable: it.unreadable, hint: isDate ? t("date_hint") : null }),
  );
}

function person(it) {
  return h(
    "fieldset",
    { class: "person", "data-key": it.path },
    h("legend", {}, it.label),
    h("div", { class: "parts" }, it.parts.map(entry)),
    // What is said of the person as a whole.
    remarksOf(it.path),
  );
}

/** Identity and sections. */
export function upperHalf(form) {
  const usual = form.identity.filter((it) => !it.spare);
  const spare = form.identity.filter((it) => it.spare);
  const people = form.people.filter((it) => !it.spare);
  const absent = form.people.filter((it) => it.spare);
  return [
    h("section", { class: "card", "aria-labelledby": "h-identity" },
      h("h2", { id: "h-identity" }, t("identity")),
      remarksOf("identitas"),
      h("div", { class: "grid" }, usual.map(entry)),
      people.map(person),
      spare.length || absent.length
        ? h("details", { class: "spare" }, h("summary", {}, t("more_fields")), h("div", { class: "grid" }, spare.map(entry)), absent.map(person))
        : null,
    ),
    h("section", { class: "card", "aria-labelledby": "h-sections" },
      h("h2", { id: "h-sections" }, t("sections")),
      h("div", { class: "grid two" }, form.sections.map(entry)),
    ),
  ];
}
