//! How a value is known, as the page shows it: a colour, a sign and words, for colours alone are not seen by everybody.

use super::desk::Desk;
use crate::diagnostic::Language;
use crate::model::{How, Review};
use crate::report::escaping::Xml;

/// How a value came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shade {
    /// It stands in the document as it is.
    Read,
    /// Taken from another place or spelling.
    Repaired,
    /// A clue led to it.
    Inferred,
    /// It stands there and was not understood.
    Unreadable,
}

impl Shade {
    /// All, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Read, Self::Repaired, Self::Inferred, Self::Unreadable];

    /// The class by which the style knows it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Read => "terbaca",
            Self::Repaired => "diperbaiki",
            Self::Inferred => "disimpulkan",
            Self::Unreadable => "tak-terbaca",
        }
    }

    /// One word for it.
    pub fn word(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::Read => ("terbaca", "read"),
            Self::Repaired => ("diperbaiki", "repaired"),
            Self::Inferred => ("disimpulkan", "inferred"),
            Self::Unreadable => ("tidak terbaca", "unreadable"),
        };
        if language == Language::English { en } else { id }
    }

    /// What it means, for the legend.
    pub fn meaning(self, language: Language) -> &'static str {
        let (id, en) = match self {
            Self::Read => ("tertulis demikian di dokumen", "stands so in the document"),
            Self::Repaired => {
                ("diambil dari tempat atau ejaan lain; cocokkan", "taken from another place or spelling; compare")
            }
            Self::Inferred => {
                ("dugaan dari petunjuk, bukan bacaan; pastikan", "a guess from a clue, no reading; make sure")
            }
            Self::Unreadable => {
                ("ada di dokumen, tetapi tidak dipahami; isi sendiri", "stands there, not understood; fill it in")
            }
        };
        if language == Language::English { en } else { id }
    }

    /// The text in its shade; what is not simply read also says so in words, with the reason at hand.
    pub fn wrap(self, desk: &Desk<'_>, path: &str, html: &str) -> String {
        if self == Self::Read {
            return html.to_owned();
        }
        let language = desk.report.language;
        let word = self.word(language);
        let why = desk.review(path).map_or_else(String::new, |it| told(it, language));
        let title = if why.is_empty() { word.to_owned() } else { format!("{word}: {why}") };
        let class = self.class();
        format!("<span class=\"s {class}\" title=\"{}\">{html}<span class=\"vh\"> ({word})</span></span>", Xml(&title))
    }
}

impl From<How> for Shade {
    fn from(how: How) -> Self {
        match how {
            How::Repaired => Self::Repaired,
            How::Inferred => Self::Inferred,
            How::Unreadable => Self::Unreadable,
        }
    }
}

/// The reason of an entry, with how certain it is and the line it stands in.
pub(super) fn told(it: &Review, language: Language) -> String {
    let english = language == Language::English;
    let certain = it.confidence.map(|it| {
        let share = (it.share() * 100.0).round();
        if english { format!("{share} % certain") } else { format!("keyakinan {share} %") }
    });
    let line = it.line.map(|line| format!("{} {line}", if english { "line" } else { "baris" }));
    let parts = it.reason.iter().cloned().chain(certain).chain(line).chain(it.spot.clone());
    let parts: Vec<String> = parts.collect();
    parts.join("; ")
}
