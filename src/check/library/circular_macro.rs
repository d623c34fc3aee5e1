//! S909 `circular-macro`: a macro SOP names a part that names it in turn.

use crate::check::folder::{Card, Kind};
use crate::check::{Check, FolderFindings, Library, Relation, Rule};
use crate::diagnostic::{Message, Severity};

pub(super) static RULE: Rule = Rule {
    code: "S909",
    name: "circular-macro",
    severity: Severity::Warning,
    summary: "SOP makro dan bagiannya saling merujuk",
    summary_en: "a macro SOP and its part refer to each other",
    page: include_str!("circular_macro.md"),
    check: Check::Folder(check),
};

fn check(library: &Library, findings: &mut FolderFindings) {
    let cards = library.cards();
    for (at, card) in cards.iter().enumerate().filter(|(_, card)| is_part_or_whole(card)) {
        for (position, relation) in library.relations(at).iter().enumerate() {
            let Relation::One(whole) = *relation else { continue };
            let is_back = cards[whole].kind == Kind::Macro && (card.kind == Kind::Micro || whole < at);
            let Some(down) = way_down(library, whole, at).filter(|_| is_back) else { continue };
            let message = Message::new(
                format!("SOP makro `{}` sudah menyebut SOP ini sebagai bagiannya", cards[whole].name()),
                format!("the macro SOP `{}` already names this one as its part", cards[whole].name()),
            );
            findings
                .report(at, &card.relations[position].spot, message)
                .elsewhere(whole, &cards[whole].relations[down].spot, Message::new("disebut di sini", "named here"))
                .help(Message::new(
                    "hapus rujukan balik: SOP makro menyebut bagian-bagiannya, bukan sebaliknya",
                    "take the reference back out: a macro SOP names its parts, not the other way round",
                ));
        }
    }
}

fn is_part_or_whole(card: &Card) -> bool {
    matches!(card.kind, Kind::Macro | Kind::Micro)
}

/// The entry of a macro SOP that leads to another SOP, perhaps by way of macro SOPs in between.
fn way_down(library: &Library, whole: usize, part: usize) -> Option<usize> {
    library.relations(whole).iter().position(|relation| {
        let mut seen = vec![whole];
        let mut open: Vec<usize> = named(relation).into_iter().collect();
        while let Some(at) = open.pop() {
            if at == part {
                return true;
            }
            if library.cards()[at].kind == Kind::Macro && !seen.contains(&at) && seen.len() < DEEPEST {
                seen.push(at);
                open.extend(library.relations(at).iter().filter_map(named));
            }
        }
        false
    })
}

/// Macro SOPs that a way leads through at most.
const DEEPEST: usize = 32;

fn named(relation: &Relation) -> Option<usize> {
    if let Relation::One(at) = relation { Some(*at) } else { None }
}
