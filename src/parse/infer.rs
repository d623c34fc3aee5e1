//! Actors whose marks are lost: clues from the text, each named and weighed. Below [`CERTAIN_ENOUGH`] nobody is named, and the
//! candidates go to the ledger.

use super::draft::Draft;
use super::mentions::{Mention, Mentions, lowered, words};
use crate::model::{Cell, Path, Sourced, Step, StepField, Symbol};
use crate::source::Place;
use crate::vocabulary::flow_words as verbs;
use crate::vocabulary::prose_words::BY;

/// Confidence from which an actor is written into the model.
pub(super) const CERTAIN_ENOUGH: f64 = 0.6;

/// Confidence from which one is named as a candidate.
const WORTH_NAMING: f64 = 0.3;

/// One step as the clues see it.
#[derive(Debug, Default)]
pub(super) struct Reading<'a> {
    /// Words of the activity, offices spelt out.
    pub words: Vec<&'a str>,
    /// Who the activity begins with.
    pub subject: Option<Mention>,
    /// Who is named beside that one (`X, Y dan Z memeriksa`).
    pub others: Vec<Mention>,
    /// Who carries what is sent (`melalui X`).
    pub carrier: Option<Mention>,
    /// Who does it, named behind the work (`Pemeriksaan berkas oleh X`).
    pub agent: Option<Mention>,
    /// Who gets the work, and how strong the wording is; the last one named.
    pub receiver: Option<(Mention, f64)>,
    /// Ordered to do something of which this is the verb.
    pub ordered: Option<(Mention, Option<&'a str>)>,
    /// Who takes part (`bersama X`, `berkoordinasi dengan X`).
    pub partner: Option<Mention>,
    /// To whom it goes back where it is refused.
    pub returned: Option<Mention>,
    /// From whom it comes (`menerima ... dari X`).
    pub sender: Option<Mention>,
    /// Whose product the output is (`Disposisi X`).
    pub owner: Option<Mention>,
    /// Begins with a verb of receiving.
    pub receives: bool,
}

/// One clue.
struct Clue {
    actor: usize,
    weight: f64,
    reason: String,
}

/// What each step says is done, [`lowered`].
pub(super) fn activities(draft: &Draft) -> Vec<String> {
    draft.sop.steps.iter().map(|step| step.activity.value().map(|it| lowered(it)).unwrap_or_default()).collect()
}

/// The steps whose words are looked at: all where an actor is to be found, else those that may decide.
pub(super) fn wanted(draft: &Draft, activities: &[String], open: &[usize]) -> Vec<bool> {
    let steps = draft.sop.steps.iter().zip(activities);
    steps.map(|(step, activity)| !open.is_empty() || may_decide(step, activity)).collect()
}

/// Names the actors of the steps in `open`, where the clues suffice; `activities` are those of the steps that are looked at.
pub(super) fn infer<'a>(
    draft: &mut Draft,
    mentions: &Mentions,
    open: &[usize],
    activities: impl Iterator<Item = Option<&'a str>>,
) -> Vec<Reading<'a>> {
    let steps = draft.sop.steps.iter().zip(activities);
    let reading = |(step, activity): (&Step, Option<&'a str>)| {
        activity.and_then(|activity| read(step, activity, mentions)).unwrap_or_default()
    };
    let readings: Vec<Reading> = steps.map(reading).collect();
    if draft.sop.actors.is_empty() {
        return readings;
    }
    for at in open {
        // Words that were dealt out may hold the name.
        let is_cell = draft.actors_named && !draft.dealt.contains(&draft.sop.steps[*at].number);
        let lost = if is_cell { EMPTY_NAME } else { LOST_MARK };
        let clues = clues(draft, &readings, *at);
        settle(draft, &readings, *at, (clues, lost));
    }
    readings
}

/// Why a step has no actor, where marks in columns tell them.
const LOST_MARK: &str = "tanda pelaksana hilang";

/// The same where their names stand in the steps.
const EMPTY_NAME: &str = "nama pelaksana tidak tertulis di langkah ini, atau selnya digabung dengan yang di atas";

/// Where every actor is marked, only the words of decisions are looked at.
fn may_decide(step: &Step, activity: &str) -> bool {
    let marked = step.cells.iter().any(|cell| cell.symbol.as_ref().is_some_and(|it| it.value == Symbol::Decision));
    let noted = |word: &&str| step.note.value().is_some_and(|note| note.to_lowercase().contains(word));
    marked || verbs::RETURN.iter().any(|word| activity.contains(word) || noted(word))
}

fn read<'a>(step: &Step, activity: &'a str, mentions: &Mentions) -> Option<Reading<'a>> {
    step.activity.value()?;
    let words = words(activity);
    let subject = mentions.at(&words, 0).or_else(|| mentions.glued(words.first()?));
    let mut reading = Reading { subject, ..Reading::default() };
    let mut start = subject.map_or(0, |mention| mention.length.min(words.len().saturating_sub(1)));
    if subject.is_some()
        && let Some((others, behind)) = other_subjects(mentions, &words, start)
    {
        (reading.others, start) = (others, behind);
    }
    reading.carrier = carrier(mentions, &words, start);
    reading.agent = agent(mentions, &words);
    reading.receives = words.get(start).is_some_and(|word| verbs::RECEIVE.contains(word));
    let mut handing = words.get(start).is_some_and(|word| verbs::HAND_OVER_NOUNS.contains(word));
    let mut returning = false;
    for (position, word) in words.iter().copied().enumerate() {
        returning |= verbs::RETURN.contains(&word);
        let next = words.get(position + 1).copied();
        if verbs::hands_over(word, next) {
            handing = true;
            returning = false;
        }
        if verbs::ORDER.contains(&word)
            && let Some(mention) = words.get(position + 1).and_then(|_| mentions.at(&words, position + 1))
        {
            reading.ordered = Some((mention, purpose(&words, position + 1 + mention.length)));
        }
        if returning && verbs::TO.contains(&word) && position + 1 < words.len() && is_refused(&words[..position]) {
            reading.returned = reading.returned.or_else(|| mentions.at(&words, position + 1));
        }
        if returning || position + 1 >= words.len() {
            continue;
        }
        let named = || mentions.at(&words, position + 1);
        if verbs::TO.contains(&word) {
            if let Some(mention) = named() {
                let report = position > 0 && words[position - 1] == verbs::REPORT;
                let weight = if handing {
                    0.75
                } else if report {
                    0.65
                } else {
                    0.45
                };
                if reading.receiver.is_none_or(|(_, before)| weight >= before) {
                    reading.receiver = Some((mention, weight));
                }
            }
        } else if verbs::WITH.contains(&word) {
            reading.partner = named().or(reading.partner);
        } else if word == verbs::FROM {
            reading.sender = reading.sender.or_else(named);
        }
    }
    reading.owner = step.outputs.items().iter().find_map(|output| owner(mentions, &output.value.0));
    reading.words = words;
    Some(reading)
}

/// `… jika tidak sesuai dikembalikan`
fn is_refused(words: &[&str]) -> bool {
    words.iter().rev().take(FARTHEST_REFUSAL).any(|word| verbs::NEGATION.contains(word))
}

/// So many words before `dikembalikan kepada` the refusal stands.
const FARTHEST_REFUSAL: usize = 8;

/// `X, Y dan Z memeriksa`: who stands behind the first subject, and where the words go on.
fn other_subjects(mentions: &Mentions, words: &[&str], behind: usize) -> Option<(Vec<Mention>, usize)> {
    let (mut others, mut at, mut last) = (Vec::new(), behind, false);
    while !last && at + 1 < words.len() {
        last = verbs::AND.contains(&words[at]);
        let named = mentions.at(words, at + usize::from(last))?;
        at += usize::from(last) + named.length;
        others.push(named);
    }
    // A verb must follow: `X dan Y` alone is what the step is about.
    (last && at < words.len()).then_some((others, at))
}

/// `mengirim … melalui X`.
fn carrier(mentions: &Mentions, words: &[&str], start: usize) -> Option<Mention> {
    let sent = words.get(start).is_some_and(|word| verbs::SEND.contains(word));
    let through = words.iter().position(|word| verbs::THROUGH.contains(word)).filter(|_| sent)?;
    (through + 1 < words.len()).then(|| mentions.at(words, through + 1)).flatten()
}

/// `Pemeriksaan berkas oleh X`, `Berkas diperiksa oleh X`; of `Mengirim surat yang ditandatangani oleh X` another did that before.
fn agent(mentions: &Mentions, words: &[&str]) -> Option<Mention> {
    let by = words.iter().position(|word| *word == BY).filter(|by| *by > 0 && by + 1 < words.len())?;
    let is_passive = |word: &str| word.len() >= SHORTEST_VERB && word.starts_with("di");
    let is_active = words[0].len() >= SHORTEST_VERB && words[0].starts_with("me");
    let of_another = words[..by].contains(&verbs::WHICH) || is_active && is_passive(words[by - 1]);
    if of_another { None } else { mentions.at(words, by + 1) }
}

/// `... untuk mengarsipkan`, `... mengarsipkan`: the verb of what was ordered.
fn purpose<'a>(words: &[&'a str], from: usize) -> Option<&'a str> {
    let behind = &words[from.min(words.len())..];
    let at = behind.iter().take(2).position(|word| verbs::PURPOSE.contains(word));
    let direct = || behind.first().copied().filter(|word| word.len() >= SHORTEST_VERB && word.starts_with("me"));
    at.map_or_else(direct, |at| behind.get(at + 1).copied())
}

/// Shorter words are no verbs in the active.
const SHORTEST_VERB: usize = 6;

/// `Disposisi Sekretaris`: a product that only its holder makes.
fn owner(mentions: &Mentions, output: &str) -> Option<Mention> {
    let first = output.split(|it: char| !it.is_alphanumeric()).find(|it| !it.is_empty())?;
    if !verbs::OWNED.iter().any(|word| word.eq_ignore_ascii_case(first)) {
        return None;
    }
    let lowered = lowered(output);
    let words = words(&lowered);
    if !verbs::OWNED.contains(words.first()?) || words.len() < 2 {
        return None;
    }
    mentions.at(&words, 1).filter(|mention| 1 + mention.length == words.len())
}

/// The clues for one step.
fn clues(draft: &Draft, readings: &[Reading], at: usize) -> Vec<Clue> {
    let mut clues = Vec::new();
    let mut add = |actor: usize, weight: f64, reason: String| clues.push(Clue { actor, weight, reason });
    let own = &readings[at];
    if let Some(subject) = own.subject {
        add(subject.actor, 0.93 * subject.strength, "disebut sebagai subjek kegiatan".to_owned());
    }
    if let Some(agent) = own.agent {
        add(agent.actor, 0.85 * agent.strength, "disebut di belakang `oleh`".to_owned());
    }
    if let Some(carrier) = own.carrier {
        add(carrier.actor, 0.7 * carrier.strength, "disebut sebagai yang mengantar".to_owned());
    }
    if let Some(owner) = own.owner {
        add(owner.actor, 0.72 * owner.strength, "pemilik output".to_owned());
    }
    if let Some(before) = at.checked_sub(1).map(|before| &readings[before]) {
        let number = draft.sop.steps[at - 1].number;
        if let Some((receiver, weight)) = before.receiver {
            add(receiver.actor, weight * receiver.strength, format!("langkah {number} meneruskan kepadanya"));
            if own.receives && weight > 0.6 {
                add(receiver.actor, 0.5, "kegiatan berupa menerima".to_owned());
            }
        }
        if let Some((ordered, purpose)) = &before.ordered {
            let same = purpose.as_ref().is_some_and(|verb| own.words.first() == Some(verb));
            add(ordered.actor, if same { 0.85 } else { 0.5 }, format!("diperintah pada langkah {number}"));
        }
        if let Some(partner) = before.partner.filter(|_| before.receiver.is_none()) {
            add(partner.actor, 0.55 * partner.strength, format!("langkah {number} berkoordinasi dengannya"));
            if before.owner.is_some_and(|owner| owner.actor != partner.actor) {
                add(partner.actor, 0.2, format!("output langkah {number} ditujukan kepadanya"));
            }
        }
    }
    if let Some(sender) = readings.get(at + 1).and_then(|next| next.sender) {
        add(
            sender.actor,
            0.62 * sender.strength,
            format!("langkah {} menerima darinya", draft.sop.steps[at + 1].number),
        );
    }
    if let Some(maker) = maker(draft, readings, at) {
        let number = draft.sop.steps[at + 1].number;
        add(maker.actor, 0.65 * maker.strength, format!("langkah {number} mengembalikan kepadanya bila ditolak"));
    }
    if let Some((actor, number)) = mirrored(readings, draft, at) {
        add(actor, 0.62, format!("menyampaikan kembali kepada yang memberinya tugas pada langkah {number}"));
    }
    clues
}

/// What is made here and handed on goes back, where the next step refuses it, to whom made it.
fn maker(draft: &Draft, readings: &[Reading], at: usize) -> Option<Mention> {
    let own = &readings[at];
    let makes = own.words.first().is_some_and(|word| verbs::MAKE.contains(word));
    let hands_on = own.receiver.is_some_and(|(_, weight)| weight > 0.6);
    let returned = readings.get(at + 1)?.returned?;
    let within = !draft.sop.actors.get(returned.actor)?.external;
    (makes && hands_on && within).then_some(returned)
}

/// Most steps between work that goes down and its way back up.
const FARTHEST_GIVER: usize = 200;

/// Work goes back up to whom it came down from: an earlier step of the receiver handed it to this actor.
fn mirrored(readings: &[Reading], draft: &Draft, at: usize) -> Option<(usize, u32)> {
    let (receiver, weight) = readings[at].receiver?;
    if weight < 0.7 || readings[at].receives {
        return None;
    }
    (1..at).rev().take(FARTHEST_GIVER).find_map(|earlier| {
        let giver = draft.sop.steps[earlier - 1].actors().next()?;
        let given = readings[earlier - 1].receiver.map(|(mention, _)| mention)?;
        let by_receiver = draft.sop.actors[receiver.actor].id == giver.value;
        (by_receiver && given.actor != receiver.actor).then_some((given.actor, draft.sop.steps[earlier - 1].number))
    })
}

/// Weighs the clues and writes the actor, or the candidates.
fn settle(draft: &mut Draft, readings: &[Reading], at: usize, (clues, lost): (Vec<Clue>, &str)) {
    let mut candidates: Vec<(usize, f64, Vec<String>)> = Vec::new();
    for clue in clues {
        match candidates.iter_mut().find(|(actor, ..)| *actor == clue.actor) {
            Some((_, doubt, reasons)) => {
                *doubt *= 1.0 - clue.weight;
                reasons.push(clue.reason);
            }
            None => candidates.push((clue.actor, 1.0 - clue.weight, vec![clue.reason])),
        }
    }
    let own = &readings[at];
    let mut weighed: Vec<(usize, f64, String)> = candidates
        .into_iter()
        .map(|(actor, doubt, reasons)| (actor, (1.0 - doubt) * against(own, actor), reasons.join("; ")))
        .collect();
    weighed.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let step = &draft.sop.steps[at];
    let (number, span) = (step.number, step.place.span());
    let path = Path::field(number, StepField::Actors);
    let Some((actor, best, reason)) = weighed.first().cloned() else {
        draft.unreadable(path, Some(format!("{lost} dan tidak ada petunjuk dalam teks")), span);
        return;
    };
    let rival = weighed.get(1).map_or(0.0, |(_, share, _)| *share);
    let confidence = best * (1.0 - 0.4 * rival);
    if confidence >= CERTAIN_ENOUGH {
        let place: Place = draft.sop.steps[at].activity.place();
        let cell = |draft: &Draft, actor: usize| {
            let id = draft.sop.actors[actor].id.clone();
            Cell { actor: Some(Sourced::new(id, place)), ..Cell::default() }
        };
        let named = own.subject.filter(|subject| subject.actor == actor);
        let others = named.map_or(&[][..], |_| &own.others).iter().filter(|other| other.actor != actor);
        let others: Vec<Cell> = others.map(|other| cell(draft, other.actor)).collect();
        draft.sop.steps[at].cells[0].actor = cell(draft, actor).actor;
        draft.sop.steps[at].cells.extend(others);
        draft.inferred(path, confidence, reason, span);
        return;
    }
    let name = |actor: usize| draft.sop.actors[actor].name.value.clone();
    let named: Vec<String> = weighed
        .iter()
        .filter(|(_, share, _)| *share >= WORTH_NAMING)
        .map(|(actor, share, reason)| format!("{} ({share:.2}: {reason})", name(*actor)))
        .collect();
    let reason = match named.is_empty() {
        true => format!("{lost} dan petunjuk dalam teks terlalu lemah"),
        false => format!("{lost}; calon: {}", named.join(", ")),
    };
    draft.unreadable(path, Some(reason), span);
}

/// Who receives, is ordered or takes part in this very step is hardly the one who does it.
fn against(own: &Reading, actor: usize) -> f64 {
    let receives = own.receiver.is_some_and(|(mention, weight)| mention.actor == actor && weight > 0.6);
    let ordered = own.ordered.as_ref().is_some_and(|(mention, _)| mention.actor == actor);
    let takes_part = own.partner.is_some_and(|mention| mention.actor == actor);
    let subject = own.subject.is_some_and(|mention| mention.actor == actor);
    if subject {
        1.0
    } else if receives || ordered {
        0.35
    } else if takes_part {
        0.5
    } else {
        1.0
    }
}
