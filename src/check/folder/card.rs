//! What is kept of one SOP while the others of its folder are read.

use super::keys::{Tokens, agency_key, hash, hash_all, number_key, sentence_key, subject_key, title_key, tokens_of};
use super::spot::Where;
use super::{Repeats, Spot};
use crate::check::Subject;
use crate::check::questions::{Moment, Word, activity_of, moment, offices_among, words};
use crate::model::{Citation, SectionKind, Sourced, StepField};
use crate::source::{Place, Source};
use crate::vocabulary::document_synonyms::VAGUE_NAMES;
use crate::vocabulary::repeals::Repeal;
use crate::vocabulary::title_words::{FROM_OUTSIDE, MACRO, MICRO, NOBODY, NUMBER_WORDS, PARTIAL, REVOKING, SOP_WORDS};
use std::sync::Arc;

/// A stock sentence has at least so many words.
const LEAST_SENTENCE: usize = 5;

/// The subject of a regulation has at least so many telling words, or it tells too little.
const LEAST_SUBJECT: usize = 3;

/// Letters of a caution that a message quotes.
const QUOTED: usize = 70;

/// One SOP as the rules about a folder see it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Name of its file, as people know it.
    pub file: Arc<str>,
    /// Which SOP of the file, from 0.
    pub sop: usize,
    /// The SOP as a whole.
    pub spot: Spot,
    /// Nomor SOP, where it is whole.
    pub number: Option<SopNumbered>,
    /// Nama SOP.
    pub title: Option<SopName>,
    /// The agency: one hash for all ways to write it.
    pub agency: Option<u64>,
    /// The unit in it.
    pub unit: Option<u64>,
    /// The regency or town of the agency: a hash of its name.
    pub region: Option<u64>,
    /// What the name says about the place of the SOP among others.
    pub kind: Kind,
    /// When it was made, or came into force.
    pub made: Option<Moment>,
    /// Keterkaitan, where it names SOPs.
    pub relations: Box<[Entry]>,
    /// Where Keterkaitan stands.
    pub relations_spot: Spot,
    /// Numbers of SOPs that this one does away with.
    pub revokes: Box<[Box<str>]>,
    /// Documents that the first step needs: they come from outside the SOP.
    pub needs: Box<[Paper]>,
    /// Documents that leave the SOP: outputs that none of its own steps needs.
    pub results: Box<[Paper]>,
    /// Hashes of all other outputs, by their words; the library takes them.
    pub used_within: Box<[u64]>,
    /// The first step is done by somebody outside the office.
    pub begins_outside: bool,
    /// One hash a step, of its activity.
    pub steps: Box<[u64]>,
    /// The actor columns.
    pub offices: Box<[OfficeName]>,
    /// Cited regulations of which kind, year and subject are known, without those that were repealed at any time.
    pub bases: Box<[Basis]>,
    /// Cited regulations that were repealed at any time.
    pub outdated: Box<[Outdated]>,
    /// Peringatan.
    pub cautions: Box<[Caution]>,
    /// Codes and names of the rules that the SOP switches off.
    pub ignored: Box<[Box<str>]>,
}

/// A number and where it stands.
#[derive(Debug, Clone)]
pub struct SopNumbered {
    /// As written.
    pub written: Arc<str>,
    /// As compared.
    pub key: Arc<str>,
    /// Where.
    pub spot: Spot,
}

/// The name of an SOP.
#[derive(Debug, Clone)]
pub struct SopName {
    /// As written.
    pub written: Arc<str>,
    /// The words that tell it from others, sorted, parted by blanks.
    pub key: Arc<str>,
    /// Where.
    pub spot: Spot,
}

/// One entry of Keterkaitan.
#[derive(Debug, Clone)]
pub struct Entry {
    /// As written.
    pub written: Arc<str>,
    /// As a name of an SOP would be compared; empty where it names none.
    pub key: Arc<str>,
    /// Where.
    pub spot: Spot,
    /// It says of itself that it names an SOP.
    pub says_sop: bool,
    /// It reads as an activity: a verb, or work of a step of this SOP, whose number is given.
    pub activity: Option<Option<u32>>,
}

/// What the name of an SOP says about its place among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Nothing.
    #[default]
    Plain,
    /// SOP makro: it consists of others.
    Macro,
    /// SOP mikro: it is part of another.
    Micro,
    /// SOP parsial: another one goes on with its output.
    Partial,
}

/// A document that comes into an SOP or leaves it.
#[derive(Debug, Clone)]
pub struct Paper {
    /// As written.
    pub written: Arc<str>,
    /// As compared; never empty.
    pub tokens: Tokens,
    /// The office itself may have to make it: its name says more than one word, and none of them that people, or others above
    /// the office, send it.
    pub is_own: bool,
    /// Where.
    pub spot: Spot,
}

/// The name over an actor column.
#[derive(Debug, Clone)]
pub struct OfficeName {
    /// As written.
    pub written: Arc<str>,
    /// Where.
    pub spot: Spot,
}

/// A citation of a regulation.
#[derive(Debug, Clone)]
pub struct Basis {
    /// As it may be named in a sentence.
    pub name: Arc<str>,
    /// What regulations of one kind, of one issuer and on one subject share.
    pub subject: u64,
    /// Its year.
    pub year: u16,
    /// Where.
    pub spot: Spot,
}

/// A citation of a repealed regulation.
#[derive(Debug, Clone)]
pub struct Outdated {
    /// As it may be named in a sentence.
    pub name: Arc<str>,
    /// What is known of the repeal.
    pub repeal: &'static Repeal,
    /// Where.
    pub spot: Spot,
}

/// A sentence under Peringatan.
#[derive(Debug, Clone)]
pub struct Caution {
    /// Its words.
    pub key: u64,
    /// How it begins.
    pub start: Arc<str>,
    /// Where.
    pub spot: Spot,
}

impl Card {
    /// The card of an SOP: its text, the name of its file, and its position in it from 0.
    pub fn of(subject: &Subject<'_>, source: &Source, file: &Arc<str>, position: usize) -> Self {
        let writer = Writer { subject, source };
        let title = writer.title();
        Self {
            file: Arc::clone(file),
            sop: position,
            spot: writer.spot(Where::Whole, Place::NOWHERE),
            number: writer.number(),
            kind: title.as_ref().map(|it| kind_of(&it.key)).unwrap_or_default(),
            title,
            agency: subject.texts().agency().and_then(|it| agency_key(&it.words)),
            unit: subject.texts().unit().and_then(|it| agency_key(&it.words)),
            region: subject.region().and_then(|it| it.name.first()).map(|it| hash(it)),
            made: moment(subject).map(|(moment, _)| moment),
            relations: writer.relations(),
            relations_spot: writer.spot(Where::Section(SectionKind::Related), subject.related.place()),
            revokes: writer.revoked(),
            needs: writer.papers(true),
            results: writer.papers(false),
            used_within: writer.used_within(),
            begins_outside: writer.begins_outside(),
            steps: writer.steps(),
            offices: writer.offices(),
            bases: writer.bases(),
            outdated: writer.outdated(),
            cautions: writer.cautions(),
            ignored: subject.ignored.iter().map(|it| it.code.value.as_str().into()).collect(),
        }
    }

    /// A copy to be kept for the whole run, with what other cards have too but once. It lies beside the other copies, not
    /// among what was thrown away when the card was made, so that little memory is left in between.
    pub fn kept(&self, repeats: &mut Repeats) -> Self {
        let mut card = self.clone();
        let numbers = card.number.iter_mut().flat_map(|it| [&mut it.written, &mut it.key]);
        let titles = card.title.iter_mut().flat_map(|it| [&mut it.written, &mut it.key]);
        let relations = card.relations.iter_mut().flat_map(|it| [&mut it.written, &mut it.key]);
        let texts = numbers.chain(titles).chain(relations).chain([&mut card.file]);
        let texts = texts.chain(card.offices.iter_mut().map(|it| &mut it.written));
        let texts = texts.chain(card.bases.iter_mut().map(|it| &mut it.name));
        let texts = texts.chain(card.outdated.iter_mut().map(|it| &mut it.name));
        texts.chain(card.cautions.iter_mut().map(|it| &mut it.start)).for_each(|text| *text = repeats.text(text));
        for paper in card.needs.iter_mut().chain(&mut card.results) {
            paper.written = repeats.text(&paper.written);
            paper.tokens = repeats.tokens(&paper.tokens);
        }
        card
    }

    /// Documents that the first step waits for and that the office itself may have to make.
    pub fn awaited(&self) -> impl Iterator<Item = &Paper> {
        self.needs.iter().filter(|paper| paper.is_own && !self.begins_outside)
    }

    /// What people call it: its name, else its file.
    pub fn name(&self) -> &str {
        self.title.as_ref().map_or(&self.file, |it| &it.written)
    }

    /// The place a finding about the SOP points at: its name, else the whole.
    pub fn head(&self) -> &Spot {
        self.title.as_ref().map_or(&self.spot, |it| &it.spot)
    }
}

fn kind_of(key: &str) -> Kind {
    let kinds = [(MACRO, Kind::Macro), (MICRO, Kind::Micro), (PARTIAL, Kind::Partial)];
    let said = kinds.into_iter().find(|(word, _)| key.split(' ').any(|it| it == *word));
    said.map_or(Kind::Plain, |(_, kind)| kind)
}

/// Takes down what a card keeps.
struct Writer<'w, 's> {
    subject: &'w Subject<'s>,
    source: &'w Source,
}

impl Writer<'_, '_> {
    fn spot(&self, at: Where, place: Place) -> Spot {
        Spot::of(self.subject, self.source, at, place)
    }

    fn number(&self) -> Option<SopNumbered> {
        let number = self.subject.identity.number.known()?;
        let key = number_key(&number.value.0)?.into();
        Some(SopNumbered { written: number.value.0.as_str().into(), key, spot: self.spot(Where::Number, number.place) })
    }

    fn title(&self) -> Option<SopName> {
        let title = self.subject.identity.title.known()?;
        let key: Arc<str> = title_key(&title.value).into();
        let spot = self.spot(Where::Title, title.place);
        (!key.is_empty()).then(|| SopName { written: title.value.as_str().into(), key, spot })
    }

    fn relations(&self) -> Box<[Entry]> {
        let items = self.subject.related.items().iter().enumerate();
        let texts = self.subject.texts().section(SectionKind::Related);
        let entries = items.zip(texts).zip(self.subject.related_names());
        let kept = entries.filter_map(|(((at, item), text), key)| {
            let first = text.words.first()?.as_lower();
            if [REVOKING, NOBODY].iter().any(|list| list.contains(&first)) {
                return None;
            }
            let says_sop = text.words.iter().any(|word| SOP_WORDS.contains(&word.as_lower()));
            Some(Entry {
                key: (**key).into(),
                written: item.value.as_str().into(),
                spot: self.spot(Where::Item(SectionKind::Related, count(at + 1)), item.place),
                says_sop,
                activity: if says_sop { None } else { activity_of(self.subject, &text.words) },
            })
        });
        kept.collect()
    }

    /// `Membatalkan SOP Nomor 18101.1.013 tentang …`
    fn revoked(&self) -> Box<[Box<str>]> {
        let revokes =
            |text: &&Sourced<String>| words(&text.value).first().is_some_and(|word| REVOKING.contains(&&*word.lower));
        let number = |text: &Sourced<String>| {
            let mut parts = text.value.split_whitespace();
            parts.find(|it| NUMBER_WORDS.contains(&it.trim_matches(['.', ':']).to_lowercase().as_str()))?;
            number_key(parts.find(|it| it.chars().any(char::is_alphanumeric))?)
        };
        self.subject.related.items().iter().filter(revokes).filter_map(number).collect()
    }

    /// What the first step needs, or what no step of the SOP needs of its outputs; vague names left out.
    fn papers(&self, needed: bool) -> Box<[Paper]> {
        let chain = self.subject.chain();
        let of = |paper: &&crate::check::questions::Paper<'_>| match needed {
            true => !paper.made && paper.row == 0,
            false => paper.made && !chain.is_needed_as_named(paper),
        };
        let named = chain.papers().iter().filter(of).filter(|paper| {
            let name = paper.name.value.0.to_lowercase();
            chain.words_of(paper).next().is_some() && !VAGUE_NAMES.contains(&name.trim())
        });
        let field = if needed { StepField::Requirements } else { StepField::Outputs };
        let kept = named.map(|paper| Paper {
            written: paper.name.value.0.as_str().into(),
            tokens: tokens_of(chain.words_of(paper)),
            is_own: is_own(&chain.words_of(paper).collect::<Vec<_>>()),
            spot: self.spot(Where::Document(paper.step, field, count(paper.position)), paper.name.place),
        });
        kept.collect()
    }

    fn used_within(&self) -> Box<[u64]> {
        let chain = self.subject.chain();
        let used = chain.outputs().filter(|paper| chain.is_needed_as_named(paper));
        used.map(|paper| hash_all(tokens_of(chain.words_of(paper)).iter().copied())).collect()
    }

    fn begins_outside(&self) -> bool {
        let first = self.subject.steps.first().and_then(|step| step.actors().next());
        first.is_some_and(|id| self.subject.actor(&id.value).is_some_and(|it| it.external))
    }

    fn steps(&self) -> Box<[u64]> {
        let activities = (0..self.subject.steps.len()).filter_map(|row| self.subject.texts().activity(row));
        activities.filter_map(|text| sentence_key(&text.words, 1)).collect()
    }

    fn offices(&self) -> Box<[OfficeName]> {
        let actors = self.subject.actors.iter().enumerate().filter(|(_, actor)| !actor.external);
        let office = |(at, actor): (usize, &crate::model::Actor)| OfficeName {
            written: actor.name.value.as_str().into(),
            spot: self.spot(Where::Actor(count(at + 1)), actor.name.place),
        };
        actors.map(office).collect()
    }

    fn bases(&self) -> Box<[Basis]> {
        let repealed: Vec<usize> = self.subject.repealed().iter().map(|it| it.position).collect();
        let cited = self.subject.legal_basis.items().iter().zip(1..).filter(|(_, at)| !repealed.contains(at));
        let basis = |(it, at): (&Sourced<Citation>, usize)| {
            let regulation = it.value.regulation.as_ref()?;
            Some(Basis {
                name: it.value.short_name().into(),
                subject: subject_key(regulation, LEAST_SUBJECT)?,
                year: regulation.year?,
                spot: self.spot(Where::Item(SectionKind::LegalBasis, count(at)), it.place),
            })
        };
        cited.filter_map(basis).collect()
    }

    fn outdated(&self) -> Box<[Outdated]> {
        let cited = self.subject.repealed().iter();
        let kept = cited.map(|it| Outdated {
            name: it.name.as_str().into(),
            repeal: it.repeal,
            spot: self.spot(Where::Item(SectionKind::LegalBasis, count(it.position)), it.place),
        });
        kept.collect()
    }

    fn cautions(&self) -> Box<[Caution]> {
        let items = self.subject.texts().section(SectionKind::Cautions).enumerate();
        let kept = items.filter_map(|(at, item)| {
            let key = sentence_key(&item.words, LEAST_SENTENCE)?;
            let spot = self.spot(Where::Item(SectionKind::Cautions, count(at + 1)), item.place);
            Some(Caution { key, start: beginning(item.text).into(), spot })
        });
        kept.collect()
    }
}

fn is_own(words: &[&str]) -> bool {
    words.len() > 1 && !words.iter().any(|word| FROM_OUTSIDE.contains(word))
}

/// The first words of a text, as many as a message quotes.
fn beginning(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{whole} …")
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

impl OfficeName {
    /// How an actor column is compared: one hash for all spellings of the office, and its words as written, lower-cased. In the hash
    /// the office counts by its usual name, of which an abbreviation and the full form are two, and the rest by its words.
    pub fn compared(&self) -> (u64, String) {
        let words = words(&self.written);
        let mut hashes = Vec::new();
        let mut from = 0;
        for office in offices_among(&words) {
            let before = words.iter().filter(|it| (from..office.at).contains(&it.at));
            hashes.extend(before.map(|word| hash(&word.lower)));
            let is_short = !self.written[office.at..office.end].contains(char::is_whitespace);
            hashes.push(hash(office.short).wrapping_add(u64::from(is_short)));
            from = office.end;
        }
        hashes.extend(words.iter().filter(|it| it.at >= from).map(|word| hash(&word.lower)));
        let spelling = words.iter().map(Word::as_lower).collect::<Vec<_>>().join(" ");
        (hash_all(hashes), spelling)
    }
}
