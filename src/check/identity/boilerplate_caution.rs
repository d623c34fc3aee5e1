//! S114 `boilerplate-caution`: SOPs of different names share a sentence under Peringatan.

use crate::check::folder::Caution;
use crate::check::{Check, FolderFindings, Library, Rule};
use crate::diagnostic::{Message, Severity};
use std::collections::{BTreeSet, HashMap};

pub(super) static RULE: Rule = Rule {
    code: "S114",
    name: "boilerplate-caution",
    severity: Severity::Info,
    summary: "Peringatan yang sama di banyak SOP",
    summary_en: "many SOPs have the same caution",
    page: include_str!("boilerplate_caution.md"),
    check: Check::Folder(check),
};

/// From so many SOPs of different names on a sentence is a stock sentence.
const LEAST: usize = 3;

fn check(library: &Library, findings: &mut FolderFindings) {
    let mut sentences: Vec<Vec<(usize, &Caution)>> = Vec::new();
    let mut known: HashMap<u64, usize> = HashMap::new();
    for (at, card) in library.cards().iter().enumerate() {
        for caution in &card.cautions {
            let group = *known.entry(caution.key).or_insert_with(|| {
                sentences.push(Vec::new());
                sentences.len() - 1
            });
            sentences[group].push((at, caution));
        }
    }
    for places in sentences {
        let titles = places.iter().filter_map(|(at, _)| library.cards()[*at].title.as_ref().map(|it| &it.key));
        let count = titles.collect::<BTreeSet<_>>().len();
        if count >= LEAST {
            report(findings, &places, count);
        }
    }
}

fn report(findings: &mut FolderFindings, places: &[(usize, &Caution)], count: usize) {
    let [(at, first), rest @ ..] = places else { return };
    let message = Message::new(
        format!("kalimat Peringatan `{}` sama di {count} SOP yang berlainan", first.start),
        format!("the caution `{}` is the same in {count} different SOPs", first.start),
    );
    let finding = findings.report(*at, &first.spot, message);
    let finding = rest.iter().fold(finding, |finding, (other, caution)| {
        finding.elsewhere(*other, &caution.spot, Message::new("kalimat yang sama", "the same sentence"))
    });
    finding.help(Message::new(
        "ganti dengan akibat yang khas untuk SOP ini: apa yang terjadi jika langkahnya yang mana terlewat",
        "name what is special to this SOP: what happens if which of its steps is left out",
    ));
}
