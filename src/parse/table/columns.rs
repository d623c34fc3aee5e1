//! Header rows → what each column holds.

use crate::document::{EMPTY, Row, Text};
use crate::model::Unit;
use crate::vocabulary::columns::{Header, header};

/// What the columns of one table hold, by position from 0.
#[derive(Debug, Clone, Default)]
pub(in crate::parse) struct Columns {
    pub number: Option<usize>,
    pub activity: Option<usize>,
    /// Actor columns with their names, left to right.
    pub lanes: Vec<(usize, Text)>,
    /// The one column that holds the names of the actors themselves.
    pub actor_names: Option<usize>,
    pub requirements: Option<usize>,
    /// Waktu; several where the unit has a column each.
    pub durations: Vec<(usize, Option<Unit>)>,
    pub outputs: Option<usize>,
    pub note: Option<usize>,
    /// Number of columns.
    pub width: usize,
    /// The steps are counted in Roman numbers.
    pub roman: bool,
    /// The header names Kelengkapan, rather than its place.
    pub named_requirements: bool,
    /// The same for Output.
    pub named_outputs: bool,
}

/// Actor columns that are read; what stands in further ones is left as unused text.
const MOST_LANES: usize = 200;

impl Columns {
    /// From the rows of a header, which stand in one grid.
    pub fn of(rows: &[&Row]) -> Self {
        let rows: Vec<Vec<&Text>> = unpadded(rows);
        let mut columns = Self { width: rows.iter().map(Vec::len).max().unwrap_or(0), ..Self::default() };
        for at in 0..columns.width {
            let cells: Vec<&Text> =
                rows.iter().filter_map(|row| row.get(at).copied()).filter(|it| !it.is_blank()).collect();
            columns.place(at, &cells);
        }
        columns.name_lanes(&rows);
        columns.named_requirements = columns.requirements.is_some();
        columns.named_outputs = columns.outputs.is_some();
        columns.fill_silent_headers();
        columns
    }

    /// Gives the column its role, by the lowest header cell that names one.
    fn place(&mut self, at: usize, cells: &[&Text]) {
        let named = cells.iter().rev().find_map(|cell| header(cell.as_str()));
        match named {
            Some(Header::Number) if self.number.is_none() => self.number = Some(at),
            Some(Header::Activity) if self.activity.is_none() => self.activity = Some(at),
            Some(Header::Requirements) if self.requirements.is_none() => self.requirements = Some(at),
            Some(Header::Duration(unit)) => self.durations.push((at, unit)),
            Some(Header::Outputs) if self.outputs.is_none() => self.outputs = Some(at),
            Some(Header::Note) if self.note.is_none() => self.note = Some(at),
            _ => {}
        }
    }

    /// The columns between Kegiatan and the first of Mutu Baku are lanes; one without any name below `Pelaksana` holds names.
    fn name_lanes(&mut self, rows: &[Vec<&Text>]) {
        let group_row = rows.iter().position(|row| row.iter().any(|it| header(it.as_str()) == Some(Header::Actors)));
        let group = rows.iter().find_map(|row| row.iter().position(|it| header(it.as_str()) == Some(Header::Actors)));
        let after = [self.activity, self.number].into_iter().flatten().max().map_or(0, |at| at + 1);
        let from = group.unwrap_or(after);
        let quality =
            rows.iter().filter_map(|row| row.iter().position(|it| header(it.as_str()) == Some(Header::Quality)));
        let others = [self.requirements, self.outputs, self.note, self.activity].into_iter().flatten();
        let ends = others
            .chain(self.durations.iter().map(|(at, _)| *at))
            .chain(quality)
            .filter(|at| *at >= from + usize::from(group.is_some()));
        let to = ends.min().unwrap_or(self.width).min(from + MOST_LANES);
        for at in from..to {
            let mut name = Text::default();
            for (depth, row) in rows.iter().enumerate() {
                let group = |cell: &&&Text| Some(depth) == group_row && header(cell.as_str()) == Some(Header::Actors);
                let Some(cell) = row.get(at).filter(|cell| !group(cell)) else { continue };
                name.join(' ', &numberless(cell));
            }
            if name.as_str().chars().any(char::is_alphabetic) {
                self.lanes.push((at, name));
            }
        }
        if self.lanes.is_empty() && group.is_some() && to == from + 1 {
            self.actor_names = group;
        }
    }

    /// Where Waktu is known, its unnamed neighbours are Kelengkapan and Output.
    fn fill_silent_headers(&mut self) {
        let (Some(first), Some(last)) = (self.durations.first().map(|it| it.0), self.durations.last().map(|it| it.0))
        else {
            return;
        };
        let taken = |at: usize| {
            self.lanes.iter().any(|(lane, _)| *lane == at)
                || [self.number, self.activity, self.actor_names, self.requirements, self.outputs, self.note]
                    .contains(&Some(at))
        };
        let before = first.checked_sub(1).filter(|at| !taken(*at));
        let after = Some(last + 1).filter(|at| *at < self.width && !taken(*at));
        self.requirements = self.requirements.or(before);
        self.outputs = self.outputs.or(after);
    }

    /// The columns of a header that was printed again: it counts only where it names as much as the first one did.
    pub fn at_repeat(&self, again: Self) -> Self {
        let whole = again.activity.is_some() && again.lanes.len() == self.lanes.len();
        if whole && again.durations.len() == self.durations.len() { again } else { self.clone() }
    }

    /// The next position that has a role of its own.
    pub fn position_after(&self, position: usize) -> usize {
        let single = [self.number, self.activity, self.actor_names, self.requirements, self.outputs, self.note]
            .into_iter()
            .flatten();
        let lanes = self.lanes.iter().map(|(at, _)| *at);
        let times = self.durations.iter().map(|(at, _)| *at);
        single.chain(lanes).chain(times).filter(|at| *at > position).min().unwrap_or(self.width)
    }

    /// Actor columns, named or not: the range between Kegiatan and Mutu Baku as the lanes span it.
    pub fn lane_at(&self, at: usize) -> Option<usize> {
        self.lanes.iter().position(|(column, _)| *column == at)
    }
}

/// A header cell without the column number that melted into it (`Sekretaris 3`).
fn numberless(cell: &Text) -> Text {
    let text = cell.as_str().trim();
    match text.rsplit_once(' ') {
        Some((name, number)) if number.len() <= 2 && number.bytes().all(|it| it.is_ascii_digit()) => {
            let named = name.trim();
            // `Pelaksana 1`, `Asisten II`: a number that belongs to the name stays.
            if named.split_whitespace().count() == 1
                && ["pelaksana", "staf", "asisten", "petugas"].contains(&named.to_lowercase().as_str())
            {
                cell.slice(text)
            } else {
                cell.slice(named)
            }
        }
        _ => cell.slice(text),
    }
}

/// The header rows in one grid: where the group row was printed without its empty cells, they are put back.
fn unpadded<'a>(rows: &[&'a Row]) -> Vec<Vec<&'a Text>> {
    let texts: Vec<Vec<&Text>> = rows.iter().map(|row| row.cells.iter().map(|cell| &cell.text).collect()).collect();
    let [first, second, rest @ ..] = &texts[..] else { return texts };
    if !is_packed(first, second) {
        return texts;
    }
    let empty = &EMPTY;
    let (mut top, mut below) = (Vec::new(), Vec::new());
    let mut children = second.iter().copied().filter(|it| !it.is_blank()).peekable();
    for cell in first.iter().copied().filter(|it| !it.is_blank()) {
        let group = header(cell.as_str());
        let is_quality = |it: &&Text| header(it.as_str()).is_some();
        let mut taken: Vec<&Text> = Vec::new();
        match group {
            Some(Header::Actors) => {
                while let Some(child) = children.next_if(|it| !is_quality(it)) {
                    taken.push(child)
                }
            }
            Some(Header::Quality) => {
                while let Some(child) = children.next_if(|it| is_quality(it)) {
                    taken.push(child)
                }
            }
            _ => {}
        }
        top.push(cell);
        top.extend(std::iter::repeat_n(empty, taken.len().saturating_sub(1)));
        below.extend(if taken.is_empty() { vec![empty] } else { taken });
    }
    let mut out = vec![top, below];
    out.extend(rest.iter().cloned());
    out
}

/// The group row has no cell for each column: its groups stand side by side, and the children below would not fit.
fn is_packed(first: &[&Text], second: &[&Text]) -> bool {
    let groups =
        first.iter().filter(|it| matches!(header(it.as_str()), Some(Header::Actors | Header::Quality))).count();
    let filled = first.iter().filter(|it| !it.is_blank()).count();
    let children = second.iter().filter(|it| !it.is_blank()).count();
    groups > 0 && filled == first.len() && children > groups
}
