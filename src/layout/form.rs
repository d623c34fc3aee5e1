//! The office's own form: what it words, orders and frames otherwise than the guideline does.

use crate::model::ColumnRole;
use crate::vocabulary::form_words::QUALITY;
use std::collections::BTreeMap;

/// How an office has its form; as the guideline draws it by default.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    /// What stands over columns that the office calls otherwise.
    pub headings: BTreeMap<ColumnRole, String>,
    /// What stands over Kelengkapan, Waktu and Output, where it is not Mutu Baku.
    pub quality: Option<String>,
    /// The columns right of the actors, left to right; Keterangan is the first or the last of them.
    pub order: [ColumnRole; 4],
    /// A row of numbers under the header: 1, 2, 3, … through all columns.
    pub numbered: bool,
    /// Nama SOP stands bold in the identity block.
    pub bold_title: bool,
    /// Nama SOP stands bold over the table, on every page of it.
    pub title_over_table: bool,
    /// Width of the line around table and identity block, in hundredths of a point; none for a line like those inside.
    pub frame: Option<i32>,
    /// A framed place for an electronic signature where the form is signed.
    pub seal: bool,
    /// What stands left and right at the foot; none for name, number and page. [`FOOT_PLACES`](crate::vocabulary::form_words::FOOT_PLACES) are filled in.
    pub foot: Option<[String; 2]>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            headings: BTreeMap::new(),
            quality: None,
            order: [ColumnRole::Requirements, ColumnRole::Duration, ColumnRole::Outputs, ColumnRole::Note],
            numbered: false,
            bold_title: false,
            title_over_table: false,
            frame: None,
            seal: false,
            foot: None,
        }
    }
}

impl Form {
    /// What stands over a column.
    pub fn heading(&self, role: ColumnRole) -> &str {
        self.headings.get(&role).map_or_else(|| role.heading(), String::as_str)
    }

    /// What stands over Kelengkapan, Waktu and Output.
    pub fn quality(&self) -> &str {
        self.quality.as_deref().unwrap_or(QUALITY)
    }
}
