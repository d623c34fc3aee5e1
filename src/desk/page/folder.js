// The start page: dropping a file, a new SOP, and the documents of the folder.

import { h, quoted } from "./element.js";
import { get, post } from "./server.js";
import { changed, complain, state } from "./state.js";
import { t } from "./words.js";

/** What is known of the folder, and what is looked for in it. */
const folder = { rows: [], total: 0, done: 0, finished: false, run: 0, isAsking: false };
const filter = { text: "", unit: "", code: "", state: "" };
const STEP = 100;
let most = STEP;

const STATES = {
  has_errors: (row) => row.errors > 0,
  has_warnings: (row) => row.warnings > 0,
  has_doubts: (row) => row.open > 0,
  is_clean: (row) => !row.fault && row.errors + row.warnings + row.open === 0,
  is_unreadable: (row) => row.fault !== null,
};

/** Asks how far the survey of the folder is, until it is finished. */
export async function follow() {
  if (folder.isAsking || state.start.folder === null) return;
  folder.isAsking = true;
  try {
    for (;;) {
      const { run, total, done, finished, rows } = await get("survey", { since: folder.rows.length });
      if (run !== folder.run && folder.rows.length) {
        Object.assign(folder, { run, rows: [] });
        continue;
      }
      folder.rows.push(...rows);
      Object.assign(folder, { run, total, done, finished });
      if (state.view === "home") changed();
      if (finished) break;
      await new Promise((resolve) => setTimeout(resolve, rows.length ? 60 : 250));
    }
  } catch (error) {
    complain(error);
  }
  folder.isAsking = false;
}

/** Reads the folder again. */
export async function refresh() {
  try {
    await post("survey", {});
    Object.assign(folder, { rows: [], total: 0, done: 0, finished: false, run: 0 });
    await follow();
  } catch (error) {
    complain(error);
  }
}

/** Looks for something else. */
export function setFilter(name, value) {
  filter[name] = value;
  most = STEP;
  changed();
}

/** Shows more of what was found. */
export function showMore() {
  most += 5 * STEP;
  changed();
}

/** The start page. */
export function home() {
  return h("main", { id: "main", class: "home", tabindex: "-1" },
    h("section", { class: "drop", "aria-labelledby": "h-home" },
      h("h1", { id: "h-home" }, t("desk")),
      h("p", { class: "lead" }, t("lead")),
      h("p", {}, h("label", { class: "button main big" }, h("input", { type: "file", id: "file", class: "vh", accept: ".docx,.docm,.xlsx,.xlsm,.pdf,.txt,.tsv,.csv,.md,.html,.htm,.yaml,.yml,.json,.bpmn", "data-act": "file" }), t("pick"))),
      h("p", { class: "soft" }, `${t("kinds")}. ${t("private")}`),
    ),
    h("form", { class: "card new", "data-act": "new", "aria-labelledby": "h-new" },
      h("h2", { id: "h-new" }, t("new_title")),
      h("label", { for: "new-name" }, t("new_name")),
      h("div", { class: "line" },
        h("input", { type: "text", id: "new-name", class: "in", required: true, autocomplete: "off", placeholder: t("new_hint") }),
        h("button", { type: "submit", class: "main" }, t("create"))),
    ),
    state.start.folder === null ? null : library(),
  );
}

function library() {
  const found = folder.rows.filter(matches);
  const sum = (key) => folder.rows.reduce((all, row) => all + row[key], 0);
  return h("section", { class: "card library", "aria-labelledby": "h-folder" },
    h("div", { class: "head" },
      h("h2", { id: "h-folder" }, t("folder", state.start.folder)),
      h("span", { class: "tools" },
        h("button", { type: "button", "data-act": "refresh" }, t("refresh")),
        state.start.reports.map((name) => h("button", { type: "button", "data-act": "report", "data-name": name }, t("report_of", name))),
      ),
    ),
    folder.finished
      ? h("p", { class: "sums" },
          h("span", {}, t("documents", folder.rows.length)),
          h("span", { class: "count error" }, `${sum("errors")} ${t("errors")}`),
          h("span", { class: "count warning" }, `${sum("warnings")} ${t("warnings")}`),
          h("span", { class: "count info" }, `${sum("infos")} ${t("infos")}`),
          h("span", { class: "count open" }, `${sum("open")} ${t("open_values")}`))
      : h("p", { class: "sums" }, h("label", {}, t("reading", folder.done, folder.total), " ", h("progress", { max: Math.max(1, folder.total), value: folder.done }))),
    filters(),
    documents(found),
  );
}

function matches(row) {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => row.text.includes(word)) &&
    (!filter.unit || row.unit === filter.unit) &&
    (!filter.code || row.codes.includes(filter.code)) &&
    (!filter.state || STATES[filter.state](row))
  );
}

function filters() {
  const values = (list) => [...new Set(list)].filter(Boolean).sort((one, other) => one.localeCompare(other));
  const choice = (name, label, all, options) =>
    h("label", {}, label,
      h("select", { "data-act": "filter", "data-name": name, value: filter[name] },
        h("option", { value: "", selected: !filter[name] }, all),
        options.map(([value, words]) => h("option", { value, selected: value === filter[name] }, words))));
  const rule = (code) => [code, `${code} ${state.start.rules[code] ?? ""}`];
  return h("div", { class: "filters" },
    h("label", {}, t("search"), h("input", { type: "search", class: "in", id: "search", "data-act": "filter", "data-name": "text", placeholder: t("search_hint"), value: filter.text })),
    choice("unit", t("unit"), t("all_units"), values(folder.rows.map((it) => it.unit)).map((it) => [it, it])),
    choice("code", t("rule"), t("all_rules"), values(folder.rows.flatMap((it) => it.codes)).map(rule)),
    choice("state", t("state"), t("all_states"), Object.keys(STATES).map((it) => [it, t(it)])),
  );
}

function documents(found) {
  if (folder.finished && !folder.rows.length) return h("p", { class: "soft" }, t("empty_folder"));
  if (folder.finished && !found.length) return h("p", { class: "soft" }, t("nothing_matches"));
  const heads = ["document", "unit", "error", "warning", "info", "unsure"];
  return h("div", {},
    h("p", { class: "soft", role: "status" }, t("shown", found.length, folder.rows.length)),
    h("table", { class: "documents" },
      h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, found.slice(0, most).map(row)),
    ),
    found.length > most ? h("button", { type: "button", "data-act": "more" }, t("show_more")) : null,
  );
}

function row(it) {
  const count = (key, number) => h("td", { class: "number", "data-l": t(key) }, number ? h("span", { class: `count ${key}` }, String(number)) : "0");
  return h("tr", {},
    h("th", { scope: "row" },
      h("button", { type: "button", class: "link", "data-act": "open", "data-path": it.path }, it.title || it.path),
      h("small", {}, it.sops > 1 ? `${it.path} · ${t("sops_in", it.sops)}` : it.path),
      it.fault ? h("p", { class: "fault" }, quoted(it.fault)) : null,
    ),
    h("td", { "data-l": t("unit") }, it.unit),
    it.fault ? h("td", { colspan: 4 }, t("is_unreadable")) : [count("error", it.errors), count("warning", it.warnings), count("info", it.infos), count("unsure", it.open)],
  );
}
