//! Headings and cells → what each column holds.

use super::header::{Heading, headings, is_step, may_begin};
use super::titles::Titles;
use crate::document::{Layout, Row, Text};
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::grammar::step_number::{is_column_numbers, step_number};
use crate::model::Unit;
use crate::vocabulary::columns::{Header, behind_actors, number_and_activity};

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
    /// The header names No.
    pub named_number: bool,
    /// The header names Kelengkapan, rather than its place.
    pub named_requirements: bool,
    /// The same for Output.
    pub named_outputs: bool,
    /// The header has a column for Waktu, and not only `Mutu Baku`.
    pub named_durations: bool,
}

/// Actor columns that are read; what stands in further ones is left as unused text.
const MOST_LANES: usize = 200;

/// Named columns before one called `Pelaksana` by which it is one of them.
const LEAST_OTHERS: usize = 2;

/// One column that is ticked may be a note.
const LEAST_TICKED: usize = 2;

/// Rows of a body that are asked what their columns hold.
const SAMPLE: usize = 24;

impl Columns {
    /// From the rows of a header, which stand in one grid, and the rows below it.
    pub(super) fn of<'t>(header: &[&'t Row], body: &'t [Row], titles: &Titles<'t>) -> Self {
        let headings = headings(header, titles);
        let mut columns = Self { width: headings.len(), ..Self::default() };
        for (at, heading) in headings.iter().enumerate() {
            if let Some(header) = heading.header {
                columns.place(at, header);
            }
        }
        columns.place_by_word(&headings);
        let named = || headings.iter().any(|it| number_and_activity(it.name.as_str()).is_some());
        columns.named_number = columns.number.is_some() || named();
        columns.named_requirements = columns.requirements.is_some();
        columns.named_outputs = columns.outputs.is_some();
        columns.name_lanes(&headings);
        columns.learn(&headings, body, titles);
        columns.named_durations = !columns.durations.is_empty();
        columns.fill_silent_headers(&headings);
        columns
    }

    /// Gives the column its role, unless another has it.
    fn place(&mut self, at: usize, header: Header) {
        match header {
            Header::Number => self.number = self.number.or(Some(at)),
            Header::Activity => self.activity = self.activity.or(Some(at)),
            Header::Requirements => self.requirements = self.requirements.or(Some(at)),
            Header::Duration(unit) => self.durations.push((at, unit)),
            Header::Outputs => self.outputs = self.outputs.or(Some(at)),
            Header::Note => self.note = self.note.or(Some(at)),
            Header::Actors | Header::Quality => {}
        }
    }

    /// Where no whole header names a role, a word of one does: Kegiatan left of everything else, the others right of it.
    fn place_by_word(&mut self, headings: &[Heading]) {
        let by_word = || headings.iter().enumerate().filter(|(_, it)| it.header.is_none());
        let left = self.first_of_quality(headings).unwrap_or(headings.len());
        if self.activity.is_none() {
            self.activity = by_word()
                .take_while(|(at, _)| *at < left)
                .find(|(_, it)| it.by_word == Some(Header::Activity))
                .map(|it| it.0);
        }
        let behind = self.activity.map_or(0, |at| at + 1);
        for (at, heading) in by_word().filter(|(at, _)| *at >= behind) {
            match heading.by_word {
                Some(Header::Duration(_)) if !self.durations.is_empty() => {}
                Some(header @ (Header::Requirements | Header::Duration(_) | Header::Outputs | Header::Note)) => {
                    self.place(at, header);
                }
                _ => {}
            }
        }
    }

    /// The first column that is neither Kegiatan nor an actor's, as far as it is named.
    fn first_of_quality(&self, headings: &[Heading]) -> Option<usize> {
        let group = headings.iter().position(|it| it.header == Some(Header::Quality));
        let named = [self.requirements, self.outputs, self.note, group].into_iter().flatten();
        named.chain(self.durations.iter().map(|(at, _)| *at)).min()
    }

    /// The columns between Kegiatan and the first of Mutu Baku are lanes; one without any name below `Pelaksana` holds names.
    fn name_lanes(&mut self, headings: &[Heading]) {
        let group = headings.iter().position(|it| it.header == Some(Header::Actors));
        let group = group.or_else(|| headings.iter().position(|it| it.is_of_actors));
        let behind = [self.activity, self.number].into_iter().flatten().max().map_or(0, |at| at + 1);
        let last = self.first_of_quality(headings).unwrap_or(self.width);
        let from = group.filter(|at| *at > last).unwrap_or(behind);
        let to = self.behind_lanes(headings, from.max(group.map_or(0, |at| at + 1)));
        if let Some(group) = group.filter(|at| headings[*at].is_group && to == at + 1) {
            self.actor_names = Some(group);
        }
        // `1`, `2`, `3` right behind the activity, for names that stand elsewhere.
        let counts =
            |(at, heading): (usize, &Heading)| step_number(heading.name.as_str()) == u32::try_from(at + 1).ok();
        let counted = headings[from.min(to)..to].iter().enumerate().take_while(|it| counts(*it)).count();
        for (at, heading) in headings.iter().enumerate().take(to.min(from + MOST_LANES)).skip(from) {
            let is_counted = heading.below_group || counted > 1 && at < from + counted;
            let is_numbered = is_counted && step_number(heading.name.as_str()).is_some();
            let named = is_numbered || heading.name.as_str().chars().any(char::is_alphabetic);
            let of_group = heading.is_group && (heading.beside_group || self.actor_names == Some(at));
            let before_group = heading.beside_group && group.is_some_and(|group| at < group);
            if named && !of_group && !before_group {
                self.lanes.push((at, heading.name.clone()));
            }
        }
        // Where the other group melted into its columns, so did this one.
        if headings.iter().any(|it| it.is_melted)
            && self.lanes.iter().all(|(_, name)| behind_actors(name.as_str()).is_some())
        {
            for (_, name) in &mut self.lanes {
                *name = behind_actors(name.as_str()).map_or_else(|| name.clone(), |own| name.slice(own));
            }
        }
        if !self.lanes.is_empty()
            && let Some(group) = self.actor_names.take()
        {
            self.name_last_lane(group, headings);
        }
    }

    /// In a header of one row `Pelaksana` behind the names of several others is one of them.
    fn name_last_lane(&mut self, at: usize, headings: &[Heading]) {
        let heading = &headings[at];
        let others = self.lanes.iter().filter(|(lane, _)| *lane < at).count();
        if others >= LEAST_OTHERS && !heading.beside_group {
            self.lanes.push((at, heading.name.clone()));
        }
    }

    /// Where the actor columns end: at the first other one.
    fn behind_lanes(&self, headings: &[Heading], from: usize) -> usize {
        let quality = headings.iter().enumerate().filter(|(_, it)| it.header == Some(Header::Quality)).map(|it| it.0);
        let others = [self.requirements, self.outputs, self.note, self.activity].into_iter().flatten();
        let ends = others.chain(self.durations.iter().map(|(at, _)| *at)).chain(quality);
        ends.filter(|at| *at >= from).min().unwrap_or(self.width)
    }

    /// What the cells below say of columns that the header leaves open, or names beside their place.
    fn learn<'t>(&mut self, headings: &[Heading], body: &'t [Row], titles: &Titles<'t>) {
        let sample = body.iter().take_while(|row| row.layout == Layout::Cells || row.is_blank());
        // A header that was printed again on the next page says nothing of what its columns hold.
        let sample = sample.filter(|row| !row.is_blank() && (is_step(row) || !may_begin(row, titles)));
        let sample: Vec<&Row> = sample.take(SAMPLE).collect();
        let holds = |at: usize, is: fn(&str) -> bool| {
            let cells = || sample.iter().filter_map(|row| row.cells.get(at)).filter(|it| !it.text.is_blank());
            let (count, all) = (cells().filter(|it| is(it.text.as_str())).count(), cells().count());
            count > 0 && count * 2 > all
        };
        let is_number = |text: &str| step_number(text).is_some();
        let is_prose = |text: &str| step_number(text).is_none() && Marks::of(text).is_text();
        let is_time = duration::looks_like;
        // Who acts is not ticked and named at once: such a column is what was left of several.
        let is_ticked = |text: &str| !text.is_ascii() && Marks::of(text).is_present();
        if let (None, Some(at)) = (self.number, self.activity)
            && holds(at, is_number)
            && self.is_free(at + 1)
            && holds(at + 1, is_prose)
        {
            // The header of both stands over the number.
            (self.number, self.activity) = (Some(at), Some(at + 1));
        }
        if let (None, Some(activity)) = (self.number, self.activity) {
            self.number = (0..activity).rev().find(|at| self.is_free(*at) && holds(*at, is_number));
        }
        if self.activity.is_none() {
            let from = self.number.map_or(0, |at| at + 1);
            self.activity = (from..self.width).find(|at| self.is_lane_or_free(*at) && holds(*at, is_prose));
            let behind = self.activity.map_or(0, |at| at + 1);
            self.lanes.retain(|(at, _)| *at >= behind);
        }
        if self.durations.is_empty()
            && let Some(at) = (0..self.width)
                .find(|at| self.is_lane_or_free(*at) && headings[*at].may_be_other() && holds(*at, is_time))
        {
            self.durations.push((at, None));
            self.lanes.retain(|(lane, _)| *lane < at);
        }
        let group = headings.iter().position(|it| it.is_group && it.header == Some(Header::Actors));
        if self.actor_names.is_some_and(|at| holds(at, is_ticked)) {
            self.actor_names = None;
        } else if let (true, Some(group)) = (self.lanes.is_empty() && self.actor_names.is_none(), group)
            && holds(group, is_prose)
        {
            self.actor_names = Some(group);
        }
        if self.lanes.is_empty() && self.actor_names.is_none() {
            // A sign alone, whichever it is, ticks a column; its number does not.
            let is_tick = |text: &str| text.trim().chars().count() == 1 || Marks::of(text).is_present();
            let numbers = |row: &&&Row| is_column_numbers(row.texts());
            let ticked = |at: usize| {
                let cells = sample.iter().filter(|row| !numbers(row)).filter_map(|row| row.cells.get(at));
                let mut filled = cells.filter(|cell| !cell.text.is_blank()).peekable();
                filled.peek().is_some() && filled.all(|cell| is_tick(cell.text.as_str()))
            };
            self.lanes = self.lanes_behind(headings, ticked);
        }
        if let ([_, .., (last, _)], None, Some((time, _))) =
            (&self.lanes[..], self.requirements, self.durations.first())
            && last + 1 == *time
            && headings[*last].may_be_other()
            && holds(*last, is_prose)
        {
            self.requirements = Some(*last);
            self.lanes.pop();
        }
        self.find_names(headings, |at| holds(at, is_prose));
    }

    /// The column that names who acts, where only one may be that of an actor.
    fn find_names(&mut self, headings: &[Heading], holds_prose: impl Fn(usize) -> bool) {
        let ([(only, _)], None) = (&self.lanes[..], self.actor_names) else { return };
        // `Penanggung Jawab` stands before `Uraian Kegiatan`: what stands behind that names nobody.
        let names = headings.iter().position(|it| it.header == Some(Header::Actors));
        let names = names.filter(|at| self.activity.is_some_and(|activity| *at < activity) && holds_prose(*at));
        if let Some(names) = names.or_else(|| Some(*only).filter(|only| holds_prose(*only))) {
            self.actor_names = Some(names);
            self.lanes.clear();
        }
    }

    /// Named columns behind those of Mutu Baku that are ticked, two or more: the lanes of a header without `Pelaksana`.
    fn lanes_behind(&self, headings: &[Heading], is_ticked: impl Fn(usize) -> bool) -> Vec<(usize, Text)> {
        let quality =
            [self.requirements, self.outputs].into_iter().flatten().chain(self.durations.iter().map(|it| it.0));
        let Some(last) = quality.max().filter(|_| self.activity.is_some()) else { return Vec::new() };
        let is_name = |at: &usize| headings[*at].name.as_str().contains(char::is_alphabetic);
        let ends = |at: &usize| self.is_free(*at) && headings[*at].header.is_none() && is_name(at);
        let lanes: Vec<usize> = (last + 1..self.width.min(last + MOST_LANES)).take_while(ends).collect();
        let ticked = lanes.iter().filter(|at| is_ticked(**at)).count();
        if ticked < LEAST_TICKED {
            return Vec::new();
        }
        lanes.into_iter().map(|at| (at, headings[at].name.clone())).collect()
    }

    /// No role has this column.
    pub(super) fn is_free(&self, at: usize) -> bool {
        self.is_lane_or_free(at) && self.lane_at(at).is_none()
    }

    fn is_lane_or_free(&self, at: usize) -> bool {
        let single = [self.number, self.activity, self.actor_names, self.requirements, self.outputs, self.note];
        !single.contains(&Some(at)) && !self.durations.iter().any(|(it, _)| *it == at)
    }

    /// Where Waktu is known, its unnamed neighbours are Kelengkapan and Output. Where it is not, and `Mutu Baku` stands for
    /// its columns, they follow each other from there on.
    fn fill_silent_headers(&mut self, headings: &[Heading]) {
        let quality = headings.iter().position(|it| it.is_group && it.header == Some(Header::Quality));
        if let (Some(quality), None, None) = (quality, self.durations.first(), self.requirements) {
            self.requirements = Some(quality);
            self.durations.push((quality + 1, None));
            self.outputs = Some(quality + 2);
            self.note = self.note.map(|at| at.max(quality + 3));
        }
        let (Some(first), Some(last)) = (self.durations.first().map(|it| it.0), self.durations.last().map(|it| it.0))
        else {
            return;
        };
        let before = first.checked_sub(1).filter(|at| self.is_free(*at));
        let after = Some(last + 1).filter(|at| *at < self.width && self.is_free(*at));
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
        self.positions().filter(|at| *at > position).min().unwrap_or(self.width)
    }

    /// Every position that has a role.
    pub fn positions(&self) -> impl Iterator<Item = usize> {
        let single = [self.number, self.activity, self.actor_names, self.requirements, self.outputs, self.note];
        let lanes = self.lanes.iter().map(|(at, _)| *at);
        single.into_iter().flatten().chain(lanes).chain(self.durations.iter().map(|(at, _)| *at))
    }

    /// Waktu, or a part of it, stands in this column.
    pub fn times(&self, at: usize) -> bool {
        self.durations.iter().any(|(column, _)| *column == at)
    }

    /// The lane in this column.
    pub fn lane_at(&self, at: usize) -> Option<usize> {
        self.lanes.iter().position(|(column, _)| *column == at)
    }
}
