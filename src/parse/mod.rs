//! Document → SOPs: finds the parts, reads each with the grammars, infers what marks no longer tell, and admits the rest.
//!
//! Order of work: tables first ([`table`]), for they are the surest; then the rows outside them as labels, sections and free
//! lines ([`lines`]); then identity, sections, headings; then actors and branches, from marks or from clues.

mod actors;
mod asides;
mod branches;
mod captions;
mod deal;
mod diagram;
mod draft;
mod drawing;
mod heading;
mod identity;
mod infer;
mod legend;
mod letters;
mod lines;
mod mentions;
mod nearby;
mod noted;
mod numbering;
mod outline;
mod pieces;
mod respelled;
mod running;
mod sections;
mod siblings;
mod table;

use crate::document::{Document, Row, Text};
use crate::model::{ColumnRole, Path, Sop, Step, StepField, TroubleKind};
use crate::source::{Source, Span};
use crate::vocabulary::columns::header;
use crate::vocabulary::offices::told_by;
use diagram::Diagram;
use draft::Draft;
use mentions::Mentions;
use numbering::Numbering;
use outline::Part;
use table::{Procedure, Table};

/// The SOPs of a document; at least one, however little was understood.
pub fn parse(document: &Document, source: &Source) -> Vec<Sop> {
    let rows = &document.rows;
    let mut parts = outline::parts(rows, source);
    parts.iter_mut().flat_map(|part| &mut part.tables).for_each(|table| table::refit(document, table));
    let several = parts.len();
    let related: Vec<bool> = parts.iter().map(|part| part.is_sibling).collect();
    let mut diagram = if several == 1 { Diagram::only(document) } else { None };
    let mut sops: Vec<Sop> = parts.into_iter().map(|part| sop(document, part, source, diagram.as_mut())).collect();
    siblings::share(&mut sops, &related);
    siblings::share_agency(&mut sops);
    if let Some(first) = sops.first_mut() {
        admit(first, document, several);
    }
    asides::admit(&mut sops, document, source, diagram.is_some_and(|it| it.is_followed()));
    sops
}

/// Troubles of the file as a whole.
fn admit(first: &mut Sop, document: &Document, several: usize) {
    let mut admit = |kind, span| first.troubles.push(crate::model::Trouble { kind, span });
    if several > 1 {
        admit(TroubleKind::SeveralSops(several), None);
    }
    if let Some((count, span)) = document.broken {
        admit(TroubleKind::BrokenCharacters(count), Some(span));
    }
    if let Some(span) = document.markup.first() {
        admit(TroubleKind::Markup("HTML".to_owned()), Some(*span));
    }
}

/// One SOP from its part of the rows, and from the diagram below its table.
fn sop<'t>(document: &'t Document, part: Part<'t>, source: &Source, diagram: Option<&mut Diagram<'t>>) -> Sop {
    let rows = &document.rows;
    let mut draft = Draft::default();
    rows[part.rows.clone()].iter().flat_map(Row::texts).for_each(|cell| draft.names.gather(cell));
    let mut procedure = steps(&mut draft, rows, &part.tables);
    let first_end = part.tables.iter().map(|table| table.rows.end).min().unwrap_or(usize::MAX);
    let mut lines = lines::read(rows, part.outside, |row| first_end <= row);
    for text in std::mem::take(&mut lines.structure) {
        draft.take(&text);
    }
    for text in std::mem::take(&mut lines.furniture) {
        draft.take(&text);
        draft.trouble(TroubleKind::PageFurniture(text.as_str().trim().to_owned()), Some(text.whole()));
    }
    legend::apply(&mut draft, &mut procedure.columns, &mut lines.free);
    legend::symbols(&mut draft, &mut lines.free);
    letters::gather(&mut draft, &mut lines.free);
    let mut told = std::mem::take(&mut lines.procedure);
    if told.is_empty() && part.tables.is_empty() {
        told = table::prose::unheaded(&mut lines.free);
    }
    sections::head_lost(&mut draft, &mut lines);
    lines.free = heading::letterhead(&mut draft, std::mem::take(&mut lines.free), &lines.labels);
    identity::fill(&mut draft, &mut lines);
    sections::fill_apart(&mut lines);
    if let Some((name, row)) = &part.title {
        siblings::title(&mut draft, rows, name, *row, part.is_sibling);
    }
    let free = std::mem::take(&mut lines.free);
    let found_identity = !lines.labels.is_empty() || !lines.blocks.is_empty();
    sections::fill(&mut draft, lines.blocks);
    heading::fill(&mut draft, free);
    if let Some(table) = part.tables.first() {
        flow(&mut draft, document, (&part.tables, &procedure), diagram);
        missing_columns(&mut draft, rows, table);
        placed_columns(&mut draft, rows, table);
    } else {
        draft.trouble(TroubleKind::MissingTable, None);
        draft.unreadable(Path::steps(), Some("tabel prosedur tidak ditemukan".to_owned()), None);
        (procedure.columns, procedure.lanes) = table::prose::fill(&mut draft, told);
        flow(&mut draft, document, (&[], &procedure), diagram);
    }
    letters::apply(&mut draft);
    if !found_identity && !part.is_sibling {
        draft.trouble(TroubleKind::MissingIdentity, None);
        draft.unreadable(Path("identitas".to_owned()), Some("bagian identitas tidak ditemukan".to_owned()), None);
    }
    draft.finish([&rows[part.rows.clone()], &rows[part.tail.clone()]], source)
}

/// The steps of all tables of one SOP.
fn steps(draft: &mut Draft, rows: &[Row], tables: &[table::Table]) -> Procedure {
    let mut columns = tables.first().map(|table| table.columns.clone()).unwrap_or_default();
    let mut lanes = Vec::new();
    let mut all = Vec::new();
    // Where a lane has a number for a name nothing is left of it folded.
    let key = |name: &Text| {
        Some(told_by(name.as_str())).filter(|it| !it.is_empty()).unwrap_or_else(|| name.as_str().trim().to_owned())
    };
    let mut known: Vec<String> = columns.lanes.iter().map(|(_, name)| key(name)).collect();
    for table in tables {
        let mut places = Vec::new();
        for (at, name) in &table.columns.lanes {
            let folded = key(name);
            places.push(known.iter().position(|it| *it == folded).unwrap_or_else(|| {
                columns.lanes.push((*at, name.clone()));
                known.push(folded);
                known.len() - 1
            }));
        }
        for mut row in table::fill(draft, rows, table) {
            for (lane, _) in &mut row.cells {
                *lane = places.get(*lane).copied().unwrap_or(*lane);
            }
            lanes.push(row);
        }
        all.push(places);
    }
    Procedure { columns, lanes, places: all }
}

/// Actors and branches.
fn flow(
    draft: &mut Draft,
    document: &Document,
    (tables, procedure): (&[Table], &Procedure),
    diagram: Option<&mut Diagram>,
) {
    let numbering = Numbering::of(draft);
    actors::name(draft, procedure);
    let told = drawing::fill(draft, document, tables, procedure);
    let open = actors::fill(draft, procedure, &told, &numbering);
    let activities = infer::activities(draft);
    let mut wanted = infer::wanted(draft, &activities, &open);
    wanted.iter_mut().zip(&told).for_each(|(wanted, told)| *wanted |= told);
    // Where no step is looked at nobody asks for names.
    let names = if wanted.contains(&true) { actors::names(draft) } else { mentions::Names::default() };
    let mentions = Mentions::new(&names);
    let looked_at = activities.iter().zip(&wanted).map(|(activity, wanted)| wanted.then_some(activity.as_str()));
    if let Some(diagram) = diagram {
        draft.ways = diagram.follow(&draft.sop, &numbering);
    }
    let readings = infer::infer(draft, &mentions, &open, looked_at);
    let steps = branches::Steps::of(draft, &numbering);
    branches::hold_against(draft, &steps, &mentions, &readings, &told);
    branches::fill(draft, &steps, &mentions, &readings, &told);
}

/// Columns that the header of the table does not name.
fn missing_columns(draft: &mut Draft, rows: &[Row], table: &table::Table) {
    let columns = &table.columns;
    let lacking = [
        (ColumnRole::Number, !columns.named_number),
        (ColumnRole::Actor, columns.lanes.is_empty() && columns.actor_names.is_none()),
        (ColumnRole::Requirements, !columns.named_requirements),
        (ColumnRole::Duration, !columns.named_durations),
        (ColumnRole::Outputs, !columns.named_outputs),
    ];
    let header = table.structure.first().map(|at| &rows[*at]);
    let span = header.and_then(|row| row.filled().map(|cell| cell.text.whole()).reduce(crate::source::Span::to));
    for (role, _) in lacking.into_iter().filter(|(_, lacks)| *lacks) {
        draft.trouble(TroubleKind::MissingColumn(role), span);
        unplaced_values(draft, role, span);
    }
}

/// The cells of a column without a heading were found by what they say: where none was, it may stand in another.
fn unplaced_values(draft: &mut Draft, role: ColumnRole, header: Option<Span>) {
    let (field, is_silent): (StepField, fn(&Step) -> bool) = match role {
        ColumnRole::Requirements => (StepField::Requirements, |step| step.requirements.is_silent()),
        ColumnRole::Duration => (StepField::Duration, |step| step.duration.is_silent()),
        ColumnRole::Outputs => (StepField::Outputs, |step| step.outputs.is_silent()),
        _ => return,
    };
    let silent: Vec<u32> = draft.sop.steps.iter().filter(|it| is_silent(it)).map(|it| it.number).collect();
    if silent.len() < draft.sop.steps.len() {
        let reason = format!("judul tabel tidak memuat kolom {}", role.heading());
        silent.into_iter().for_each(|it| draft.unreadable(Path::field(it, field), Some(reason.clone()), header));
    }
}

/// Columns under a name that is not known, read for what stands at their place.
fn placed_columns(draft: &mut Draft, rows: &[Row], table: &table::Table) {
    let columns = &table.columns;
    let placed = [
        ("Kelengkapan", columns.requirements.filter(|_| !columns.named_requirements)),
        ("Output", columns.outputs.filter(|_| !columns.named_outputs)),
    ];
    let named = |at: usize| {
        let cells = table.structure.iter().filter_map(|row| rows[*row].cells.get(at));
        let is_name = |text: &&Text| header(text.as_str()).is_none() && text.as_str().contains(char::is_alphabetic);
        cells.map(|cell| &cell.text).find(is_name)
    };
    for (role, name) in placed.into_iter().filter_map(|(role, at)| Some((role, named(at?)?))) {
        let reason =
            format!("kolom `{}` dibaca sebagai {role}, menurut tempatnya di samping Waktu", name.as_str().trim());
        draft.repaired(Path::steps(), reason, Some(name.whole()));
    }
}
