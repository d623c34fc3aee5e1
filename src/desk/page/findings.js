// What stands beside the form: values to be reviewed, findings with their fixes, texts without a place.

import { h, quoted } from "./element.js";
import { closing, framed } from "./cell.js";
import { faults } from "./form.js";
import { state } from "./state.js";
import { t } from "./words.js";

/** The column. */
export function findingsPanel() {
  const { form, findings } = state.look;
  const found = faults();
  const notes = findings.filter((it) => it.severity === "note");
  const isCertain = (it) => it.fix?.safe;
  return h("section", { class: "panel findings", "aria-labelledby": "h-findings", "data-tab": "findings" },
    h("div", { class: "head" },
      h("h2", { id: "h-findings" }, t("findings")),
      found.some(isCertain) ? h("button", { type: "button", "data-act": "fix-all" }, t("fix_all")) : null,
    ),
    h("div", { class: "inner", tabindex: "0", role: "region", "aria-labelledby": "h-findings" },
      doubts(form),
      found.length || form.doubts.length ? null : h("p", { class: "good", "data-key": "good" }, t("no_findings")),
      h("ol", { class: "list-findings" }, found.map(finding)),
      leftovers(form),
      notes.length ? h("details", {}, h("summary", {}, `${t("notes")} (${notes.length})`), h("ul", { class: "notes" }, notes.map(note))) : null,
    ),
  );
}

function doubts(form) {
  if (!form.doubts.length) return null;
  return h("details", { class: "doubts", "data-key": "doubts", open: true },
    h("summary", {}, `${t("doubts")} (${form.doubts.length})`),
    h("p", { class: "soft" }, t("doubts_lead")),
    h("ul", {}, form.doubts.map((it, at) =>
      h("li", { class: it.how },
        h("button", { type: "button", class: "link", "data-act": "to-field", "data-to": it.key, id: `d-${at}` }, it.place),
        h("span", {}, ` ${t(it.how)}`, quoted(`${it.reason ? `: ${it.reason}` : ""}${it.at ? ` (${it.at})` : ""} `)),
        h("button", { type: "button", class: "small", "data-act": "confirm", "data-path": it.path, "aria-label": t("right_of", it.place) }, `✓ ${t("right")}`),
      ),
    )),
  );
}

function finding(it, at) {
  return h("li", { class: `finding ${it.severity}`, id: `n-${at}`, tabindex: "-1" },
    h("p", { class: "top" },
      h("span", { class: `mark ${it.severity}`, "aria-hidden": "true" }, String(at + 1)), " ",
      h("strong", {}, t(it.severity)), " ",
      h("button", { type: "button", class: "link", "data-act": "to-field", "data-to": it.key }, it.place),
    ),
    h("p", {}, quoted(it.message)),
    it.help ? h("p", { class: "help" }, quoted(it.help)) : null,
    h("p", { class: "actions" },
      it.fix ? h("button", { type: "button", class: "main small", "data-act": "fix", "data-finding": it.fingerprint, "aria-label": `${t("fix")} ${it.place}` }, t("fix")) : null,
      h("button", { type: "button", class: "small", "data-act": "why", "data-code": it.code, "aria-label": `${t("why")} ${it.code}` }, t("why")),
      h("button", { type: "button", class: "small", "data-act": "ignore", "data-code": it.code, "aria-label": `${t("ignore")} ${it.code}` }, t("ignore")),
      h("small", {}, it.code),
    ),
  );
}

function note(it) {
  return h("li", {}, h("button", { type: "button", class: "link", "data-act": "to-field", "data-to": it.key }, it.place), " ", quoted(it.message));
}

function leftovers(form) {
  if (!form.leftovers.length) return null;
  return h("details", { class: "leftovers", "data-key": "leftovers" },
    h("summary", {}, `${t("leftovers")} (${form.leftovers.length})`),
    h("p", { class: "soft" }, t("leftovers_lead")),
    h("ul", {}, form.leftovers.map((it, at) =>
      h("li", {}, h("q", {}, it.text), it.near.length ? h("small", {}, ` ${it.near.join(", ")}`) : null, " ",
        h("button", { type: "button", class: "small", "data-act": "dismiss", "data-at": at }, t("looked_at"))),
    )),
  );
}

/** What a fix would change. */
export function fixDialog(preview, words) {
  const value = (text) => (text === null ? h("em", {}, t("empty")) : text);
  return framed(
    t("fix_title"),
    [
      words ? h("p", {}, quoted(words)) : null,
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "dialog-title" },
        h("table", { class: "changes" },
          h("thead", {}, h("tr", {}, ["place", "before", "after"].map((key) => h("th", { scope: "col" }, t(key))))),
          h("tbody", {}, preview.changes.map((it) =>
            h("tr", {}, h("th", { scope: "row" }, it.place), h("td", {}, h("del", {}, value(it.before))), h("td", {}, h("ins", {}, value(it.after)))),
          )),
        ),
      ),
      preview.more ? h("p", {}, t("more_changes", preview.more)) : null,
      h("p", { class: "soft" }, t("fix_counts", preview.before, preview.after)),
    ],
    [closing(t("cancel")), h("button", { type: "button", class: "main", "data-act": "apply-fix" }, t("apply"))],
  );
}

/** The page of a rule, whose text is Markdown of a few shapes. */
export function ruleDialog(code, page) {
  const blocks = page.trim().split(/\n{2,}/).map((block) => {
    if (block.startsWith("# ")) return h("h3", {}, block.slice(2));
    if (block.startsWith("## ")) return h("h4", {}, block.slice(3));
    if (block.startsWith("```") || block.startsWith("|")) return h("pre", { tabindex: "0" }, block.replace(/^```.*\n?|\n?```$/g, ""));
    if (block.startsWith("- ")) return h("ul", {}, block.split(/\n(?=- )/).map((item) => h("li", {}, quoted(item.slice(2)))));
    return h("p", {}, quoted(block.replace(/(^|\s)\*([^*]+)\*$/g, "$1$2")));
  });
  return framed(code, h("div", { class: "rulepage" }, blocks), [closing(t("close"), true)]);
}

/** Switches a finding off, with a reason. */
export function ignoreDialog(code) {
  return framed(
    t("ignore_title", code),
    [
      h("p", { class: "soft" }, t("ignore_lead")),
      h("label", { for: "ignore-reason" }, t("reason")),
      h("textarea", { id: "ignore-reason", class: "in", rows: 2, "data-own": "", value: "" }),
    ],
    [closing(t("cancel")), h("button", { type: "button", class: "main", "data-act": "ignore-now", "data-code": code }, t("apply"))],
  );
}
