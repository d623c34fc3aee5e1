//! Working time: what durations come to, what sums hold and leave out, and the ways through the flow.

use sop::grammar::duration;
use sop::model::{Sop, WorkingTime};
use sop::read::yaml::read_yaml;
use sop::timing::{Account, Effort, LeftOut, RowTime, effort, effort_in_words};

fn office() -> WorkingTime {
    WorkingTime::default()
}

/// Low and high end in minutes.
fn minutes(effort: Effort) -> (f64, f64) {
    (effort.low as f64 / 60_000.0, effort.high as f64 / 60_000.0)
}

#[test]
fn durations_come_to_working_minutes() {
    let cases = [
        ("30 detik", 0.5, 0.5),
        ("15 menit", 15.0, 15.0),
        ("1,5 jam", 90.0, 90.0),
        ("2 jam 30 menit", 150.0, 150.0),
        ("1 hari", 450.0, 450.0),
        ("2 hari kerja", 900.0, 900.0),
        ("7 hari kalender", 2250.0, 2250.0),
        ("1 hari efektif", 450.0, 450.0),
        ("1-2 hari", 450.0, 900.0),
        ("1 jam - 2 hari", 60.0, 900.0),
        ("maks. 3 hari", 1350.0, 1350.0),
        ("± 15 menit", 15.0, 15.0),
        ("1 minggu", 2250.0, 2250.0),
        ("1 bulan", 9450.0, 9450.0),
        ("1 triwulan", 28350.0, 28350.0),
        ("1 semester", 56700.0, 56700.0),
        ("1 tahun", 113_400.0, 113_400.0),
        ("7x24 jam", 2250.0, 2250.0),
        ("2x30 menit", 60.0, 60.0),
        ("24 jam", 1440.0, 1440.0),
    ];
    for (text, low, high) in cases {
        let duration = duration::parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(minutes(effort(&duration, &office()).expect("measurable")), (low, high), "{text}");
    }
    let each = duration::parse("2 menit/berkas").expect("a duration");
    assert_eq!(effort(&each, &office()), None, "how many there are is not guessed");
}

#[test]
fn an_office_counts_with_its_own_days() {
    let office = WorkingTime { minutes_a_day: 480, days_a_week: 6, days_a_month: 25 };
    for (text, expected) in
        [("1 hari", 480.0), ("1 minggu", 2880.0), ("1 bulan", 12_000.0), ("7 hari kalender", 2880.0)]
    {
        let duration = duration::parse(text).expect("a duration");
        assert_eq!(minutes(effort(&duration, &office).expect("measurable")), (expected, expected), "{text}");
    }
}

#[test]
fn time_is_said_in_units_people_use() {
    let said = |low: u64, high: u64| {
        let (low, high) = (Effort::minutes(low).low, Effort::minutes(high).high);
        effort_in_words(Effort { low, high }, &office())
    };
    assert_eq!(said(0, 0).id, "0 menit");
    assert_eq!(said(59, 59).id, "59 menit");
    assert_eq!(said(60, 60).id, "1 jam (= 60 menit kerja)");
    assert_eq!(said(1080, 1080).id, "2 hari 3 jam (= 1.080 menit kerja)");
    assert_eq!(said(1080, 1080).en, "2 days 3 hours (= 1,080 working minutes)");
    assert_eq!(said(451, 900).id, "1 hari 1 menit – 2 hari (= 451–900 menit kerja)");
    assert_eq!(said(451, 900).en, "1 day 1 minute – 2 days (= 451–900 working minutes)");
    let half = Effort { low: 30_000, high: 3_630_000 };
    assert_eq!(effort_in_words(half, &office()).id, "30 detik – 1 jam 30 detik (= 0,5–60,5 menit kerja)");
}

fn sop(rows: &str) -> Sop {
    read_yaml(&format!("versi: 1\nkegiatan:\n{rows}")).unwrap_or_else(|error| panic!("{error}\n{rows}")).remove(0)
}

fn account(rows: &str) -> Account {
    Account::of(&sop(rows), &office())
}

#[test]
fn what_cannot_be_counted_is_named() {
    let it = account(
        "  - {nomor: 1, uraian: a, waktu: 10 menit}
  - {nomor: 2, uraian: b, waktu: kondisional}
  - {nomor: 3, uraian: c, waktu: 2 menit/berkas}
  - {nomor: 4, uraian: d, waktu: \"-\"}
  - {nomor: 5, uraian: e}
",
    );
    assert_eq!(minutes(it.total.effort), (10.0, 10.0));
    assert_eq!((it.total.counted, it.total.left_out), (vec![0], vec![1, 2, 3, 4]));
    assert_eq!(it.times[1], RowTime::LeftOut(LeftOut::Unreadable("kondisional".to_owned())));
    assert!(matches!(it.times[2], RowTime::LeftOut(LeftOut::PerUnit(_))));
    assert_eq!(it.times[3], RowTime::LeftOut(LeftOut::Dash));
    assert_eq!(it.times[4], RowTime::LeftOut(LeftOut::Unwritten));
}

#[test]
fn a_time_over_several_rows_counts_once() {
    let rows = "  - {nomor: 1, uraian: a, pelaksana: x, waktu: 2 jam}
  - {nomor: 2, uraian: b, pelaksana: y, gabung_atas: [waktu]}
  - {nomor: 3, uraian: c, pelaksana: y, gabung_atas: [waktu]}
  - {nomor: 4, uraian: d, pelaksana: y, waktu: 10 menit}
";
    let it = account(rows);
    assert_eq!(minutes(it.total.effort), (130.0, 130.0));
    assert_eq!((it.total.counted, it.total.left_out), (vec![0, 1, 2, 3], vec![]));
    let slowest = it.ways.unwrap().slowest;
    assert_eq!((minutes(slowest.sum.effort), slowest.rows.len()), ((130.0, 130.0), 4));
    let of_actors: Vec<_> = it.actors.iter().map(|actor| minutes(actor.sum.effort)).collect();
    assert_eq!(of_actors, [(120.0, 120.0), (130.0, 130.0)], "whoever has a part of it may need all of it");
    let unknown = account(&rows.replace("2 jam", "secepatnya"));
    assert_eq!(unknown.total.left_out, [0, 1, 2]);
}

#[test]
fn each_decision_goes_the_shorter_and_the_longer_way() {
    let it = account(
        "  - {nomor: 1, uraian: a, waktu: 1 jam, ya: 2, tidak: 3}
  - {nomor: 2, uraian: b, waktu: 3-5 jam, lanjut: 4}
  - {nomor: 3, uraian: c, waktu: 4 jam}
  - {nomor: 4, uraian: d, waktu: 1 jam, ya: selesai, tidak: 2}
",
    );
    let ways = it.ways.expect("ways");
    // By the lower ends the second step is the shorter one, by the upper ends the longer one.
    assert_eq!((ways.fastest.rows, minutes(ways.fastest.sum.effort)), (vec![0, 1, 3], (300.0, 420.0)));
    assert_eq!((ways.slowest.rows.clone(), minutes(ways.slowest.sum.effort)), (vec![0, 1, 3], (300.0, 420.0)));
    assert_eq!((ways.returns[0].from, ways.returns[0].to, ways.returns.len()), (3, 1, 1));
    assert_eq!(minutes(ways.returns[0].effort), (240.0, 360.0));
    let it = account(
        "  - {nomor: 1, uraian: a, waktu: 1 jam, ya: 2, tidak: selesai}
  - {nomor: 2, uraian: b, waktu: 1 jam}
",
    );
    let ways = it.ways.expect("ways");
    assert_eq!((ways.fastest.rows, ways.slowest.rows), (vec![0], vec![0, 1]));
}

#[test]
fn of_parallel_branches_the_longest_counts() {
    let it = account(
        "  - {nomor: 1, uraian: a, waktu: 1 jam, lanjut: [2, 3]}
  - {nomor: 2, uraian: b, waktu: 2 jam, lanjut: 4}
  - {nomor: 3, uraian: c, waktu: 3 jam, lanjut: 4}
  - {nomor: 4, uraian: d, waktu: 1 jam}
",
    );
    let ways = it.ways.expect("ways");
    assert_eq!((ways.fastest.rows, ways.slowest.rows), (vec![0, 2, 3], vec![0, 2, 3]));
    assert_eq!(minutes(it.total.effort).0, 420.0);
}

#[test]
fn a_row_counts_once_however_many_cells_it_has() {
    let it = Account::of(
        &read_yaml(
            "versi: 1
pelaksana: [{id: a, nama: A}, {id: b, nama: B}]
kegiatan:
  - {nomor: 1, uraian: a, waktu: 1 jam, pelaksana: [a, b, a]}
  - {nomor: 2, uraian: b, waktu: 2 jam, pelaksana: b, bersama: [a]}
  - {nomor: 3, uraian: c, waktu: 3 jam, pelaksana: a}
",
        )
        .expect("an SOP")[0],
        &office(),
    );
    let ways = it.ways.expect("ways");
    assert_eq!((ways.slowest.rows, minutes(ways.slowest.sum.effort).0), (vec![0, 1, 2], 360.0));
    let actors: Vec<_> = it.actors.iter().map(|it| (minutes(it.sum.effort).0, it.shared.clone())).collect();
    assert_eq!(actors, [(360.0, vec![0, 1]), (180.0, vec![0, 1])]);
}

#[test]
fn where_no_way_ends_none_is_told() {
    let it = account(
        "  - {nomor: 1, uraian: a, waktu: 1 jam}
  - {nomor: 2, uraian: b, waktu: 1 jam, simbol: proses, lanjut: 1}
",
    );
    assert_eq!(it.ways, None);
    assert_eq!(minutes(it.total.effort).0, 120.0);
    assert_eq!(Account::of(&Sop::default(), &office()).ways, None);
}

/// A promise in a caution, and whether it is kept by ten working days.
#[track_caller]
fn kept(caution: &str, expected: Option<Option<bool>>) {
    let yaml =
        format!("versi: 1\nperingatan:\n  - {caution}\nkegiatan:\n  - {{nomor: 1, uraian: a, waktu: 10 hari}}\n");
    let it = Account::of(&read_yaml(&yaml).expect("an SOP")[0], &office());
    assert_eq!(it.promises.first().map(|promise| it.keeps(promise)), expected, "{caution}: {:?}", it.promises);
}

#[test]
fn promises_are_read_and_held_against_the_slowest_way() {
    kept("Surat harus selesai paling lambat 10 hari kerja", Some(Some(true)));
    kept("Surat harus selesai paling lambat 9 (sembilan) hari kerja", Some(Some(false)));
    kept("Izin diterbitkan selambat-lambatnya 2 minggu sejak permohonan diterima", Some(Some(true)));
    kept("Jangka waktu penyelesaian maksimal 1 minggu", Some(Some(false)));
    kept("Laporan harus selesai paling lambat 1 minggu setelah kegiatan", Some(None));
    kept("Berkas dikembalikan paling lama 1 hari", Some(None));
    kept("Jika SOP tidak dilaksanakan maka hasilnya tidak maksimal", None);
    kept("Surat selesai paling lambat akhir bulan", None);
}
