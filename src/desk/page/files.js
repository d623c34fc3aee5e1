// Opening, saving, and files made of the document.

import { closing, framed } from "./cell.js";
import { isUnsaved, lookAgain, settled, take } from "./changes.js";
import { h, quoted } from "./element.js";
import { Gone, fileOf, get, getFile, keep, post, postBytes } from "./server.js";
import { changed, complain, say, state } from "./state.js";
import { knows, t } from "./words.js";

let asked = 0;

/** Opens what is asked for, unless something else is asked for meanwhile. */
async function opening(name, ask, file = null) {
  const own = ++asked;
  say(t("opening", name));
  try {
    const opened = await ask();
    if (own !== asked) return;
    take(opened, { file });
    say("");
  } catch (error) {
    if (own === asked) complain(error);
  }
}

/** A file that was dropped or chosen. */
export const openDropped = (file) => {
  const kept = { name: file.name };
  return opening(file.name, async () => {
    kept.bytes = await file.arrayBuffer();
    return (await postBytes("open", kept.bytes, { name: file.name, paper: state.paper })).json();
  }, kept);
};

/** A file of the folder. */
export const openFile = (path) => opening(path, () => get("file", { name: path, paper: state.paper }));

/** A new document. */
export const openNew = (name) => opening(name, () => post("new", { name }, { paper: state.paper }));

/** The name without its extension. */
function stem() {
  return state.name.replace(/\.[^.]*$/, "") || "sop";
}

let saves = Promise.resolve();
let isSaving = false;

/** Saves beside the original, or as a download where there is no folder; one after the other, however fast they are asked for. Gives
 * the dialog to be shown where that cannot be done. */
export function save(options = {}) {
  saves = saves.then(() => store(options));
  return saves;
}

async function store({ force = false, as = null }) {
  const { token } = state;
  const path = as ?? state.target;
  const doc = await settled();
  if (doc === null) return token === state.token ? goneDialog : null;
  if (!path) {
    download(doc);
    return null;
  }
  isSaving = true;
  try {
    const answer = await post("save", { path, doc, stamp: as ? null : state.stamp, force });
    // What was left meanwhile is saved, and that is all.
    if (token !== state.token) return null;
    if (answer.conflict) return () => conflictDialog(path);
    Object.assign(state, { stamp: answer.stamp, saved: doc, target: path, name: path.split("/").at(-1) });
    state.path ??= path;
    say(t("saved_as", path));
    changed();
  } catch (error) {
    if (error instanceof Gone) return goneDialog;
    complain(error);
  } finally {
    isSaving = false;
  }
  return null;
}

function download(doc) {
  keep(new Blob([doc], { type: "application/yaml" }), `${stem()}.yaml`);
  state.saved = doc;
  say(t("downloaded", `${stem()}.yaml`));
  changed();
}

/** Keeps what the program answered last, where it does not answer any more. */
export function downloadLast() {
  keep(new Blob([state.look.doc], { type: "application/yaml" }), `${stem()}.yaml`);
}

function goneDialog() {
  return framed(
    t("gone_title"),
    [
      h("p", {}, quoted(t("gone_lead"))),
      h("div", { class: "list" }, h("button", { type: "button", "data-act": "download-last" }, t("download_last"))),
    ],
    [closing(t("close"), true)],
  );
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
  if (state.view !== "document" || !state.target || !state.stamp || document.hidden || isSaving) return;
  const { stamp, target, tab } = state;
  const isOther = () => isSaving || stamp !== state.stamp || target !== state.target;
  try {
    const now = await get("stamp", { name: target });
    if (now === null || now === stamp || isOther() || state.told === now) return;
    const opened = await get("file", { name: target, paper: state.paper });
    if (isOther()) return;
    state.told = now;
    if (isUnsaved()) return say(t("disk_changed"), true);
    const { sop } = state.look;
    take(opened, { tab });
    if (sop > 0 && sop < opened.sops.length) await lookAgain(sop);
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
  const doc = await settled();
  if (doc === null) return complain(new Gone());
  const { ending } = state.start.exports.find((it) => it.to === to);
  try {
    const body = { doc, to, paper: state.paper || null, path: state.target ?? "" };
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
