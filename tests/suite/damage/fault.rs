//! What goes wrong with documents: the names of the faults, and which of them cannot happen together.

use Fault::*;

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
    /// A row that goes on at the next page.
    CutRow,
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
    /// Empty lines for the signature between office and name.
    SignatureGap,
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

/// Those that cannot be told apart, or undo each other, in one document.
const CLASHES: &[(Fault, &[Fault])] = &[
    (MissingNumber, &[ContinuedRow, NumberGap, TightRows, NumberMiddle, NumberGlued, Stages, Titled]),
    (Utf16, &[Windows1252, ByteOrderMark]),
    (Windows1252, &[ZeroWidth, SignBullets, ByteOrderMark, ArrowRow, SiteNoise]),
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
    (
        CutRow,
        &[PageGrids, NumberMiddle, TightRows, ContinuedRow, Stages, Titled, HeadAside, ShiftedRows, MissingNumber],
    ),
    (SignatureGap, &[SignatureLast]),
];

impl Fault {
    /// Both can be in one document.
    pub fn goes_with(self, other: Self) -> bool {
        let clash = |one: Self, other: Self| CLASHES.iter().any(|(it, others)| *it == one && others.contains(&other));
        !clash(self, other) && !clash(other, self)
    }
}
