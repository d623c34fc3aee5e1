//! Pelaksana: the office holders, one column each.

use super::Sourced;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// The short name by which steps refer to an actor, unique in its SOP: letters, digits and `_`, never a bare number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActorId(pub String);

/// Words of a name that go into an id.
const MOST_WORDS: usize = 4;

/// Letters that go into an id, before a suffix that makes it unique.
const MOST_LETTERS: usize = 40;

/// Words that an id does not end with.
const CONNECTORS: [&str; 8] = ["dan", "atau", "di", "ke", "dari", "pada", "untuk", "selaku"];

/// What an id is built on where the name alone gives none.
const FALLBACK: &str = "pelaksana";

/// Words that some YAML readers take for a boolean or for nothing.
const READ_OTHERWISE: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

impl ActorId {
    /// An id made of the first words of a name, different from all that are `taken`.
    ///
    /// Lower-case ASCII letters, digits and `_`; begins with a letter; never a word that YAML readers take for a boolean.
    pub fn from_name(name: &str, taken: &[ActorId]) -> Self {
        ActorIds::new(taken.iter().cloned()).give(name)
    }
}

/// The ids of one SOP, each given once; quick however many there are.
#[derive(Debug, Default)]
pub struct ActorIds {
    taken: HashSet<ActorId>,
    /// For each stem the first suffix that was never tried.
    next: HashMap<String, u32>,
}

impl ActorIds {
    /// With these taken already.
    pub fn new(taken: impl IntoIterator<Item = ActorId>) -> Self {
        Self { taken: taken.into_iter().collect(), next: HashMap::new() }
    }

    /// An id made of a name as [`ActorId::from_name`] makes it, different from all given before.
    pub fn give(&mut self, name: &str) -> ActorId {
        let stem = stem(name);
        let next = self.next.entry(stem.clone()).or_insert(1);
        loop {
            let id = ActorId(if *next == 1 { stem.clone() } else { format!("{stem}_{next}") });
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The first words of a name as an id, not yet unique.
fn stem(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<&str> = words.take(MOST_WORDS).collect();
    while words.len() > 1 && words.last().is_some_and(|last| CONNECTORS.contains(last)) {
        words.pop();
    }
    let mut stem = words.join("_");
    stem.truncate(MOST_LETTERS);
    stem.truncate(stem.trim_end_matches('_').len());
    if stem.is_empty() {
        return FALLBACK.to_owned();
    }
    if stem.starts_with(|first: char| first.is_ascii_digit()) || READ_OTHERWISE.contains(&stem.as_str()) {
        return format!("{FALLBACK}_{stem}");
    }
    stem
}

impl fmt::Display for ActorId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Pelaksana: one actor column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// How steps refer to it.
    pub id: ActorId,
    /// Nama jabatan as it heads the column.
    pub name: Sourced<String>,
    /// Pelaksana eksternal: pemohon, masyarakat, pengguna layanan.
    pub external: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_unique_and_never_read_as_something_else() {
        let id = |name: &str| ActorId::from_name(name, &[]).0;
        assert_eq!(id("Sekretaris Camat"), "sekretaris_camat");
        assert_eq!(id("Kepala Dinas /Penanggung jawab Tim Monitoring"), "kepala_dinas_penanggung_jawab");
        assert_eq!(id("Sub Bagian Perencanaan dan Keuangan"), "sub_bagian_perencanaan");
        assert_eq!(id("No"), "pelaksana_no");
        assert_eq!(id("2"), "pelaksana_2");
        assert_eq!(id("…"), "pelaksana");
        let taken = [ActorId("staf".to_owned()), ActorId("staf_2".to_owned())];
        assert_eq!(ActorId::from_name("STAF", &taken).0, "staf_3");
    }
}
