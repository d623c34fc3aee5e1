//! The height of everything: a level for each node, and room in each row for what lies beside it.

use super::beside::Beside;
use super::flows::Lanes;
use super::{Area, EVENT, GAP, GATEWAY, HEAD, LINE, TASK_HEIGHT, TASK_WIDTH, label_size, lines, words_width};
use crate::flow::process::{Node, NodeKind, Process};

/// Letters of a line in a task.
const TASK_LETTERS: usize = 20;
/// Height of a line in a task.
const TASK_LINE: i32 = 15;
/// White at the upper end of a pool.
const TOP: i32 = 2 * HEAD + 30;
/// Height of the words of a frame.
const FRAME_HEAD: i32 = 30;
/// How far the next frame around the same rows stands inside.
const INSET: i32 = 6;

/// Where each level begins, and how high its node is.
pub(super) struct Levels {
    spans: Vec<(i32, i32)>,
    /// Upper and lower end of each row.
    rows: Vec<Option<(i32, i32)>>,
    /// Lower end of the pool.
    pub bottom: i32,
}

/// Width and height of a node.
fn size(node: &Node) -> (i32, i32) {
    match node.kind {
        NodeKind::Start | NodeKind::End => (EVENT, EVENT),
        NodeKind::Exclusive | NodeKind::Parallel => (GATEWAY, GATEWAY),
        NodeKind::Task => (TASK_WIDTH, TASK_HEIGHT.max(lines(&node.name, TASK_LETTERS).min(200) * TASK_LINE + 20)),
    }
}

/// Where the name of a node stands that has it outside.
pub(super) fn name_area(node: &Node, area: Area) -> Option<Area> {
    let (width, height) = label_size(&node.name);
    let centre = area.centre();
    match node.kind {
        NodeKind::Task => None,
        _ if node.name.is_empty() => None,
        NodeKind::Start | NodeKind::End => Some(Area::new(area.right() + 6, centre.y - height / 2, width, height)),
        NodeKind::Exclusive | NodeKind::Parallel => {
            Some(Area::new(centre.x - 14 - width, area.y - height, width, height))
        }
    }
}

impl Levels {
    pub fn of(process: &Process, beside: &Beside) -> Self {
        let mut heads = vec![0; beside.rows()];
        process.groups.iter().for_each(|group| heads[group.rows.start] += FRAME_HEAD);
        let mut levels = Self { spans: Vec::new(), rows: vec![None; beside.rows()], bottom: 0 };
        let mut y = TOP;
        for row in process.nodes.chunk_by(|one, other| one.cell.0 == other.cell.0) {
            let number = row[0].cell.0;
            y += heads[number];
            let top = y;
            let mut last_task = y;
            for node in row {
                let above = name_room(node);
                y += above;
                let height = size(node).1;
                if node.kind == NodeKind::Task {
                    last_task = y;
                }
                levels.spans.push((y, height));
                y += height + GAP;
            }
            y = y.max(last_task + beside.height(number) + GAP);
            levels.rows[number] = Some((top, y - GAP));
        }
        levels.bottom = y + 10;
        levels
    }

    /// The area of each node.
    pub fn areas(&self, process: &Process, lanes: &Lanes) -> Vec<Area> {
        let area = |(node, (y, height)): (&Node, &(i32, i32))| {
            let width = size(node).0;
            Area::new(lanes.centre(node.lane) - width / 2, *y, width, *height)
        };
        process.nodes.iter().zip(&self.spans).map(area).collect()
    }

    /// The frames of the subheadings between these edges.
    pub fn groups(&self, process: &Process, (left, right): (i32, i32)) -> Vec<(Area, Area)> {
        let mut groups = Vec::with_capacity(process.groups.len());
        for same in process.groups.chunk_by(|one, other| one.rows == other.rows) {
            let rows = self.rows.get(same[0].rows.clone()).unwrap_or_default();
            let mut ends = rows.iter().flatten();
            let (top, first) = ends.next().copied().unwrap_or_default();
            let bottom = ends.next_back().map_or(first, |last| last.1);
            for depth in 0..same.len() {
                let above = FRAME_HEAD * i32::try_from(same.len() - depth).unwrap_or(0);
                let inset = 6 + INSET * i32::try_from(depth).unwrap_or(0).min(8);
                let (x, top) = (left + inset, top.saturating_sub(above));
                let area = Area::new(x, top, right - left - 2 * inset, (bottom + 16 - inset - top).max(20));
                // Programs put the words in the middle of their place.
                let width = words_width(&process.groups[groups.len()].name).clamp(20, (area.w - 20).max(20));
                groups.push((area, Area::new(x + 10, top + 4, width, LINE)));
            }
        }
        groups
    }
}

/// What the name of a gateway needs above it, beyond what lies between two levels.
fn name_room(node: &Node) -> i32 {
    match node.kind {
        NodeKind::Exclusive | NodeKind::Parallel if !node.name.is_empty() => {
            (label_size(&node.name).1 - GAP + 10).max(0)
        }
        _ => 0,
    }
}
