//! An SOP as plain data, before it is written down in any layout, and the exact gold it stands for.

use super::time::Time;
use super::words::Office;
use serde_json::{Map, Value, json};

/// Everything a document says.
#[derive(Clone)]
pub struct Plan {
    pub office: &'static Office,
    pub agency: String,
    pub unit: Option<String>,
    /// The line `PEMERINTAH KABUPATEN ...` above the agency, whose place in the agency's name is a matter of taste.
    pub government: Option<String>,
    pub number: String,
    pub title: String,
    pub created: Day,
    pub revised: Day,
    pub effective: Day,
    pub signatory: Signatory,
    /// The six sections in the order of the form.
    pub sections: [Vec<String>; 6],
    pub actors: Vec<String>,
    pub steps: Vec<Step>,
}

/// A date as it is written and as it is to be read.
#[derive(Clone)]
pub struct Day {
    pub written: String,
    /// `None` where nothing is said.
    pub gold: Option<String>,
}

#[derive(Clone)]
pub struct Signatory {
    pub position: String,
    pub name: String,
    /// Rank and grade; the grade may be left out of the text.
    pub rank: Option<(String, Option<String>)>,
    /// 18 digits.
    pub nip: Option<String>,
    /// The position with the whole name of the agency.
    pub full: String,
}

/// A word in a lane that says nothing of who acts.
#[derive(Clone)]
pub struct Loose {
    pub lane: usize,
    pub word: &'static str,
}

#[derive(Clone)]
pub struct Step {
    pub number: u32,
    pub activity: String,
    /// Position of the actor who acts, and of a second one whose symbol stands in the same row.
    pub actor: usize,
    pub second: Option<usize>,
    pub requirements: Vec<String>,
    pub time: Time,
    pub outputs: Vec<String>,
    pub note: Option<String>,
    pub decision: Option<Decision>,
    /// The text alone tells the actor: subject, hand-over of the step before, or owner of the output.
    pub evident: bool,
    pub loose: Option<Loose>,
}

#[derive(Clone)]
pub struct Decision {
    pub kind: DecisionKind,
    /// Positions, from 0, of the rows the branches lead to.
    pub yes: usize,
    pub no: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DecisionKind {
    /// `Jika lengkap ... Jika tidak lengkap mengembalikan kepada ...`.
    Wording,
    /// A return arrow is mentioned under Keterangan.
    ReturnNote,
    /// Only a symbol tells, with Ya and Tidak where the form prints them.
    Symbol,
}

/// What the layout lets through of the flow.
#[derive(Clone, Copy)]
pub struct Visible {
    /// Each row's actor can be read off: a mark in the lanes or a name in the cell.
    pub actors: bool,
    /// The first row's actor can be read off.
    pub first: bool,
    /// Decisions have their own mark.
    pub decisions: bool,
    /// The words Ya and Tidak stand beside them.
    pub branch_words: bool,
    /// There is a column for remarks.
    pub notes: bool,
    /// There are an identity block and sections.
    pub front: bool,
    /// Only lines of words: where lanes and cells begin is a matter of what they say.
    pub lines_only: bool,
}

impl Plan {
    /// The gold in the shape of the YAML contract, with the paths the text does not settle under `_samar`.
    pub fn gold(&self, seen: Visible) -> Value {
        let mut vague: Vec<String> = Vec::new();
        if self.government.is_some() || seen.lines_only {
            vague.extend(["identitas/instansi".to_owned(), "identitas/unit_kerja".to_owned()]);
        }
        if seen.lines_only {
            vague.push("pelaksana".to_owned());
        }
        let steps: Vec<Value> = (0..self.steps.len()).map(|at| self.gold_step(at, seen, &mut vague)).collect();
        let mut gold = Map::new();
        gold.insert("versi".to_owned(), json!(1));
        let identity = if seen.front { self.gold_identity() } else { json!({ "nama": self.title }) };
        gold.insert("identitas".to_owned(), identity);
        for (kind, items) in sop::model::SectionKind::ALL.iter().zip(&self.sections) {
            if seen.front && !items.is_empty() {
                gold.insert(kind.key().to_owned(), json!(items));
            }
        }
        gold.insert("pelaksana".to_owned(), json!(self.actors));
        gold.insert("kegiatan".to_owned(), Value::Array(steps));
        gold.insert("_samar".to_owned(), json!(vague));
        Value::Object(gold)
    }

    /// Leaves of the signatory the office, with the agency in it, and a name without degrees.
    pub fn sign_barely(&mut self) {
        let signatory = &mut self.signatory;
        let whole = signatory.name.split(", ").next().unwrap_or_default();
        let name = whole.rsplit(". ").next().unwrap_or(whole).to_owned();
        (signatory.position, signatory.name, signatory.rank, signatory.nip) =
            (signatory.full.clone(), name, None, None);
    }

    fn gold_identity(&self) -> Value {
        let mut identity = Map::new();
        let mut put = |key: &str, value: &str| {
            identity.insert(key.to_owned(), json!(value));
        };
        put("instansi", &self.agency);
        if let Some(unit) = &self.unit {
            put("unit_kerja", unit);
        }
        if !self.number.is_empty() {
            put("nomor", &self.number);
        }
        put("nama", &self.title);
        let days = [
            ("tanggal_pembuatan", &self.created),
            ("tanggal_revisi", &self.revised),
            ("tanggal_efektif", &self.effective),
        ];
        for (key, day) in days {
            if let Some(gold) = &day.gold {
                put(key, gold);
            }
        }
        let mut signatory = json!({ "jabatan": self.signatory.position, "nama": self.signatory.name });
        if let Some(nip) = &self.signatory.nip {
            signatory["nip"] = json!(nip);
        }
        if let Some((rank, grade)) = &self.signatory.rank {
            signatory["pangkat"] = json!(rank);
            if let Some(grade) = grade {
                signatory["golongan"] = json!(grade);
            }
        }
        identity.insert("disahkan_oleh".to_owned(), signatory);
        Value::Object(identity)
    }

    fn gold_step(&self, at: usize, seen: Visible, vague: &mut Vec<String>) -> Value {
        let step = &self.steps[at];
        let path = |field: &str| format!("kegiatan/{}/{field}", step.number);
        let mut gold = json!({ "nomor": step.number, "uraian": step.activity });
        if self.actor_known(at, seen) {
            let cells: Vec<&str> = [Some(step.actor), step.second]
                .into_iter()
                .flatten()
                .map(|actor| self.actors[actor].as_str())
                .collect();
            gold["pelaksana"] = if cells.len() == 1 { json!(cells[0]) } else { json!(cells) };
        } else if step.loose.is_none() {
            vague.push(path("pelaksana"));
        }
        if !step.requirements.is_empty() {
            gold["kelengkapan"] = json!(step.requirements);
        }
        gold["waktu"] = json!(step.time.gold());
        gold["output"] = json!(step.outputs);
        if let Some(note) = step.note.as_ref().filter(|_| seen.notes) {
            gold["keterangan"] = json!(note);
        }
        self.gold_branches(at, seen, &mut gold, vague);
        gold
    }

    fn gold_branches(&self, at: usize, seen: Visible, gold: &mut Value, vague: &mut Vec<String>) {
        let step = &self.steps[at];
        let Some(decision) = &step.decision else { return };
        let target = |row: usize| self.steps[row].number;
        let (yes, no) = match decision.kind {
            DecisionKind::Wording => (true, self.is_nearest(decision.no, at, seen)),
            DecisionKind::ReturnNote if seen.notes => (true, false),
            DecisionKind::Symbol if seen.decisions && seen.branch_words => (true, false),
            DecisionKind::Symbol if seen.decisions => (false, false),
            _ => return,
        };
        for (key, row, certain) in [("ya", decision.yes, yes), ("tidak", decision.no, no)] {
            if certain {
                gold[key] = json!(target(row));
            } else {
                vague.push(format!("kegiatan/{}/{key}", step.number));
            }
        }
    }

    /// Whoever acts in the earlier row acts in none between the two, and a reader can see that.
    fn is_nearest(&self, earlier: usize, at: usize, seen: Visible) -> bool {
        let actor = self.steps[earlier].actor;
        let known = (earlier..at).all(|row| self.actor_known(row, seen));
        known && (earlier + 1..at).all(|row| self.steps[row].actor != actor && self.steps[row].second != Some(actor))
    }

    fn actor_known(&self, at: usize, seen: Visible) -> bool {
        !seen.lines_only && (seen.actors || (seen.first && at == 0) || self.steps[at].evident)
    }
}
