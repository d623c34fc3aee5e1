//! What a file holds beside its text → troubles of the SOP it stands in, and entries of its ledger: nothing is left out in silence.

use super::running::only_repeats;
use crate::document::{Aside, AsideKind, Document};
use crate::model::{Drawn, How, LeftOut, Path, Review, Sop, Trouble, TroubleKind};
use crate::source::{Source, Span};

/// Most letters of a text that are quoted.
const LONGEST_QUOTE: usize = 80;

/// Tells each of the SOPs what was kept out of its text, and its ledger what of its drawing is not in the flow. What stands
/// nowhere is told of the first; a drawn shape only where no diagram `is_charted`, its flow followed whole.
pub(super) fn admit(sops: &mut [Sop], document: &Document, source: &Source, is_charted: bool) {
    // In a file with heads and feet of its own; in a text a line is taken for one by its looks, and has to be told.
    let is_original = !source.spots.is_empty();
    let repeats = |aside: &Aside| is_original && sops.iter().any(|sop| only_repeats(aside.text.as_str(), sop));
    let is_told = |aside: &&Aside| match aside.kind {
        AsideKind::Furniture => !repeats(aside),
        AsideKind::Shape => !is_charted,
        _ => true,
    };
    let told = document.asides.iter().filter(is_told);
    for stretch in stretches(told, source) {
        let after = |sop: &Sop| stretch.span.zip(sop.place.span()).is_some_and(|(aside, sop)| sop.start <= aside.start);
        let at = sops.iter().rposition(after).unwrap_or(0);
        let Some(sop) = sops.get_mut(at) else { break };
        sop.troubles.push(Trouble { kind: stretch.trouble(), span: stretch.span });
    }
    sops.iter_mut().for_each(|sop| note_drawing(sop, source));
}

/// Asides of one kind that follow one another without text between them.
struct Stretch {
    kind: AsideKind,
    text: String,
    span: Option<Span>,
}

/// A hidden row is many cells, a struck sentence many runs: what is of one kind and touches is one.
fn stretches<'a>(asides: impl Iterator<Item = &'a Aside>, source: &Source) -> Vec<Stretch> {
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
    /// Shapes and pages are told one by one, struck words cell by cell; what is hidden or covered goes on over many cells.
    fn goes_on(&self, kind: AsideKind, span: Option<Span>, source: &Source) -> bool {
        let Some((before, after)) = self.span.zip(span).filter(|_| kind == self.kind) else { return false };
        let between = source.text.get(before.end as usize..after.start as usize);
        let touches = between.is_some_and(|between| between.trim().is_empty());
        match kind {
            AsideKind::Shape | AsideKind::Scanned(_) | AsideKind::Recognised(_) | AsideKind::Furniture => false,
            AsideKind::Hidden | AsideKind::Covered | AsideKind::Unmapped => touches,
            AsideKind::Struck | AsideKind::Deleted | AsideKind::Inserted => {
                touches && source.spot(before.start) == source.spot(after.start)
            }
        }
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
            AsideKind::Recognised(page) => TroubleKind::RecognisedText(page),
            AsideKind::Unmapped => TroubleKind::UnmappedLetters,
            AsideKind::Shape => TroubleKind::UnreadDrawing(Drawn::Symbol, text),
        }
    }
}

/// The YAML keeps no troubles: what of the drawing is not in the flow, or not as the words have it, and what only the eye can
/// read, is looked at again there.
fn note_drawing(sop: &mut Sop, source: &Source) {
    let Some(conversion) = &mut sop.conversion else { return };
    for trouble in &sop.troubles {
        let (how, reason) = match &trouble.kind {
            TroubleKind::UnreadDrawing(drawn, text) => (How::Unreadable, left_out(*drawn, text)),
            TroubleKind::WordsAgainstDrawing { step, words, drawing } => (
                How::Repaired,
                format!("langkah {step}: kata-katanya `{words}`, gambarnya `{drawing}`; diambil dari gambarnya"),
            ),
            TroubleKind::PageWithoutText(page) => (How::Unreadable, format!("halaman {page} tanpa teks")),
            TroubleKind::RecognisedText(page) => {
                (How::Repaired, format!("halaman {page} hasil pindai; teksnya dari pengenalan huruf (OCR)"))
            }
            TroubleKind::UnmappedLetters => (How::Unreadable, "sebagian huruf berkas ini tidak terbaca".to_owned()),
            _ => continue,
        };
        let is_of_drawing =
            matches!(trouble.kind, TroubleKind::UnreadDrawing(..) | TroubleKind::WordsAgainstDrawing { .. });
        let path = if is_of_drawing { Path::flow() } else { Path::whole() }.0;
        let mut review = Review { path, how, confidence: None, reason: Some(reason), line: None, spot: None };
        review.stand_at(trouble.span, source);
        conversion.reviews.push(review);
    }
}

fn left_out(drawn: Drawn, text: &str) -> String {
    let named = if text.is_empty() { String::new() } else { format!(" `{text}`") };
    match drawn {
        Drawn::Symbol => format!("simbol{named} tidak jelas milik langkah dan pelaksana mana; ditinggalkan"),
        Drawn::Line => format!("garis{named} tidak jelas menghubungkan simbol yang mana; ditinggalkan"),
        Drawn::Label => format!("tulisan{named} tidak jelas milik garis yang mana; ditinggalkan"),
    }
}
