// What a change will do to the form, as far as the page can tell: shown until the program has answered.

/** Shows a change in what the program said before it. */
export function foresee(look, change) {
  CHANGES[change.do]?.(look.form, change, look);
}

const CHANGES = {
  set: (form, { key, text }) => {
    const [row, name] = key.split("/");
    const own = form.rows[/^r(\d+)$/.exec(row)?.[1]];
    if (own) own[name] = text;
    const entries = [...form.identity, ...form.sections, ...form.people.flatMap((it) => it.parts)];
    const entry = entries.find((it) => it.path === key);
    if (entry) entry.text = text;
  },
  headings: (form, { row, text }) => {
    if (form.rows[row]) form.rows[row].headings = text.split("\n").filter((it) => it.trim());
  },
  add_row: (form, { at }, look) => {
    const before = form.rows[at - 1]?.cells.at(-1) ?? form.rows[at]?.cells[0];
    const cells = [{ lane: before?.lane ?? null, stranger: null, symbol: "proses", ways: [] }];
    const row = { headings: [], uraian: "", kelengkapan: "", waktu: "", output: "", keterangan: "", cells, joint: [], told: "", unreadable: [], merged: [] };
    reorder(look, (rows) => [...rows.slice(0, at), row, ...rows.slice(at)]);
  },
  remove_row: (form, { at }, look) => {
    const [row, next] = [form.rows[at], form.rows[at + 1]];
    if (row && next) next.headings.unshift(...row.headings);
    reorder(look, (rows) => rows.filter((_, own) => own !== at));
  },
  move_row: (form, { from, to }, look) => reorder(look, (rows) => moved(rows, from, to)),
  add_actor: (form, { at, name }) => relane(form, (actors) => [...actors.slice(0, at), { name, external: false }, ...actors.slice(at)]),
  remove_actor: (form, { at }) => relane(form, (actors) => actors.filter((_, own) => own !== at)),
  move_actor: (form, { from, to }) => relane(form, (actors) => moved(actors, from, to)),
  rename_actor: (form, { at, name }) => {
    if (form.actors[at] && name.trim()) form.actors[at].name = name;
  },
  external_actor: (form, { at, external }) => {
    if (form.actors[at]) form.actors[at].external = external;
  },
  symbol: (form, { row, lane, symbol }) => {
    const { cells, joint } = form.rows[row];
    form.rows[row].joint = joint.filter((it) => it !== lane);
    const own = cells.findIndex((it) => it.lane === lane);
    if (symbol === null || symbol === "bersama") {
      if (own >= 0 && cells.length > 1) cells.splice(own, 1);
      else if (own >= 0) cells[own].lane = null;
      if (symbol) form.rows[row].joint.push(lane);
      return;
    }
    const free = own >= 0 ? own : cells.findIndex((it) => it.lane === null && !it.stranger);
    if (free >= 0) Object.assign(cells[free], { lane, symbol });
    else cells.push({ lane, stranger: null, symbol, ways: [] });
  },
  move_symbol: (form, { row, cell, lane }) => {
    Object.assign(form.rows[row].cells[cell], { lane, stranger: null });
    form.rows[row].joint = form.rows[row].joint.filter((it) => it !== lane);
  },
  ways: (form, { row, cell, ways }) => {
    const said = (way) => way.lost ?? (way.to ? String(form.rows[way.to[0]].number) : "selesai");
    form.rows[row].cells[cell].ways = ways.map((way) => ({ ...way, said: said(way), lost: way.lost !== null }));
  },
  confirm: (form, { path }) => {
    form.doubts = form.doubts.filter((it) => it.path !== path);
  },
  dismiss: (form, { at }) => form.leftovers.splice(at, 1),
};

function moved(list, from, to) {
  const rest = list.filter((_, own) => own !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}

/** The rows in another order, counted anew; arrows and what is said of rows go with them. */
function reorder(look, change) {
  const { form } = look;
  const old = form.rows;
  const isCounted = old.every((row, at) => row.number === old[0].number + at);
  const first = isCounted && old.length ? old[0].number : 1;
  form.rows = change(old);
  form.rows.forEach((row, at) => (row.number = first + at));
  const now = old.map((row) => form.rows.indexOf(row));
  for (const way of form.rows.flatMap((row) => row.cells).flatMap((cell) => cell.ways)) {
    if (!way.to) continue;
    const goal = now.slice(way.to[0]).find((it) => it >= 0);
    Object.assign(way, goal === undefined ? { to: null, said: "selesai" } : { to: [goal, now[way.to[0]] < 0 ? 0 : way.to[1]], said: String(form.rows[goal].number) });
  }
  const rekeyed = (list) => list.flatMap((it) => {
    const row = /^r(\d+)(.*)$/.exec(it.key);
    if (!row) return [it];
    return now[row[1]] >= 0 ? [{ ...it, key: `r${now[row[1]]}${row[2]}` }] : [];
  });
  form.doubts = rekeyed(form.doubts);
  look.findings = rekeyed(look.findings);
}

/** The columns in another order; symbols go with them. */
function relane(form, change) {
  const old = form.actors;
  form.actors = change(old);
  const now = old.map((actor) => form.actors.indexOf(actor));
  for (const row of form.rows) {
    row.joint = row.joint.map((lane) => now[lane]).filter((lane) => lane >= 0);
    for (const cell of row.cells) cell.lane = now[cell.lane] >= 0 ? now[cell.lane] : null;
    const there = row.cells.filter((cell) => cell.lane !== null || cell.stranger);
    row.cells = there.length ? there : row.cells.slice(0, 1);
  }
}
