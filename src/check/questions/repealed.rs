//! Citations held against the table of repeals.

use super::{Moment, moment, names_regulation};
use crate::model::{Path, SectionKind, Sop};
use crate::source::Place;
use crate::vocabulary::repeals::{REPEALS, Repeal};

/// A cited regulation that the table knows as repealed.
#[derive(Debug, Clone)]
pub struct Cited {
    /// How the citation may be named in a sentence.
    pub name: String,
    /// `dasar_hukum/2`
    pub path: Path,
    /// Its position in Dasar Hukum, from 1.
    pub position: usize,
    /// Where it stands.
    pub place: Place,
    /// What the table says.
    pub repeal: &'static Repeal,
    /// How the repeal stands to the making of the SOP.
    pub standing: Standing,
    /// What the date of the SOP rests on.
    pub dated_by: Option<Path>,
}

/// How a repeal stands to the making of the SOP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Certainly repealed when the SOP was made.
    RepealedBefore,
    /// In force then, or not certainly repealed.
    RepealedSince,
    /// The SOP has no year.
    Undated,
}

/// The citations of the SOP that were repealed at any time.
pub fn repealed_citations(sop: &Sop) -> Vec<Cited> {
    let made = moment(sop);
    let mut found = Vec::new();
    for (at, cited) in sop.legal_basis.items().iter().enumerate() {
        let Some(regulation) = &cited.value.regulation else { continue };
        let is_of = |it: &&Repeal| names_regulation((it.kind, it.number, it.year, it.issuer), regulation);
        let Some(repeal) = REPEALS.iter().find(is_of) else { continue };
        let (year, month, day) = repeal.since;
        let since = Moment { year, month, day };
        let standing = match &made {
            None => Standing::Undated,
            Some((made, _)) if made.is_certainly_from(since) => Standing::RepealedBefore,
            Some(_) => Standing::RepealedSince,
        };
        found.push(Cited {
            name: cited.value.short_name().to_owned(),
            path: Path::section(SectionKind::LegalBasis).item(at + 1),
            position: at + 1,
            place: cited.place,
            repeal,
            standing,
            dated_by: made.as_ref().map(|(_, path)| path.clone()),
        });
    }
    found
}
