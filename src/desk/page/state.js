// The document at hand: its text, what the program says of it, and the way back.

import { forced } from "./element.js";
import { Gone, post } from "./server.js";
import { t } from "./words.js";

/** All that the page shows. */
export const state = {
  start: null,
  view: "home",
  /** What the program last said of the document. */
  look: null,
  name: "",
  path: null,
  target: null,
  stamp: null,
  /** The bytes of a file that was dropped, for its copy with comments. */
  file: null,
  /** The text as it was saved. */
  saved: null,
  past: [],
  future: [],
  paper: "",
  tab: "form",
  /** The table has the whole width. */
  wide: false,
};

const MOST = 300;
let queue = [];
let isBusy = false;
let redraw = () => {};
let tell = () => {};
let lastMerge = null;

/** Says what is to be done when something changed, and how people are told. */
export function connect(draw, say) {
  redraw = draw;
  tell = say;
}

/** Something else than the document changed. */
export function changed() {
  redraw();
}

/** Words for the person. */
export function say(text, isGrave = false) {
  tell(text, isGrave);
}

/** Tells what went wrong. */
export function complain(error) {
  say(error instanceof Gone ? t("gone") : error.message, true);
}

/** There is a document, and it is not as it was saved. */
export function isUnsaved() {
  return state.look !== null && state.look.doc !== state.saved;
}

/** A document was opened. */
export function take(opened, file = null) {
  queue = [];
  lastMerge = null;
  const { name, path, target, stamp, ...look } = opened;
  Object.assign(state, { look, name, path, target, stamp, file, past: [], future: [], view: "document", tab: "form" });
  // What comes from a file that is no YAML was never saved.
  state.saved = stamp ? look.doc : null;
  redraw();
}

/** Changes the document. Changes of one field that follow each other are one step back. */
export function edit(change, merge = null) {
  queue.push({ change, merge });
  work();
}

/** Waits until all changes are made. */
export async function settled() {
  while (isBusy || queue.length) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function work() {
  if (isBusy || !queue.length) return;
  isBusy = true;
  while (queue.length) {
    const batch = queue;
    queue = [];
    const { doc, sop } = state.look;
    try {
      const look = await ask(doc, sop, batch.map((it) => it.change));
      const merge = batch.at(-1).merge;
      const isSame = merge !== null && merge === lastMerge && batch.every((it) => it.merge === merge);
      if (look.doc !== doc && !isSame) remember(doc);
      if (look.doc !== doc) state.future = [];
      lastMerge = merge;
      state.look = look;
      if (look.comments_lost) say(t("comments_lost", look.comments_lost));
    } catch (error) {
      complain(error);
    }
  }
  isBusy = false;
  redraw();
}

function remember(doc) {
  state.past.push(doc);
  if (state.past.length > MOST) state.past.shift();
}

function ask(doc, sop, edits) {
  return post("look", { doc, sop, edits }, { name: state.target ?? "", paper: state.paper });
}

let turn = Promise.resolve();

/** One after the other, however fast they are asked for, and not while a change is made. */
function inTurn(work) {
  turn = turn.then(settled).then(work);
  return turn;
}

async function show(doc, sop = state.look.sop) {
  isBusy = true;
  try {
    state.look = await ask(doc, sop, []);
  } catch (error) {
    complain(error);
  }
  isBusy = false;
  lastMerge = null;
  forced(redraw);
  work();
}

/** Looks at the document again, or at another SOP of it. */
export const lookAgain = (sop) => inTurn(() => show(state.look.doc, sop));

/** Takes another text for the document, with a way back. */
export const replace = (doc) =>
  inTurn(() => {
    remember(state.look.doc);
    state.future = [];
    return show(doc);
  });

/** One step back. */
export const undo = () => inTurn(() => step(state.past, state.future));

/** One step forth. */
export const redo = () => inTurn(() => step(state.future, state.past));

async function step(from, to) {
  const doc = from.pop();
  if (doc === undefined) return;
  to.push(state.look.doc);
  await show(doc);
}

/** What is said of a key of the form and of what lies inside it. */
export function about(list, key) {
  return list.filter((it) => it.key === key || it.key.startsWith(`${key}/`));
}
