//! What a file holds beside its text → troubles of the SOP it stands in, and entries of its ledger: nothing is left out in silence.

use crate::document::{Aside, AsideKind, Document};
use crate::model::{Drawn, How, LeftOut, Path, Review, Sop, Trouble, TroubleKind};
use crate::source::{Source, Span};

/// Most letters of a text that are quoted.
const LONGEST_QUOTE: usize = 80;

/// Tells each of the SOPs what was kept out of its text; what stands nowhere is told of the first.
pub(super) fn admit(sops: &mut [Sop], document: &Document, source: &Source) {
    for stretch in stretches(&document.asides, source) {
        let after = |sop: &Sop| stretch.span.zip(sop.place.span()).is_some_and(|(aside, sop)| sop.start <= aside.start);
        let at = sops.iter().rposition(after).unwrap_or(0);
        let Some(sop) = sops.get_mut(at) else { return };
        if stretch.kind == AsideKind::Shape {
            review(sop, &stretch, source);
        }
        sop.troubles.push(Trouble { kind: stretch.trouble(), span: stretch.span });
    }
}

/// Asides of one kind that follow one another without text between them.
struct Stretch {
    kind: AsideKind,
    text: String,
    span: Option<Span>,
}

/// A hidden row is many cells, a struck sentence many runs: what is of one kind and touches is one.
fn stretches(asides: &[Aside], source: &Source) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for aside in asides {
        let span = aside.span.or_else(|| (!aside.text.is_blank()).then(|| aside.text.whole()));
        match found.last_mut().filter(|last| last.goes_on(aside.kind, span, source)) {
            Some(last) => last.add(aside, span),
            None => {
                let mut first = Stretch { kind: aside.kind, text: String::new(), span };
                first.add(aside, span);
                found.push(first);
            }
        }
    }
    found
}

impl Stretch {
    /// Shapes and pages are told one by one.
    fn goes_on(&self, kind: AsideKind, span: Option<Span>, source: &Source) -> bool {
        if kind != self.kind || matches!(kind, AsideKind::Shape | AsideKind::Scanned(_) | AsideKind::Furniture) {
            return false;
        }
        let between = |(before, after): (Span, Span)| source.text.get(before.end as usize..after.start as usize);
        self.span.zip(span).and_then(between).is_some_and(|between| between.trim().is_empty())
    }

    /// Takes in one more, as far as it can be quoted.
    fn add(&mut self, aside: &Aside, span: Option<Span>) {
        self.span = match (self.span, span) {
            (Some(before), Some(span)) => Some(before.to(span)),
            (before, span) => before.or(span),
        };
        for word in aside.text.as_str().split_whitespace() {
            if self.text.ends_with('…') {
                return;
            }
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
            if let Some((end, _)) = self.text.char_indices().nth(LONGEST_QUOTE) {
                self.text.truncate(end);
                self.text.push('…');
            }
        }
    }

    fn trouble(&self) -> TroubleKind {
        let text = self.text.clone();
        match self.kind {
            AsideKind::Struck => TroubleKind::LeftOut(LeftOut::Struck, text),
            AsideKind::Hidden => TroubleKind::LeftOut(LeftOut::Hidden, text),
            AsideKind::Deleted => TroubleKind::LeftOut(LeftOut::Deleted, text),
            AsideKind::Inserted => TroubleKind::TrackedChange(text),
            AsideKind::Covered => TroubleKind::CoveredText(text),
            AsideKind::Furniture => TroubleKind::PageFurniture(text),
            AsideKind::Scanned(page) => TroubleKind::PageWithoutText(page),
            AsideKind::Unmapped => TroubleKind::UnmappedLetters,
            AsideKind::Shape => TroubleKind::UnreadDrawing(Drawn::Symbol, text),
        }
    }
}

/// The YAML keeps no troubles: what was left out of the flow is looked at again there.
fn review(sop: &mut Sop, stretch: &Stretch, source: &Source) {
    let Some(conversion) = &mut sop.conversion else { return };
    let reason = match stretch.text.as_str() {
        "" => "simbol tanpa tulisan tidak jelas milik langkah atau pelaksana mana".to_owned(),
        text => format!("simbol `{text}` tidak jelas milik langkah atau pelaksana mana"),
    };
    conversion.reviews.push(Review {
        path: Path::steps().0,
        how: How::Unreadable,
        confidence: None,
        reason: Some(reason),
        line: stretch.span.map(|span| source.line(span.start) as u32),
    });
}
