//! Which columns of long lines are shown.

/// How much is kept free on either side of what is marked.
const BESIDE: usize = 6;

/// An indentation of more columns is cut.
const LONG_BLANK: usize = 20;

/// How much of it is left.
const KEPT_BLANK: usize = 4;

/// Columns of what is to be shown, counted from the beginning of the lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Blanks that all lines begin with.
    pub blank: usize,
    /// Where the first mark begins.
    pub start: usize,
    /// Where the last mark ends.
    pub end: usize,
    /// Where the label behind a mark ends.
    pub label_end: usize,
    /// The longest line.
    pub line: usize,
}

/// The columns that are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    left: usize,
    right: usize,
    room: usize,
}

impl Margin {
    /// What is shown in so much room: the whole line where it fits, else the marks with their labels, else the marks.
    pub fn of(extent: Extent, room: usize) -> Self {
        let blank = extent.blank.min(extent.start).saturating_sub(BESIDE);
        let start = extent.start.saturating_sub(BESIDE);
        let (end, label_end) = (extent.end + BESIDE, extent.label_end + BESIDE);
        let left = if blank > LONG_BLANK { blank - (LONG_BLANK - KEPT_BLANK) } else { 0 };
        let right = extent.line.max(left);
        let from = |left: usize| Self { left, right: left + room, room };
        if right - left <= room {
            return Self { left, right, room };
        }
        if label_end.saturating_sub(blank) <= room && label_end >= blank {
            from(blank)
        } else if label_end - start <= room {
            from(start.saturating_sub((room - (label_end - start)) / 2))
        } else if end - start <= room {
            from(start.saturating_sub((room - (end - start)) / 5 * 2))
        } else {
            Self { left: start, right: end, room }
        }
    }

    /// Lines are cut at their beginning.
    pub fn cuts_left(self) -> bool {
        self.left > 0
    }

    /// The first column shown of a line of that width.
    pub fn left(self, line: usize) -> usize {
        self.left.min(line)
    }

    /// The column behind the last one shown of a line of that width.
    pub fn right(self, line: usize) -> usize {
        if line.saturating_sub(self.left) <= self.room { line } else { self.right.min(line) }
    }
}
