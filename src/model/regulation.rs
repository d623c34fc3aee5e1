//! Dasar hukum: a citation as written, and the regulation it names as far as it was understood.

use std::fmt;

/// One entry of Dasar Hukum: its text, never changed, and what it cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// As written, list number removed.
    pub text: String,
    /// What it cites; `None` where no kind of regulation could be made out.
    pub regulation: Option<Regulation>,
}

impl Citation {
    /// The citation up to its subject, to name it by in a sentence.
    pub fn short_name(&self) -> &str {
        let about = self.regulation.as_ref().and_then(|it| it.about.as_deref());
        let end = about.and_then(|about| self.text.find(about)).unwrap_or(self.text.len());
        let head = self.text[..end].trim_end();
        let Some((before, word)) = head.rsplit_once(char::is_whitespace) else { return head };
        if end < self.text.len() && (word.eq_ignore_ascii_case("tentang") || word.eq_ignore_ascii_case("ttg")) {
            return before.trim_end();
        }
        head
    }
}

/// A regulation by kind, number, year and subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulation {
    /// Jenis: undang-undang, peraturan pemerintah, ...
    pub kind: RegulationKind,
    /// Nomor, as written (`23`, `PER/21/M.PAN/11/2008`).
    pub number: Option<String>,
    /// Tahun.
    pub year: Option<u16>,
    /// Tentang: the subject, without the word `tentang`.
    pub about: Option<String>,
    /// The word `tentang` stands in the citation.
    pub has_about_word: bool,
    /// Issuing ministry or region, normalised to lower case (`dalam negeri`, `panrb`, `bupati`, `kabupaten banyumas`).
    pub issuer: Option<String>,
}

/// Kinds of regulation, in the order of the hierarchy of UU 12/2011 Pasal 7 and 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegulationKind {
    /// Undang-Undang Dasar 1945.
    Constitution,
    /// Ketetapan MPR.
    AssemblyDecree,
    /// Undang-Undang, Perpu.
    Law,
    /// Peraturan Pemerintah.
    GovernmentRegulation,
    /// Peraturan Presiden.
    PresidentialRegulation,
    /// Keputusan Presiden.
    PresidentialDecree,
    /// Instruksi Presiden.
    PresidentialInstruction,
    /// Peraturan Menteri, of whichever ministry.
    MinisterialRegulation,
    /// Keputusan Menteri.
    MinisterialDecree,
    /// Peraturan Lembaga, Badan or Kepala Badan.
    AgencyRegulation,
    /// Keputusan or surat edaran of a lembaga or badan.
    AgencyDecree,
    /// Peraturan Daerah.
    RegionalRegulation,
    /// Peraturan Gubernur, Bupati, Wali Kota.
    RegionalHeadRegulation,
    /// Keputusan Gubernur, Bupati, Wali Kota.
    RegionalHeadDecree,
    /// Surat edaran.
    Circular,
    /// Another named kind, such as a decision of a rector.
    Other,
}

impl fmt::Display for Citation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}
