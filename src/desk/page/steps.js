// The lower half of the form: the table of steps with a column for each actor.

import { digest, h, symbol, versioned } from "./element.js";
import { faults, field, list, remarks, tone } from "./form.js";
import { state } from "./state.js";
import { language, t } from "./words.js";

/** Parts of a row that are shown as its symbols. */
const FLOW = ["pelaksana", "simbol", "ya", "tidak", "cabang", "lanjut", "bersama"];

/** The table. */
export function table(form) {
  return h(
    "section",
    { class: "card steps", "aria-labelledby": "h-steps" },
    h("div", { class: "head" },
      h("h2", { id: "h-steps" }, t("steps")),
      h("span", { class: "tools" },
        h("button", { type: "button", class: "widen", "data-act": "widen", "aria-pressed": String(state.wide) }, `↔ ${t("widen")}`),
        h("button", { type: "button", "data-act": "add-actor" }, `+ ${t("add_actor")}`)),
    ),
    remarks(["pelaksana", "alur"], { whole: "kegiatan" }),
    form.actors.length ? null : h("p", { class: "soft", "data-key": "no-actors" }, t("no_actors")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "h-steps" },
      h("table", { class: "table" },
        header(form),
        h("tbody", {}, form.rows.flatMap((row, at) => [headingRow(form, row, at), stepRow(form, row, at)])),
      ),
    ),
    form.rows.length ? null : h("p", { class: "soft", "data-key": "no-steps" }, t("no_steps")),
    h("button", { type: "button", class: "add", "data-act": "add-row", "data-at": form.rows.length }, `+ ${t("add_step")}`),
  );
}

function header(form) {
  const lane = (actor, at) =>
    h("th", { scope: "col", class: "lane" },
      h("button", { type: "button", class: "actor", "data-act": "actor", "data-at": at, "aria-label": t("actor_of", actor.name) },
        h("span", {}, actor.name), actor.external ? h("small", {}, ` (${t("external")})`) : null),
    );
  return h("thead", {},
    h("tr", {},
      h("th", { scope: "col", class: "no" }, t("number")),
      h("th", { scope: "col", class: "uraian" }, t("uraian")),
      form.actors.map(lane),
      h("th", { scope: "col", class: "docs" }, t("kelengkapan")),
      h("th", { scope: "col", class: "waktu" }, t("waktu")),
      h("th", { scope: "col", class: "docs" }, t("output")),
      h("th", { scope: "col", class: "docs" }, t("keterangan")),
    ),
  );
}

function headingRow(form, row, at) {
  // One that is emptied stays as long as somebody writes in it.
  if (!row.headings.length && document.activeElement?.id !== `f-h${at}`) return [];
  const label = `${t("heading")}: ${t("step", row.number)}`;
  return h("tr", { class: "heading", "data-key": `h${at}` },
    h("td", { colspan: form.actors.length + 6 },
      h("input", { type: "text", id: `f-h${at}`, class: "in", "data-headings": at, "aria-label": label, value: row.headings.join(" / ") })),
  );
}

/** A row, drawn again only where something of it or about it is new. */
function stepRow(form, row, at) {
  const own = (list) => list.filter((it) => it.key === `r${at}` || it.key.startsWith(`r${at}/`));
  const marks = own(faults()).map((it) => [faults().indexOf(it), it.message]);
  const draft = state.draft?.key.startsWith(`r${at}/`) ? state.draft : null;
  const version = digest(JSON.stringify([row, form.actors, own(form.doubts), marks, draft, language()]));
  return versioned("tr", { class: "step", "data-row": at, "data-key": `row-${at}` }, version, () => cellsOf(form, row, at));
}

function cellsOf(form, row, at) {
  const own = (name) => `r${at}/${name}`;
  const label = (name) => `${t("step", row.number)}, ${t(name)}`;
  const text = (name, options = {}) =>
    field(own(name), row[name], { label: label(name), isUnreadable: row.unreadable.includes(name), ...options, ...above(name) });
  const above = (name) => (row.merged.includes(name) ? { hint: t("goes_on") } : {});
  const items = (name) => list(own(name), row[name], { label: label(name), isUnreadable: row.unreadable.includes(name), hints: false, ...above(name) });
  return [
    h("th", { scope: "row", class: "no" },
      h("button", { type: "button", class: "rowmenu", "data-act": "row", "data-at": at, "aria-label": t("step_menu", row.number) }, String(row.number)),
    ),
    h("td", { class: "uraian", "data-l": t("uraian") }, text("uraian"), rowRemarks(row, at)),
    form.actors.map((actor, lane) => laneCell(form, row, at, lane)),
    h("td", { "data-l": t("kelengkapan") }, h("div", {}, items("kelengkapan"))),
    h("td", { class: "waktu", "data-l": t("waktu") }, text("waktu", { hint: t("time_hint") })),
    h("td", { "data-l": t("output") }, h("div", {}, items("output"))),
    h("td", { "data-l": t("keterangan") }, text("keterangan")),
  ];
}

function rowRemarks(row, at) {
  const strangers = row.cells.filter((it) => it.stranger).map((it) => h("p", { class: "review unreadable" }, t("stranger", it.stranger)));
  return h("div", {}, strangers, remarks(FLOW.map((part) => `r${at}/${part}`), { whole: `r${at}`, isNamed: true }));
}

/** A way on in a few words. */
export function wayWords(way) {
  const words = way.label ?? t(way.kind);
  const to = way.said === "selesai" ? t("selesai") : way.said.split(".")[0];
  return `${way.kind === "lanjut" && !way.label ? "" : `${words} `}→ ${to}${way.lost ? " ?" : ""}`;
}

function laneCell(form, row, at, lane) {
  const cells = row.cells.map((cell, index) => ({ ...cell, index })).filter((cell) => cell.lane === lane);
  const isJoint = row.joint.includes(lane);
  const name = form.actors[lane].name;
  const said = cells.length ? cells.map((it) => [t(it.symbol), ...it.ways.map(wayWords)].join(" ")).join("; ") : isJoint ? t("joint_told") : t("none");
  return h("td", { class: `lane${cells.length || isJoint ? "" : " empty"}${cells.length ? tone([`r${at}/pelaksana`, `r${at}/simbol`]) : ""}`, "data-l": name },
    h("button", { type: "button", class: "cell", id: `c-${at}-${lane}`, "data-act": "cell", "data-row": at, "data-lane": lane, "aria-label": t("cell", row.number, name, said) },
      cells.map((it) => [symbol(it.symbol), it.ways.map((way) => h("span", { class: `way${way.lost ? " lost" : ""}` }, wayWords(way)))]),
      isJoint ? symbol("bersama") : null,
      !cells.length && !isJoint ? h("span", { class: "plus", "aria-hidden": "true" }, "+") : null,
    ),
  );
}
