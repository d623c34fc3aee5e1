//! What goes wrong with documents: the names of the faults, where each can happen, and which of them cannot happen together.

use super::form::{Form, IdentityStyle, Layout, List, Marks, Medium, TimeColumns};

/// Names the faults once, for the type and for the list of all.
macro_rules! faults {
    ($($(#[$of:meta])* $name:ident),* $(,)?) => {
        /// One kind of damage.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Fault {
            $($(#[$of])* $name),*
        }

        impl Fault {
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

faults! {
    LabelTypos,
    HeaderTypos,
    BrokenWords,
    NoBreakSpaces,
    SoftHyphens,
    ZeroWidth,
    CarriageReturns,
    ByteOrderMark,
    Utf16,
    Windows1252,
    NoGroupHeader,
    HeaderLacksColumns,
    ColumnNumbers,
    ShiftedRows,
    Footers,
    TotalRow,
    TextAfter,
    ContinuedRow,
    NumberNoise,
    MissingNumber,
    NumberGap,
    BlankRevision,
    YearlessDate,
    BlankNumber,
    OddDurations,
    ListNumbers,
    SectionOrder,
    TitleFirst,
    SignatureLast,
    PageBreak,
    TightRows,
    /// The three dates on one line.
    SharedLine,
    /// A label split around its value.
    SplitLabel,
    /// Street and telephone under the agency.
    AddressLine,
    /// List numbers on lines of their own.
    NumbersApart,
    /// Items of a list broken over lines.
    WrappedItems,
    /// Every page on a grid of its own.
    PageGrids,
    /// Headers centred over cells that stand at the left.
    CentredHeads,
    /// The header printed twice, one below the other.
    HeadTwice,
    /// Names of lanes over three to six lines.
    StackedLanes,
    /// `Mutu Baku:`, `Mutu Baku Waktu`.
    GroupSpelling,
    /// Unknown words beside the known ones of a header.
    ExtraWords,
    /// Output before Waktu.
    OutputFirst,
    /// The number of a row beside the middle of its cells.
    NumberMiddle,
    /// Neighbouring columns with one blank between them where a cell is full.
    OneBlank,
    /// `1. Teks`: one blank between number and activity.
    NumberGlued,
    /// The column of numbers has no name.
    NumberHeadless,
    /// The header has empty cells where the rows have none.
    HeadAside,
    /// The table printed twice.
    TableTwice,
    /// Durations under Keterangan.
    DurationNotes,
    /// Names of papers with commas and `dan` in them.
    CommaNames,
    /// `Ya` and `Tidak` alone in lanes.
    LooseWords,
    /// An arrow with `Ya` in a row of its own below a decision.
    ArrowRow,
    /// A register or a table of classes after the procedure.
    OtherTable,
    /// A table for each stage, whose numbers start again.
    Stages,
    /// Several procedures, each with a title, under one identity.
    Titled,
    /// Words of headings at the end of an activity.
    FormWords,
    /// Two headings, then both contents.
    TwoHeadings,
    /// Two sections line by line, one blank between them.
    Interleaved,
    /// The number of an item beside its middle line.
    ItemNumberMiddle,
    /// Label and list in one cell.
    LabelInCell,
    /// Agency and unit in one cell.
    AgencyCell,
    /// Office and bare name of the signatory in one cell.
    BareSignatory,
    /// A list in two columns read across.
    AcrossList,
    /// List numbers in a column of their own.
    NumberColumn,
    /// A list of one item that has a number.
    LoneNumber,
    /// The title over two lines.
    BrokenTitle,
    /// Labels over two lines, the value beside their middle.
    TallLabels,
    /// A heading with nothing below it.
    EmptySection,
    /// Bullets that were letters of a font of signs.
    SignBullets,
    /// Footers of two lines.
    TallFooters,
    RunningHead,
    /// The first page printed twice.
    RepeatedFront,
    /// A pipe table without outer pipes.
    BareTable,
    /// Signs escaped as pandoc does.
    Escapes,
    FrontMatter,
    /// Cells of a pipe table that run on over lines.
    BrokenCells,
    /// `Pelaksana.Staf`, `Mutu Baku Waktu`: one header row made of two.
    FlatHeads,
    /// An empty header row above the true ones.
    EmptyHead,
    /// Title, cards and links of a web site round the SOP.
    SiteNoise,
}

use Fault::*;

/// Those that cannot be told apart, or undo each other, in one document.
const CLASHES: &[(Fault, &[Fault])] = &[
    (MissingNumber, &[ContinuedRow, NumberGap, TightRows, NumberMiddle, NumberGlued, Stages, Titled]),
    (Utf16, &[Windows1252, ByteOrderMark]),
    (Windows1252, &[ZeroWidth, SignBullets, ByteOrderMark]),
    (HeaderLacksColumns, &[OutputFirst, GroupSpelling, HeadAside, PageGrids, HeadTwice, NoGroupHeader, StackedLanes]),
    (ShiftedRows, &[HeadAside, PageGrids, LooseWords, OutputFirst, NumberMiddle, ContinuedRow, StackedLanes]),
    (
        HeadAside,
        &[PageGrids, ColumnNumbers, HeadTwice, StackedLanes, ContinuedRow, GroupSpelling, NumberMiddle, TotalRow],
    ),
    (PageGrids, &[DurationNotes, OutputFirst, ContinuedRow, StackedLanes, NumberMiddle, TotalRow]),
    (NumberMiddle, &[ContinuedRow, TightRows, TableTwice, NumberGlued]),
    (StackedLanes, &[NoGroupHeader, FlatHeads, TableTwice]),
    (NoGroupHeader, &[GroupSpelling, FlatHeads, EmptyHead]),
    (FlatHeads, &[GroupSpelling, HeadTwice, EmptyHead, NumberHeadless]),
    (EmptyHead, &[HeadTwice, BareTable]),
    (TableTwice, &[Stages, Titled, TotalRow, ContinuedRow, OtherTable]),
    (Stages, &[Titled, TotalRow, ContinuedRow, NumberGap, PageBreak, PageGrids, TableTwice]),
    (Titled, &[TotalRow, ContinuedRow, NumberGap, PageBreak, PageGrids, OtherTable, SignatureLast, TextAfter]),
    (TwoHeadings, &[Interleaved, NumbersApart, WrappedItems, SectionOrder, AcrossList]),
    (Interleaved, &[NumbersApart, WrappedItems, SectionOrder, ListNumbers, EmptySection, AcrossList, SignBullets]),
    (BareSignatory, &[SignatureLast, TitleFirst]),
    (SharedLine, &[SplitLabel, AgencyCell]),
    (SplitLabel, &[AgencyCell]),
    (AcrossList, &[ListNumbers, SectionOrder, NumberColumn, LabelInCell]),
    (NumberColumn, &[ListNumbers, Interleaved, LabelInCell, ItemNumberMiddle]),
    (LabelInCell, &[Interleaved, EmptySection]),
    (LoneNumber, &[TwoHeadings, NumberColumn]),
    (BareTable, &[ArrowRow]),
    (CommaNames, &[Titled]),
    (ArrowRow, &[ContinuedRow, NumberMiddle]),
    (LooseWords, &[MissingNumber]),
    (TallFooters, &[Footers]),
    (BrokenCells, &[BareTable, ContinuedRow]),
    // Without outer pipes an empty first cell cannot be seen.
    (BareTable, &[MissingNumber, ContinuedRow, NumberHeadless, TotalRow, FlatHeads, GroupSpelling, LabelInCell]),
    (RepeatedFront, &[SignatureLast, FrontMatter, SiteNoise]),
    (NumberGlued, &[NumberNoise, TightRows]),
    (ItemNumberMiddle, &[ListNumbers]),
    (OneBlank, &[TightRows]),
];

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

    /// Both can be in one document.
    pub fn goes_with(self, other: Self) -> bool {
        let clash = |one: Self, other: Self| CLASHES.iter().any(|(it, others)| *it == one && others.contains(&other));
        !clash(self, other) && !clash(other, self)
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
            ArrowRow => !lanes && !columns && form.medium != Medium::Copied,
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
            Escapes => matches!(form.medium, Medium::Markdown | Medium::Pandoc | Medium::Mixed),
            FrontMatter => matches!(form.medium, Medium::Markdown | Medium::Pandoc | Medium::Mixed),
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
                | TallLabels
                | EmptySection
                | SignBullets
                | RepeatedFront
                | Titled
        )
    }
}
