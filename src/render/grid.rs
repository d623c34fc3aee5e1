//! The ruled boxes of a page → tables with their rows, columns and cells, and the lines of text that stand outside of them.

use crate::layout::{Area, Colour, Draw, Face, Page, Point, Role, Seg};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// One below the other on a page.
#[derive(Debug)]
pub enum Block {
    /// A table.
    Table(Grid),
    /// A line of text across the page: its drawing.
    Line(usize),
}

impl Block {
    /// What it says, where it is a line that is no name over a table.
    pub fn plain<'p>(&self, page: &'p Page) -> Option<&'p str> {
        match self {
            Self::Line(op) => match &page.ops[*op] {
                Draw::Text { text, face: Face::Regular, .. } => Some(text),
                _ => None,
            },
            Self::Table(_) => None,
        }
    }
}

/// A table: every place between its lines belongs to one cell.
#[derive(Debug)]
pub struct Grid {
    /// Where columns begin, and where the last one ends.
    pub xs: Vec<i32>,
    /// Where rows begin, and where the last one ends.
    pub ys: Vec<i32>,
    /// Its cells, row by row.
    pub cells: Vec<Cell>,
    /// Width of the line around it.
    pub border: i32,
    /// So many of its rows are its header.
    pub heads: usize,
}

/// A cell.
#[derive(Debug)]
pub struct Cell {
    /// The rows of the grid it takes up.
    pub rows: Range<usize>,
    /// Its columns.
    pub columns: Range<usize>,
    /// Where it is.
    pub area: Area,
    /// Its ground.
    pub fill: Option<Colour>,
    /// What is drawn in it, as positions in [`Page::ops`].
    pub ops: Vec<usize>,
}

/// Edges so near to each other are one, where halves were rounded.
const SLIVER: i32 = 20;

/// A box that is ruled.
struct Rule {
    area: Area,
    width: i32,
    fill: Option<Colour>,
}

/// What is drawn on a page, with what each drawing is.
pub struct Drawn<'a> {
    /// The page.
    pub page: &'a Page,
    /// Of each drawing the mark it lies in, by position.
    marks: Vec<Option<usize>>,
}

impl<'a> Drawn<'a> {
    /// All of the page.
    pub fn of(page: &'a Page) -> Self {
        let mut marks = vec![None; page.ops.len()];
        for (at, mark) in page.marks.iter().enumerate() {
            marks[mark.ops.clone()].fill(Some(at));
        }
        Self { page, marks }
    }

    /// The mark that a drawing lies in.
    pub fn mark(&self, op: usize) -> Option<usize> {
        self.marks[op]
    }

    /// What a drawing is.
    pub fn role(&self, op: usize) -> Option<&'a Role> {
        self.marks[op].map(|mark| &self.page.marks[mark].role)
    }

    /// The drawings of the form itself: without symbols and arrows, without the foot.
    fn form(&self) -> impl Iterator<Item = (usize, &'a Draw)> {
        let drawn = self.page.ops.iter().take(self.page.foot.from).enumerate();
        drawn.filter(|(at, _)| !matches!(self.role(*at), Some(Role::Symbol { .. })))
    }

    /// The box that stands in a cell around this text, and around it alone.
    pub fn box_around(&self, op: usize) -> Option<Area> {
        let before = self.page.ops.get(op.checked_sub(1)?)?;
        let (area, point) = (rule(before)?.area, place(self.page.ops.get(op)?)?);
        let is_inside = (area.x..area.right()).contains(&point.x) && (area.y..area.bottom()).contains(&point.y);
        (is_inside && self.mark(op).is_none()).then_some(area)
    }

    /// Tables and lines of text, from top to bottom.
    pub fn blocks(&self) -> Vec<Block> {
        let rules: Vec<Rule> = self.form().filter_map(|(_, op)| rule(op)).collect();
        let mut grids: Vec<Grid> = tables(without_loose(rules)).into_iter().map(Grid::of).collect();
        let mut lines = Vec::new();
        for (at, op) in self.form() {
            let Some(point) = place(op) else { continue };
            let own = grids.iter_mut().find_map(|grid| grid.cell_at(point));
            match (own, op) {
                (Some(cell), _) => cell.ops.push(at),
                (None, Draw::Text { .. }) => lines.push((point.y, Block::Line(at))),
                _ => {}
            }
        }
        grids.iter_mut().for_each(|grid| grid.count_heads(self));
        let tables = grids.into_iter().map(|grid| (grid.ys[0], Block::Table(grid)));
        let mut blocks: Vec<(i32, Block)> = tables.chain(lines).collect();
        blocks.sort_by_key(|(y, _)| *y);
        blocks.into_iter().map(|(_, block)| block).collect()
    }
}

/// A point well inside of what is drawn there; none for lines.
fn place(op: &Draw) -> Option<Point> {
    match op {
        Draw::Text { at, size, upwards: false, .. } => Some(Point::new(at.x + 1, at.y - size / 3)),
        Draw::Text { at, size, upwards: true, .. } => Some(Point::new(at.x - size / 3, at.y - 1)),
        Draw::Image { area, .. } => Some(area.centre()),
        _ => None,
    }
}

/// A box that is a stroked upright rectangle, drawn clockwise from its upper left corner.
fn rule(op: &Draw) -> Option<Rule> {
    let Draw::Path { segs, closed: true, fill, stroke: Some(stroke) } = op else { return None };
    let [Seg::Move(a), Seg::Line(b), Seg::Line(c), Seg::Line(d)] = segs[..] else { return None };
    let is_upright = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    let area = Area::new(a.x, a.y, c.x - a.x, c.y - a.y);
    (is_upright && area.w > 0 && area.h > 0).then_some(Rule { area, width: stroke.width, fill: *fill })
}

/// Without boxes that share no edge with another: such a one stands in a cell.
fn without_loose(mut rules: Vec<Rule>) -> Vec<Rule> {
    let mut edges = BTreeMap::<i32, usize>::new();
    for edge in rules.iter().flat_map(|rule| [rule.area.x, rule.area.right()]) {
        *edges.entry(edge).or_default() += 1;
    }
    let is_shared = |edge: i32| edges.get(&edge).is_some_and(|count| *count > 1);
    rules.retain(|rule| is_shared(rule.area.x) || is_shared(rule.area.right()));
    rules
}

/// Boxes that stand over each other without a gap are one table.
fn tables(mut rules: Vec<Rule>) -> Vec<Vec<Rule>> {
    rules.sort_by_key(|rule| rule.area.y);
    let mut tables: Vec<Vec<Rule>> = Vec::new();
    let mut bottom = i32::MIN;
    for rule in rules {
        let below = rule.area.bottom();
        match tables.last_mut().filter(|_| rule.area.y <= bottom) {
            Some(table) => table.push(rule),
            None => tables.push(vec![rule]),
        }
        bottom = bottom.max(below);
    }
    tables
}

impl Grid {
    fn of(rules: Vec<Rule>) -> Self {
        let edges = |of: fn(&Area) -> [i32; 2]| {
            let all: BTreeSet<i32> = rules.iter().flat_map(|rule| of(&rule.area)).collect();
            let mut edges: Vec<i32> = all.into_iter().collect();
            edges.dedup_by(|edge, before| *edge - *before <= SLIVER);
            edges
        };
        let (xs, ys) = (edges(|area| [area.x, area.right()]), edges(|area| [area.y, area.bottom()]));
        let owners = owners(&rules, &xs, &ys);
        let mut cells = Vec::new();
        let mut taken = vec![vec![false; xs.len()]; ys.len()];
        for row in 0..ys.len() - 1 {
            for column in 0..xs.len() - 1 {
                if taken[row][column] {
                    continue;
                }
                let owner = owners[row][column];
                let is_own = |row: usize, column: usize| owners[row][column] == owner;
                let right = (column..xs.len() - 1).find(|at| !is_own(row, *at)).unwrap_or(xs.len() - 1);
                let whole = |at: &usize| (column..right).all(|column| is_own(*at, column) && !taken[*at][column]);
                let below = (row..ys.len() - 1).find(|at| !whole(at)).unwrap_or(ys.len() - 1);
                taken[row..below].iter_mut().for_each(|line| line[column..right].fill(true));
                let area = Area::new(xs[column], ys[row], xs[right] - xs[column], ys[below] - ys[row]);
                let fill = owner.and_then(|at| rules[at].fill);
                cells.push(Cell { rows: row..below, columns: column..right, area, fill, ops: Vec::new() });
            }
        }
        let border = rules.iter().map(|rule| rule.width).max().unwrap_or(0);
        Self { xs, ys, cells, border, heads: 0 }
    }

    fn cell_at(&mut self, point: Point) -> Option<&mut Cell> {
        self.cells.iter_mut().find(|cell| {
            let area = cell.area;
            (area.x..area.right()).contains(&point.x) && (area.y..area.bottom()).contains(&point.y)
        })
    }

    fn count_heads(&mut self, drawn: &Drawn) {
        let is_head = |cell: &&Cell| cell.ops.iter().any(|op| matches!(drawn.role(*op), Some(Role::Head(_))));
        self.heads = self.cells.iter().filter(is_head).map(|cell| cell.rows.end).max().unwrap_or(0);
    }

    /// The cell that a point lies in, by position.
    pub fn find(&self, point: Point) -> Option<usize> {
        self.cells.iter().position(|cell| {
            let area = cell.area;
            (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y)
        })
    }
}

/// Of every place between the lines the smallest box over it.
fn owners(rules: &[Rule], xs: &[i32], ys: &[i32]) -> Vec<Vec<Option<usize>>> {
    let mut owners = vec![vec![None; xs.len()]; ys.len()];
    let mut order: Vec<usize> = (0..rules.len()).collect();
    let size = |at: usize| i64::from(rules[at].area.w) * i64::from(rules[at].area.h);
    order.sort_by_key(|at| std::cmp::Reverse(size(*at)));
    let at = |edges: &[i32], edge: i32| edges.partition_point(|it| *it + SLIVER < edge);
    for rule in order {
        let area = rules[rule].area;
        let columns = at(xs, area.x)..at(xs, area.right());
        for line in &mut owners[at(ys, area.y)..at(ys, area.bottom())] {
            line[columns.clone()].fill(Some(rule));
        }
    }
    owners
}
