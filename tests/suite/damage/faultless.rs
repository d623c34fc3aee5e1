//! SOPs without any fault, in all layouts: what a checker must be silent about.

use super::form::{Form, TimeColumns};
use super::layout::{Layout, Medium};
use super::marks::Marks;
use super::plan::{Day, Decision, DecisionKind, Plan, Signatory, Step};
use super::print;
use super::random::Random;
use super::time::Time;
use super::topics::{HANDOVERS, PROCESSES, TOPICS};
use super::words::{CAUTIONS, EQUIPMENT, FAMILY, GIVEN, OFFICES, Office, PLACES, QUALIFICATIONS};
use sop::model::Unit;

/// Acts that nobody can refuse, and what they make. `{}` stands for the paper.
const ACTS: &[(&str, &str)] = &[
    ("Menerima dan mencatat {}", "{} tercatat"),
    ("Menelaah {}", "Telaahan {}"),
    ("Menyusun konsep {}", "Konsep {}"),
    ("Mengetik {}", "Ketikan {}"),
    ("Mengolah {}", "Hasil olahan {}"),
    ("Mencermati isi {}", "Catatan atas {}"),
    ("Memaraf {}", "{} diparaf"),
    ("Menggandakan {}", "Salinan {}"),
    ("Memperbaiki {}", "{} hasil perbaikan"),
    ("Mencetak {}", "Cetakan {}"),
    ("Merekapitulasi {}", "Rekapitulasi {}"),
];

/// People from outside, for whom a service would have to end.
const OUTSIDERS: &[&str] = &[
    "Pemohon",
    "Penyedia",
    "Perusahaan",
    "OPD Pengusul",
    "Wajib Pajak",
    "Warga",
    "Ketua RT",
    "Keluarga Pasien",
    "Pimpinan Dewan",
    "Pengguna Data",
];

/// The laws of every such SOP: in the order of their rank, in force, whole, in one style.
const LAWS: &[&str] = &[
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman \
     Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
    "Peraturan Bupati {p} Nomor 36 Tahun 2014 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi Perangkat Daerah",
];

const MONTHS: [(&str, &str); 4] = [("Januari", "I"), ("April", "IV"), ("Mei", "V"), ("September", "IX")];

/// The text of a faultless SOP in that layout, and the ending of its file.
pub fn faultless(layout: Layout, seed: u64) -> (String, &'static str) {
    let mut random = Random::new(seed);
    let mut form = Form::plain(layout, &mut random);
    form.faults.clear();
    if matches!(form.marks, Marks::Lost | Marks::OnlyStart) {
        form.marks = Marks::Capsules;
    }
    if matches!(form.time, TimeColumns::Counted(_)) {
        form.time = TimeColumns::Counted(Unit::Minute);
    }
    let plan = plan(&mut random);
    let ending = match form.medium {
        Medium::Markdown => "md",
        Medium::Html => "html",
        _ => "txt",
    };
    (print::document(&plan, &form, &mut random) + "\n", ending)
}

fn plan(random: &mut Random) -> Plan {
    let office = random.pick(OFFICES);
    let place = *random.pick(PLACES);
    let local = matches!(office.head, "Camat" | "Lurah");
    let agency = if local { format!("{} {place}", office.name) } else { format!("{} Kabupaten {place}", office.name) };
    let (topic, paper) = subject(random);
    let (year, (month, roman)) = (random.between(2016, 2021), *random.pick(&MONTHS));
    let (actors, steps) = steps(random, office, paper);
    let some = |from: &[&str], random: &mut Random| -> Vec<String> {
        random.sample(from, 3).into_iter().map(str::to_owned).collect()
    };
    let (skills, tools) = (some(QUALIFICATIONS, random), some(&EQUIPMENT[..8], random));
    Plan {
        office,
        agency,
        unit: None,
        government: None,
        number: format!("{:03}/SOP/SEKR/{roman}/{year}", random.between(1, 300)),
        title: format!("{} {topic}", random.pick(PROCESSES)),
        created: day(1, month, year),
        revised: Day { written: "-".to_owned(), gold: Some("-".to_owned()) },
        effective: working_day(month, year),
        signatory: signatory(random, office),
        sections: [
            LAWS.iter().map(|law| law.replace("{p}", place)).collect(),
            skills,
            vec!["SOP Pengelolaan Surat Masuk".to_owned()],
            tools,
            vec![(*random.pick(&CAUTIONS[..4])).to_owned()],
            vec!["Disimpan sebagai data elektronik dan manual".to_owned()],
        ],
        actors,
        steps,
    }
}

/// A topic whose paper shares a word with it.
fn subject(random: &mut Random) -> (&'static str, &'static str) {
    loop {
        let (topic, paper) = *random.pick(TOPICS);
        let lower = topic.to_lowercase();
        if paper.split(' ').any(|word| word.len() > 3 && lower.split(' ').any(|it| it == word)) {
            return (topic, paper);
        }
    }
}

fn day(day: u32, month: &str, year: usize) -> Day {
    Day { written: format!("{day} {month} {year}"), gold: None }
}

/// The first day from the second on that is no Saturday or Sunday.
fn working_day(month: &str, year: usize) -> Day {
    let number = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"];
    let month_number = number.iter().position(|name| *name == month).unwrap_or_default();
    let before: usize =
        [31, 28 + usize::from(year.is_multiple_of(4)), 31, 30, 31, 30, 31, 31][..month_number].iter().sum();
    // Day 0 of the count is 1 January 2015, a Thursday.
    let since: usize = (2015..year).map(|it| 365 + usize::from(it.is_multiple_of(4))).sum::<usize>() + before;
    let works = |day: &usize| (since + day - 1 + 3) % 7 < 5;
    let first = (2..8).find(works).unwrap_or(2);
    day(first as u32, month, year)
}

fn signatory(random: &mut Random, office: &Office) -> Signatory {
    let name = format!("{} {}, S.Sos., M.Si.", random.pick(GIVEN), random.pick(FAMILY));
    let nip = format!("1975{:02}{:02}1999031{:03}", random.between(1, 12), random.between(1, 28), random.between(1, 9));
    let rank = Some(("Pembina".to_owned(), Some("IV/a".to_owned())));
    Signatory { position: office.head.to_owned(), name, rank, nip: Some(nip), full: office.head.to_owned() }
}

/// The columns in the order in which their actors come in, and the rows.
fn steps(random: &mut Random, office: &Office, paper: &str) -> (Vec<String>, Vec<Step>) {
    let inside: Vec<&str> = office.actors.iter().copied().filter(|it| !OUTSIDERS.contains(it)).collect();
    let count = random.between(4, 7);
    let columns = random.between(2, inside.len().min(4));
    let actors = random.sample(&inside, columns);
    let walk: Vec<usize> =
        (0..count).map(|at| if at < actors.len() { at } else { random.between(0, actors.len() - 1) }).collect();
    let mut steps: Vec<Step> = Vec::new();
    for (at, act) in random.sample(ACTS, count).into_iter().enumerate() {
        let act = if at + 1 == count { ("Mengarsipkan {}", "Arsip {}") } else { act };
        let needed = steps.last().map_or_else(|| vec![initial(paper)], |before| before.outputs.clone());
        let mut step = row(at, act, paper, needed);
        step.actor = walk[at];
        step.time = Time::counted_in(Unit::Minute, random);
        if let Some(&next) = walk.get(at + 1).filter(|next| **next != walk[at] && random.chance(50)) {
            step.activity = format!("{} dan {} {}", step.activity, random.pick(HANDOVERS), actors[next]);
        }
        steps.push(step);
    }
    decide(random, &actors, paper, &mut steps);
    (actors.into_iter().map(str::to_owned).collect(), steps)
}

fn row(at: usize, (activity, output): (&str, &str), paper: &str, requirements: Vec<String>) -> Step {
    Step {
        number: at as u32 + 1,
        activity: activity.replace("{}", paper),
        actor: 0,
        second: None,
        requirements,
        time: Time::Words(String::new()),
        outputs: vec![initial(&output.replace("{}", paper))],
        note: None,
        decision: None,
        evident: false,
        loose: None,
    }
}

/// One row in the middle may look at the paper and send it back.
fn decide(random: &mut Random, actors: &[&str], paper: &str, steps: &mut [Step]) {
    let fits = |at: &usize| {
        let (back, here, next) = (steps[at - 1].actor, steps[*at].actor, steps[at + 1].actor);
        back != here && here != next && next != back
    };
    let Some(at) = (1..steps.len() - 1).find(fits).filter(|_| random.chance(60)) else { return };
    let (next, back) = (actors[steps[at + 1].actor], actors[steps[at - 1].actor]);
    steps[at].activity = format!(
        "Memeriksa kelengkapan {paper}. Jika lengkap meneruskan kepada {next}, jika tidak lengkap mengembalikan kepada {back}"
    );
    steps[at].decision = Some(Decision { kind: DecisionKind::Wording, yes: at + 1, no: at - 1 });
}

fn initial(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What a layout itself has wrong, whatever is written in it.
pub fn inherent(layout: Layout) -> &'static [&'static str] {
    match layout {
        Layout::Purwokerto => &["S005"],
        Layout::TableOnly => &["S001"],
        _ => &[],
    }
}
