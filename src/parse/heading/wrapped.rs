//! Names of the letterhead that do not fit a line: what goes on right below.

use super::is_capital;
use super::title::without_title_words;
use crate::grammar::{enumeration, offset_in};
use crate::vocabulary::bodies;
use crate::vocabulary::fold;
use crate::vocabulary::office_names::is_region_word;
use crate::vocabulary::offices;
use crate::vocabulary::sections::TITLE_PARTS;

/// So many words of a name stand in a line of their own at most, its region aside: of a name that may be whole, of one beside the
/// labels, where no other line is expected, and of one that breaks off.
const MOST: [usize; 3] = [3, 5, 8];

/// The line goes on with the name above it, which ends with the line `last`.
pub(super) fn goes_on((name, last): (&str, &str), line: &str, is_beside_labels: bool) -> bool {
    let own = region_start(line).map_or(line, |at| &line[..at]);
    let most = if breaks_off(name) || line.split_whitespace().next().is_some_and(bodies::opens_rest) {
        MOST[2]
    } else if region_start(last).is_some() {
        1
    } else {
        MOST[usize::from(is_beside_labels && is_capital(line))]
    };
    own.split_whitespace().count() <= most && may_go_on(name, line)
}

/// Of its letters, the line may be a part of the name: it is written like it, and says nothing else that is known.
pub(super) fn may_go_on(name: &str, line: &str) -> bool {
    let is_name = |it: char| it.is_alphabetic() || matches!(it, ' ' | ',');
    let is_other = || enumeration::heads_document(line) || offices::begins_office(line) || bodies::is_address(line);
    is_capital(line) == is_capital(name)
        && line.chars().all(is_name)
        && without_title_words(line).len() == line.len()
        && !TITLE_PARTS.contains(&fold(line).as_str())
        && !is_other()
}

/// `DINAS PENANAMAN MODAL DAN`, `DINAS KOPERASI, USAHA MIKRO`, `BADAN RISET DAERAH KOTA`: more has to come.
fn breaks_off(name: &str) -> bool {
    let last = name.split_whitespace().next_back();
    let is_bare = last.is_some_and(|word| bodies::joins_name(word) || is_region_word(word));
    let behind_comma = name.rsplit_once(',').map(|(_, behind)| behind);
    is_bare || behind_comma.is_some_and(|behind| !behind.split_whitespace().any(bodies::joins_name))
}

/// Where `KABUPATEN SERUNI` begins in the name of an agency; a region without its name is none.
fn region_start(name: &str) -> Option<usize> {
    let words = || name.split_whitespace();
    let region = words().zip(words().skip(1)).map(|(word, _)| word).filter(|word| is_region_word(word)).last();
    region.map(|word| offset_in(name, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, line: &str, is_beside: bool, expected: bool) {
        assert_eq!(goes_on((name, name), line, is_beside), expected, "{name} / {line}");
    }

    #[test]
    fn a_name_goes_on_as_far_as_it_is_one() {
        case("DINAS PENANAMAN MODAL DAN", "PELAYANAN TERPADU SATU PINTU", false, true);
        case("DINAS PEMBERDAYAAN PEREMPUAN,", "PERLINDUNGAN ANAK, PENGENDALIAN", false, true);
        case("DINAS SOSIAL, PERLINDUNGAN ANAK", "PENDUDUK DAN KELUARGA BERENCANA", false, true);
        case("DINAS SOSIAL DAN PERLINDUNGAN ANAK", "PELAYANAN SURAT MASUK DAN KELUAR", false, false);
        case("BADAN RISET DAERAH KOTA", "SEGARA", false, true);
        case("BALAI BESAR PENGEMBANGAN", "PENJAMINAN MUTU PENDIDIKAN VOKASI", true, true);
        case("BALAI BESAR PENGEMBANGAN", "PENJAMINAN MUTU PENDIDIKAN VOKASI", false, false);
        case("DINAS KESEHATAN", "KABUPATEN SERUNI BARAT", false, true);
        case("Badan Pusat Statistik Kabupaten Seruni", "Fungsi Statistik Distribusi", true, false);
        case("DINAS KESEHATAN", "Pengelolaan Surat", true, false);
        case("DINAS KESEHATAN DAN", "STANDAR OPERASIONAL PROSEDUR", true, false);
        case("DINAS KESEHATAN DAN", "JALAN MERDEKA BARAT", true, false);
    }
}
