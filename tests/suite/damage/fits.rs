//! Where a fault can happen: what it needs of the identity block, of the table and of the medium.

use super::fault::Fault;
use super::form::{Form, TimeColumns};
use super::layout::{IdentityStyle, Layout, Medium};
use super::list::List;
use super::marks::Marks;
use Fault::*;

impl Fault {
    /// Those that few forms can suffer.
    pub const RARE: [Self; 7] =
        [ShiftedRows, ListNumbers, TightRows, SharedLine, SplitLabel, NumbersApart, WrappedItems];

    /// A document of that form can suffer it, and still say what it says.
    pub fn fits(self, form: &Form) -> bool {
        if form.layout == Layout::TableOnly && self.needs_front() {
            return false;
        }
        self.fits_front(form) && self.fits_table(form) && self.fits_medium(form)
    }

    /// What it needs of the identity block and the sections.
    fn fits_front(self, form: &Form) -> bool {
        let tabs = form.medium == Medium::Tabs;
        let cells = matches!(form.identity, IdentityStyle::Inline | IdentityStyle::Tab);
        let pairs = !matches!(form.identity, IdentityStyle::LabelsFirst | IdentityStyle::Apart) || !tabs;
        let columns = form.medium == Medium::Columns;
        let numbered = form.list == List::Numbered;
        match self {
            BlankRevision | BlankNumber | TitleFirst => pairs,
            SignatureLast => pairs && form.layout != Layout::Lamandau && form.layout != Layout::Several,
            ListNumbers => numbered,
            SharedLine | SplitLabel => tabs && cells,
            AddressLine => tabs && form.identity != IdentityStyle::AgencyBeside,
            NumbersApart => tabs && !form.side_by_side && numbered,
            WrappedItems => tabs && !form.side_by_side && form.list != List::Semicolon,
            TwoHeadings => tabs && !form.side_by_side && matches!(form.list, List::Numbered | List::Lettered),
            Interleaved => tabs && form.side_by_side && form.layout != Layout::Purwokerto,
            ItemNumberMiddle => columns && numbered,
            SignatureGap => columns,
            TallLabels => columns || form.medium == Medium::Copied,
            LabelInCell => form.side_by_side && (tabs || form.medium.is_markup() || form.medium == Medium::Sheet),
            CommaNames => form.medium != Medium::Copied && form.layout != Layout::ValuesLast,
            AgencyCell => tabs && cells || form.medium == Medium::Sheet || form.medium.is_html(),
            NumberColumn => numbered && form.side_by_side && (tabs || columns || form.medium == Medium::Sheet),
            LoneNumber => numbered,
            BrokenTitle => columns || form.medium.is_markup() || tabs && form.identity == IdentityStyle::Lines,
            BareSignatory => (tabs && cells) || form.medium == Medium::Sheet || form.medium.is_markup(),
            AcrossList => form.side_by_side && numbered && tabs && form.layout != Layout::Purwokerto,
            EmptySection => form.layout != Layout::ValuesLast,
            SignBullets => matches!(form.list, List::Bulleted(_)),
            RepeatedFront => {
                matches!(form.medium, Medium::Tabs | Medium::Columns) && pairs && form.layout != Layout::WayKanan
            }
            _ => true,
        }
    }

    /// What it needs of the table.
    fn fits_table(self, form: &Form) -> bool {
        let lost = matches!(form.marks, Marks::Lost);
        let lanes = form.marks != Marks::Names;
        let (tabs, columns) = (form.medium == Medium::Tabs, form.medium == Medium::Columns);
        let grouped = form.time != TimeColumns::Split;
        match self {
            HeaderLacksColumns => tabs && form.time == TimeColumns::One && form.note && !form.note_under_quality,
            ShiftedRows => tabs && lost && form.time == TimeColumns::One,
            NoGroupHeader => lanes && grouped,
            OddDurations => form.time == TimeColumns::One,
            OutputFirst => {
                form.time == TimeColumns::One && form.layout != Layout::Lamandau && form.medium != Medium::Copied
            }
            ContinuedRow | TotalRow | MissingNumber => !matches!(form.medium, Medium::Columns | Medium::Copied),
            TightRows | CentredHeads | OneBlank | NumberGlued => columns,
            PageGrids => columns || (tabs && grouped && form.layout != Layout::Lamandau),
            HeadAside => tabs && form.layout != Layout::Lamandau && (lost || !lanes) && grouped,
            HeadTwice => form.medium != Medium::Copied && form.medium != Medium::Pandoc,
            StackedLanes => lanes && (columns || tabs) && grouped,
            GroupSpelling => grouped && !form.note_under_quality && form.medium != Medium::Copied,
            NumberMiddle => columns || tabs,
            CutRow => (columns || tabs) && !matches!(form.layout, Layout::Lamandau),
            TableTwice => (tabs || columns) && form.layout != Layout::Several && form.layout != Layout::Lamandau,
            DurationNotes => form.note && form.medium != Medium::Copied,
            LooseWords => lost && form.medium != Medium::Copied,
            OtherTable => form.medium != Medium::Copied && form.layout != Layout::Several,
            Stages | Titled => {
                !columns
                    && form.medium != Medium::Copied
                    && !matches!(
                        form.layout,
                        Layout::Several
                            | Layout::Lamandau
                            | Layout::WayKanan
                            | Layout::Balangan
                            | Layout::ValuesLast
                            | Layout::TableOnly
                    )
            }
            ArrowRow => form.note && !lanes && !columns && form.medium != Medium::Copied,
            _ => true,
        }
    }

    /// What it needs of the medium.
    fn fits_medium(self, form: &Form) -> bool {
        let running = matches!(form.medium, Medium::Tabs | Medium::Columns | Medium::Copied);
        let pipes = matches!(form.medium, Medium::Markdown);
        match self {
            Windows1252 => matches!(form.marks, Marks::Lost | Marks::Words | Marks::OnlyStart | Marks::Names),
            Footers | PageBreak | TallFooters | RunningHead => running,
            BrokenWords => !form.medium.is_html(),
            BareTable | BrokenCells | EmptyHead => pipes,
            Escapes | FrontMatter => {
                matches!(form.medium, Medium::Markdown | Medium::Pandoc | Medium::Mixed) && !form.tabs_around
            }
            FlatHeads => (pipes || form.medium == Medium::Html) && form.time != TimeColumns::Split,
            SiteNoise => form.medium == Medium::Html,
            ByteOrderMark | Utf16 => form.medium != Medium::Word,
            _ => true,
        }
    }

    /// It is done to the identity block or the sections.
    fn needs_front(self) -> bool {
        matches!(
            self,
            LabelTypos
                | BlankRevision
                | YearlessDate
                | BlankNumber
                | ListNumbers
                | SectionOrder
                | TitleFirst
                | SignatureLast
                | SharedLine
                | SplitLabel
                | AddressLine
                | NumbersApart
                | WrappedItems
                | TwoHeadings
                | Interleaved
                | ItemNumberMiddle
                | LabelInCell
                | AgencyCell
                | BareSignatory
                | AcrossList
                | CommaNames
                | NumberColumn
                | LoneNumber
                | BrokenTitle
                | SignatureGap
                | TallLabels
                | EmptySection
                | SignBullets
                | RepeatedFront
                | Titled
        )
    }
}
