// The document at hand: what the program says of it, and all else that the page shows.

import { Gone } from "./server.js";
import { t } from "./words.js";

/** All that the page shows. */
export const state = {
  start: null,
  view: "home",
  /** What the program last said of the document; its form has also what a person has written since. */
  look: null,
  name: "",
  path: null,
  target: null,
  stamp: null,
  /** Another one for each document that is opened. */
  token: null,
  /** The bytes of a file that was dropped, for its copy with comments. */
  file: null,
  /** The text as it was saved. */
  saved: null,
  /** Steps that can be taken back, and those that were. */
  past: [],
  future: [],
  /** The list that is written in, and its items as they stand there, empty ones too. */
  draft: null,
  /** Another content of the form is on its way; until it is there nothing is written. */
  isMoving: false,
  paper: "",
  tab: "form",
  /** The table has the whole width. */
  wide: false,
};

let redraw = () => {};
let tell = () => {};

/** Says what is to be done when something changed, and how people are told. */
export function connect(draw, say) {
  redraw = draw;
  tell = say;
}

/** Something changed; where `isForced`, also the field that is written in is to show what the document says. */
export function changed(isForced = false) {
  redraw(isForced);
}

/** Words for the person. */
export function say(text, isGrave = false) {
  tell(text, isGrave);
}

/** Tells what went wrong. */
export function complain(error) {
  say(error instanceof Gone ? t("gone") : error.message, true);
}

/** What is said of a key of the form and of what lies inside it. */
export function about(list, key) {
  return list.filter((it) => it.key === key || it.key.startsWith(`${key}/`));
}
