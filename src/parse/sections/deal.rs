//! Sections side by side, or printed one below the other before the contents of all → the lines of each.
//!
//! Where cells or columns of the page tell a line's section, they count; where not, it is dealt by what it says and by the number
//! it bears: a list goes on with the next number, and one that begins again at 1 is another list.

use super::block::{Block, Placed};
use super::marks::{self, Mark};
use super::says::{self, Wording, fit, goes_on, is_closed};
use super::wrapped;
use crate::document::Text;
use crate::grammar::offset_in;
use crate::model::SectionKind;
use crate::parse::lines::{Line, Sectioned};

/// The sections of a block, each with its lines.
///
/// `widths` are those of the two columns of a text that has no more of them than the order of its words, as far as known.
pub(super) fn deal(block: Block, widths: &mut [usize; 2], line_by_line: bool) -> Vec<Sectioned> {
    let (mut sections, beside, mut placed) = block.placed(line_by_line);
    let kinds: Vec<Option<SectionKind>> = sections.iter().map(|section| section.kind).collect();
    if beside || placed.len() == 1 {
        part_first(&kinds, &mut placed);
    }
    let told = if beside { None } else { one_each(&kinds, &placed) };
    if let Some(homes) = told.or_else(|| one_behind_the_other(&kinds, &placed)) {
        homes.into_iter().zip(placed).for_each(|(home, piece)| sections[home].lines.push(piece.line));
        return sections;
    }
    let beside = beside || kinds.len() == 2 && hold_two_lists(&placed);
    let run = |forward: bool| {
        let mut dealer = Dealer::new(&kinds, beside, forward);
        dealer.sides.iter_mut().zip(widths.iter()).for_each(|(side, width)| side.width = *width);
        placed.iter().for_each(|piece| dealer.take(piece));
        dealer
    };
    let natural = run(true);
    let dealer = if kinds.len() > 1 && placed.iter().any(|piece| piece.home.is_none()) {
        let reversed = run(false);
        // Of one list under two headings nothing tells more than the heading right above it.
        let filled = (natural.filled(), reversed.filled());
        if (reversed.score, filled.1) > (natural.score, filled.0)
            || (filled == (1, 1) && reversed.score == natural.score)
        {
            reversed
        } else {
            natural
        }
    } else {
        natural
    };
    // One list behind the other, in the order of their headings, is plain reading.
    let dealt = !dealer.order.is_sorted() && placed.iter().any(|piece| piece.home.is_none());
    if beside {
        widths.iter_mut().zip(&dealer.sides).for_each(|(width, side)| *width = side.width);
    }
    let are_mixed = kinds.len() > 1 && placed.iter().all(|piece| piece.home.is_none());
    let doubtful: Vec<bool> = (0..kinds.len()).map(|at| are_mixed && dealer.may_miss(at)).collect();
    for ((section, lines), doubtful) in sections.iter_mut().zip(dealer.sides).zip(doubtful) {
        section.doubtful = doubtful;
        section.lines = lines.lines;
        section.dealt = dealt.then_some("judul beberapa bagian berdampingan; isinya dibagi menurut kata dan nomornya");
    }
    sections
}

/// A line fits a section for certain.
const FITS: i32 = 2;

/// No more lines than headings, none of which goes on with another: the section of each, in the order of the headings. What a line says
/// tells its section; as many lines as headings are one for each, unless they say as well the other way round.
fn one_each(kinds: &[Option<SectionKind>], placed: &[Placed]) -> Option<Vec<usize>> {
    let is_item = |piece: &Placed| {
        let text = piece.line.text.as_str();
        let is_loose = piece.home.is_none() && piece.among.len() != 1;
        is_loose && text.starts_with(char::is_uppercase) && !marks::starts_item(text)
    };
    if kinds.len() < 2 || placed.is_empty() || placed.len() > kinds.len() || !placed.iter().all(is_item) {
        return None;
    }
    let fits = |kind: &Option<SectionKind>, piece: &Placed| kind.map_or(0, |kind| fit(kind, piece.line.text.as_str()));
    let home = |piece: &Placed| {
        let mut fitting = (0..kinds.len()).filter(|at| fits(&kinds[*at], piece) >= FITS);
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let told = placed.iter().map(home).collect::<Option<Vec<usize>>>();
    let told = told.filter(|homes| homes.windows(2).all(|pair| pair[0] < pair[1]));
    let sum = |pieces: &mut dyn Iterator<Item = &Placed>| -> i32 {
        kinds.iter().zip(pieces).map(|(kind, piece)| fits(kind, piece)).sum()
    };
    let ordered = || placed.len() == kinds.len() && sum(&mut placed.iter()) > sum(&mut placed.iter().rev());
    told.or_else(|| ordered().then(|| (0..kinds.len()).collect()))
}

/// Two lists, the second of which begins at 1 again, and no line holds an item of both: the section of each line, in the order of the
/// headings unless the words say as well the other way round.
fn one_behind_the_other(kinds: &[Option<SectionKind>], placed: &[Placed]) -> Option<Vec<usize>> {
    let [Some(first), Some(second)] = kinds else { return None };
    let mut starts = Vec::new();
    let mut number = 0;
    for (at, piece) in placed.iter().enumerate() {
        let text = piece.line.text.as_str();
        let found = marks::inside(text, &[]);
        let is_loose = piece.home.is_none() && piece.among.len() != 1;
        let is_lone = marks::lone_number(text).is_some();
        if !is_loose || is_lone || found.len() > 1 || found.first().is_some_and(|mark| mark.start > 0) {
            return None;
        }
        match found.first().map(|mark| mark.value) {
            Some(1) => starts.push(at),
            Some(value) if value != number + 1 => return None,
            Some(_) => {}
            None => continue,
        }
        number = found[0].value;
    }
    let [0, second_start] = starts[..] else { return None };
    let fits = |kind: SectionKind, lines: &[Placed]| -> i32 {
        lines.iter().map(|piece| fit(kind, piece.line.text.as_str())).sum()
    };
    let (own, others) = placed.split_at(second_start);
    let opening = own[0].line.text.as_str();
    let leads = fit(*first, opening) >= fit(*second, opening);
    let is_ordered = fits(*first, own) + fits(*second, others) > fits(*second, own) + fits(*first, others);
    (leads && is_ordered).then(|| (0..placed.len()).map(|at| usize::from(at >= second_start)).collect())
}

/// Two headings in one line, and so the first items of both, without list marks, or a single line below several headings: `… dikenakan sanksi Data peminjaman` is cut at the only
/// capital before which the words fit the one section and behind which they fit the other.
fn part_first(kinds: &[Option<SectionKind>], placed: &mut Vec<Placed>) {
    let ([before @ .., Some(left), Some(right)], Some(first)) = (kinds, placed.first()) else { return };
    let text = first.line.text.as_str();
    if first.home.is_some()
        || placed.len() > kinds.len()
        || (!before.is_empty() && placed.len() > 1)
        || !marks::inside(text, &[]).is_empty()
    {
        return;
    }
    let starts = text.split_whitespace().map(|word| offset_in(text, word)).filter(|at| *at > 0);
    let mut cuts = starts.filter(|at| {
        let (own, other) = text.split_at(*at);
        let fits = [fit(*left, own), fit(*right, other)];
        other.starts_with(char::is_uppercase) && fits.iter().all(|it| *it > 0) && fits.iter().sum::<i32>() > FITS
    });
    let Some(cut) = cuts.next().filter(|_| cuts.next().is_none()) else { return };
    let piece = |text: &str, home: usize| Placed {
        line: Line {
            text: first.line.text.slice(text),
            after_blank: first.line.after_blank,
            column: first.line.column,
        },
        home: Some(home),
        among: Vec::new(),
    };
    let parts = [piece(text[..cut].trim_end(), before.len()), piece(&text[cut..], before.len() + 1)];
    placed.splice(..1, parts);
}

/// Fewer lines that hold an item of two lists may be an accident.
const FEWEST_SHARED: usize = 2;

/// The items of two lists share their lines, `1. … 1. …`, wherever the headings stand.
fn hold_two_lists(placed: &[Placed]) -> bool {
    let shares = |piece: &&Placed| {
        let found = marks::inside(piece.line.text.as_str(), &[]);
        piece.home.is_none()
            && matches!(found[..], [one, other] if one.start == 0 && one.value > 0 && one.value == other.value)
    };
    placed.iter().filter(shares).count() >= FEWEST_SHARED
}

/// An item of more lines is looked at no further.
const MOST_LINES: usize = 8;

/// One section being filled.
#[derive(Default)]
struct Side {
    lines: Vec<Line>,
    /// The last list number.
    number: Option<u32>,
    /// Its items have marks.
    marked: bool,
    /// Characters of its longest line.
    width: usize,
}

impl Side {
    fn tail(&self) -> &str {
        self.lines.last().map_or("", |line| line.text.as_str())
    }

    /// The last item, as far as it goes.
    fn entry(&self) -> String {
        let start = self.lines.iter().rposition(|line| marks::starts_item(line.text.as_str())).unwrap_or(0);
        let lines: Vec<&str> = self.lines[start..].iter().take(MOST_LINES).map(|line| line.text.as_str()).collect();
        lines.join(" ")
    }

    fn is_open(&self) -> bool {
        !self.lines.is_empty() && !is_closed(self.tail())
    }

    /// How well an item with this mark goes on with the list.
    fn continues(&self, number: Option<u32>, mark: Option<Mark>) -> i32 {
        match (mark.map(|mark| mark.value), number) {
            (Some(0), _) => i32::from(self.marked && number.is_none()) * 2 - i32::from(number.is_some()) * 2,
            (Some(value), Some(last)) if value == last + 1 => 3,
            (Some(1), Some(_)) => -4,
            (Some(_), Some(_)) => -2,
            (Some(1), None) if self.lines.is_empty() => 2,
            (Some(_), None) => -2,
            (None, _) if self.marked => -2,
            (None, _) => 0,
        }
    }
}

struct Dealer<'k> {
    kinds: &'k [Option<SectionKind>],
    /// The headings stand in one line, and so may their contents.
    beside: bool,
    /// Of empty sections the first is filled first.
    forward: bool,
    sides: Vec<Side>,
    last: Option<usize>,
    /// The sections in the order of the lines they took.
    order: Vec<usize>,
    score: i32,
}

impl<'k> Dealer<'k> {
    fn new(kinds: &'k [Option<SectionKind>], beside: bool, forward: bool) -> Self {
        let sides = kinds.iter().map(|_| Side::default()).collect();
        Self { kinds, beside, forward, sides, last: None, order: Vec::new(), score: 0 }
    }

    fn filled(&self) -> usize {
        self.sides.iter().filter(|side| !side.lines.is_empty()).count()
    }

    /// The section is empty, and lines that another took may be its own: the contents of both stand in one line, or nothing but the
    /// words tells them apart.
    fn may_miss(&self, at: usize) -> bool {
        let Some(kind) = self.kinds[at].filter(|_| self.sides[at].lines.is_empty()) else { return false };
        self.sides.iter().zip(self.kinds).any(|(side, own)| {
            let is_odd = |line: &Line| {
                let text = line.text.as_str();
                fit(kind, text) > 0 || own.is_some_and(|own| fit(own, text) < 0)
            };
            let are_loose = side.lines.len() >= self.kinds.len() && !side.marked;
            !side.lines.is_empty() && (self.beside || are_loose || side.lines.iter().any(is_odd))
        })
    }

    fn take(&mut self, piece: &Placed) {
        let whole = piece.line.text.as_str();
        if let Some(home) = piece.home {
            return self.put(home, &piece.line, whole);
        }
        if self.beside && self.kinds.len() == 2 {
            return self.take_both(&piece.line);
        }
        let section = self.best(&piece.among, whole);
        self.put(section, &piece.line, whole);
    }

    /// The section among these that a line belongs to.
    fn best(&mut self, among: &[usize], text: &str) -> usize {
        let mark = marks::leading(text);
        if mark.is_none()
            && let Some(last) = self.last.filter(|last| among.contains(last))
            && self.wraps(last, text)
        {
            return last;
        }
        let wording = Wording::of(text);
        let worth = |at: usize| (self.worth(at, &wording, mark), if self.forward { -(at as i32) } else { at as i32 });
        let best = among.iter().map(|at| (worth(*at), *at)).max_by_key(|(worth, _)| *worth);
        let ((score, _), best) = best.unwrap_or_else(|| (worth(0), 0));
        self.score += score;
        best
    }

    /// The line goes on with the last of a section.
    fn wraps(&self, section: usize, text: &str) -> bool {
        let side = &self.sides[section];
        let elsewhere = (0..self.kinds.len()).any(|at| at != section && self.begins(at, section, text));
        let open = side.marked && side.is_open() && !elsewhere;
        !side.lines.is_empty() && (open || (goes_on(side.tail(), text) && !(is_closed(side.tail()) && elsewhere)))
    }

    /// The line begins another section: its first word says so, or it is worded for one that is still empty.
    fn begins(&self, other: usize, section: usize, text: &str) -> bool {
        let worded = |at: usize| self.kinds[at].map_or(0, |kind| fit(kind, text));
        let apart = text.starts_with(char::is_uppercase) && !goes_on(self.sides[section].tail(), text);
        let fits = apart && self.sides[other].lines.is_empty() && worded(other) > worded(section).max(1);
        sure(self.kinds[other], text) || fits
    }

    fn worth(&self, section: usize, wording: &Wording, mark: Option<Mark>) -> i32 {
        let side = &self.sides[section];
        let mut empty = self.sides.iter().enumerate().filter(|(_, side)| side.lines.is_empty()).map(|(at, _)| at);
        let due = if self.forward { empty.next() } else { empty.next_back() };
        let words = self.kinds[section].map_or(0, |kind| wording.fit(kind));
        words
            + side.continues(side.number, mark)
            + i32::from(due == Some(section))
            + i32::from(self.last == Some(section) && !side.lines.is_empty())
    }

    fn put(&mut self, section: usize, line: &Line, part: &str) {
        let part = part.trim();
        if part.is_empty() {
            return;
        }
        let side = &mut self.sides[section];
        if let Some(mark) = marks::leading(part) {
            side.marked = true;
            side.number = (mark.value > 0).then_some(mark.value).or(side.number);
        }
        side.width = side.width.max(part.chars().count());
        side.lines.push(line.part(part));
        self.last = Some(section);
        self.order.push(section);
    }

    /// A line in which contents of both sections may stand, the left one's first.
    fn take_both(&mut self, line: &Line) {
        let text = line.text.as_str();
        let due = [0, 1].map(|side: usize| self.sides[side].number.map_or(1, |number| number + 1));
        let found = marks::inside(text, &due);
        if found.is_empty() {
            if let Some(at) = self.wrapped(text) {
                self.put(0, line, &text[..at]);
                return self.put(1, line, &text[at..]);
            }
            return self.take_unmarked(line, text);
        }
        let (cut, score) = self.best_cut(text, &found);
        if let Some(sides) = self.by_turns(text, &found, score) {
            self.score += score;
            let lead = &text[..found[0].start];
            let open = if self.sides.iter().all(|side| side.lines.is_empty()) { 0 } else { self.open_side(lead) };
            self.put(open, line, lead);
            for (at, side) in sides.into_iter().enumerate() {
                let end = found.get(at + 1).map_or(text.len(), |next| next.start);
                self.put(side, line, &text[found[at].start..end]);
            }
            return;
        }
        self.score += score;
        let lead = &text[..found[0].start];
        if !lead.trim().is_empty() {
            let side = if cut == 0 && !self.sides[0].lines.is_empty() { self.open_side(lead) } else { 0 };
            self.put(side, line, lead);
        }
        for (at, mark) in found.iter().enumerate() {
            let end = found.get(at + 1).map_or(text.len(), |next| next.start);
            let (own, others) = text[mark.start..end].split_at(self.own_end(&text[mark.start..end], at, cut));
            self.put(usize::from(at >= cut), line, own);
            self.put(1, line, others);
        }
    }

    /// Where the last new item of the left section ends, behind which the last of the right one goes on.
    fn own_end(&self, item: &str, at: usize, cut: usize) -> usize {
        let goes_on = at + 1 == cut && self.kinds[0] == Some(SectionKind::LegalBasis) && self.sides[1].is_open();
        wrapped::behind_citation(item).filter(|_| goes_on).unwrap_or(item.len())
    }

    /// Where the words of the right section begin in a line with which the items of both go on.
    fn wrapped(&self, text: &str) -> Option<usize> {
        let are_open = self.sides.iter().all(|side| side.marked && side.is_open());
        if are_open { wrapped::right_start(text, self.sides[0].tail(), self.sides[1].tail()) } else { None }
    }

    /// The section of each mark where the items of both come by turns, `1. … 1. … 2. … 2. …`, and that is worth more than one cut.
    fn by_turns(&self, text: &str, found: &[Mark], least: i32) -> Option<Vec<usize>> {
        let mut numbers = [self.sides[0].number, self.sides[1].number];
        let (mut score, mut sides) = (0, Vec::new());
        for (at, mark) in found.iter().enumerate() {
            let end = found.get(at + 1).map_or(text.len(), |next| next.start);
            let wording = Wording::of(&text[mark.start..end]);
            let worth = |side: usize| {
                let taken = sides.contains(&side);
                let continues = match numbers[side] {
                    None if taken && mark.value > 0 => -2,
                    number => self.sides[side].continues(number, Some(*mark)),
                };
                continues + self.kinds[side].map_or(0, |kind| wording.fit(kind))
            };
            let worths = [worth(0), worth(1)];
            let side = usize::from(worths[1] > worths[0]);
            score += worths[side];
            numbers[side] = (mark.value > 0).then_some(mark.value).or(numbers[side]);
            sides.push(side);
        }
        (score > least && sides.first() == Some(&0) && !sides.is_sorted()).then_some(sides)
    }

    /// How many of the marks, from the first, are the left section's, and what that is worth.
    fn best_cut(&self, text: &str, found: &[Mark]) -> (usize, i32) {
        let ends = found.iter().skip(1).map(|next| next.start).chain([text.len()]);
        let fits: Vec<[i32; 2]> = found
            .iter()
            .zip(ends)
            .map(|(mark, end)| {
                let wording = Wording::of(&text[mark.start..end]);
                [0, 1].map(|side: usize| self.kinds[side].map_or(0, |kind| wording.fit(kind)))
            })
            .collect();
        let worth = |cut: usize| {
            let mut numbers = [self.sides[0].number, self.sides[1].number];
            let mut score = 0;
            for (at, (mark, fits)) in found.iter().zip(&fits).enumerate() {
                let side = usize::from(at >= cut);
                score += self.sides[side].continues(numbers[side], Some(*mark)) + fits[side];
                numbers[side] = (mark.value > 0).then_some(mark.value).or(numbers[side]);
            }
            score
        };
        let prefer = |cut: usize| if self.forward { cut as i32 } else { -(cut as i32) };
        let cut = (0..=found.len()).max_by_key(|cut| (worth(*cut), prefer(*cut))).unwrap_or(0);
        (cut, worth(cut))
    }

    fn take_unmarked(&mut self, line: &Line, text: &str) {
        if let [Some(left), Some(right)] = *self.kinds
            && let Some(at) = says::right_start(text, left, right)
        {
            self.put(0, line, &text[..at]);
            return self.put(1, line, &text[at..]);
        }
        let own: Vec<usize> = (0..2).filter(|at| sure(self.kinds[*at], text)).collect();
        let section = match own[..] {
            [own] => own,
            _ if self.sides.iter().all(|side| side.lines.is_empty()) => self.best(&[0, 1], text),
            _ if self.last.is_some_and(|last| self.begins(1 - last, last, text)) => 1 - self.last.unwrap_or(0),
            _ => self.open_side(text),
        };
        self.put(section, line, text);
    }

    /// The section whose last line did not end its sentence; of two, the one that ends within a phrase, or whose line was full.
    fn open_side(&self, text: &str) -> usize {
        let [left, right] = &self.sides[..] else { return 0 };
        match (left.is_open(), right.is_open()) {
            (true, false) => 0,
            (false, true) => 1,
            (false, false) => self.last.unwrap_or(0),
            (true, true) => usize::from(self.lacks(1, text) > self.lacks(0, text)),
        }
    }

    /// How much the last line of a section asks for this one.
    fn lacks(&self, section: usize, text: &str) -> u32 {
        let side = &self.sides[section];
        let first = text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let is_full = side.tail().chars().count() + first + RAGGED >= side.width;
        let within = says::ends_within(side.tail());
        let halved = self.kinds[section] == Some(SectionKind::LegalBasis) && says::is_half_cited(&side.entry());
        2 * u32::from(is_full) + 3 * u32::from(within) + 3 * u32::from(halved)
    }
}

/// So many characters the lines of one column differ although all are full.
const RAGGED: usize = 4;

fn sure(kind: Option<SectionKind>, text: &str) -> bool {
    kind.is_some_and(|kind| fit(kind, text) >= says::SURE)
}

impl Line {
    /// A part of the line as a line of its own.
    pub(super) fn part(&self, part: &str) -> Line {
        let text: Text = if part.len() == self.text.as_str().len() { self.text.clone() } else { self.text.slice(part) };
        Line { text, after_blank: self.after_blank, column: self.column }
    }
}
