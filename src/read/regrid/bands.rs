//! The columns of a table as bands of the page.

use super::Block;
use crate::document::{Cell, Row, Text};
use crate::grammar::offset_in;
use crate::vocabulary::columns::{Header, header};
use crate::vocabulary::marks;

/// The bands from left to right, and the header cell of each.
#[derive(Debug)]
pub(super) struct Bands {
    /// First column of each band; a band reaches up to the next.
    starts: Vec<usize>,
    /// Name of each band; lines of a name joined.
    pub names: Vec<Text>,
    /// Group names with the band they begin at.
    pub groups: Vec<(usize, Text)>,
}

/// Columns of a page that are looked at; what stands further right belongs to the last band.
const WIDEST: usize = 4096;

/// A header cell with the columns it covers.
struct Leaf {
    from: usize,
    to: usize,
    text: Text,
}

impl Bands {
    /// From the header and the body of a table.
    pub fn of(rows: &[Row], block: &Block) -> Self {
        let header: Vec<&Cell> = rows[block.header.clone()].iter().flat_map(Row::filled).collect();
        // Of two `Pelaksana` the upper is the group; the lower is the end of a name (`Kepala Pelaksana`).
        let first_actors = header.iter().position(|cell| header_of(cell) == Some(Header::Actors));
        let is_group = |at: usize| match header_of(header[at]) {
            Some(Header::Actors) => Some(at) == first_actors,
            kind => kind == Some(Header::Quality),
        };
        let (groups, singles): (Vec<usize>, Vec<usize>) = (0..header.len()).partition(|at| is_group(*at));
        let groups: Vec<&Cell> = groups.into_iter().map(|at| header[at]).collect();
        let mut leaves = leaves(singles.into_iter().map(|at| header[at]));
        let body = || rows[block.header.end..block.end].iter().flat_map(Row::filled);
        adopt_empty_groups(&mut leaves, &groups, body().count());
        leaves.sort_by_key(|leaf| leaf.from);
        let mut coverage = coverage(body());
        for leaf in &leaves {
            cover(&mut coverage, leaf.from, leaf.to);
        }
        let mut starts = vec![0];
        for pair in leaves.windows(2) {
            starts.push(boundary(&coverage, &pair[0], &pair[1]));
        }
        let names = leaves.into_iter().map(|leaf| leaf.text).collect();
        let mut bands = Self { starts, names, groups: Vec::new() };
        bands.groups = groups.iter().map(|cell| (bands.first_under(cell), cell.text.clone())).collect();
        bands
    }

    /// Number of bands.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The band that holds most of these columns.
    pub fn of_columns(&self, from: usize, to: usize) -> usize {
        let overlap = |band: usize| {
            let (start, end) = (self.starts[band], self.starts.get(band + 1).copied().unwrap_or(usize::MAX));
            to.min(end).saturating_sub(from.max(start))
        };
        (0..self.len()).max_by_key(|band| (overlap(*band), std::cmp::Reverse(*band))).unwrap_or(0)
    }

    /// Where the band begins.
    pub fn start(&self, band: usize) -> usize {
        self.starts[band]
    }

    /// The first band whose middle lies at or right of where the group name may begin.
    fn first_under(&self, group: &Cell) -> usize {
        match header_of(group) {
            Some(Header::Actors) => {
                let activity = self.names.iter().position(|name| header(name.as_str()) == Some(Header::Activity));
                activity.map_or(0, |at| at + 1)
            }
            _ => {
                let quality = |name: &Text| {
                    matches!(header(name.as_str()), Some(Header::Requirements | Header::Duration(_) | Header::Outputs))
                };
                self.names.iter().position(quality).unwrap_or_else(|| self.of_columns(group.column, group.end_column))
            }
        }
    }
}

fn header_of(cell: &Cell) -> Option<Header> {
    header(cell.text.as_str())
}

/// Header cells that stand one below the other are one name.
fn leaves<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    for cell in cells {
        for (from, to, text) in split_names(cell) {
            let above = leaves.iter_mut().find(|leaf| leaf.from < to && from < leaf.to);
            match above {
                Some(leaf) => {
                    leaf.text.join(' ', &text);
                    leaf.from = leaf.from.min(from);
                    leaf.to = leaf.to.max(to);
                }
                None => leaves.push(Leaf { from, to, text }),
            }
        }
    }
    leaves
}

/// `Kelengkapan Waktu`: names that stand a single blank apart.
fn split_names(cell: &Cell) -> Vec<(usize, usize, Text)> {
    let text = cell.text.as_str();
    let words: Vec<&str> = text.split_whitespace().collect();
    let all_named = words.len() > 1 && header(text).is_none() && words.iter().all(|word| header(word).is_some());
    if !all_named {
        return vec![(cell.column, cell.end_column, cell.text.clone())];
    }
    let at = |word: &str| text[..offset_in(text, word)].chars().count();
    words
        .iter()
        .map(|word| {
            let from = cell.column + at(word);
            (from, from + word.chars().count(), cell.text.slice(word))
        })
        .collect()
}

/// A group name without names below it is the name of its own column.
fn adopt_empty_groups(leaves: &mut Vec<Leaf>, groups: &[&Cell], body: usize) {
    for group in groups.iter().filter(|_| body > 0) {
        let kind = header_of(group);
        let activity =
            leaves.iter().find(|leaf| header(leaf.text.as_str()) == Some(Header::Activity)).map_or(0, |leaf| leaf.to);
        let quality = |leaf: &Leaf| {
            matches!(
                header(leaf.text.as_str()),
                Some(Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Note)
            )
        };
        let has_children = match kind {
            Some(Header::Actors) => {
                leaves.iter().any(|leaf| leaf.from >= activity && header(leaf.text.as_str()).is_none())
            }
            _ => leaves.iter().any(quality),
        };
        if !has_children {
            leaves.push(Leaf { from: group.column, to: group.end_column, text: group.text.clone() });
        }
    }
}

/// For each column of the page, how many lines have text there.
fn coverage<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<u32> {
    let mut coverage = Vec::new();
    for cell in cells {
        cover(&mut coverage, cell.column, cell.end_column);
    }
    coverage
}

/// Counts text from one column up to another; a page is not wider than [`WIDEST`].
fn cover(coverage: &mut Vec<u32>, from: usize, to: usize) {
    if coverage.len() < to.min(WIDEST) {
        coverage.resize(to.min(WIDEST), 0);
    }
    let end = to.min(coverage.len());
    for slot in &mut coverage[from.min(end)..end] {
        *slot += 1;
    }
}

/// Where the right of two neighbouring bands begins: behind the emptiest stretch between the two names, as far right as it reaches.
fn boundary(coverage: &[u32], left: &Leaf, right: &Leaf) -> usize {
    let at = |column: usize| coverage.get(column).copied().unwrap_or(0);
    let (from, to) = (left.from + 1, right.to.max(left.from + 2));
    let least = (from..to).map(at).min().unwrap_or(0);
    // Of several emptiest stretches the widest, then the one nearest to the right name.
    let mut best = (0, right.from);
    let mut column = from;
    while column < to {
        if at(column) > least {
            column += 1;
            continue;
        }
        let start = column;
        while column < to && at(column) == least {
            column += 1;
        }
        let width = column - start;
        let holds_left_name = start < left.to && column <= left.to;
        if width >= best.0 && !holds_left_name {
            best = (width, column.min(right.from.max(start + 1)));
        }
    }
    best.1.max(left.from + 1)
}

/// The cell holds signs only: it may stand anywhere in its lane.
pub(super) fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| it.is_whitespace() || marks::character(it).is_some())
}
