//! S907 `office-spelt-otherwise`: one office of an agency is spelt in two ways in its SOPs.

use crate::check::folder::{OfficeName, near_spellings, same_but_for_one_letter};
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "S907",
    name: "office-spelt-otherwise",
    severity: Severity::Info,
    summary: "satu jabatan ditulis lain di SOP lain",
    summary_en: "an office is spelt otherwise in other SOPs",
    page: include_str!("office_spelt_otherwise.md"),
    check: Check::Folder(check),
};

/// Names of columns as written, each with the hash and the spelling by which it is compared.
type Compared<'l> = FxHashMap<&'l str, (u64, String)>;

/// One spelling in the SOPs of an agency.
struct Spelling {
    text: String,
    /// Position of each SOP that has it, and of the column in it.
    uses: Vec<(usize, usize)>,
}

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut agencies: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        if let Some(agency) = card.agency {
            agencies.entry(agency).or_default().push(at);
        }
    }
    let mut compared = FxHashMap::default();
    let groups = agencies.into_values();
    let mut pairs: Vec<(Spelling, Spelling)> = groups.flat_map(|sops| pairs(library, &sops, &mut compared)).collect();
    pairs.sort_by_key(|(odd, _)| odd.uses[0]);
    for (odd, usual) in pairs {
        report(library, findings, &odd, &usual);
    }
}

/// Spellings of one agency that are one office, each with the spelling that more of its SOPs have.
fn pairs<'l>(library: &'l Library, sops: &[usize], compared: &mut Compared<'l>) -> Vec<(Spelling, Spelling)> {
    let mut offices: Vec<(u64, Vec<Spelling>)> = Vec::new();
    let mut known: FxHashMap<u64, usize> = FxHashMap::default();
    for (at, column, office) in columns(library, sops) {
        let (key, text) = compared.entry(&office.written).or_insert_with(|| office.compared());
        let key = *key;
        let group = *known.entry(key).or_insert_with(|| {
            offices.push((key, Vec::new()));
            offices.len() - 1
        });
        let spellings = &mut offices[group].1;
        match spellings.iter_mut().find(|it| it.text == *text) {
            Some(spelling) => spelling.uses.push((at, column)),
            None => spellings.push(Spelling { text: text.clone(), uses: vec![(at, column)] }),
        }
    }
    join_misspelt(&mut offices);
    let mut pairs = Vec::new();
    for (_, mut spellings) in offices {
        spellings.sort_by_key(|it| (usize::MAX - it.uses.len(), it.uses[0]));
        let mut rest = spellings.into_iter();
        let Some(usual) = rest.next() else { continue };
        let usual = |_: &Spelling| Spelling { text: usual.text.clone(), uses: usual.uses.clone() };
        pairs.extend(rest.filter(|odd| is_elsewhere(odd, &usual(odd))).map(|odd| {
            let usual = usual(&odd);
            (odd, usual)
        }));
    }
    pairs
}

fn columns<'l>(library: &'l Library, sops: &[usize]) -> impl Iterator<Item = (usize, usize, &'l OfficeName)> {
    sops.iter()
        .flat_map(|at| library.cards()[*at].offices.iter().enumerate().map(|(column, office)| (*at, column, office)))
}

/// Offices whose names differ in one letter of a long word become one.
fn join_misspelt(offices: &mut [(u64, Vec<Spelling>)]) {
    let mut near: FxHashMap<(usize, u64), Vec<usize>> = FxHashMap::default();
    for group in 0..offices.len() {
        let Some(text) = offices[group].1.first().map(|it| it.text.clone()) else { continue };
        let mut keys = Vec::new();
        for (position, word) in text.split(' ').enumerate() {
            keys.extend(near_spellings(word).into_iter().map(|key| (position, key)));
        }
        let earlier = keys.iter().filter_map(|key| near.get(key)).flatten().copied();
        let same =
            earlier.filter(|other| offices[*other].1.iter().any(|it| same_but_for_one_letter(&it.text, &text))).min();
        match same {
            Some(other) => {
                let moved = std::mem::take(&mut offices[group].1);
                offices[other].1.extend(moved);
            }
            None => keys.into_iter().for_each(|key| near.entry(key).or_default().push(group)),
        }
    }
}

/// Some SOP has the one spelling and not the other: two spellings within one SOP are the business of S408.
fn is_elsewhere(odd: &Spelling, usual: &Spelling) -> bool {
    usual.uses.iter().any(|(at, _)| !odd.uses.iter().any(|(other, _)| at == other))
}

fn report(library: &Library, findings: &mut FolderFindings, odd: &Spelling, usual: &Spelling) {
    let office = |(at, column): (usize, usize)| &library.cards()[at].offices[column];
    let (first, other) = (odd.uses[0], usual.uses.iter().find(|(at, _)| *at != odd.uses[0].0));
    let Some(other) = other.copied() else { return };
    let (written, right) = (&office(first).written, &office(other).written);
    let (few, many) = (odd.uses.len(), usual.uses.len());
    let message = Message::new(
        format!("jabatan ditulis `{written}` di {few} SOP, tetapi `{right}` di {many} SOP lain"),
        format!("the office is `{written}` in {few}, but `{right}` in {many} of the SOPs"),
    );
    let finding = findings.report(first.0, &office(first).spot, message);
    let note = Message::new("ejaan yang lebih sering", "the more frequent spelling");
    let finding = finding.elsewhere(other.0, &office(other).spot, note);
    let finding = odd.uses[1..].iter().fold(finding, |finding, place| {
        finding.elsewhere(place.0, &office(*place).spot, Message::new("juga di sini", "here too"))
    });
    finding.help(Message::new(
        "pakai satu nama jabatan di semua SOP, seperti dalam peraturan susunan organisasi",
        "use one name in all SOPs, as in the regulation of the organisation",
    ));
}
