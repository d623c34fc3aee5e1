// Opening, saving, and files made of the document.

import { closing, framed } from "./cell.js";
import { h } from "./element.js";
import { fileOf, get, getFile, keep, post, postBytes } from "./server.js";
import { changed, complain, isUnsaved, say, settled, state, take } from "./state.js";
import { knows, t } from "./words.js";

/** A file that was dropped or chosen. */
export async function openDropped(file) {
  say(t("opening", file.name));
  try {
    const bytes = await file.arrayBuffer();
    const response = await postBytes("open", bytes, { name: file.name, paper: state.paper });
    take(await response.json(), { name: file.name, bytes });
    say("");
  } catch (error) {
    complain(error);
  }
}

/** A file of the folder. */
export async function openFile(path) {
  say(t("opening", path));
  try {
    take(await get("file", { name: path, paper: state.paper }));
    say("");
  } catch (error) {
    complain(error);
  }
}

/** A new document. */
export async function openNew(name) {
  try {
    take(await post("new", { name }, { paper: state.paper }));
  } catch (error) {
    complain(error);
  }
}

/** The name without its extension. */
function stem() {
  return state.name.replace(/\.[^.]*$/, "") || "sop";
}

/** Saves beside the original, or as a download where there is no folder. Gives the dialog to be shown where somebody was faster. */
export async function save({ force = false, as = null } = {}) {
  await settled();
  const { doc } = state.look;
  const path = as ?? state.target;
  if (!path) {
    keep(new Blob([doc], { type: "application/yaml" }), `${stem()}.yaml`);
    state.saved = doc;
    say(t("downloaded", `${stem()}.yaml`));
    changed();
    return null;
  }
  try {
    const answer = await post("save", { path, doc, stamp: as ? null : state.stamp, force });
    if (answer.conflict) return () => conflictDialog(path);
    Object.assign(state, { stamp: answer.stamp, saved: doc, target: path, name: path.split("/").at(-1) });
    state.path ??= path;
    say(t("saved_as", path));
    changed();
  } catch (error) {
    complain(error);
  }
  return null;
}

function conflictDialog(path) {
  const isKnown = state.stamp !== null;
  return framed(
    t(isKnown ? "conflict_title" : "conflict_there", path),
    [
      h("p", {}, t("conflict_lead")),
      h("div", { class: "list" },
        h("button", { type: "button", "data-act": "save-copy" }, t("save_copy")),
        h("button", { type: "button", "data-act": "take-theirs", "data-path": path }, t("take_theirs")),
        h("button", { type: "button", class: "grave", "data-act": "keep-mine" }, t("keep_mine")),
      ),
    ],
    [closing(t("cancel"), true)],
  );
}

/** Saves under a name that is still free. */
export async function saveCopy() {
  const base = state.target.replace(/\.ya?ml$/i, "");
  for (let number = 2; number < 100; number++) {
    const path = `${base}-${number}.yaml`;
    if ((await get("stamp", { name: path })) === null) return save({ as: path });
  }
  return null;
}

/** Whether the file in the folder is still the one that was opened. */
export async function lookAtDisk() {
  if (state.view !== "document" || !state.target || !state.stamp || document.hidden) return;
  const { stamp, target } = state;
  try {
    const now = await get("stamp", { name: target });
    if (now === null || now === state.stamp || stamp !== state.stamp || target !== state.target) return;
    if (state.told === now) return;
    state.told = now;
    if (isUnsaved()) say(t("disk_changed"), true);
    else await openFile(target);
  } catch {
    // Who saves is told.
  }
}

/** What the document can become. */
export function exportChoices() {
  const made = state.start.exports.filter((it) => it.to !== "yaml" || state.target);
  const list = made.map((it) => ({ act: "export", arg: it.to, words: knows(it.to) ? t(it.to) : it.to.toUpperCase() }));
  const original = state.file?.name ?? state.path ?? "";
  if (/\.(docx|docm|xlsx|xlsm)$/i.test(original)) list.push({ act: "annotate", arg: original, words: t("annotated") });
  return list;
}

/** Makes a file of the document. */
export async function exportAs(to) {
  await settled();
  const { ending } = state.start.exports.find((it) => it.to === to);
  try {
    const body = { doc: state.look.doc, to, paper: state.paper || null, path: state.target ?? "" };
    const blob = await fileOf("export", body);
    const name = `${stem()}${to === "pdfa" ? "-arsip" : ""}.${ending}`;
    keep(blob, name);
    say(t("downloaded", name));
  } catch (error) {
    complain(error);
  }
}

/** The original with a comment at each finding. */
export async function annotate() {
  try {
    const name = state.file?.name ?? state.path;
    const response = await postBytes("annotate", state.file?.bytes ?? "", state.file ? { name } : { name, kept: 1 });
    const copy = name.split("/").at(-1).replace(/(\.[^.]*)$/, ".dicatat$1");
    keep(await response.blob(), copy);
    say(t("downloaded", copy));
  } catch (error) {
    complain(error);
  }
}

/** A report on the folder. */
export async function reportOf(name) {
  try {
    keep(await getFile("report", { name }), name);
    say(t("downloaded", name));
  } catch (error) {
    complain(error);
  }
}
