// The page: draws what there is, and does what a person asks for.

import { actorDialog, arrowsAt, cellDialog, closing, framed, rowDialog } from "./cell.js";
import { h, morph } from "./element.js";
import { annotate, exportAs, exportChoices, lookAtDisk, openDropped, openFile, openNew, reportOf, save, saveCopy } from "./files.js";
import { findingsPanel, fixDialog, ignoreDialog, ruleDialog } from "./findings.js";
import { follow, home, refresh, setFilter, showMore } from "./folder.js";
import { faults, gap, typedIn, upperHalf } from "./form.js";
import { printPanel, readiness, setZoom } from "./print.js";
import { get, getText, post } from "./server.js";
import { changed, complain, connect, edit, isUnsaved, lookAgain, redo, replace, say, settled, state, undo } from "./state.js";
import { table } from "./steps.js";
import { language, speak, t } from "./words.js";

const dialog = document.getElementById("dialog");
const toast = document.getElementById("toast");
/** Makes the content of the open dialog anew, so that it follows the document. */
let shown = null;
let preview = null;

function draw() {
  const page = document.getElementById("page");
  const fresh = h("div", { id: "page", class: state.view }, h("a", { class: "skip", href: "#main" }, t("skip")), bar(), state.view === "home" ? home() : desk());
  morph(page, fresh);
  document.title = state.view === "home" ? t("desk") : `${isUnsaved() ? "● " : ""}${state.name} – ${t("desk")}`;
  const content = dialog.open && shown ? shown() : null;
  if (dialog.open && shown && !content) dialog.close();
  if (!CSS.supports("field-sizing", "content")) page.querySelectorAll("textarea").forEach(fit);
  if (content) dialog.firstChild ? morph(dialog.firstChild, content) : dialog.append(content);
}

/** As high as its text, for browsers that do not see to it. */
function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function bar() {
  const isDocument = state.view === "document";
  return h("header", { class: "bar" },
    h("button", { type: "button", class: "brand", "data-act": "home", title: t("home") }, h("img", { src: "tanda.svg", alt: "", width: 28, height: 28 }), h("span", {}, t("desk"))),
    isDocument
      ? h("span", { class: "name" }, h("strong", {}, state.name), h("small", {}, isUnsaved() ? ` ● ${t("unsaved")}` : ` ${t("saved")}`))
      : h("span", { class: "name" }),
    isDocument
      ? h("span", { class: "tools" },
          h("button", { type: "button", "data-act": "undo", disabled: !state.past.length, title: "Ctrl+Z" }, ["↶", h("span", { class: "word" }, ` ${t("undo")}`)]),
          h("button", { type: "button", "data-act": "redo", disabled: !state.future.length, title: "Ctrl+Y" }, ["↷", h("span", { class: "word" }, ` ${t("redo")}`)]),
          h("button", { type: "button", class: "main", "data-act": "save", title: "Ctrl+S" }, t("save")),
          h("button", { type: "button", "data-act": "exports" }, `${t("download")}…`))
      : null,
    h("span", { class: "tools about" },
      h("button", { type: "button", class: "quiet", "data-act": "keys", "aria-label": t("keys"), title: t("keys") }, "?"),
      h("button", { type: "button", class: "quiet", "data-act": "language", lang: language() === "id" ? "en" : "id" }, t("other_language"))),
  );
}

function desk() {
  const { form, sops, sop } = state.look;
  const tab = (name, words) => h("button", { type: "button", role: "tab", "aria-selected": String(state.tab === name), "data-act": "tab", "data-name": name }, words);
  const count = faults().length + form.doubts.length;
  return h("main", { id: "main", class: `desk show-${state.tab}${state.wide ? " wide" : ""}`, tabindex: "-1" },
    h("div", { class: "tabs", role: "tablist", "aria-label": t("tabs") }, tab("form", t("form")), tab("findings", `${t("findings")} (${count})`), tab("print", t("print"))),
    h("div", { class: "column form", "data-tab": "form" },
      h("h1", { class: "vh" }, state.name),
      h("div", { class: "status" }, readiness(), form.source ? h("p", { class: "soft" }, t("from_source", form.source)) : null),
      sops.length > 1
        ? h("p", { class: "which" }, h("label", {}, t("which_sop"), " ",
            h("select", { "data-act": "sop", value: String(sop) }, sops.map((it, at) => h("option", { value: String(at), selected: at === sop }, `${at + 1}. ${it.title ?? t("untitled")} (${it.errors}/${it.warnings})`)))))
        : null,
      upperHalf(form),
      table(form),
    ),
    h("div", { class: "column side" }, findingsPanel(), printPanel()),
  );
}

/** Opens a dialog whose content is made by `make`, now and after every change. */
function show(make) {
  shown = make;
  const content = make();
  if (!content) return;
  dialog.replaceChildren(content);
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector("input:not([type=radio]):not([type=checkbox]), textarea, input:checked, button.main, button");
  first?.focus();
}

function tell(text, isGrave) {
  toast.className = isGrave ? "grave" : "";
  toast.textContent = text;
  toast.classList.toggle("on", text !== "");
  clearTimeout(tell.timer);
  if (text) tell.timer = setTimeout(() => toast.classList.remove("on"), isGrave ? 12_000 : 5_000);
}

/** Asks before changes are given up; then goes on. */
function leaving(go) {
  if (!isUnsaved() || !state.past.length) return go();
  leaving.go = go;
  show(() => framed(t("leave", state.name), [], [closing(t("cancel"), true), h("button", { type: "button", class: "grave", "data-act": "leave" }, t("leave_yes"))]));
}

function toKey(key) {
  state.tab = "form";
  changed();
  const parts = key.split("/");
  // The nearest field that holds it.
  for (let length = parts.length; length > 0; length--) {
    const id = `f-${parts.slice(0, length).join("-")}`;
    const found = document.getElementById(id);
    if (found) return focusOn(found);
    const list = document.querySelector(`[data-list="${CSS.escape(parts.slice(0, length).join("/"))}"] textarea`);
    if (list) return focusOn(list);
  }
  const row = /^r(\d+)/.exec(key);
  if (row && key.includes("/")) {
    const cell = document.querySelector(`tr[data-row="${row[1]}"] td.lane:not(.empty) button`);
    if (cell) return focusOn(cell);
  }
  if (row) return focusOn(document.getElementById(`f-r${row[1]}-uraian`));
  if (parts[0] === "pelaksana") return focusOn(document.querySelectorAll("button.actor")[Number(parts[1]) - 1] ?? document.getElementById("h-steps"));
  if (key === "kegiatan" || key === "alur") return focusOn(document.querySelector(".steps .scroll"));
  return focusOn(document.querySelector(`[data-key="${CSS.escape(key)}"] .in`) ?? document.querySelector(".column.form .in"));
}

function focusOn(element) {
  element?.closest("details")?.setAttribute("open", "");
  element?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  element?.focus({ preventScroll: true });
}

function toFinding(at) {
  state.tab = "findings";
  changed();
  focusOn(document.getElementById(`n-${at}`));
}

let doubtAt = -1;
function nextDoubt() {
  const { doubts } = state.look.form;
  if (!doubts.length) return say(t("all_reviewed"));
  doubtAt = (doubtAt + 1) % doubts.length;
  toKey(doubts[doubtAt].key);
}

let findingAt = -1;
function nextFinding() {
  const found = faults();
  if (!found.length) return say(t("no_findings"));
  findingAt = (findingAt + 1) % found.length;
  toKey(found[findingAt].key);
}

/** The value where we stand is right; else the one that was gone to last. */
async function confirmHere() {
  const { doubts } = state.look.form;
  const active = document.activeElement;
  const item = active?.closest?.("[data-list]") ? `${active.closest("[data-list]").dataset.list}/${Number(active.dataset.item) + 1}` : null;
  const own = active?.dataset?.set ?? item ?? (active?.dataset?.act === "cell" ? `r${active.dataset.row}/pelaksana` : null);
  const here = own && doubts.findIndex((it) => it.key === own || it.key.startsWith(`${own}/`));
  const at = here !== null && here >= 0 ? here : doubtAt;
  if (!doubts[at]) return nextDoubt();
  edit({ do: "confirm", path: doubts[at].path });
  await settled();
  doubtAt = at - 1;
  nextDoubt();
}

const actions = {
  home: () => leaving(() => {
    state.view = "home";
    state.look = null;
    changed();
    refresh();
  }),
  leave: () => {
    dialog.close();
    leaving.go();
  },
  close: () => dialog.close(),
  undo,
  redo,
  save: () => saving(),
  "keep-mine": () => saving({ force: true }),
  "save-copy": async () => {
    dialog.close();
    try {
      await saveCopy();
    } catch (error) {
      complain(error);
    }
  },
  "take-theirs": (element) => {
    dialog.close();
    openFile(element.dataset.path);
  },
  exports: () => show(() => framed(t("download"), h("div", { class: "list" }, exportChoices().map((it) => h("button", { type: "button", "data-act": it.act, "data-to": it.arg }, it.words))), [closing()])),
  export: (element) => {
    dialog.close();
    exportAs(element.dataset.to);
  },
  annotate: () => {
    dialog.close();
    annotate();
  },
  keys: () => show(keys),
  language: async () => {
    speak(language() === "id" ? "en" : "id");
    try {
      state.start = await get("start");
    } catch (error) {
      complain(error);
    }
    if (state.look) await lookAgain();
    else changed();
  },
  tab: (element) => {
    state.tab = element.dataset.name;
    changed();
  },
  zoom: (element) => {
    setZoom(Number(element.dataset.by));
    changed();
  },
  open: (element) => openFile(element.dataset.path),
  refresh,
  more: showMore,
  report: (element) => reportOf(element.dataset.name),
  "to-field": (element) => toKey(element.dataset.to),
  "to-finding": (element) => toFinding(Number(element.dataset.finding)),
  confirm: (element) => edit({ do: "confirm", path: element.dataset.path }),
  dismiss: (element) => edit({ do: "dismiss", at: Number(element.dataset.at) }),
  fix: (element) => previewed(faults()[Number(element.dataset.finding)]),
  "fix-all": () => previewed(null),
  "apply-fix": () => {
    dialog.close();
    replace(preview.doc);
  },
  why: async (element) => {
    try {
      const page = await getText("rule", { code: element.dataset.code });
      show(() => ruleDialog(element.dataset.code, page));
    } catch (error) {
      complain(error);
    }
  },
  ignore: (element) => show(() => ignoreDialog(element.dataset.code)),
  "ignore-now": (element) => {
    edit({ do: "ignore", code: element.dataset.code, reason: document.getElementById("ignore-reason").value });
    dialog.close();
  },
  cell: (element) => {
    const [row, lane] = [Number(element.dataset.row), Number(element.dataset.lane)];
    show(() => cellDialog(row, lane));
  },
  "move-symbol": ({ dataset }) => edit({ do: "move_symbol", row: Number(dataset.row), cell: Number(dataset.cell), lane: Number(dataset.lane) }),
  "add-arrow": (element) => changeArrows(element, (ways, _, own) => {
    const isLast = own.row + 1 >= state.look.form.rows.length;
    ways.push({ kind: element.dataset.kind, to: isLast ? null : [own.row + 1, 0], label: null, dashed: false });
  }),
  "remove-arrow": (element) => changeArrows(element, (ways, at) => ways.splice(at, 1)),
  row: (element) => show(() => rowDialog(Number(element.dataset.at))),
  "row-up": (element) => moveRow(Number(element.dataset.at), -1),
  "row-down": (element) => moveRow(Number(element.dataset.at), 1),
  "row-below": (element) => addRow(Number(element.dataset.at) + 1),
  "add-row": (element) => addRow(Number(element.dataset.at)),
  "row-heading": (element) => {
    dialog.close();
    edit({ do: "headings", row: Number(element.dataset.at), text: t("heading") });
  },
  "row-remove": (element) => {
    dialog.close();
    const at = Number(element.dataset.at);
    say(t("removed_step", state.look.form.rows[at].number));
    edit({ do: "remove_row", at });
  },
  widen: () => {
    state.wide = !state.wide;
    changed();
  },
  actor: (element) => show(() => actorDialog(Number(element.dataset.at))),
  "add-actor": () => show(() => actorDialog()),
  "actor-name": (element) => {
    const name = document.getElementById("actor-name").value;
    const at = element.dataset.at;
    edit(at === "" ? { do: "add_actor", at: state.look.form.actors.length, name } : { do: "rename_actor", at: Number(at), name });
    dialog.close();
  },
  "actor-left": (element) => moveActor(Number(element.dataset.at), -1),
  "actor-right": (element) => moveActor(Number(element.dataset.at), 1),
  "actor-remove": (element) => {
    dialog.close();
    edit({ do: "remove_actor", at: Number(element.dataset.at) });
  },
};

/** What follows when the value of an element changes. */
const changes = {
  file: (element) => element.files[0] && leaving(() => openDropped(element.files[0])),
  filter: (element) => setFilter(element.dataset.name, element.value),
  sop: (element) => {
    state.past = [];
    state.future = [];
    lookAgain(Number(element.value));
  },
  paper: (element) => {
    state.paper = element.value;
    lookAgain();
  },
  symbol: ({ dataset, value }) => edit({ do: "symbol", row: Number(dataset.row), lane: Number(dataset.lane), symbol: value || null }),
  "arrow-kind": (element) => changeArrows(element, (ways, at) => {
    ways[at].kind = element.value;
    if (element.value === "cabang" && !ways[at].label) ways[at].label = t("cabang");
  }),
  "arrow-to": (element) => changeArrows(element, (ways, at) => {
    if (element.value === "lost") return;
    ways[at].to = element.value === "end" ? null : element.value.split(":").map(Number);
    ways[at].lost = null;
  }),
  "arrow-words": (element) => changeArrows(element, (ways, at) => (ways[at].label = element.value)),
  "arrow-dashed": (element) => changeArrows(element, (ways, at) => (ways[at].dashed = element.checked)),
  "actor-external": (element) => edit({ do: "external_actor", at: Number(element.dataset.at), external: element.checked }),
};

async function saving(options) {
  dialog.close();
  const conflict = await save(options);
  if (conflict) show(conflict);
}

function changeArrows(element, change) {
  const own = arrowsAt(element);
  change(own.ways, own.index, own);
  edit({ do: "ways", row: own.row, cell: own.cell, ways: own.ways });
}

async function previewed(finding) {
  await settled();
  const { doc, sop } = state.look;
  try {
    preview = await post("mending", { doc, sop, fingerprint: finding?.fingerprint ?? null }, { name: state.target ?? "" });
    show(() => fixDialog(preview, finding?.fix.message));
  } catch (error) {
    complain(error);
  }
}

async function addRow(at) {
  dialog.close();
  edit({ do: "add_row", at });
  await settled();
  focusOn(document.getElementById(`f-r${at}-uraian`));
}

async function moveRow(at, by) {
  const to = at + by;
  if (to < 0 || to >= state.look.form.rows.length) return;
  const isOpen = dialog.open;
  edit({ do: "move_row", from: at, to });
  await settled();
  if (isOpen) show(() => rowDialog(to));
  else focusOn(document.getElementById(`f-r${to}-uraian`));
}

async function moveActor(at, by) {
  edit({ do: "move_actor", from: at, to: at + by });
  await settled();
  show(() => actorDialog(at + by));
}

function keys() {
  const list = [["Ctrl+S", "key_save"], ["Ctrl+Z / Ctrl+Y", "key_undo"], ["F8", "key_next"], ["F9", "key_right"], ["F7", "key_finding"], ["Alt+↑ / Alt+↓", "key_row"], ["Alt+Enter", "key_add"]];
  return framed(t("keys"), h("dl", { class: "keys" }, list.map(([key, words]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, t(words))))), [closing(t("close"), true)]);
}

/** The text of a list as its items have it. */
const listed = (element) => [...element.querySelectorAll("textarea")].map((it) => it.value).join("\n");

/** A field, or the list that an item belongs to, as it is sent. */
function written(element) {
  const list = element.closest("[data-list]");
  if (list) return { key: list.dataset.list, text: listed(list) };
  return { key: element.dataset.set ?? `headings ${element.dataset.headings}`, text: element.value };
}

/** Enter in a list goes to the next item, or makes one. */
async function nextItem(element) {
  const list = element.closest("[data-list]");
  const key = list.dataset.list;
  const at = [...list.querySelectorAll("textarea")].indexOf(element);
  const [before, after] = [element.value.slice(0, element.selectionStart), element.value.slice(element.selectionEnd)];
  const isEmpty = element.value.trim() === "";
  if (isEmpty) return;
  if (before.trim() === "") {
    flush();
    Object.assign(gap, { key, at });
  } else if (after.trim()) {
    element.value = `${before}\n${after}`;
    write(element, true);
    element.value = before;
  } else {
    flush();
    Object.assign(gap, { key, at: at + 1 });
  }
  await settled();
  changed();
  document.getElementById(`f-${key.replaceAll("/", "-")}-${at + 2}`)?.focus();
}

const typing = new Map();
const PAUSE = 15;

/** Sends what is written in a field; `isNow` when it is left. */
function write(element, isNow) {
  const { key, text } = written(element);
  clearTimeout(typing.get(key)?.timer);
  const send = () => {
    typing.delete(key);
    const heading = element.dataset.headings;
    edit(heading === undefined ? { do: "set", key, text } : { do: "headings", row: Number(heading), text: text.replaceAll(" / ", "\n") }, key);
  };
  if (isNow) send();
  else typing.set(key, { timer: setTimeout(send, PAUSE), send });
}

function flush() {
  for (const { timer, send } of [...typing.values()]) {
    clearTimeout(timer);
    send();
  }
}

const isField = (element) => element.matches?.("[data-set], [data-headings], [data-item]");

document.addEventListener("input", (event) => {
  const element = event.target;
  if (isField(element)) {
    const isItem = element.dataset.item !== undefined;
    const isPasted = isItem && element.value.includes("\n");
    if (isItem) typedIn(element.closest("[data-list]").dataset.list, Number(element.dataset.item), element.value);
    write(element, isPasted);
    // Several items at once: the list shows them one by one when the field is left.
    if (isPasted) element.blur();
  } else if (element.type === "search") setFilter(element.dataset.name, element.value);
});

document.addEventListener("change", (event) => {
  const element = event.target;
  if (isField(element)) return;
  changes[element.dataset.act]?.(element);
});

document.addEventListener("focusout", (event) => {
  if (!isField(event.target)) return;
  flush();
  if (event.target.dataset.item !== undefined && !event.relatedTarget?.closest?.("[data-list]")) gap.key = null;
  // The field shows its value as the program writes it.
  event.target.closest("[data-version]")?.removeAttribute("data-version");
  settled().then(() => state.look && changed());
});

document.addEventListener("click", (event) => {
  const element = event.target.closest("button[data-act]");
  if (element && !element.disabled) actions[element.dataset.act]?.(element);
  else if (event.target === dialog) dialog.close();
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target.dataset.act === "new") openNew(document.getElementById("new-name").value);
  else event.target.querySelector("button.main[data-act]")?.click();
});

document.addEventListener("keydown", (event) => {
  if (state.view !== "document") return;
  const isControl = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  const run = (action) => {
    event.preventDefault();
    flush();
    action();
  };
  if (isControl && letter === "s") return run(() => saving());
  if (isControl && (letter === "y" || (letter === "z" && event.shiftKey))) return run(redo);
  if (isControl && letter === "z") return run(undo);
  if (dialog.open) return;
  if (event.key === "F7") return run(nextFinding);
  if (event.key === "F8") return run(nextDoubt);
  if (event.key === "F9") return run(confirmHere);
  if (event.key === "Enter" && !event.altKey && event.target.dataset?.item !== undefined) {
    event.preventDefault();
    return nextItem(event.target);
  }
  const row = event.target.closest?.("tr.step")?.dataset.row;
  if (row !== undefined && event.altKey) {
    if (event.key === "ArrowUp") return run(() => moveRow(Number(row), -1));
    if (event.key === "ArrowDown") return run(() => moveRow(Number(row), 1));
    if (event.key === "Enter") return run(() => addRow(Number(row) + 1));
  }
});

let over = 0;
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragenter", (event) => {
  if (hasFiles(event) && ++over) document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (hasFiles(event) && --over <= 0) document.body.classList.remove("dropping");
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  over = 0;
  document.body.classList.remove("dropping");
  const file = event.dataTransfer?.files[0];
  if (file) leaving(() => openDropped(file));
});

window.addEventListener("beforeunload", (event) => {
  if (isUnsaved() && state.past.length) event.preventDefault();
});
window.addEventListener("focus", lookAtDisk);
setInterval(lookAtDisk, 5_000);
dialog.addEventListener("close", () => {
  shown = null;
});

connect(draw, tell);
try {
  state.start = await get("start");
  speak(state.start.language);
  // What the program says of its rules comes in the language of the page.
  if (language() === "en") state.start = await get("start");
  draw();
  follow();
} catch (error) {
  complain(error);
}
