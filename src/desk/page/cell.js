// What a person does with one symbol, one row or one actor: small dialogs.

import { h, symbol } from "./element.js";
import { state } from "./state.js";
import { t } from "./words.js";

const SYMBOLS = ["", "mulai", "proses", "keputusan", "dokumen", "selesai", "bersama"];
const KINDS = ["ya", "tidak", "cabang", "lanjut"];

/** The frame of every dialog. */
export function framed(title, body, buttons) {
  return h("form", { method: "dialog", class: "framed" },
    h("h2", { id: "dialog-title", tabindex: "-1" }, title),
    body,
    h("div", { class: "buttons" }, buttons),
  );
}

/** A button that closes the dialog. */
export function closing(words = t("close"), isMain = false) {
  return h("button", { type: "button", class: isMain ? "main" : null, "data-act": "close" }, words);
}

/** The dialog about a column in a row. */
export function cellDialog(row, lane) {
  const form = state.look.form;
  const step = form.rows[row];
  const actor = form.actors[lane];
  if (!step || !actor) return null;
  const own = step.cells.findIndex((cell) => cell.lane === lane);
  const now = own >= 0 ? step.cells[own].symbol : step.joint.includes(lane) ? "bersama" : "";
  const others = own < 0 ? step.cells.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.lane !== null || cell.stranger) : [];
  const choice = (name) =>
    h("label", { class: "choice" },
      h("input", { type: "radio", name: "symbol", value: name, checked: name === now, "data-act": "symbol", "data-row": row, "data-lane": lane }),
      symbol(name), h("span", {}, name ? t(name) : t("none")));
  const move = ({ cell, at }) => {
    const from = cell.lane === null ? cell.stranger : form.actors[cell.lane].name;
    return h("button", { type: "button", class: "main", "data-act": "move-symbol", "data-row": row, "data-cell": at, "data-lane": lane }, t("move_here", t(cell.symbol), from));
  };
  return framed(
    `${t("step", step.number)} · ${actor.name}`,
    [
      others.length ? h("p", { class: "moves", "data-key": "moves" }, others.map(move)) : null,
      h("fieldset", { class: "choices" }, h("legend", {}, t("symbol")), SYMBOLS.map(choice)),
      own >= 0 ? arrows(form, row, own) : null,
    ],
    [closing(t("close"), true)],
  );
}

function arrows(form, row, at) {
  const cell = form.rows[row].cells[at];
  const ways = cell.ways.length ? cell.ways : [];
  return h("fieldset", { class: "arrows", "data-row": row, "data-cell": at },
    h("legend", {}, t("arrows")),
    ways.length ? null : h("p", { class: "soft", "data-key": "no-arrow" }, t("no_arrow")),
    ways.map((way, index) => arrow(form, way, index, [row, at])),
    h("p", {},
      (cell.symbol === "keputusan" ? ["ya", "tidak"] : [])
        .filter((kind) => !ways.some((way) => way.kind === kind))
        .map((kind) => h("button", { type: "button", "data-act": "add-arrow", "data-kind": kind }, `+ ${t(kind)}`)),
      " ",
      h("button", { type: "button", "data-act": "add-arrow", "data-kind": "lanjut" }, `+ ${t("add_arrow")}`),
    ),
  );
}

function arrow(form, way, index, from) {
  const kinds = KINDS.map((kind) => h("option", { value: kind, selected: kind === way.kind }, t(kind)));
  const value = way.to ? way.to.join(":") : way.lost ? "lost" : "end";
  return h("div", { class: "arrow", "data-way": index },
    h("select", { "aria-label": t("kind"), "data-act": "arrow-kind", value: way.kind }, kinds),
    h("select", { "aria-label": t("target"), "data-act": "arrow-to", value }, targets(form, way, value, from)),
    h("input", { type: "text", class: "in", id: `w-${index}`, "aria-label": t("arrow_words"), placeholder: t("arrow_words_hint"), "data-act": "arrow-words", "data-own": "", value: way.label ?? "" }),
    h("label", { class: "check" }, h("input", { type: "checkbox", "data-act": "arrow-dashed", checked: way.dashed }), t("dashed")),
    h("button", { type: "button", class: "small", "data-act": "remove-arrow", "aria-label": `${t("remove")}: ${t(way.kind)}` }, "✕"),
  );
}

function targets(form, way, value, from) {
  const options = [];
  if (way.lost) options.push(h("option", { value: "lost", selected: true }, t("target_lost", way.said)));
  form.rows.forEach((row, at) =>
    row.cells.forEach((cell, index) => {
      if (at === from[0] && index === from[1]) return;
      const who = cell.lane === null ? "" : ` · ${form.actors[cell.lane].name}`;
      const what = row.uraian.length > 40 ? `${row.uraian.slice(0, 40)}…` : row.uraian;
      const own = `${at}:${index}`;
      options.push(h("option", { value: own, selected: own === value }, `${row.number}${who}: ${what}`));
    }),
  );
  options.push(h("option", { value: "end", selected: value === "end" }, t("target_end")));
  return options;
}

/** The arrows of the symbol that an element of the dialog belongs to, as the program takes them. */
export function arrowsAt(element) {
  const frame = element.closest(".arrows");
  const [row, cell] = [Number(frame.dataset.row), Number(frame.dataset.cell)];
  const ways = state.look.form.rows[row].cells[cell].ways.map((way) => ({ kind: way.kind, to: way.to, label: way.label, dashed: way.dashed, lost: way.lost ? way.said : null }));
  const index = Number(element.closest(".arrow")?.dataset.way ?? -1);
  return { row, cell, ways, index };
}

/** The dialog about a row. */
export function rowDialog(at) {
  const { rows } = state.look.form;
  const row = rows[at];
  if (!row) return null;
  const act = (name, words, isOff = false) => h("button", { type: "button", "data-act": name, "data-at": at, disabled: isOff }, words);
  return framed(
    t("step", row.number),
    [
      h("p", { class: "soft" }, row.told),
      h("div", { class: "list" },
        act("row-up", `↑ ${t("move_up")}`, at === 0),
        act("row-down", `↓ ${t("move_down")}`, at + 1 === rows.length),
        act("row-below", `+ ${t("add_below")}`),
        act("row-heading", t("add_heading"), row.headings.length > 0),
        h("button", { type: "button", class: "grave", "data-act": "row-remove", "data-at": at }, `✕ ${t("remove")}`),
      ),
    ],
    [closing()],
  );
}

/** The dialog about an actor; a new one where there is no position. */
export function actorDialog(at = null) {
  const { actors } = state.look.form;
  const actor = at === null ? { name: "", external: false } : actors[at];
  if (!actor) return null;
  const old = at === null ? [] : [
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: actor.external, "data-act": "actor-external", "data-at": at }), t("external")),
    h("div", { class: "list" },
      h("button", { type: "button", "data-act": "actor-left", "data-at": at, disabled: at === 0 }, `← ${t("move_left")}`),
      h("button", { type: "button", "data-act": "actor-right", "data-at": at, disabled: at + 1 === actors.length }, `→ ${t("move_right")}`),
      h("button", { type: "button", class: "grave", "data-act": "actor-remove", "data-at": at }, `✕ ${t("remove")}`),
    ),
  ];
  return framed(
    at === null ? t("add_actor") : t("actor_of", actor.name),
    [
      h("label", { for: "actor-name" }, t("actor_name")),
      h("input", { type: "text", id: "actor-name", class: "in", autocomplete: "off", "data-own": "", value: actor.name }),
      old,
    ],
    [closing(t("cancel")), h("button", { type: "button", class: "main", "data-act": "actor-name", "data-at": at ?? "" }, at === null ? t("create") : t("rename"))],
  );
}
