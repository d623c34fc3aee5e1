//! What lies beside the tasks, in columns right of the lanes as on the form: kelengkapan, waktu, output, keterangan.

use super::{Area, LABEL, LINE, Point, lines};
use crate::flow::process::{NoteKind, Process};

/// Width and height of the sign of a paper.
const SHEET: (i32, i32) = (36, 50);
/// Width of a column of papers with their names.
const PAPERS: i32 = SHEET.0 + 8 + LABEL;
/// Width of a column of remarks.
const REMARKS: i32 = 130;
/// Before each column, where the lines to its items come down.
const DROP: i32 = 24;
/// Between two items of a column.
const BETWEEN: i32 = 14;
/// Below the upper edge of a task: the first of the lines to its columns, and the way to the next.
const PORTS: (i32, i32) = (8, 10);
/// Below the upper edge of a task the items begin.
const BELOW: i32 = 50;
/// Letters of a line of a paper's name, and of a remark.
const LETTERS: (usize, usize) = (14, 19);

/// The four columns.
const COLUMNS: usize = 4;

/// The heights of all items, by row and column.
pub(super) struct Beside {
    heights: Vec<[i32; COLUMNS]>,
}

fn paper_height(name: &str) -> i32 {
    SHEET.1.max(lines(name, LETTERS.0).min(200) * LINE)
}

fn remark_height(text: &str) -> i32 {
    lines(text, LETTERS.1).min(400) * LINE + 12
}

fn column(kind: NoteKind) -> usize {
    match kind {
        NoteKind::Duration => 1,
        NoteKind::Joint | NoteKind::Note => 3,
    }
}

type Papers = Vec<(Area, Area, Vec<Point>)>;
type Remarks = Vec<(Area, Vec<Point>)>;

impl Beside {
    pub fn of(process: &Process) -> Self {
        let rows = process.nodes.last().map_or(0, |node| node.cell.0 + 1);
        let mut heights = vec![[0; COLUMNS]; rows];
        for paper in &process.papers {
            heights[paper.row][if paper.is_output { 2 } else { 0 }] += paper_height(&paper.name) + BETWEEN;
        }
        for remark in &process.remarks {
            heights[remark.row][column(remark.kind)] += remark_height(&remark.text) + BETWEEN;
        }
        Self { heights }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.heights.len()
    }

    /// How far the items of a row reach below the upper edge of its last task.
    pub fn height(&self, row: usize) -> i32 {
        let tallest = self.heights[row].into_iter().max().unwrap_or(0);
        if tallest == 0 { 0 } else { BELOW + tallest }
    }

    /// All items right of `right`, with their lines, and the right edge of it all.
    pub fn place(&self, process: &Process, nodes: &[Area], right: i32) -> (Papers, Remarks, i32) {
        let used = |column: usize| self.heights.iter().any(|row| row[column] > 0);
        let (mut x, mut lefts) = (right, [0; COLUMNS]);
        for (at, left) in lefts.iter_mut().enumerate().filter(|(at, _)| used(*at)) {
            *left = x + DROP;
            x = *left + if at % 2 == 0 { PAPERS } else { REMARKS };
        }
        let mut last_tasks = vec![0; self.rows()];
        let tasks =
            process.nodes.iter().zip(nodes).filter(|(node, _)| node.kind == crate::flow::process::NodeKind::Task);
        tasks.for_each(|(node, area)| last_tasks[node.cell.0] = area.y);
        let mut next: Vec<[i32; COLUMNS]> = last_tasks.iter().map(|y| [y + BELOW; COLUMNS]).collect();
        let mut place = |row: usize, column: usize, height: i32, task: usize| {
            let y = next[row][column];
            next[row][column] += height + BETWEEN;
            let at = Point::new(lefts[column], y);
            (at, move |middle: i32| line(nodes[task], column, Point::new(at.x, middle)))
        };
        let papers = process.papers.iter().map(|paper| {
            let height = paper_height(&paper.name);
            let (at, line) = place(paper.row, if paper.is_output { 2 } else { 0 }, height, paper.task);
            let mut points = line(at.y + SHEET.1 / 2);
            if !paper.is_output {
                points.reverse();
            }
            (Area::new(at.x, at.y, SHEET.0, SHEET.1), Area::new(at.x + SHEET.0 + 4, at.y, LABEL, height), points)
        });
        let papers = papers.collect();
        let remarks = process.remarks.iter().map(|remark| {
            let height = remark_height(&remark.text);
            let (at, line) = place(remark.row, column(remark.kind), height, remark.task);
            (Area::new(at.x, at.y, REMARKS, height), line(at.y + height / 2))
        });
        (papers, remarks.collect(), x + 20)
    }
}

/// From a task to an item of a column: along the task's own line of that column, then down before it.
fn line(task: Area, column: usize, item: Point) -> Vec<Point> {
    let y = task.y + PORTS.0 + PORTS.1 * i32::try_from(column).unwrap_or(0);
    let drop = item.x - DROP / 2;
    vec![Point::new(task.right(), y), Point::new(drop, y), Point::new(drop, item.y), item]
}
