//! The procedure table as rows of cells, before any medium prints it.

use super::fault::Fault;
use super::form::{Form, TimeColumns};
use super::marks::Marks;
use super::plan::{DecisionKind, Plan, Step};
use super::random::Random;
use sop::model::Unit;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Number,
    Activity,
    Lane(usize),
    ActorName,
    Requirements,
    Time(Option<Unit>),
    Outputs,
    Note,
}

/// A header cell: its text and how many columns and rows it spans.
#[derive(Clone)]
pub struct Head {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
}

/// The table: header rows, then body rows, a cell for each column.
#[derive(Clone)]
pub struct Grid {
    pub roles: Vec<Role>,
    pub head: Vec<Vec<Head>>,
    pub body: Vec<Vec<String>>,
    /// The rows that decide and go on with the next where the answer is yes.
    pub decisions: Vec<usize>,
}

impl Grid {
    pub fn of(plan: &Plan, form: &Form, random: &mut Random) -> Self {
        let roles = roles(plan, form);
        let head = head(&roles, plan, form);
        let rows = 0..plan.steps.len();
        let body = rows.map(|at| roles.iter().map(|role| cell(*role, at, plan, form, random)).collect()).collect();
        let goes_on = |at: &usize| plan.steps[*at].decision.as_ref().is_some_and(|it| it.yes == at + 1);
        let decisions = (0..plan.steps.len()).filter(goes_on).collect();
        Self { roles, head, body, decisions }
    }

    /// Where the column of that role stands.
    pub fn column(&self, wanted: Role) -> Option<usize> {
        self.roles.iter().position(|role| *role == wanted)
    }

    /// The header laid out cell by cell; what a span covers beside its first cell is empty.
    pub fn head_cells(&self) -> Vec<Vec<String>> {
        let width = self.roles.len();
        let mut taken = vec![vec![false; width]; self.head.len()];
        let mut out = vec![vec![String::new(); width]; self.head.len()];
        for (row, cells) in self.head.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                while taken[row].get(column) == Some(&true) {
                    column += 1;
                }
                out[row][column] = cell.text.clone();
                for taken_row in taken.iter_mut().skip(row).take(cell.rows) {
                    taken_row[column..column + cell.columns].fill(true);
                }
                column += cell.columns;
            }
        }
        out
    }
}

fn roles(plan: &Plan, form: &Form) -> Vec<Role> {
    let mut roles = vec![Role::Number, Role::Activity];
    match form.marks {
        Marks::Names => roles.push(Role::ActorName),
        _ => roles.extend((0..plan.actors.len()).map(Role::Lane)),
    }
    roles.push(Role::Requirements);
    match form.time {
        TimeColumns::Split => roles.extend([Unit::Minute, Unit::Hour, Unit::Day].map(|unit| Role::Time(Some(unit)))),
        _ if form.has(Fault::OutputFirst) => roles.extend([Role::Outputs, Role::Time(None)]),
        _ => roles.push(Role::Time(None)),
    }
    if !roles.contains(&Role::Outputs) {
        roles.push(Role::Outputs);
    }
    if form.note {
        roles.push(Role::Note);
    }
    roles
}

fn title(role: Role, plan: &Plan, form: &Form) -> String {
    let heads = &form.heads;
    match role {
        Role::Number => heads.number.clone(),
        Role::Activity => heads.activity.clone(),
        Role::ActorName => heads.actors.clone(),
        Role::Lane(at) if heads.actors == "PELAKSANA" => plan.actors[at].to_uppercase(),
        Role::Lane(at) => plan.actors[at].clone(),
        Role::Requirements => heads.requirements.clone(),
        Role::Outputs => heads.outputs.clone(),
        Role::Note => heads.note.clone(),
        Role::Time(Some(unit)) => super::time::capitals(unit.word()),
        Role::Time(None) => match form.time {
            TimeColumns::Counted(unit) => format!("{} ({})", heads.time, super::time::capitals(unit.word())),
            _ if form.melts() => format!("{} {}", heads.quality, heads.time),
            _ => heads.time.clone(),
        },
    }
}

/// One, two or three header rows, as the columns need.
fn head(roles: &[Role], plan: &Plan, form: &Form) -> Vec<Vec<Head>> {
    let split = form.time == TimeColumns::Split;
    // Names of actors under no group, and no group over Kelengkapan either: nothing is left for a second row.
    let single = form.melts() && form.marks == Marks::Names && !form.note_under_quality;
    let depth = if form.has(Fault::NoGroupHeader) || single {
        1
    } else if split {
        3
    } else {
        2
    };
    let mut rows: Vec<Vec<Head>> = vec![Vec::new(); depth];
    let lanes = roles.iter().filter(|role| matches!(role, Role::Lane(_))).count();
    let times = roles.iter().filter(|role| matches!(role, Role::Time(_))).count();
    let quality = 2 + times + usize::from(form.note_under_quality);
    for role in roles {
        let text = title(*role, plan, form);
        if depth == 1 {
            rows[0].push(Head { text, columns: 1, rows: 1 });
            continue;
        }
        let note_below = *role == Role::Note && form.note_under_quality;
        match role {
            Role::Lane(0) => rows[0].push(Head { text: form.heads.actors.clone(), columns: lanes, rows: 1 }),
            Role::Requirements if form.melts() => {}
            Role::Requirements => rows[0].push(Head { text: form.heads.quality.clone(), columns: quality, rows: 1 }),
            Role::Time(Some(Unit::Minute)) => rows[1].push(Head { text: form.heads.time.clone(), columns: 3, rows: 1 }),
            _ => {}
        }
        let (row, height) = match role {
            Role::Requirements | Role::Time(None) | Role::Outputs if form.melts() => (0, depth),
            Role::Time(Some(_)) => (2, 1),
            Role::Lane(_) | Role::Requirements | Role::Time(None) | Role::Outputs => (1, depth - 1),
            Role::Note if note_below => (1, depth - 1),
            _ => (0, depth),
        };
        rows[row].push(Head { text, columns: 1, rows: height });
    }
    rows
}

fn cell(role: Role, at: usize, plan: &Plan, form: &Form, random: &mut Random) -> String {
    let step = &plan.steps[at];
    match role {
        Role::Number => number(step, at, form, random),
        Role::Activity => step.activity.clone(),
        Role::ActorName => plan.actors[step.actor].clone(),
        Role::Lane(lane) => mark(lane, at, plan, form.marks),
        Role::Requirements => form.cell.join(&step.requirements),
        Role::Outputs => form.cell.join(&step.outputs),
        Role::Note => step.note.clone().unwrap_or_default(),
        Role::Time(Some(unit)) => {
            step.time.as_count().filter(|(_, own)| *own == unit).map_or_else(String::new, |(number, _)| number)
        }
        Role::Time(None) => match form.time {
            TimeColumns::Counted(_) => step.time.as_count().map_or_else(|| step.time.gold(), |(number, _)| number),
            _ if form.has(Fault::OddDurations) => step.time.odd(random),
            _ => step.time.plain(random),
        },
    }
}

fn number(step: &Step, at: usize, form: &Form, random: &mut Random) -> String {
    if form.has(Fault::MissingNumber) && at == 2 {
        return String::new();
    }
    if form.has(Fault::NumberGlued) {
        return format!("{}.", step.number);
    }
    if !form.has(Fault::NumberNoise) {
        return step.number.to_string();
    }
    match random.between(0, 3) {
        0 => format!("{}.", step.number),
        1 => format!("**{}**", step.number),
        2 => format!("{})", step.number),
        _ => step.number.to_string(),
    }
}

/// What stands in one lane of one row.
fn mark(lane: usize, at: usize, plan: &Plan, marks: Marks) -> String {
    let step = &plan.steps[at];
    let symbol = step.decision.as_ref().is_some_and(|decision| decision.kind == DecisionKind::Symbol);
    let own = step.actor == lane && step.loose.is_none();
    let back = step.decision.as_ref().is_some_and(|decision| plan.steps[decision.no].actor == lane);
    let (first, last) = (at == 0, at + 1 == plan.steps.len());
    if !own && step.second != Some(lane) {
        return match marks {
            Marks::Lost if step.loose.as_ref().is_some_and(|loose| loose.lane == lane) => {
                step.loose.as_ref().map_or("", |loose| loose.word).to_owned()
            }
            Marks::LooseWords if symbol && back => "Tidak".to_owned(),
            Marks::Arrows if at % 3 == 1 && plan.steps[at - 1].actor == lane => "→".to_owned(),
            _ => String::new(),
        };
    }
    match marks {
        Marks::Lost | Marks::Names => "",
        Marks::OnlyStart if first => "MULAI",
        Marks::OnlyStart => "",
        Marks::Words if first && own => "Mulai",
        Marks::Words if last && own => "Selesai",
        Marks::Words if symbol && own => "Keputusan",
        Marks::Words => "Proses",
        Marks::Boxes(_, diamond) if symbol && own => diamond,
        Marks::Boxes(shape, _) => shape,
        Marks::Tick(tick) => tick,
        Marks::Arrows if first => "□ ↓",
        Marks::Arrows if last => "↓ □",
        Marks::Arrows => "↓ □ ↓",
        Marks::LooseWords if symbol && own => "◇ Ya",
        Marks::LooseWords => "□",
        Marks::Capsules if first && own => "MULAI",
        Marks::Capsules if last && own => "SELESAI",
        Marks::Capsules => "□",
    }
    .to_owned()
}
