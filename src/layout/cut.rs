//! Rows → pages: as few as they have been planned to take, evenly filled; or one page after the other, as full as it gets.

use super::PT;
use super::band::{Band, sketch};
use super::chart::Chart;
use super::draw::Page;
use super::geometry::{least_row_height, row_height};
use super::legend;
use super::route::Routing;
use super::sheets::Sheet;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What the pentagons of arrows take as a rule that go on over the lower edge of a page, and that come in at the upper one.
const BREAK: [i32; 2] = [21 * PT, 11 * PT];
/// Rows that the last page should have at least.
const LAST: usize = 3;

/// Letters of a size, and the pages that the table should take in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pace {
    pub size: i32,
    /// Symbols are a little lower than usual.
    pub low: bool,
    pub pages: usize,
}

/// About how many pages of that room rows of these heights take, and how high the last one is filled.
pub(super) fn pages_for(needs: &[i32], room: i32) -> (usize, i32) {
    let mut rest: i64 = needs.iter().map(|need| i64::from(*need)).sum();
    let (mut pages, mut filled) = (1, 0);
    for need in needs.iter().map(|need| (*need).max(1)) {
        let is_end = i64::from(filled) + rest <= i64::from(room);
        if filled > 0 && !is_end && filled + need > room - BREAK[0] {
            pages += 1;
            filled = BREAK[1];
        }
        // A row higher than a page goes on over the next.
        let over = (filled + need - 1) / room.max(1);
        pages += over as usize;
        filled += need - over * room;
        rest -= i64::from(need);
    }
    (pages, filled)
}

/// Cuts the rows of one SOP, and looks for the ways of its arrows at most once for the same rows.
#[derive(Default)]
pub(super) struct Cutter {
    routed: BTreeMap<(usize, usize), Routing>,
}

/// The flow, and the rows of its table.
#[derive(Clone, Copy)]
pub(super) struct Cloth<'a> {
    pub chart: &'a Chart,
    pub bands: &'a [Band],
    /// What a page of it looks like without them.
    pub blank: &'a Page,
    /// Height that a page has for rows.
    pub room: i32,
    /// Symbols are a little lower than usual.
    pub low: bool,
}

impl Cutter {
    /// How high the symbols of rows are on the pages tried so far, by row; pentagons at the edges of a page left out, for
    /// other pages have their edges elsewhere.
    pub fn learned(&self, low: bool) -> impl Iterator<Item = (usize, i32)> {
        let rows = move |routing: &Routing| {
            let routing = &Routing { low, ..routing.clone() };
            let rows: BTreeSet<usize> = routing.levels.iter().map(|(row, _)| *row).collect();
            let inner = rows.iter().skip(1).take(rows.len().saturating_sub(2));
            inner.map(|row| (*row, row_height(routing, *row))).collect::<Vec<_>>()
        };
        self.routed.values().flat_map(rows)
    }

    /// That many pages, all about as full; none where the rows need more.
    pub fn even(&mut self, cloth: Cloth, pages: usize) -> Option<Vec<Sheet>> {
        let Cloth { bands, room, .. } = cloth;
        let height = |bands: &[Band]| bands.iter().map(|band| i64::from(band.usual)).sum::<i64>();
        let mut sheets = Vec::new();
        let (mut start, mut to_come) = (0, height(bands));
        for left in (1..=pages).rev() {
            let rest = i32::try_from(to_come).unwrap_or(i32::MAX);
            let breaks = (left as i32 - 1).saturating_mul(BREAK[0] + BREAK[1]);
            if rest.saturating_add(breaks) > room.saturating_mul(left as i32) {
                return None;
            }
            let sheet = self.longest(cloth, start..even_end(bands, start, rest / left as i32, left))?;
            to_come -= height(&bands[start..sheet.bands.end]);
            start = sheet.bands.end;
            sheets.push(sheet);
            if start == bands.len() {
                return Some(sheets);
            }
        }
        None
    }

    /// A page of as many of these bands as it holds, tried from the longest; none where it does not even hold one.
    fn longest(&mut self, cloth: Cloth, mut range: Range<usize>) -> Option<Sheet> {
        while !range.is_empty() {
            match self.sheet(cloth, range.clone(), cloth.room) {
                Ok(sheet) => return Some(sheet),
                Err(height) => {
                    let mut over = height - cloth.room;
                    while over > 0 && !range.is_empty() {
                        range.end -= 1;
                        over -= cloth.bands[range.end].usual;
                    }
                }
            }
        }
        None
    }

    /// Fills page after page with as many bands as it holds; at least one page.
    pub fn full(&mut self, cloth: Cloth) -> Vec<Sheet> {
        let Cloth { bands, room, .. } = cloth;
        let mut sheets = Vec::new();
        let mut start = 0;
        while start < bands.len() || sheets.is_empty() {
            let mut end = start + guess(&bands[start..], room);
            let sheet = loop {
                let most = if end > start + 1 { room } else { i32::MAX };
                match self.sheet(cloth, start..end, most) {
                    Ok(sheet) => break sheet,
                    // What is much too high does not fit with one row less either.
                    Err(height) if height / 2 > room => end -= ((end - start) / 4).max(1),
                    Err(_) => end -= 1,
                }
            };
            start = end;
            sheets.push(sheet);
        }
        self.fill_last(cloth, &mut sheets);
        sheets
    }

    /// Moves rows over to a last page that would hold hardly any, where both pages hold what they then have to.
    fn fill_last(&mut self, cloth: Cloth, sheets: &mut [Sheet]) {
        let Cloth { bands, room, .. } = cloth;
        let [.., before, last] = sheets else { return };
        let whole = |range: &Range<usize>| bands[range.clone()].windows(2).all(|pair| pair[0].row != pair[1].row);
        let (start, end) = (before.bands.start, last.bands.end);
        if last.bands.len() >= LAST || end - start < 2 * LAST || !whole(&(start..end)) {
            return;
        }
        let pair = [start..end - LAST, end - LAST..end].map(|range| self.sheet(cloth, range, room));
        if let [Ok(first), Ok(second)] = pair {
            (*before, *last) = (first, second);
        }
    }

    /// A page of these bands; where they are higher than `most` so high, at least.
    pub fn sheet(&mut self, cloth: Cloth, range: Range<usize>, most: i32) -> Result<Sheet, i32> {
        let own = &cloth.bands[range.clone()];
        let levels = match own {
            [] => 0..0,
            [first, .., last] => first.levels.start..last.levels.end,
            [only] => only.levels.clone(),
        };
        let heights = |routing: &Routing, row_height: fn(&Routing, usize) -> i32| -> Vec<i32> {
            own.iter().map(|band| band.heads.height() + band.text_height.max(row_height(routing, band.row))).collect()
        };
        let legend = own.iter().map(|band| band.legend).fold(0, i32::saturating_add);
        let legend = legend::height(legend, cloth.blank);
        let fit = |heights: &[i32]| match heights.iter().copied().fold(legend, i32::saturating_add) {
            height if height > most => Err(height),
            _ => Ok(()),
        };
        let routing = match self.routed.entry((levels.start, levels.end)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                // Most bands that do not fit are known not to before ways are looked for, which takes the time.
                let sketch = Routing { low: cloth.low, ..sketch(cloth.chart, &cloth.chart.levels[levels]) };
                fit(&heights(&sketch, least_row_height))?;
                place.insert(sketch.with_ways(cloth.chart.columns))
            }
        };
        let routing = Routing { low: cloth.low, ..routing.clone() };
        let heights = heights(&routing, row_height);
        fit(&heights).map(|()| Sheet { bands: range, routing, heights, legend })
    }
}

/// Where a page ends that takes its even share of what is left for so many pages.
fn even_end(bands: &[Band], start: usize, share: i32, left: usize) -> usize {
    if left <= 1 {
        return bands.len();
    }
    let (mut end, mut height) = (start, 0);
    while let Some(band) = bands.get(end) {
        // The row that reaches over the share stays where more than half of it is within.
        if end > start && height + band.usual / 2 > share {
            break;
        }
        height += band.usual;
        end += 1;
    }
    end
}

/// How many bands a page can hold at most; one at least, where there is one.
fn guess(bands: &[Band], room: i32) -> usize {
    let mut height = 0;
    let fits = |band: &&Band| {
        height += band.usual;
        height <= room
    };
    bands.iter().take_while(fits).count().max(1).min(bands.len())
}
