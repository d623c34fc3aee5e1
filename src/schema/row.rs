//! Twin → model, for one row of the table: its cells, whom they belong to, and where its arrows go.

use super::Located;
use super::to_model::{Fault, Ledger, entry_field, sourced};
use super::twin::{CaseTwin, CellTwin, MergedTwin, StepTwin, SymbolTwin, WayGoal, WayTwin};
use super::values::{Goal, ScalarOr, Text, TextOr};
use crate::grammar::{duration, leads};
use crate::model::{Actor, ActorId, Cell, DocumentName, Path, Sourced, Step, StepField, Symbol, Target, Way};
use crate::source::Place;

/// What a row of the table is read with.
pub(super) struct Row<'c> {
    pub(super) ledger: &'c Ledger<'c>,
    pub(super) actors: &'c [Actor],
    /// The number of the row.
    pub(super) number: u32,
    pub(super) place: Place,
}

impl Row<'_> {
    /// The row of a twin.
    pub(super) fn read(&self, twin: StepTwin<'_>) -> Result<Step, Fault> {
        let path = |field| Path::field(self.number, field);
        let own =
            CellTwin { id: None, symbol: twin.symbol, yes: twin.yes, no: twin.no, cases: twin.cases, next: twin.next };
        Ok(Step {
            number: self.number,
            place: self.place,
            headings: Vec::new(),
            activity: self.ledger.text(twin.activity, &path(StepField::Activity)),
            cells: self.cells(twin.cells.0, own)?,
            joint: twin.joint.into_iter().map(|text| self.actor(text)).collect(),
            requirements: self.ledger.list(twin.requirements, &path(StepField::Requirements), DocumentName),
            duration: entry_field(twin.duration.0, |text| duration::parse(&text)),
            outputs: self.ledger.list(twin.outputs, &path(StepField::Outputs), DocumentName),
            note: self.ledger.text(twin.note, &path(StepField::Note)),
            merged: merged(&twin.merged),
        })
    }

    /// The cells of the row; what stands on the step itself belongs to its only cell.
    fn cells(&self, row: Vec<Located<TextOr<'_, CellTwin<'_>>>>, own: CellTwin<'_>) -> Result<Vec<Cell>, Fault> {
        if row.len() > 1 {
            refuse_own(&own)?;
            return row.into_iter().map(|twin| self.entry(twin)).collect();
        }
        let mut own = self.cell(own)?;
        let Some(only) = row.into_iter().next() else { return Ok(vec![own]) };
        let only = self.entry(only)?;
        own.actor = only.actor;
        own.symbol = own.symbol.or(only.symbol);
        own.yes = own.yes.or(only.yes);
        own.no = own.no.or(only.no);
        if own.cases.is_empty() {
            own.cases = only.cases;
        }
        if own.next.is_empty() {
            own.next = only.next;
        }
        Ok(vec![own])
    }

    fn entry(&self, entry: Located<TextOr<'_, CellTwin<'_>>>) -> Result<Cell, Fault> {
        match entry.value {
            TextOr::Text(text) if matches!(text.as_ref(), "" | "-") => Ok(Cell::default()),
            TextOr::Text(text) => {
                Ok(Cell { actor: Some(self.actor(Located { value: text, place: entry.place })), ..Cell::default() })
            }
            TextOr::Map(twin) => self.cell(twin),
        }
    }

    fn cell(&self, twin: CellTwin<'_>) -> Result<Cell, Fault> {
        Ok(Cell {
            actor: twin.id.map(|text| self.actor(text)),
            symbol: twin.symbol.map(|it| Sourced::new(it.value.into_model(), it.place)),
            yes: twin.yes.map(|goal| self.way(goal)).transpose()?,
            no: twin.no.map(|goal| self.way(goal)).transpose()?,
            cases: twin.cases.into_iter().map(|case| self.case(case.value)).collect::<Result<_, _>>()?,
            next: twin.next.0.into_iter().map(|goal| self.way(goal)).collect::<Result<_, _>>()?,
        })
    }

    fn way(&self, goal: Located<WayGoal<'_>>) -> Result<Way, Fault> {
        match goal.value {
            ScalarOr::Scalar(target) => self.target(Located { value: target, place: goal.place }).map(Way::from),
            ScalarOr::Map(WayTwin { to, label, line }) => {
                let way = Way::from(self.target(to)?);
                Ok(Way { label: label.map(sourced), dashed: line.is_some(), ..way })
            }
        }
    }

    fn case(&self, CaseTwin { label, to, line }: CaseTwin<'_>) -> Result<Way, Fault> {
        let way = Way::from(self.target(to)?);
        Ok(Way { label: Some(sourced(label)), dashed: line.is_some(), ..way })
    }

    fn actor(&self, text: Located<Text<'_>>) -> Sourced<ActorId> {
        Sourced::new(self.resolve(&text.value), text.place)
    }

    /// The id itself, or that of the column of that name; what is neither is kept as written.
    fn resolve(&self, text: &str) -> ActorId {
        let by_id = self.actors.iter().find(|actor| actor.id.0 == text);
        let by_name = || self.actors.iter().find(|actor| actor.name.value.trim() == text.trim());
        by_id.or_else(by_name).map_or_else(|| ActorId(text.to_owned()), |actor| actor.id.clone())
    }

    fn target(&self, goal: Located<Goal<'_>>) -> Result<Sourced<Target>, Fault> {
        let place = goal.place;
        let target = match &goal.value {
            Goal::Number(number) => Some(Target::Step(*number)),
            Goal::Text(text) => self.named_target(text.trim()),
        };
        target.map(|target| Sourced::new(target, place)).ok_or_else(|| no_target(&goal.value, place))
    }

    fn named_target(&self, text: &str) -> Option<Target> {
        if text.eq_ignore_ascii_case("selesai") {
            return Some(Target::End);
        }
        if let Some((number, actor)) = text.split_once('.')
            && let Ok(number) = number.parse()
        {
            return Some(Target::Cell(number, self.resolve(actor)));
        }
        let number = text.parse().ok().map(Target::Step);
        number.or_else(|| match leads::target(text)? {
            Target::Cell(number, actor) => Some(Target::Cell(number, self.resolve(&actor.0))),
            to => Some(to),
        })
    }
}

fn no_target(goal: &Goal<'_>, place: Place) -> Fault {
    let text = match goal {
        Goal::Number(number) => number.to_string(),
        Goal::Text(text) => text.chars().take(40).collect(),
    };
    Fault {
        id: format!("`{text}` bukan tujuan: tulis nomor langkah (`4`), satu sel langkah (`4.camat`), atau `selesai`"),
        en: format!("`{text}` is no target: write a step number (`4`), one cell of a step (`4.camat`), or `selesai`"),
        place,
    }
}

/// In a row of several symbols, branches and symbols stand with the cell they belong to.
fn refuse_own(own: &CellTwin<'_>) -> Result<(), Fault> {
    let symbol = own.symbol.as_ref().map(|it| ("simbol", it.place));
    let yes = own.yes.as_ref().map(|it| ("ya", it.place));
    let no = own.no.as_ref().map(|it| ("tidak", it.place));
    let cases = own.cases.first().map(|it| ("cabang", it.place));
    let next = own.next.0.first().map(|it| ("lanjut", it.place));
    let Some((key, place)) = symbol.or(yes).or(no).or(cases).or(next) else { return Ok(()) };
    Err(Fault {
        id: format!("langkah ini punya beberapa pelaksana: tulis `{key}` pada pelaksananya, `- {{id: …, {key}: …}}`"),
        en: format!(
            "this step has several actors: write `{key}` with the actor it belongs to, `- {{id: …, {key}: …}}`"
        ),
        place,
    })
}

/// The columns whose cells go on from above, each once, in the order of the form.
fn merged(twins: &[Located<MergedTwin>]) -> Vec<StepField> {
    let named: Vec<StepField> = twins.iter().map(|it| it.value.into_model()).collect();
    StepField::MERGED.into_iter().filter(|field| named.contains(field)).collect()
}

impl MergedTwin {
    fn into_model(self) -> StepField {
        match self {
            Self::Requirements => StepField::Requirements,
            Self::Duration => StepField::Duration,
            Self::Outputs => StepField::Outputs,
            Self::Note => StepField::Note,
        }
    }
}

impl SymbolTwin {
    fn into_model(self) -> Symbol {
        match self {
            Self::Start => Symbol::Start,
            Self::Process => Symbol::Process,
            Self::Decision => Symbol::Decision,
            Self::Document => Symbol::Document,
            Self::End => Symbol::End,
        }
    }
}
