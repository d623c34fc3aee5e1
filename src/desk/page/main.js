// The page: draws what there is, and does what a person asks for.

import { actorDialog, arrowsAt, cellDialog, closing, framed, rowDialog } from "./cell.js";
import { edit, isPending, isUnsaved, leave, lookAgain, redo, replace, settled, undo } from "./changes.js";
import { forced, h, morph, quoted } from "./element.js";
import { annotate, downloadLast, exportAs, exportChoices, lookAtDisk, openDropped, openFile, openNew, reportOf, save, saveCopy } from "./files.js";
import { findingsPanel, fixDialog, ignoreDialog, ruleDialog } from "./findings.js";
import { follow, home, refresh, setFilter, showMore } from "./folder.js";
import { faults, upperHalf } from "./form.js";
import { inItem, typedItem } from "./items.js";
import { printPanel, readiness, setZoom } from "./print.js";
import { Gone, get, getText, post } from "./server.js";
import { changed, complain, connect, say, state } from "./state.js";
import { table } from "./steps.js";
import { language, speak, t } from "./words.js";

const dialog = document.getElementById("dialog");
const toast = document.getElementById("toast");
/** Makes the content of the open dialog anew, so that it follows the document. */
let shown = null;
let preview = null;

const press = { since: 0, isWaiting: false, isForced: false };
/** The longest that a button of the mouse is taken to be held, in milliseconds: not every end of it is told. */
const LONGEST_PRESS = 1000;

/** Draws, but not under the finger: where something moves between the press and the release of the mouse, the click is lost. */
function draw(isForced) {
  press.isWaiting = Date.now() - press.since < LONGEST_PRESS;
  press.isForced = isForced || (press.isForced && press.isWaiting);
  if (!press.isWaiting) press.isForced ? forced(paint) : paint();
}

function released() {
  press.since = 0;
  setTimeout(() => press.isWaiting && draw(press.isForced));
}

function paint() {
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
        ? h("p", { class: "which", "data-key": "which" }, h("label", {}, t("which_sop"), " ",
            h("select", { "data-act": "sop", value: String(sop) }, sops.map((it, at) => h("option", { value: String(at), selected: at === sop }, `${at + 1}. ${it.title ?? t("untitled")} (${it.errors}/${it.warnings})`)))))
        : null,
      h("div", { class: "column", inert: state.isMoving }, upperHalf(form), table(form)),
    ),
    h("div", { class: "column side", inert: state.isMoving }, findingsPanel(), printPanel()),
  );
}

/** Opens a dialog whose content is made by `make`, now and after every change. */
function show(make) {
  shown = make;
  const content = make();
  if (!content) return dialog.close();
  dialog.replaceChildren(content);
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector("input:not([type=radio]):not([type=checkbox]), textarea, input:checked, button.main, button");
  first?.focus();
}

/** Opens a dialog at once whose content comes later, so that nobody writes elsewhere meanwhile. */
async function showLater(title, ask) {
  const waiting = () => framed(title, h("p", { class: "soft" }, t("wait")), [closing(t("cancel"))]);
  show(waiting);
  try {
    const make = await ask();
    if (shown !== waiting) return;
    show(make);
    // A page of text is read from its beginning.
    if (dialog.querySelector(".rulepage")) document.getElementById("dialog-title").focus();
  } catch (error) {
    if (shown === waiting) dialog.close();
    complain(error);
  }
}

/** Says a word below the page. What is grave stays for its time, with what is said meanwhile below it. */
function tell(text, isGrave) {
  toast.querySelector(".also")?.remove();
  if (text && !isGrave && toast.matches(".grave.on")) return toast.append(h("div", { class: "also" }, ...quoted(text)));
  toast.className = isGrave ? "grave" : "";
  toast.replaceChildren(...quoted(text));
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
  return element;
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
function confirmHere() {
  const { doubts } = state.look.form;
  const active = document.activeElement;
  const item = active?.closest?.("[data-list]") ? `${active.closest("[data-list]").dataset.list}/${Number(active.dataset.item) + 1}` : null;
  const own = active?.dataset?.set ?? item ?? (active?.dataset?.act === "cell" ? `r${active.dataset.row}/pelaksana` : null);
  const here = own && doubts.findIndex((it) => it.key === own || it.key.startsWith(`${own}/`));
  const at = here !== null && here >= 0 ? here : doubtAt;
  if (!doubts[at]) return nextDoubt();
  edit({ do: "confirm", path: doubts[at].path });
  doubtAt = at - 1;
  nextDoubt();
}

const actions = {
  home: () => leaving(() => {
    leave();
    state.view = "home";
    changed();
    refresh();
  }),
  leave: () => {
    dialog.close();
    leaving.go();
  },
  close: () => dialog.close(),
  undo: () => undo(),
  redo: () => redo(),
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
  "download-last": () => {
    dialog.close();
    downloadLast();
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
  confirm: (element) => reshape({ do: "confirm", path: element.dataset.path }),
  dismiss: (element) => reshape({ do: "dismiss", at: Number(element.dataset.at) }),
  fix: (element) => previewed(element.dataset.finding),
  "fix-all": () => previewed(null),
  "apply-fix": () => {
    dialog.close();
    // Something else was changed or taken back while it was looked at.
    if (preview.from !== state.look.doc || isPending()) return previewed(preview.fingerprint);
    replace(preview.doc);
    changed();
  },
  why: ({ dataset }) => showLater(dataset.code, async () => {
    const page = await getText("rule", { code: dataset.code });
    return () => ruleDialog(dataset.code, page);
  }),
  ignore: (element) => show(() => ignoreDialog(element.dataset.code)),
  "ignore-now": (element) => {
    reshape({ do: "ignore", code: element.dataset.code, reason: document.getElementById("ignore-reason").value });
    dialog.close();
  },
  cell: (element) => {
    const [row, lane] = [Number(element.dataset.row), Number(element.dataset.lane)];
    show(() => cellDialog(row, lane));
  },
  "move-symbol": ({ dataset }) => reshape({ do: "move_symbol", row: Number(dataset.row), cell: Number(dataset.cell), lane: Number(dataset.lane) }),
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
    reshape({ do: "headings", row: Number(element.dataset.at), text: t("heading") });
    focusOn(document.getElementById(`f-h${element.dataset.at}`))?.select();
  },
  "row-remove": (element) => {
    dialog.close();
    const at = Number(element.dataset.at);
    say(t("removed_step", state.look.form.rows[at].number));
    reshape({ do: "remove_row", at });
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
    reshape(at === "" ? { do: "add_actor", at: state.look.form.actors.length, name } : { do: "rename_actor", at: Number(at), name });
    dialog.close();
  },
  "actor-left": (element) => moveActor(Number(element.dataset.at), -1),
  "actor-right": (element) => moveActor(Number(element.dataset.at), 1),
  "actor-remove": (element) => {
    dialog.close();
    reshape({ do: "remove_actor", at: Number(element.dataset.at) });
  },
};

/** What follows when the value of an element changes. */
const changes = {
  file: (element) => element.files[0] && leaving(() => openDropped(element.files[0])),
  filter: (element) => setFilter(element.dataset.name, element.value),
  sop: (element) => lookAgain(Number(element.value)),
  paper: (element) => {
    state.paper = element.value;
    lookAgain();
  },
  symbol: ({ dataset, value }) => reshape({ do: "symbol", row: Number(dataset.row), lane: Number(dataset.lane), symbol: value || null }),
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
  "actor-external": (element) => reshape({ do: "external_actor", at: Number(element.dataset.at), external: element.checked }),
};

async function saving(options) {
  dialog.close();
  const trouble = await save(options);
  if (!trouble) return;
  show(trouble);
  // It comes while somebody may be writing: a letter must press no button of it.
  document.getElementById("dialog-title").focus();
}

/** Changes what the form consists of, and shows it at once: what is written next stands where it is seen. */
function reshape(change) {
  edit(change);
  changed(true);
}

function changeArrows(element, change) {
  const own = arrowsAt(element);
  change(own.ways, own.index, own);
  reshape({ do: "ways", row: own.row, cell: own.cell, ways: own.ways });
}

function previewed(fingerprint) {
  const finding = faults().find((it) => it.fingerprint === fingerprint);
  return showLater(t("fix_title"), async () => {
    const doc = await settled();
    if (doc === null) throw new Gone();
    const made = await post("mending", { doc, sop: state.look.sop, fingerprint }, { name: state.target ?? "" });
    preview = { ...made, from: doc, fingerprint };
    return () => fixDialog(preview, finding?.fix?.message);
  });
}

function addRow(at) {
  dialog.close();
  reshape({ do: "add_row", at });
  focusOn(document.getElementById(`f-r${at}-uraian`));
}

function moveRow(at, by) {
  const to = at + by;
  if (to < 0 || to >= state.look.form.rows.length) return;
  if (dialog.open) shown = () => rowDialog(to);
  reshape({ do: "move_row", from: at, to });
  if (!dialog.open) focusOn(document.getElementById(`f-r${to}-uraian`));
}

function moveActor(at, by) {
  shown = () => actorDialog(at + by);
  reshape({ do: "move_actor", from: at, to: at + by });
}

function keys() {
  const list = [["Ctrl+S", "key_save"], ["Ctrl+Z / Ctrl+Y", "key_undo"], ["F8", "key_next"], ["F9", "key_right"], ["F7", "key_finding"], ["Alt+↑ / Alt+↓", "key_row"], ["Alt+Enter", "key_add"]];
  return framed(t("keys"), h("dl", { class: "keys" }, list.map(([key, words]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, t(words))))), [closing(t("close"), true)]);
}

/** What is typed in a field. */
function typed({ dataset, value }) {
  if (dataset.headings === undefined) return edit({ do: "set", key: dataset.set, text: value }, dataset.set);
  edit({ do: "headings", row: Number(dataset.headings), text: value.replaceAll(" / ", "\n") }, `headings ${dataset.headings}`);
}

const isField = (element) => element.matches?.("[data-set], [data-headings], [data-item]");

document.addEventListener("input", ({ target }) => {
  if (target.dataset.item !== undefined) typedItem(target);
  else if (isField(target)) typed(target);
  else if (target.type === "search") setFilter(target.dataset.name, target.value);
});

document.addEventListener("change", (event) => {
  const element = event.target;
  if (isField(element)) return;
  changes[element.dataset.act]?.(element);
});

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  // Where the window loses the focus, the person comes back to this field.
  if (!isField(target) || target === document.activeElement) return;
  const list = target.closest("[data-list]");
  if (list && relatedTarget?.closest?.("[data-list]") !== list) state.draft = null;
  // The field shows its value as the program writes it.
  target.closest("[data-version]")?.removeAttribute("data-version");
  setTimeout(() => state.look && changed());
});

// What waits below the items of a list is shown at once, and hidden when the page is drawn: not under the finger.
document.addEventListener("focusin", ({ target }) => target.closest("[data-list]")?.classList.add("open"));

document.addEventListener("pointerdown", () => (press.since = Date.now()), true);
for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, released, true);

/** What is not meant twice where a button is clicked twice in a row: the second click would fall on what stands there then. */
const ONCE = new Set(["confirm", "dismiss", "add-row", "row-below", "add-arrow", "remove-arrow"]);

document.addEventListener("click", (event) => {
  press.since = 0;
  const element = event.target.closest("button[data-act]");
  if (event.detail > 1 && ONCE.has(element?.dataset.act)) return;
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
    action();
  };
  if (isControl && letter === "s") return run(() => saving());
  // In a field of a dialog, what was typed there is taken back by the browser.
  const isApart = dialog.open && event.target.matches("input[type=text], textarea");
  if (isControl && !isApart && (letter === "y" || (letter === "z" && event.shiftKey))) return run(redo);
  if (isControl && !isApart && letter === "z") return run(undo);
  if (dialog.open) return;
  if (event.key === "F7") return run(nextFinding);
  if (event.key === "F8") return run(nextDoubt);
  if (event.key === "F9") return run(confirmHere);
  if (event.target.dataset?.item !== undefined && inItem(event)) return event.preventDefault();
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
document.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
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
