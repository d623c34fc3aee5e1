//! Process → one long drawing of it, as programs of BPMN show it: lanes are columns, as on the form, every node has a level of
//! its own, and what lies beside the tasks of a row stands right of the lanes.
//!
//! Because no two nodes share a level, a flow that leaves a node sideways meets no other; between the levels it runs in a track
//! beside the nodes of a lane that no other flow has at that height. All lengths are dots of that drawing, x to the right, y down.

mod beside;
mod flows;
mod levels;

use super::draw::{Area, Point};
use crate::flow::process::Process;

/// Width of a task.
const TASK_WIDTH: i32 = 150;
/// Least height of a task.
const TASK_HEIGHT: i32 = 80;
/// Width and height of a gateway.
const GATEWAY: i32 = 50;
/// Width and height of an event.
const EVENT: i32 = 36;
/// Between two levels.
const GAP: i32 = 40;
/// The strips in which the names of pool and lanes stand.
const HEAD: i32 = 30;
/// Height of a line of small letters.
const LINE: i32 = 15;
/// Widest label outside a symbol; programs break it there.
const LABEL: i32 = 90;

/// Where everything of a process stands; in the order of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diagram {
    /// The pool.
    pub pool: Area,
    /// Its lanes.
    pub lanes: Vec<Area>,
    /// Its nodes, each with the place of the name of those that have it outside.
    pub nodes: Vec<(Area, Option<Area>)>,
    /// Its flows, each with the place of its words.
    pub flows: Vec<(Vec<Point>, Option<Area>)>,
    /// Its papers, each with the place of its name and the line between it and its task, from where work takes it to where.
    pub papers: Vec<(Area, Area, Vec<Point>)>,
    /// Its remarks, each with the line from its task.
    pub remarks: Vec<(Area, Vec<Point>)>,
    /// The frames of its subheadings, each with the place of its words.
    pub groups: Vec<(Area, Area)>,
}

impl Diagram {
    /// Draws a process with the left edge of its pool at `x`.
    pub fn of(process: &Process, x: i32) -> Self {
        let beside = beside::Beside::of(process);
        let levels = levels::Levels::of(process, &beside);
        let lanes = flows::Lanes::of(process, x);
        let nodes: Vec<Area> = levels.areas(process, &lanes);
        let right = lanes.right();
        let (papers, remarks, edge) = beside.place(process, &nodes, right);
        let bottom = levels.bottom;
        let lane_area = |(left, width): (i32, i32)| Area::new(left, HEAD, width, bottom - HEAD);
        Self {
            pool: Area::new(x, 0, edge - x, bottom),
            lanes: lanes.strips().map(lane_area).collect(),
            flows: flows::draw(process, &nodes, &lanes),
            groups: levels.groups(process, (lanes.left, right)),
            papers,
            remarks,
            nodes: nodes
                .into_iter()
                .zip(&process.nodes)
                .map(|(area, node)| (area, levels::name_area(node, area)))
                .collect(),
        }
    }
}

/// Lines that a text takes where so many letters fit on one.
fn lines(text: &str, letters: usize) -> i32 {
    let mut count = 0;
    for line in text.lines() {
        let mut room = 0;
        count += 1;
        for word in line.split_whitespace() {
            let length = word.chars().count() + 1;
            if room + length > letters + 1 && room > 0 {
                count += 1;
                room = 0;
            }
            count += i32::try_from(length.saturating_sub(1) / letters.max(1)).unwrap_or(0);
            room += length.min(letters);
        }
    }
    count.max(1)
}

/// The size of a label of small letters outside a symbol.
fn label_size(text: &str) -> (i32, i32) {
    (words_width(text).clamp(20, LABEL), lines(text, 14).min(200) * LINE)
}

/// What the longest line of a text needs in small letters.
fn words_width(text: &str) -> i32 {
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    i32::try_from(longest).unwrap_or(i32::MAX).saturating_mul(7)
}
