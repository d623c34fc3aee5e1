//! Rows of the table → steps of the model, actors' marks included; what marks do not tell is left to inference.

use super::halves::is_answer;
use super::header::is_step;
use super::merged::merge;
use super::rejoin::rejoin;
use super::row::{RawStep, is_nested};
use super::{Columns, Table};
use crate::document::{Row, Text};
use crate::grammar::enumeration::Names;
use crate::grammar::letters::letters;
use crate::grammar::step_number::step_number;
use crate::grammar::{duration, enumeration, folded};
use crate::model::{DocumentName, Field, Path, Sourced, Step, StepField, TroubleKind};
use crate::parse::draft::Draft;
use crate::source::{Place, Span};
use crate::vocabulary::columns::is_total;
use crate::vocabulary::marks::{is_drawn, leads_on};
use crate::vocabulary::noise;

/// The actor cells of each step, in the order of the steps: position of the lane, text.
pub(in crate::parse) struct Lanes {
    /// Filled lane cells.
    pub cells: Vec<(usize, Text)>,
    /// Filled cells whose lane is lost.
    pub strays: Vec<Text>,
    /// The names in a single actor column.
    pub names: Text,
    /// `Ya` or `Tidak` on the way to the next step, below the row.
    pub answers: Vec<Text>,
    /// The rows of the document that the step takes up, in order.
    pub rows: Vec<usize>,
    /// Where the filled lane cells stand: row, and position in it.
    pub marked: Vec<(usize, usize)>,
}

/// The rows of all tables of one SOP.
#[derive(Default)]
pub(in crate::parse) struct Procedure {
    /// The columns that the lanes speak of: those of the first table, and behind them the actors that only later ones name.
    pub columns: Columns,
    /// The actor cells of each step.
    pub lanes: Vec<Lanes>,
    /// For each table the lane of each of its own actor columns.
    pub places: Vec<Vec<usize>>,
}

/// Reads the steps of a table into the draft, behind those that it has.
pub(in crate::parse) fn fill(draft: &mut Draft, rows: &[Row], table: &Table) -> Vec<Lanes> {
    for at in table.structure.iter().chain(&table.copies) {
        draft.take_row(&rows[*at]);
    }
    furniture(draft, rows, table);
    let mut raw = raw_steps(draft, rows, table);
    let stage = table.stage.and_then(|row| rows[row].filled().next()).map(|cell| cell.text.clone());
    if let (Some(stage), Some(first)) = (stage, raw.first_mut()) {
        first.headings.insert(0, stage);
    }
    number(&mut raw, draft.sop.steps.last().map_or(0, |step| step.number));
    rejoin(&mut raw);
    merge(&mut raw, rows, table);
    raw.into_iter().map(|raw| step(draft, raw)).collect()
}

/// Feet of pages and lines of letters among the rows, and rows that were printed twice.
fn furniture(draft: &mut Draft, rows: &[Row], table: &Table) {
    for cell in table.strays.iter().filter_map(|at| rows[*at].single()) {
        let text = cell.text.as_str().trim();
        if letters(text).is_some() {
            draft.letters.push(cell.text.clone());
        } else if noise::is_noise(text) {
            draft.take(&cell.text);
            draft.trouble(TroubleKind::PageFurniture(text.to_owned()), Some(cell.text.whole()));
        }
    }
    let copied = table.copies.iter().flat_map(|at| rows[*at].filled()).map(|cell| cell.text.whole());
    if let Some(span) = copied.reduce(Span::to) {
        let name =
            table.structure.iter().flat_map(|at| rows[*at].texts()).take(MOST_NAMED).collect::<Vec<_>>().join(" ");
        draft.trouble(TroubleKind::PrintedTwice(folded(&name)), Some(span));
    }
}

/// So many cells of its header name a table.
const MOST_NAMED: usize = 3;

/// Rows of the body gathered into steps: rows without number continue the one above, or begin the one below.
fn raw_steps(draft: &mut Draft, rows: &[Row], table: &Table) -> Vec<RawStep> {
    let mut steps: Vec<RawStep> = Vec::new();
    let (mut upper, mut headings): (Option<RawStep>, Vec<Text>) = (None, Vec::new());
    for (position, at) in table.body.iter().enumerate() {
        let row = &rows[*at];
        if let Some(total) = total_row(row) {
            draft.take_row(row);
            draft.trouble(TroubleKind::TotalRow(total), row.filled().next().map(|cell| cell.text.whole()));
            continue;
        }
        let last_number = steps.last().and_then(|it| it.number).unwrap_or(0);
        let mut raw = raw_step(*at, row, table, last_number);
        let starts = raw.number.is_some() || raw.nested || (table.columns.number.is_none() && !raw.activity.is_blank());
        let next = table.body.get(position + 1).map(|next| &rows[*next]);
        let below = || table.body[position + 1..].iter().map(|at| &rows[*at]);
        // One heading may stand over another.
        let next_is_step =
            !starts && below().take(MOST_HEADINGS).find(|row| !is_heading(row, true)).is_some_and(begins_step);
        match steps.last_mut() {
            _ if starts => {
                if let Some(mut above) = upper.take() {
                    raw.put_below(&mut above);
                }
                raw.headings = std::mem::take(&mut headings);
                steps.push(raw);
            }
            Some(last) if raw.lanes.is_empty() && answer(row).is_some() => last.answers.extend(answer(row)),
            _ if is_heading(row, next_is_step) => headings.push(whole_row(row)),
            last if upper.is_none()
                && next_is_step
                && next.is_some_and(|next| {
                    let at = table.body[position + 1];
                    raw.is_upper_half(last.as_deref(), &raw_step(at, next, table, last_number))
                }) =>
            {
                upper = Some(raw);
            }
            Some(last) if is_own_step(last, &raw) => steps.push(raw),
            Some(last) => {
                let apart = is_spanned(last, *at, rows, table);
                last.extend(raw, apart);
            }
            // Words of a row that is lost: they stay behind as unused text.
            None if is_own_step(&RawStep::default(), &raw) && !raw.requirements.is_blank() => steps.push(raw),
            None => {}
        }
    }
    steps
}

/// The number of the step, or its activity, is drawn over this row as well: what stands here alone has a cell of its own.
fn is_spanned(step: &RawStep, at: usize, rows: &[Row], table: &Table) -> bool {
    let columns = table.columns_at(at);
    let over = |row: usize, column: usize| rows[row].cells.get(column).is_some_and(|cell| row + cell.rows_below >= at);
    let leads = || columns.number.into_iter().chain(columns.activity);
    step.rows.first().is_some_and(|first| leads().any(|column| over(*first, column)))
}

/// So many rows in a row are looked at for a step below a heading.
const MOST_HEADINGS: usize = 3;

/// All that a row says.
fn whole_row(row: &Row) -> Text {
    let mut whole = Text::default();
    row.filled().for_each(|cell| whole.join(' ', &cell.text));
    whole
}

/// What a row says that only leads from the step above to another.
fn answer(row: &Row) -> Option<Text> {
    row.single().filter(|cell| is_answer(cell.text.as_str())).map(|cell| cell.text.clone())
}

/// The cells of one row by role, below a step of that number.
fn raw_step(at: usize, row: &Row, table: &Table, last_number: u32) -> RawStep {
    let columns = table.columns_at(at);
    let mut raw = RawStep::of(row, columns, last_number);
    raw.rows = vec![at];
    raw.shifted = table.shifted.binary_search(&at).is_ok();
    raw.weighed = row.weighed;
    let cells = row.cells.iter().enumerate();
    let marked = cells.filter(|(place, cell)| columns.lane_at(*place).is_some() && !cell.text.is_blank());
    raw.marked = marked.map(|(place, _)| (at, place)).collect();
    raw
}

/// `Total`, `Jumlah Waktu` in any cell of a row that is no step: what stands behind.
fn total_row(row: &Row) -> Option<String> {
    let mut texts = row.texts();
    let work = |text: &str| step_number(text).is_none() && !duration::looks_like(text) && !is_dash(text.trim());
    texts.by_ref().take(MOST_TO_TOTAL).find(|text| step_number(text).is_none()).filter(|text| is_total(text))?;
    let rest: Vec<&str> = texts.collect();
    (rest.iter().filter(|text| work(text)).count() <= 2).then(|| rest.join(" "))
}

/// Number and name, before which nothing stands in a total row.
const MOST_TO_TOTAL: usize = 2;

/// A heading between the rows: one filled cell in capitals, with a letter or Roman number, or marked as one by
/// its author or by reaching across the columns from the first on, before a numbered row; the letter may have a cell of its own.
pub(super) fn is_heading(row: &Row, next_is_step: bool) -> bool {
    let mut filled = row.filled();
    if let (true, Some(mark), Some(title), None) = (next_is_step, filled.next(), filled.next(), filled.next()) {
        let mark_text = mark.text.as_str().trim().trim_end_matches(['.', ')']);
        let lettered =
            mark_text.len() <= 4 && !mark_text.is_empty() && mark_text.bytes().all(|it| it.is_ascii_uppercase());
        let title_text = title.text.as_str().trim();
        return mark.column == 0 && title.column == 1 && lettered && title_text.len() > 3;
    }
    let Some(cell) = row.single().filter(|_| next_is_step) else { return false };
    let text = cell.text.as_str().trim();
    let letters = || text.chars().filter(|it| it.is_alphabetic());
    let capitals = letters().count() > 3 && letters().all(char::is_uppercase);
    let lettered = text.split_once('.').is_some_and(|(mark, rest)| {
        !mark.is_empty()
            && mark.len() <= 4
            && mark.bytes().all(|it: u8| it.is_ascii_uppercase())
            && rest.starts_with(' ')
    });
    let across = cell.column == 0 && (row.is_heading || cell.end_column > cell.column + 1);
    let titled = letters().count() > 3 && text.starts_with(char::is_uppercase) && !noise::is_noise(text);
    cell.column <= 1 && (capitals || lettered || (across && titled))
}

/// The row begins with the number of a step, or of a part of one.
fn begins_step(row: &Row) -> bool {
    is_step(row) || row.filled().next().is_some_and(|cell| cell.column <= 1 && is_nested(cell.text.as_str()))
}

/// A row without number that is work of its own: activity, duration and output, while the row above has its own.
fn is_own_step(last: &RawStep, raw: &RawStep) -> bool {
    let timed = duration::looks_like(raw.duration.as_str());
    !raw.activity.is_blank()
        && timed
        && !raw.outputs.is_blank()
        && (!last.duration.is_blank() || last.activity.is_blank())
}

/// Why a stage has other numbers than are printed.
const STARTS_AGAIN: &str = "nomor dimulai lagi pada tahap ini, di sini dilanjutkan";

/// Why the rows behind `3a` have.
const PUSHED: &str = "baris bernomor bertingkat di atasnya ikut dihitung";

/// Numbers for rows without one: the next after the row above. Where the numbers start again, in the table or behind the
/// `before` steps of the ones before, they go on.
fn number(steps: &mut [RawStep], before: u32) {
    let printed = steps.iter().any(|step| step.number.is_some());
    let written: Vec<Option<u32>> = steps.iter().map(|step| step.number).collect();
    let (mut last, mut shift) = (before, 0);
    let (mut nested, mut reason) = (false, STARTS_AGAIN);
    for (at, step) in steps.iter_mut().enumerate() {
        nested |= step.nested;
        match step.number {
            Some(number) => {
                let goes_on = written.get(at + 1).copied().flatten() == Some(2);
                let nested = nested && number <= last && shift == 0;
                let again = nested || number == 1 && last > shift && (last - shift >= 2 || goes_on || at == 0);
                if again || (at == 0 && number <= last) {
                    reason = if nested { PUSHED } else { STARTS_AGAIN };
                    shift = last + 1 - number.min(last + 1);
                }
                if shift > 0 {
                    step.renumbered = Some((number, reason));
                }
                last = number + shift;
                step.number = Some(last);
            }
            None => {
                last += 1;
                step.number = Some(last);
                step.number_reason = Some(if step.nested {
                    "nomor bertingkat; di sini menurut urutan baris"
                } else if printed {
                    "nomor tidak tertulis; mengikuti baris sebelumnya"
                } else {
                    "tabel tanpa nomor; menurut urutan baris"
                });
            }
        }
    }
}

/// How far cells are believed that were told apart by what they say.
const WEIGHED: f64 = 0.8;

/// One step of the model.
pub(super) fn step(draft: &mut Draft, raw: RawStep) -> Lanes {
    let number = raw.number.unwrap_or(1);
    let mut step = Step::new(number);
    let whole = raw.texts().filter(|text| !text.is_blank()).map(Text::whole).reduce(|one, other| one.to(other));
    step.place = whole.map_or(Place::NOWHERE, Place::from);
    for text in raw.texts() {
        draft.take(text);
    }
    if let Some(reason) = raw.number_reason {
        draft.printed.insert(number, None);
        draft.repaired(Path::step(number).key("nomor"), reason, whole);
    }
    if let Some((written, reason)) = raw.renumbered {
        draft.printed.insert(number, Some(written));
        let reason = format!("tertulis {written}: {reason}");
        draft.repaired(Path::step(number).key("nomor"), reason, whole);
    }
    raw.answers.iter().chain(&raw.headings).for_each(|text| draft.take(text));
    if raw.shifted {
        draft.trouble(TroubleKind::ShiftedRow(number), whole);
        draft.repaired(Path::step(number), "sel bergeser; ditempatkan menurut isinya (waktu sebagai patokan)", whole);
    }
    if raw.weighed {
        let reason =
            "kata-katanya tersalin tanpa batas kolom; dipisah menurut waktu, huruf besar dan hasil langkah sebelumnya";
        draft.dealt.insert(number);
        draft.inferred(Path::step(number), WEIGHED, reason, whole);
    }
    for (key, reason) in &raw.rejoined {
        draft.repaired(Path::step(number).key(key), reason.clone(), whole);
    }
    let heading = |text: &Text| Sourced::new(folded(text.as_str()), text.whole().into());
    step.headings = raw.headings.iter().map(heading).collect();
    step.activity = prose(&raw.activity);
    let own = |field: StepField| !raw.merged.contains(&field);
    // What is said in a row above is not said here too.
    if own(StepField::Requirements) {
        step.requirements = documents(&draft.names, &raw.requirements);
    }
    if own(StepField::Outputs) {
        step.outputs = documents(&draft.names, &raw.outputs);
    }
    if own(StepField::Duration) {
        step.duration = time(draft, number, &raw);
    }
    step.note = match prose(&raw.note) {
        note if own(StepField::Note) && !matches!(note, Field::Blank(_)) => note,
        _ => Field::Absent,
    };
    step.merged = raw.merged;
    draft.sop.steps.push(step);
    Lanes {
        cells: raw.lanes,
        strays: raw.strays,
        names: raw.actor_names,
        answers: raw.answers,
        rows: raw.rows,
        marked: raw.marked,
    }
}

/// A cell of prose, its lines joined but for those that are entries of a list.
pub(in crate::parse) fn prose(text: &Text) -> Field<Sourced<String>> {
    let trimmed = without_arrow(text.as_str().trim());
    match trimmed {
        "" => Field::Blank(Place::NOWHERE),
        _ if is_dash(trimmed) => Field::Dash(text.place(trimmed)),
        _ => {
            let said = match &enumeration::entry_lines(trimmed)[..] {
                [line] => folded(line),
                lines => lines.iter().map(|line| folded(line)).collect::<Vec<String>>().join("\n"),
            };
            Field::Known(Sourced::new(said, text.place(trimmed)))
        }
    }
}

/// Without the arrow to the next row that a program put behind the words, or in place of them.
fn without_arrow(text: &str) -> &str {
    let drawn = |it: char| it.is_whitespace() || is_drawn(it);
    if text.chars().all(drawn) { "" } else { text.trim_end_matches(|it: char| it.is_whitespace() || leads_on(it)) }
}

/// Explicitly none: nothing but dashes.
pub(in crate::parse) fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| matches!(it, '-' | '–' | '—' | '−'))
}

/// A cell of document names.
fn documents(names: &Names, text: &Text) -> Field<Vec<Sourced<DocumentName>>> {
    let trimmed = text.as_str().trim();
    if trimmed.is_empty() {
        return Field::Blank(Place::NOWHERE);
    }
    if is_dash(trimmed) {
        return Field::Dash(text.place(trimmed));
    }
    let named = |item: &&str| item.chars().any(char::is_alphanumeric);
    let items = enumeration::documents(text.as_str(), names).into_iter().filter(named).map(|item| {
        let name = folded(item);
        Sourced::new(DocumentName(name), text.place(item))
    });
    let items: Vec<Sourced<DocumentName>> = items.collect();
    if items.is_empty() { Field::Blank(text.place(trimmed)) } else { Field::Known(items) }
}

/// The Waktu cell.
fn time(draft: &mut Draft, number: u32, raw: &RawStep) -> Field<Sourced<crate::model::Duration>> {
    let text = &raw.duration;
    let trimmed = text.as_str().trim();
    if trimmed.is_empty() {
        return Field::Blank(Place::NOWHERE);
    }
    if is_dash(trimmed) {
        return Field::Dash(text.place(trimmed));
    }
    let parsed = match raw.unit {
        Some(unit) => duration::parse_with_unit(trimmed, unit).or_else(|| duration::parse(trimmed)),
        None => duration::parse(trimmed),
    };
    match parsed {
        Some(duration) => Field::Known(Sourced::new(duration, text.place(trimmed))),
        None if let Some((duration, meant)) = duration::misread(trimmed) => {
            let reason = format!("`{trimmed}` dibaca `{meant}`: salah ketik");
            draft.repaired(Path::field(number, StepField::Duration), reason, Some(text.span(trimmed)));
            Field::Known(Sourced::new(duration, text.place(trimmed)))
        }
        None => {
            let span = text.span(trimmed);
            let written = folded(trimmed);
            draft.unreadable(Path::field(number, StepField::Duration), None, Some(span));
            Field::Unreadable(Sourced::at(written, span))
        }
    }
}
