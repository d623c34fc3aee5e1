// What a person changes: shown at once, asked of the program one after the other, and the way back.

import { foresee } from "./foresee.js";
import { Gone, post } from "./server.js";
import { changed, complain, say, state } from "./state.js";
import { t } from "./words.js";

const MOST = 200;
/** How long until a program that did not answer is asked again, in milliseconds. */
const PATIENCE = 3000;

/** What is to be asked, in order: a step, a text to go to, or to be told when all before it is answered. */
let queue = [];
let asked = null;
let isGone = false;
/** Answers to what was asked in an earlier era are about a text that was left. */
let era = 0;

/** There are changes that the program has not answered yet. */
export function isPending() {
  return [asked, ...queue].some((it) => it?.step || it?.doc);
}

/** There is a document, and it is not as it was saved. */
export function isUnsaved() {
  return state.look !== null && (state.look.doc !== state.saved || isPending());
}

/** A document was opened. */
export function take(opened, { file = null, tab = "form" } = {}) {
  leave();
  const { name, path, target, stamp, ...look } = opened;
  Object.assign(state, { look, name, path, target, stamp, file, token: {}, past: [], future: [], view: "document", tab });
  // What comes from a file that is no YAML was never saved.
  state.saved = stamp ? look.doc : null;
  changed(true);
}

/** The document is left, with all that was not answered yet; who waits for an answer gets none. */
export function leave() {
  era += 1;
  queue.forEach((it) => it.tell?.(null));
  queue = [];
  Object.assign(state, { look: null, token: null, draft: null, isMoving: false });
}

/** Changes the document. Changes of one field that follow each other are one step back. */
export function edit(change, merge = null) {
  if (state.isMoving) return;
  const wasSaved = !isUnsaved();
  const last = state.past.at(-1);
  const step = merge !== null && last?.merge === merge ? Object.assign(last, { change }) : begin({ change, merge });
  state.future = [];
  make(step);
  if (wasSaved) changed();
}

/** Takes another text for the document. */
export function replace(doc) {
  state.future = [];
  make(begin({ to: doc }));
}

/** A step is what can be taken back: the form before it, and the text once it is known. */
function begin({ change = null, to = null, merge = null, sop = state.look.sop }) {
  const step = { change, to, merge, sop, form: structuredClone(state.look.form), doc: null };
  state.past.push(step);
  if (state.past.length > MOST) state.past.shift();
  return step;
}

/** The page can tell what it does to the form that is shown. */
const isForeseen = (step) => step.change !== null && step.sop === state.look.sop;

function make(step) {
  // Lists of rows are known by the position of the row.
  if (step.change?.do.endsWith("_row")) state.draft = null;
  state.look = { ...state.look };
  if (isForeseen(step)) foresee(state.look, step.change);
  else state.isMoving = true;
  if (queue.at(-1)?.step !== step) queue.push({ step });
  work();
}

/** One step back. */
export function undo() {
  const step = state.past.pop();
  if (!step) return;
  state.future.push(step);
  queue = queue.filter((it) => it.step !== step);
  if (step.doc === null) queue.push({});
  else {
    // What is on its way, or waits, is about the step or about the way back to one after it.
    era += 1;
    queue = [{ doc: step.doc, sop: step.sop }, ...queue.filter((it) => it.tell)];
  }
  // What is written next is a step of its own.
  if (state.past.length) state.past.at(-1).merge = null;
  Object.assign(state, { draft: null, isMoving: false, look: { ...state.look, form: structuredClone(step.form), sop: step.sop } });
  changed(true);
  work();
}

/** One step forth. */
export function redo() {
  const step = state.future.pop();
  if (!step) return;
  state.draft = null;
  make(begin(step.change ? { change: step.change, sop: step.sop } : { to: step.to }));
  changed(true);
}

/** Looks at the document again, or at another SOP of it. */
export function lookAgain(sop = null) {
  if (sop !== null) state.isMoving = true;
  if (state.past.length) state.past.at(-1).merge = null;
  queue.push({ sop });
  changed();
  return settled();
}

/** The text with all changes that were made until now; none where the program does not answer, or another document was opened. */
export function settled() {
  return new Promise((tell) => {
    queue.push({ tell });
    work();
  });
}

async function work() {
  if (asked) return;
  while (queue.length) {
    asked = queue.shift();
    if (asked.tell) asked.tell(state.look.doc);
    else if (!(await isAnswered(asked))) break;
  }
  asked = null;
}

/** Asks; whether the program answers, be it no. */
async function isAnswered(own) {
  const began = era;
  const { step } = own;
  const { doc } = state.look;
  if (step) step.doc ??= doc;
  try {
    const edits = step?.change ? [step.change] : [];
    const look = await ask(step?.to ?? own.doc ?? doc, step?.sop ?? own.sop ?? state.look.sop, edits);
    if (began === era) arrived(own, look);
  } catch (error) {
    if (began !== era) return true;
    if (error instanceof Gone) return lost(own, error);
    refused(own, error);
  }
  return true;
}

function ask(doc, sop, edits) {
  return post("look", { doc, sop, edits }, { name: state.target ?? "", paper: state.paper });
}

/** The program has answered; what was changed since it was asked is shown with it. */
function arrived({ step }, look) {
  if (isGone) say("");
  isGone = false;
  const isSame = step?.doc === look.doc && !queue.some((it) => it.step === step);
  if (isSame) state.past = state.past.filter((it) => it !== step);
  const isAnother = !step?.change || look.sop !== state.look.sop;
  state.look = look;
  for (const it of queue) if (it.step && isForeseen(it.step)) foresee(look, it.step.change);
  if (isAnother) state.isMoving = false;
  if (look.comments_lost) say(t("comments_lost", look.comments_lost));
  changed(isAnother);
}

/** The program does not answer: it is asked again, and what is written stays. */
function lost(own, error) {
  if (!isGone) complain(error);
  isGone = true;
  state.isMoving = false;
  queue.filter((it) => it.tell).forEach((it) => it.tell(null));
  queue = [own, ...queue.filter((it) => !it.tell)];
  setTimeout(work, PATIENCE);
  changed();
  return false;
}

/** The program says no: the form shows again what the document says. */
function refused({ step }, error) {
  state.isMoving = false;
  complain(error);
  if (!step) return;
  queue = queue.filter((it) => it.step !== step);
  if (step.doc === state.look.doc) state.past = state.past.filter((it) => it !== step);
  queue.unshift({});
}
