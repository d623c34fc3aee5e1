//! What goes wrong with documents: the names of the faults, where each can happen, and those that change what is said.

use super::form::{Form, IdentityStyle, Layout, List, Marks, Medium, TimeColumns};
use super::plan::{Day, Plan};
use super::random::Random;

/// One kind of damage.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
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
}

impl Fault {
    pub const ALL: [Self; 36] = [
        Self::LabelTypos,
        Self::HeaderTypos,
        Self::BrokenWords,
        Self::NoBreakSpaces,
        Self::SoftHyphens,
        Self::ZeroWidth,
        Self::CarriageReturns,
        Self::ByteOrderMark,
        Self::Utf16,
        Self::Windows1252,
        Self::NoGroupHeader,
        Self::HeaderLacksColumns,
        Self::ColumnNumbers,
        Self::ShiftedRows,
        Self::Footers,
        Self::TotalRow,
        Self::TextAfter,
        Self::ContinuedRow,
        Self::NumberNoise,
        Self::MissingNumber,
        Self::NumberGap,
        Self::BlankRevision,
        Self::YearlessDate,
        Self::BlankNumber,
        Self::OddDurations,
        Self::ListNumbers,
        Self::SectionOrder,
        Self::TitleFirst,
        Self::SignatureLast,
        Self::PageBreak,
        Self::TightRows,
        Self::SharedLine,
        Self::SplitLabel,
        Self::AddressLine,
        Self::NumbersApart,
        Self::WrappedItems,
    ];

    /// Those that few forms can suffer.
    pub const RARE: [Self; 7] = [
        Self::ShiftedRows,
        Self::ListNumbers,
        Self::TightRows,
        Self::SharedLine,
        Self::SplitLabel,
        Self::NumbersApart,
        Self::WrappedItems,
    ];

    /// A document of that form can suffer it, and still say what it says.
    pub fn fits(self, form: &Form) -> bool {
        let lost = matches!(form.marks, Marks::Lost);
        let tabs = form.medium == Medium::Tabs;
        let pairs = !matches!(form.identity, IdentityStyle::LabelsFirst | IdentityStyle::Apart) || !tabs;
        if form.layout == Layout::TableOnly && self.needs_front() {
            return false;
        }
        match self {
            Self::Windows1252 => matches!(form.marks, Marks::Lost | Marks::Words | Marks::OnlyStart | Marks::Names),
            Self::HeaderLacksColumns => tabs && form.time == TimeColumns::One && form.note && !form.note_under_quality,
            Self::ShiftedRows => tabs && lost && form.time == TimeColumns::One,
            Self::NoGroupHeader => form.marks != Marks::Names && form.time != TimeColumns::Split,
            Self::BlankRevision | Self::BlankNumber | Self::TitleFirst => pairs,
            Self::SignatureLast => pairs && form.layout != Layout::Lamandau && form.layout != Layout::Several,
            Self::ListNumbers => matches!(form.list, List::Numbered),
            Self::OddDurations => form.time == TimeColumns::One,
            Self::Footers | Self::PageBreak => matches!(form.medium, Medium::Tabs | Medium::Columns),
            Self::ContinuedRow | Self::TotalRow | Self::MissingNumber => form.medium != Medium::Columns,
            Self::TightRows => form.medium == Medium::Columns,
            Self::SharedLine | Self::SplitLabel => {
                tabs && matches!(form.identity, IdentityStyle::Inline | IdentityStyle::Tab)
            }
            Self::AddressLine => tabs && form.identity != IdentityStyle::AgencyBeside,
            Self::NumbersApart => tabs && !form.side_by_side && form.list == List::Numbered,
            Self::WrappedItems => tabs && !form.side_by_side && form.list != List::Semicolon,
            Self::BrokenWords => form.medium != Medium::Html,
            _ => true,
        }
    }

    /// It is done to the identity block or the sections.
    fn needs_front(self) -> bool {
        matches!(
            self,
            Self::LabelTypos
                | Self::BlankRevision
                | Self::YearlessDate
                | Self::BlankNumber
                | Self::ListNumbers
                | Self::SectionOrder
                | Self::TitleFirst
                | Self::SignatureLast
                | Self::SharedLine
                | Self::SplitLabel
                | Self::AddressLine
                | Self::NumbersApart
                | Self::WrappedItems
        )
    }

    /// The faults that lie in what the document says, not in how it is written down.
    pub fn change(form: &Form, plan: &mut Plan, random: &mut Random) {
        if form.has(Self::BlankRevision) {
            plan.revised = Day { written: String::new(), gold: None };
        }
        if form.has(Self::YearlessDate) {
            let written =
                format!("{} {}", random.between(1, 28), random.pick(&["NOVEMBER", "Juli", "MARET", "Desember"]));
            plan.created = Day { written: written.clone(), gold: Some(written) };
        }
        if form.has(Self::BlankNumber) {
            let year = random.between(2015, 2024);
            plan.number = match random.between(0, 2) {
                0 => format!("/SOP/SEKR/{year}"),
                1 => format!("830/ /IV.16-WK/{year}"),
                _ => format!("503/      /UMUM/{year}"),
            };
        }
        if form.has(Self::NumberGap) {
            let from = plan.steps.len() / 2;
            plan.steps[from..].iter_mut().for_each(|step| step.number += 1);
        }
    }
}
