//! Every form of date met in real documents, and how it is printed.

use super::*;

/// A text and how its date is printed.
const READ: &[(&str, &str)] = &[
    ("29 Maret 2021", "2021-03-29"),
    ("08 Februari 2026", "2026-02-08"),
    ("1 Juli 2023", "2023-07-01"),
    ("1 Juli 2032", "2032-07-01"),
    ("JUNI 2020", "2020-06"),
    ("APRIL 2015", "2015-04"),
    ("Maret 2021", "2021-03"),
    (": Maret 2021", "2021-03"),
    ("12/12/2017", "2017-12-12"),
    ("9/10/2018", "2018-10-09"),
    ("1/12/2022", "2022-12-01"),
    ("01/03/2018", "2018-03-01"),
    ("07/06/17", "2017-06-07"),
    ("12/25/2017", "2017-12-25"),
    ("02-12-2017", "2017-12-02"),
    ("02.12.2017", "2017-12-02"),
    ("2021-03-29", "2021-03-29"),
    ("2024-07", "2024-07"),
    ("2024", "2024"),
    ("30 NOVEMBER", "30 NOVEMBER"),
    ("4 Nopember 2011", "2011-11-04"),
    ("4 Pebruari 2011", "2011-02-04"),
    ("1 Jan 2020", "2020-01-01"),
    ("1-Jan-2020", "2020-01-01"),
    ("17 Agt. 2020", "2020-08-17"),
    ("17 Ags 2020", "2020-08-17"),
    ("17 Agu 2020", "2020-08-17"),
    ("5 Sept 2020", "2020-09-05"),
    ("5 Okt 2020", "2020-10-05"),
    ("5 Nop 2020", "2020-11-05"),
    ("5 Des 2020", "2020-12-05"),
    ("Novermber 2024", "2024-11"),
    ("3 Febuari 2022", "2022-02-03"),
    ("......Oktober 2013", "2013-10"),
    ("      Oktober 2024", "2024-10"),
    ("27 Mei 2013 / REV.02", "2013-05-27"),
    ("Senin, 3 Juli 2023", "2023-07-03"),
    ("Paringin, 1 Juli 2023", "2023-07-01"),
    ("05 Desember 2017", "2017-12-05"),
    ("Rev. 02 / 27 Mei 2013", "2013-05-27"),
    ("     -     - 2023", "2023"),
    ("- 3 Juli 2023", "2023-07-03"),
    ("12 Mei 2Ol4", "2014-05-12"),
    ("l2 Mei 2O14", "2014-05-12"),
    ("1Oktober2020", "2020-10-01"),
    ("1 Juli 23", "2023-07-01"),
    ("31 Juni 2023", "31 Juni 2023"),
    ("29 Februari 2023", "29 Februari 2023"),
    ("31/06/2023", "31/06/2023"),
    ("29 Maret 202", "29 Maret 202"),
];

#[test]
fn every_form_is_read_and_reads_back() {
    for (text, printed) in READ {
        let date = parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(date.to_string(), *printed, "{text}");
        assert_eq!(parse(printed).as_ref(), Some(&date), "{text}");
    }
}

#[test]
fn a_part_of_a_date_keeps_what_is_known() {
    let date = parse("30 NOVEMBER").expect("a day and a month");
    assert_eq!((date.year, date.month, date.day), (None, Some(11), Some(30)));
    let date = parse("31 Juni 2023").expect("as written");
    assert_eq!((date.year, date.month, date.day), (Some(2023), Some(6), Some(31)));
}

#[test]
fn a_date_that_was_repaired_says_so() {
    for text in ["Novermber 2024", "12 Mei 2Ol4", "l2 Mei 2014"] {
        assert!(is_repaired(text), "{text}");
    }
    for text in ["29 Maret 2021", "4 Nopember 2011", "12/12/2017", "Paringin, 1Juli2023", "Kepala", "30 NOVEMBER"] {
        assert!(!is_repaired(text), "{text}");
    }
}

#[test]
fn what_is_no_date_gives_none() {
    let texts = [
        "",
        "-",
        "15",
        "12",
        "1945a",
        "Tanggal Efektif",
        "13/13/2017",
        "Nomor 5 Tahun 2020",
        "02/SOP/DISPERSIP/VII/2023",
        "900/147.6/2023",
        "Peraturan Nomor 5 tanggal 3 Mei 2013 tentang",
        "1.2.3",
        "5 menit",
        "19671229 199002 1 002",
        "Kepala Dinas",
        "……",
        "15 Menit 2020",
    ];
    for text in texts {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn a_date_is_found_inside_a_text_with_its_place() {
    let place = |text: &str| find(text).map(|(date, slice)| (date.to_string(), offset_in(text, slice), slice.len()));
    assert_eq!(place("27 Mei 2013 / REV.02"), Some(("2013-05-27".to_owned(), 0, 11)));
    assert_eq!(place("Paringin, 1 Juli 2023"), Some(("2023-07-01".to_owned(), 10, 11)));
    assert_eq!(place("TANGGAL 05 Desember 2017 PEMBUATAN"), Some(("2017-12-05".to_owned(), 8, 16)));
    assert_eq!(place("01/03/2018 Tanggal Revisi 16/09/2019"), Some(("2018-03-01".to_owned(), 0, 10)));
    assert_eq!(place("Nomor 5 Tahun 2020"), None);
    assert_eq!(place("14/td O Juli"), None);
}
