// The print, drawn anew with every change.

import { digest, h, versioned } from "./element.js";
import { state } from "./state.js";
import { language, t } from "./words.js";

let zoom = 100;

/** Larger or smaller. */
export function setZoom(change) {
  zoom = Math.min(400, Math.max(50, zoom + change));
}

/** A page as a drawing. It comes from the program as text; only what is drawing is taken over. */
function drawing(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  if (svg.nodeName !== "svg") return h("p", {}, "?");
  svg.querySelectorAll("script, foreignObject").forEach((it) => it.remove());
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("role", "img");
  // Links to other pages of one file lead nowhere here.
  svg.querySelectorAll("a").forEach((it) => it.removeAttribute("href"));
  return svg;
}

/** How far the document is from a signature. */
export function readiness() {
  const { form, findings } = state.look;
  const count = (severity) => findings.filter((it) => it.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (form.open) return h("p", { class: "ready draft" }, t("draft", form.open));
  const left = [errors && `${errors} ${t("errors")}`, warnings && `${warnings} ${t("warnings")}`].filter(Boolean);
  if (left.length) return h("p", { class: "ready but" }, t("left", left.join(t("and"))));
  return h("p", { class: "ready final" }, t("final"));
}

/** The column. */
export function printPanel() {
  const { pages } = state.look;
  const papers = state.start.papers.map((it) => h("option", { value: it, selected: it === state.paper }, it.toUpperCase()));
  return h("section", { class: "panel print", "aria-labelledby": "h-print", "data-tab": "print" },
    h("div", { class: "head" },
      h("h2", { id: "h-print" }, t("print")),
      h("span", { class: "tools" },
        h("button", { type: "button", class: "small", "data-act": "export", "data-to": "pdf" }, `↓ ${t("pdf")}`),
        h("select", { "aria-label": t("paper"), "data-act": "paper", value: state.paper }, h("option", { value: "", selected: !state.paper }, t("paper")), papers),
        h("button", { type: "button", class: "small", "data-act": "zoom", "data-by": -25, "aria-label": t("smaller") }, "−"),
        h("button", { type: "button", class: "small", "data-act": "zoom", "data-by": 25, "aria-label": t("larger") }, "+"),
      ),
    ),
    h("div", { class: "inner pages", tabindex: "0", role: "region", "aria-labelledby": "h-print" },
      pages.map((page, at) => sheet(page, at, pages.length)),
    ),
  );
}

/** One page; what is on the screen already is not drawn again. */
function sheet(page, at, count) {
  const version = `${digest(page)}:${zoom}:${count}:${language()}`;
  const make = () => [drawing(page), h("figcaption", {}, t("page_of", at + 1, count))];
  return versioned("figure", { class: `page z${zoom}`, "data-key": `page-${at}` }, version, make);
}
