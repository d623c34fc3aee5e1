// What is asked of the program; addresses are relative, so that each holds the secret of the page's own address.

import { language } from "./words.js";

async function asked(what, parameters, options) {
  const query = new URLSearchParams({ ...parameters, lang: language() });
  let response;
  try {
    response = await fetch(`api/${what}?${query}`, options);
  } catch {
    throw new Gone();
  }
  if (response.ok || response.status === 409) return response;
  let why = `${response.status}`;
  try {
    why = (await response.json()).error;
  } catch {
    // An answer without words.
  }
  throw new Error(why);
}

/** The program does not answer any more. */
export class Gone extends Error {}

const sent = (body) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Reads. */
export async function get(what, parameters = {}) {
  return (await asked(what, parameters)).json();
}

/** Sends an object, and reads the answer. */
export async function post(what, body, parameters = {}) {
  return (await asked(what, parameters, sent(body))).json();
}

/** Sends the bytes of a file. */
export async function postBytes(what, bytes, parameters) {
  return asked(what, parameters, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: bytes });
}

/** Sends an object, and gets a file. */
export async function fileOf(what, body, parameters = {}) {
  return (await asked(what, parameters, sent(body))).blob();
}

/** Gets a file. */
export async function getFile(what, parameters) {
  return (await asked(what, parameters)).blob();
}

/** Gets a text. */
export async function getText(what, parameters) {
  return (await asked(what, parameters)).text();
}

/** Hands a file to the person, as a download. */
export function keep(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
