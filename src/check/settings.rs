//! What an office decides about checking: facts of its own that rules ask for.

use super::Rule;
use crate::diagnostic::Severity;
use crate::model::{Date, WorkingTime};
use std::collections::BTreeMap;

/// The settings under which rules look at an SOP; the default is the form of PermenPANRB 35/2012 and no clock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Length of a working day, week and month.
    pub working_time: WorkingTime,
    /// The day that counts as today. Rules that compare with it are silent without it, so that the same file always gives
    /// the same findings.
    pub today: Option<Date>,
    /// Severities that differ from the rules' own, by code.
    pub severities: BTreeMap<&'static str, Severity>,
    /// The office's own names.
    pub offices: OfficeNames,
}

impl Settings {
    /// How grave a finding of that rule is.
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.severities.get(rule.code).copied().unwrap_or(rule.severity)
    }
}

/// Kamus jabatan: local spellings of offices, each with the name of the office. A spelling that is listed is known, and two
/// spellings of one name are one office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficeNames(BTreeMap<String, String>);

impl OfficeNames {
    /// The name of the office that is spelt so, case and punctuation aside.
    pub fn find(&self, spelling: &str) -> Option<&str> {
        // Most offices have no dictionary.
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&folded(spelling)).map(String::as_str)
    }

    /// The name of the office, or the spelling itself where it is not listed.
    pub fn name<'a>(&'a self, spelling: &'a str) -> &'a str {
        self.find(spelling).unwrap_or(spelling)
    }
}

impl FromIterator<(String, String)> for OfficeNames {
    /// From spellings and names. A name is a spelling of itself.
    fn from_iter<T: IntoIterator<Item = (String, String)>>(pairs: T) -> Self {
        let mut names = BTreeMap::new();
        for (spelling, name) in pairs {
            names.entry(folded(&name)).or_insert_with(|| name.clone());
            names.insert(folded(&spelling), name);
        }
        Self(names)
    }
}

fn folded(spelling: &str) -> String {
    let words = spelling.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_found_by_its_spellings_and_its_name() {
        let names: OfficeNames = [("Kasi Yan".to_owned(), "Kepala Seksi Pelayanan".to_owned())].into_iter().collect();
        assert_eq!(names.find("KASI  yan."), Some("Kepala Seksi Pelayanan"));
        assert_eq!(names.name("(kepala seksi pelayanan)"), "Kepala Seksi Pelayanan");
        assert_eq!(names.find("Kasi"), None);
        assert_eq!(OfficeNames::default().find("Kasi Yan"), None);
    }
}
