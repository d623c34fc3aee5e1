//! The marked contents of all pages → the tree that a screen reader walks: headings, the identity block, lists, the table
//! with its symbols told in words.

use crate::layout::{Area, Head, Page, Piece, Role};
use crate::model::SectionKind;
use crate::vocabulary::form_words::CONTENTS;
use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::collections::{BTreeMap, BTreeSet};
use std::num::{NonZeroU16, NonZeroU32};

/// Letters of what is told of one symbol.
const LONGEST: usize = 4000;

/// Something on a page that a tag holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaf {
    /// Drawings.
    Content(Identifier),
    /// A link.
    Link(Identifier),
}

impl Leaf {
    fn node(self) -> Node {
        match self {
            Self::Content(id) | Self::Link(id) => id.into(),
        }
    }
}

/// What was met on the pages so far.
#[derive(Default)]
pub(super) struct Tags {
    books: Vec<Book>,
    /// The page being written, by position.
    page: usize,
    /// Areas of its symbols, in hundredths of a point.
    areas: Vec<Area>,
}

/// One SOP.
struct Book {
    name: String,
    /// The page that its table begins on.
    table: Option<usize>,
    /// The leaves of everything that has a role; symbols are told apart by their page.
    found: BTreeMap<(Role, usize), Vec<Leaf>>,
    boxes: BTreeMap<(Role, usize), BBox>,
}

impl Tags {
    /// Goes on with the page at this position.
    pub fn turn_to(&mut self, at: usize, page: &Page) {
        self.page = at;
        self.areas = page.shapes.iter().map(|place| place.area).collect();
        while self.books.len() <= page.sop {
            let name = page.heading().to_owned();
            self.books.push(Book { name, table: None, found: BTreeMap::new(), boxes: BTreeMap::new() });
        }
    }

    /// Whether an earlier page has it: the header of a table is told once.
    pub fn is_repeated(&self, role: &Role) -> bool {
        let table = self.books.last().and_then(|book| book.table);
        matches!(role, Role::Head(_)) && table.is_some_and(|page| page != self.page)
    }

    /// Takes in what was written of the page.
    pub fn add(&mut self, role: &Role, leaf: Leaf) {
        let Some(book) = self.books.last_mut() else { return };
        let page = self.page;
        let key = match role {
            Role::Symbol { place, .. } => {
                let key = (role.clone(), page);
                if let Some(rect) = self.areas.get(*place).and_then(rect) {
                    book.boxes.entry(key.clone()).or_insert(BBox::new(page, rect));
                }
                key
            }
            Role::Head(_) => {
                book.table.get_or_insert(page);
                (role.clone(), 0)
            }
            _ => (role.clone(), 0),
        };
        book.found.entry(key).or_default().push(leaf);
    }

    /// Says how far on the page reaches what has this role.
    pub fn frame(&mut self, role: &Role, area: Area) {
        if let (Some(book), Some(rect)) = (self.books.last_mut(), rect(&area)) {
            book.boxes.entry((role.clone(), 0)).or_insert(BBox::new(self.page, rect));
        }
    }

    /// The finished tree, a section for each SOP.
    pub fn into_tree(self) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(crate::render::print::LANGUAGE.to_owned()));
        self.books.iter().for_each(|book| tree.push(book.section()));
        tree
    }
}

impl Book {
    fn section(&self) -> TagGroup {
        let mut section = TagGroup::new(Tag::Section);
        let mut put = |group: TagGroup| {
            if !group.children.is_empty() {
                section.push(group);
            }
        };
        put(self.group(heading(1, &self.name), &Role::Title));
        self.emblems().for_each(&mut put);
        put(self.group(Tag::P, &Role::Agency));
        put(self.group(Tag::P, &Role::Years));
        put(self.group(heading(2, CONTENTS), &Role::Contents));
        put(self.contents());
        put(self.identity());
        for kind in SectionKind::ALL {
            put(self.group(heading(2, kind.heading()), &Role::Heading(kind)));
            put(self.list(kind));
        }
        put(self.table());
        section
    }

    /// A tag around all that has this role.
    fn group(&self, tag: impl Into<TagKind>, role: &Role) -> TagGroup {
        let leaves = self.found.get(&(role.clone(), 0)).into_iter().flatten();
        TagGroup::with_children(tag, leaves.map(|leaf| leaf.node()).collect())
    }

    /// The emblem as a figure.
    fn emblems(&self) -> impl Iterator<Item = TagGroup> {
        self.found.iter().filter_map(|(key, leaves)| match key {
            (Role::Emblem(told), _) => Some(figure(told, self.boxes.get(key).copied(), leaves)),
            _ => None,
        })
    }

    /// The table of contents: each line is a reference that leads to its page.
    fn contents(&self) -> TagGroup {
        let mut lines: BTreeMap<usize, Vec<(Piece, &[Leaf])>> = BTreeMap::new();
        for ((role, _), leaves) in &self.found {
            if let Role::Entry { line, piece, .. } = role {
                lines.entry(*line).or_default().push((*piece, leaves));
            }
        }
        let nodes = |pieces: &[(Piece, &[Leaf])], is_label: bool| -> Vec<Node> {
            let pieces = pieces.iter().filter(|(piece, _)| (*piece == Piece::Ordinal) == is_label);
            pieces.flat_map(|(_, leaves)| leaves.iter().map(|leaf| leaf.node())).collect()
        };
        let line = |pieces: Vec<(Piece, &[Leaf])>| {
            let link = TagGroup::with_children(Tag::Link, nodes(&pieces, false));
            let reference = TagGroup::with_children(Tag::Reference, vec![link.into()]);
            let label = TagGroup::with_children(Tag::Lbl, nodes(&pieces, true));
            Node::from(TagGroup::with_children(Tag::TOCI, vec![label.into(), reference.into()]))
        };
        TagGroup::with_children(Tag::TOC, lines.into_values().map(line).collect())
    }

    /// The identity block: each label is the head of its row.
    fn identity(&self) -> TagGroup {
        let rows = self.found.keys().filter_map(|(role, _)| match role {
            Role::Label(row) => Some(*row),
            _ => None,
        });
        let row = |row| {
            let label = self.group(Tag::TH(TableHeaderScope::Row), &Role::Label(row));
            Node::from(TagGroup::with_children(
                Tag::TR,
                vec![label.into(), self.group(Tag::TD, &Role::Value(row)).into()],
            ))
        };
        TagGroup::with_children(Tag::Table, rows.map(row).collect())
    }

    fn list(&self, kind: SectionKind) -> TagGroup {
        let items = self.found.keys().filter_map(|(role, _)| match role {
            Role::ItemText(of, item) if *of == kind => Some(*item),
            _ => None,
        });
        let mut numbering = ListNumbering::None;
        let mut list = Vec::new();
        for item in items {
            let mark = self.group(Tag::Lbl, &Role::ItemMark(kind, item));
            let mut group = TagGroup::new(Tag::LI);
            if !mark.children.is_empty() {
                numbering = ListNumbering::Decimal;
                group.push(mark);
            }
            group.push(self.group(Tag::LBody, &Role::ItemText(kind, item)));
            list.push(group.into());
        }
        TagGroup::with_children(Tag::L(numbering), list)
    }

    fn heads(&self) -> impl Iterator<Item = Head> {
        self.found.keys().filter_map(|(role, _)| match role {
            Role::Head(head) => Some(*head),
            _ => None,
        })
    }

    fn table(&self) -> TagGroup {
        let mut table = TagGroup::new(Tag::Table);
        let mut header = TagGroup::new(Tag::THead);
        let rows: BTreeSet<usize> = self.heads().map(|head| head.row).collect();
        for row in rows {
            let cells: Vec<Node> =
                self.heads().filter(|head| head.row == row).map(|head| self.head(head).into()).collect();
            if !cells.is_empty() {
                header.push(TagGroup::with_children(Tag::TR, cells));
            }
        }
        let columns = self.heads().map(|head| head.column + head.columns).max().unwrap_or(0);
        let body = self.body(columns);
        // A head without a body is none: where there is no step its rows are all the table has.
        if body.children.is_empty() {
            table.children = header.children;
            return table;
        }
        if !header.children.is_empty() {
            table.push(header);
        }
        table.push(body);
        table
    }

    fn head(&self, head: Head) -> TagGroup {
        let tag = Tag::TH(TableHeaderScope::Column).with_col_span(span(head.columns)).with_row_span(span(head.rows));
        self.group(tag, &Role::Head(head))
    }

    /// The headings above the row of a step, in their order.
    fn subheads(&self, step: usize) -> impl Iterator<Item = &Role> {
        let first = |step| (Role::Subhead { step, at: 0 }, 0);
        self.found.range(first(step)..first(step + 1)).map(|((role, _), _)| role)
    }

    /// A row for each step, with a cell for each column, be it empty.
    fn body(&self, columns: usize) -> TagGroup {
        let mut symbols: BTreeMap<(usize, usize), Vec<Node>> = BTreeMap::new();
        let mut steps = 0;
        // Of cells over several rows, by step and column: how many rows; none for the rows that they only reach over.
        let mut tall: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for ((role, page), leaves) in &self.found {
            match role {
                Role::Symbol { step, column, told, .. } => {
                    let place = self.boxes.get(&(role.clone(), *page)).copied();
                    symbols.entry((*step, *column)).or_default().push(symbol(told, place, leaves).into());
                    steps = steps.max(step + 1);
                }
                Role::Cell { step, column, rows } => {
                    steps = steps.max(step + rows);
                    if *rows > 1 {
                        let below = (step + 1..step + rows).map(|step| ((step, *column), 0));
                        tall.extend(below.chain([((*step, *column), *rows)]));
                    }
                }
                _ => {}
            }
        }
        let mut body = TagGroup::new(Tag::TBody);
        for step in 0..steps {
            for role in self.subheads(step) {
                let tag = Tag::TH(TableHeaderScope::Column).with_col_span(span(columns));
                body.push(TagGroup::with_children(Tag::TR, vec![self.group(tag, role).into()]));
            }
            let mut row = TagGroup::new(Tag::TR);
            for column in 0..columns {
                let rows = tall.get(&(step, column)).copied().unwrap_or(1);
                if rows == 0 {
                    continue;
                }
                let role = Role::Cell { step, column, rows };
                let mut cell = match column {
                    0 => self.group(Tag::TH(TableHeaderScope::Row), &role),
                    _ => self.group(Tag::TD.with_row_span(span(rows)), &role),
                };
                cell.children.extend(symbols.remove(&(step, column)).into_iter().flatten());
                row.push(cell);
            }
            body.push(row);
        }
        body
    }
}

fn span(count: usize) -> Option<NonZeroU32> {
    u32::try_from(count).ok().filter(|it| *it > 1).and_then(NonZeroU32::new)
}

/// A figure with what is told of it; a link where it leads to another page.
fn symbol(told: &str, place: Option<BBox>, leaves: &[Leaf]) -> TagGroup {
    if !leaves.iter().any(|leaf| matches!(leaf, Leaf::Link(_))) {
        return figure(told, place, leaves);
    }
    let nodes = leaves.iter().map(|leaf| leaf.node()).collect();
    TagGroup::with_children(Tag::Link.with_alt_text(Some(cut(told))), nodes)
}

fn figure(told: &str, place: Option<BBox>, leaves: &[Leaf]) -> TagGroup {
    let nodes = leaves.iter().map(|leaf| leaf.node()).collect();
    TagGroup::with_children(Tag::Figure(Some(cut(told))).with_bbox(place), nodes)
}

fn cut(told: &str) -> String {
    told.chars().take(LONGEST).collect()
}

fn heading(level: u16, title: &str) -> TagKind {
    Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(title.to_owned())).into()
}

fn rect(area: &Area) -> Option<Rect> {
    let points = |length: i32| length as f32 / crate::layout::PT as f32;
    Rect::from_xywh(points(area.x), points(area.y), points(area.w), points(area.h))
}
