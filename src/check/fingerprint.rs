//! What a finding is known by from one run to the next: what it is about, not where it stands.
//!
//! The fingerprint is the FNV-1a hash, 64 bits wide, as 16 digits, of these parts, each closed by the byte `0x1F`: the code of
//! the rule; the path of the value, every number in it as `#`; the value itself; the activity of the step, or the name of the
//! SOP where the value belongs to no step; and, from the second on, how many findings before it have the same parts. Texts
//! count by their letters and digits in lower case. Numbers of steps, positions, lines and the words of the message are no
//! part of it, so that it outlives other numbers, other layouts, and other words in other rows.

use crate::diagnostic::Diagnostic;
use crate::fnv;
use crate::model::{Field, Identity, Signatory, Sop, Sourced, Step};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

/// Gives every finding about the SOP, in document order, its fingerprint.
pub(super) fn mark(sop: &Sop, found: &mut [Diagnostic]) {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let rows = rows_by_number(sop, found);
    for it in found {
        let About { value, anchor } = about(sop, &rows, &it.path, it.span);
        let hash = hash(it.code, &it.path, &value, &anchor);
        let before = seen.entry(hash.0).or_default();
        let own = if *before > 0 { hash.part(&before.to_string()) } else { hash };
        *before += 1;
        it.fingerprint = own.digits();
    }
}

/// The fingerprint of a finding of the rule of that code about the value at that path, which belongs to what `anchor` names:
/// an activity, or the name of an SOP. For findings that no [`super::Findings`] takes down.
pub fn fingerprint(code: &str, path: &str, value: &str, anchor: &str) -> String {
    hash(code, path, value, anchor).digits()
}

fn hash(code: &str, path: &str, value: &str, anchor: &str) -> Hash {
    Hash::new().part(code).path(path).text(value).text(anchor)
}

/// The value a finding is about, and what that belongs to.
struct About<'s> {
    value: Cow<'s, str>,
    anchor: Cow<'s, str>,
}

/// Closes every part.
const END: u8 = 0x1f;

/// FNV-1a, 64 bits: the same on every machine and in every release.
#[derive(Debug, Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(fnv::BASIS)
    }

    fn bytes(self, bytes: impl Iterator<Item = u8>) -> Self {
        Self(fnv::fold(self.0, bytes))
    }

    fn part(self, text: &str) -> Self {
        self.bytes(text.bytes().chain([END]))
    }

    /// The path with `#` for every number.
    fn path(self, path: &str) -> Self {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        let parts = path.split('/').map(|part| if is_number(part) { "#" } else { part });
        let hash = parts.enumerate().fold(self, |hash, (at, part)| {
            let slash = (at > 0).then_some(b'/');
            hash.bytes(slash.into_iter().chain(part.bytes()))
        });
        hash.bytes([END].into_iter())
    }

    /// The letters and digits of the text, in lower case.
    fn text(self, text: &str) -> Self {
        let hash = match text.is_ascii() {
            true => {
                let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
                self.bytes(letters.map(|it| it.to_ascii_lowercase()))
            }
            false => {
                let letters = text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase);
                letters.fold(self, |hash, letter| hash.bytes(letter.encode_utf8(&mut [0; 4]).bytes()))
            }
        };
        hash.bytes([END].into_iter())
    }

    fn digits(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The rows that bear one number.
struct Namesakes<'s> {
    first: &'s Step,
    /// Those that stand in the text, in its order.
    placed: Vec<(Span, &'s Step)>,
}

impl<'s> Namesakes<'s> {
    /// Of several the one around the place.
    fn around(&self, place: Option<Span>) -> &'s Step {
        let holding = place.and_then(|place| {
            let before = self.placed.partition_point(|(row, _)| row.start <= place.start);
            let (last, _) = self.placed[..before].last()?;
            let from = self.placed.partition_point(|(row, _)| row.start < last.start);
            self.placed[from..before].iter().find(|(row, _)| place.end <= row.end)
        });
        holding.map_or(self.first, |(_, step)| step)
    }
}

/// The rows of each number; none where nothing was found.
fn rows_by_number<'s>(sop: &'s Sop, found: &[Diagnostic]) -> FxHashMap<u32, Namesakes<'s>> {
    let mut rows: FxHashMap<u32, Namesakes<'_>> = FxHashMap::default();
    for step in sop.steps.iter().filter(|_| !found.is_empty()) {
        let alike = rows.entry(step.number).or_insert_with(|| Namesakes { first: step, placed: Vec::new() });
        alike.placed.extend(step.place.span().map(|place| (place, step)));
    }
    rows.values_mut().for_each(|alike| alike.placed.sort_by_key(|(place, _)| place.start));
    rows
}

fn about<'s>(sop: &'s Sop, rows: &FxHashMap<u32, Namesakes<'s>>, path: &str, span: Option<Span>) -> About<'s> {
    let parts: Vec<&str> = path.split('/').collect();
    if let ["kegiatan", number, rest @ ..] = parts.as_slice()
        && let Some(step) = number.parse().ok().and_then(|number| rows.get(&number)).map(|it| it.around(span))
    {
        return About { value: step_text(sop, step, rest).unwrap_or_default(), anchor: anchor(step) };
    }
    let value = match parts.as_slice() {
        ["identitas", key @ ..] => identity_text(&sop.identity, key),
        ["pelaksana", at, ..] => nth(&sop.actors, at).map(|actor| Cow::from(&actor.name.value)),
        ["dasar_hukum", at] => item(sop.legal_basis.items(), at),
        ["kualifikasi_pelaksana", at] => item(sop.qualifications.items(), at),
        ["keterkaitan", at] => item(sop.related.items(), at),
        ["peralatan_perlengkapan", at] => item(sop.equipment.items(), at),
        ["peringatan", at] => item(sop.cautions.items(), at),
        ["pencatatan_pendataan", at] => item(sop.records.items(), at),
        ["abaikan", at, ..] => nth(&sop.ignored, at).map(|it| Cow::from(&it.code.value)),
        _ => None,
    };
    About { value: value.unwrap_or_default(), anchor: spoken(&sop.identity.title).unwrap_or_default() }
}

/// What tells a row from the others: its activity, or where it has none, what comes in and goes out.
fn anchor(step: &Step) -> Cow<'_, str> {
    spoken(&step.activity).unwrap_or_else(|| {
        let documents = step.requirements.items().iter().chain(step.outputs.items());
        documents.map(|it| it.value.0.as_str()).collect::<Vec<_>>().join(" ").into()
    })
}

/// What stands in a column of a row. Where arrows go is a number, which says nothing about them; what a list as a whole
/// says is no part of a finding about it.
fn step_text<'s>(sop: &'s Sop, step: &'s Step, rest: &[&str]) -> Option<Cow<'s, str>> {
    match rest {
        ["uraian"] => spoken(&step.activity),
        ["waktu"] => text(&step.duration),
        ["keterangan"] => spoken(&step.note),
        ["kelengkapan", at] => item(step.requirements.items(), at),
        ["output", at] => item(step.outputs.items(), at),
        ["pelaksana", at, ..] => {
            let actor = nth(&step.cells, at)?.actor.as_ref()?;
            Some(sop.actor_name(&actor.value).into())
        }
        ["bersama", at] => Some(sop.actor_name(&nth(&step.joint, at)?.value).into()),
        _ => None,
    }
}

fn identity_text<'s>(identity: &'s Identity, key: &[&str]) -> Option<Cow<'s, str>> {
    match key {
        ["instansi"] => spoken(&identity.agency),
        ["unit_kerja"] => spoken(&identity.unit),
        ["nomor"] => text(&identity.number),
        ["nama"] => spoken(&identity.title),
        ["tanggal_pembuatan"] => text(&identity.created),
        ["tanggal_revisi"] => text(&identity.revised),
        ["tanggal_efektif"] => text(&identity.effective),
        ["disahkan_oleh"] => match &identity.signatory {
            Field::Unreadable(text) => Some(Cow::from(&text.value)),
            _ => None,
        },
        ["disahkan_oleh", part] => signatory_text(identity.signatory.known()?, part),
        _ => None,
    }
}

fn signatory_text<'s>(signatory: &'s Signatory, part: &str) -> Option<Cow<'s, str>> {
    let text = match part {
        "jabatan" => &signatory.position,
        "nama" => &signatory.name,
        "pangkat" => &signatory.rank,
        "golongan" => &signatory.grade,
        "nip" => return signatory.nip.as_ref().map(|nip| Cow::from(&nip.value.0)),
        _ => return None,
    };
    text.as_ref().map(|it| Cow::from(&it.value))
}

/// A field of plain text.
fn spoken(field: &Field<Sourced<String>>) -> Option<Cow<'_, str>> {
    match field {
        Field::Known(text) | Field::Unreadable(text) => Some(Cow::from(&text.value)),
        _ => None,
    }
}

fn text<T: Display>(field: &Field<Sourced<T>>) -> Option<Cow<'_, str>> {
    match field {
        Field::Known(value) => Some(value.value.to_string().into()),
        Field::Unreadable(text) => Some(Cow::from(&text.value)),
        _ => None,
    }
}

fn item<'s, T: Display>(items: &'s [Sourced<T>], at: &str) -> Option<Cow<'s, str>> {
    nth(items, at).map(|it| it.value.to_string().into())
}

/// The item at a position counted from 1.
fn nth<'a, T>(items: &'a [T], at: &str) -> Option<&'a T> {
    items.get(at.parse::<usize>().ok()?.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Released fingerprints are written down in files of other people: the algorithm stays as it is.
    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(Hash::new().0, 0xcbf2_9ce4_8422_2325);
        // FNV-1a of the bytes `a` and `0x1F`.
        let by_hand =
            ((0xcbf2_9ce4_8422_2325_u64 ^ 0x61).wrapping_mul(0x100_0000_01b3) ^ 0x1f).wrapping_mul(0x100_0000_01b3);
        assert_eq!(Hash::new().part("a").0, by_hand);
        assert_ne!(Hash::new().part("ab").part("c").0, Hash::new().part("a").part("bc").0);
    }
}
