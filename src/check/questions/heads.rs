//! Whether an official heads the unit an SOP belongs to, as far as the names of both tell.

use super::{Word, offices_in, own_name, region_of, words};
use crate::vocabulary::office_names::{
    ACTING_MARKS, FOREIGN_OFFICES, LOCAL_HEADS, MATTER_AGENCIES, MATTERS, REGION_WORDS,
};

/// The position certainly belongs to another agency: another kecamatan, kelurahan or region, or a kind of head that such an
/// agency does not have. What the names do not tell is taken to be right, and so is whoever signs on behalf of another.
pub fn foreign_head(position: &str, agency: &str, unit: &str) -> bool {
    let said = words(position);
    if said.windows(2).any(|pair| pair[0].lower == "a" && pair[1].lower == "n") {
        return false;
    }
    let acting = said.iter().take_while(|word| ACTING_MARKS.contains(&word.as_lower())).count();
    let said = &said[acting..];
    let own = own_name(agency, unit);
    heads_another_matter(said, own, unit)
        || heads_another_place(said, own) && (heads_another_place(said, unit) || !names_kind(said, unit))
        || heads_another_unit(said, unit) && !names_kind(said, own)
        || is_of_another_kind(position, own)
        || is_of_another_region(position, agency)
}

/// `Lurah Sekip` for `Kelurahan Sei Putih`.
fn heads_another_place(said: &[Word<'_>], agency: &str) -> bool {
    let Some((head, kind)) = head_of(said) else { return false };
    let agency = words(agency);
    let Some(at) = agency.iter().position(|word| word.lower == kind) else { return false };
    let (mine, other) = (place(&agency[at + 1..]), place(&said[head..]));
    // `TEG ALSARI` is what a scan makes of `TEGALSARI`.
    mine.iter().zip(&other).any(|(one, other)| one != other) && mine.concat() != other.concat()
}

/// `Kepala Puskesmas Melati` for `UPTD Puskesmas Mawar`: the names share no word.
fn heads_another_unit(said: &[Word<'_>], unit: &str) -> bool {
    let Some((head, kind)) = head_of(said) else { return false };
    let unit = words(unit);
    let Some(at) = unit.iter().position(|word| word.lower == kind) else { return false };
    let (mine, other) = (place(&unit[at + 1..]), place(&said[head..]));
    let is_capital = |word: &Word<'_>| word.text.bytes().all(|it| it.is_ascii_uppercase());
    let is_short = said[head..].iter().any(is_capital) && !said.iter().all(is_capital);
    !mine.is_empty()
        && !other.is_empty()
        && !other.iter().any(|word| mine.contains(word))
        && mine.concat() != other.concat()
        && !is_short
}

/// `Kepala Dinas Perhubungan` for `Dinas Pekerjaan Umum`: an agency of the same kind, whose matter is another. Both must name theirs by a
/// word that is known to be one; an abbreviation (`PUPR`) may be of any.
fn heads_another_matter(said: &[Word<'_>], agency: &str, unit: &str) -> bool {
    let [head, kind, said @ ..] = said else { return false };
    if head.lower != "kepala" || !MATTER_AGENCIES.contains(&kind.as_lower()) {
        return false;
    }
    let (agency, unit) = (words(agency), words(unit));
    let Some([own_kind, own @ ..]) = agency.get(..) else { return false };
    let matters = |words: &[Word<'_>]| {
        let names = |row: &&[&str]| words.iter().any(|word| row.contains(&word.as_lower()));
        (0..MATTERS.len()).filter(|at| names(&MATTERS[*at])).collect::<Vec<_>>()
    };
    let (theirs, ours) = (matters(said), matters(own));
    let is_shared = |one: &Word<'_>| own.iter().chain(&unit).any(|other| is_made_of(&one.lower, &other.lower));
    own_kind.lower == kind.lower
        && !theirs.is_empty()
        && !ours.is_empty()
        && !theirs.iter().any(|row| ours.contains(row))
        && !said.iter().any(is_shared)
        && !holds_abbreviation(said)
}

/// One word is the other, or within it: `kerja`, `ketenagakerjaan`; short ones are too common.
fn is_made_of(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= SHORTEST && long.contains(short)
}

/// Shorter words join others, or are in many by chance.
const SHORTEST: usize = 5;

/// A word of capitals among others.
fn holds_abbreviation(words: &[Word<'_>]) -> bool {
    let is_capital = |word: &Word<'_>| word.text.bytes().all(|it| it.is_ascii_uppercase());
    words.iter().any(is_capital) && !words.iter().all(is_capital)
}

fn names_kind(said: &[Word<'_>], unit: &str) -> bool {
    head_of(said).is_some_and(|(_, kind)| words(unit).iter().any(|word| word.lower == kind))
}

/// How many words the title of a local head takes, and the kind of agency it heads.
fn head_of(said: &[Word<'_>]) -> Option<(usize, &'static str)> {
    let (title, kind) = LOCAL_HEADS.iter().find(|(title, _)| {
        title.split(' ').enumerate().all(|(at, part)| said.get(at).is_some_and(|word| word.lower == part))
    })?;
    Some((title.split(' ').count(), kind))
}

/// The name of the place, up to where the next higher region begins.
fn place(words: &[Word<'_>]) -> Vec<String> {
    let name = words.iter().map(Word::as_lower).take_while(|word| !REGION_WORDS.contains(word));
    name.map(str::to_owned).collect()
}

/// `Kepala Badan …` for a dinas.
pub fn is_of_another_kind(position: &str, agency: &str) -> bool {
    let Some(kind) = words(agency).into_iter().next().map(|word| word.lower) else { return false };
    let foreign = FOREIGN_OFFICES.iter().find(|(agency, _)| *agency == kind).map_or(&[][..], |(_, offices)| *offices);
    offices_in(position).first().is_some_and(|office| office.word == 0 && foreign.contains(&office.short))
}

fn is_of_another_region(position: &str, agency: &str) -> bool {
    match (region_of(position), region_of(agency)) {
        (Some(one), Some(other)) => one.kind == other.kind && !one.is(&other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::foreign_head;

    #[track_caller]
    fn case(position: &str, agency: &str, unit: &str, expected: bool) {
        assert_eq!(foreign_head(position, agency, unit), expected, "{position} / {agency} / {unit}");
    }

    #[test]
    fn a_head_is_foreign_only_where_the_names_say_so() {
        case("Lurah Mawar", "Kelurahan Melati", "", true);
        case("Kepala Kelurahan Mawar", "Kelurahan Melati", "", true);
        case("Lurah Melati", "Kelurahan Melati Kecamatan Taman", "", false);
        case("Lurah", "Kelurahan Melati", "", false);
        case("Camat Taman Utara", "Kecamatan Taman Selatan", "", true);
        case("Camat Taman Kabupaten Contoh", "Kecamatan Taman", "Seksi Pelayanan", false);
        case("Lurah Mawar", "Kecamatan Taman", "Kelurahan Mawar", false);
        case("Camat Taman", "Kelurahan Melati Kecamatan Taman", "", false);
        case("Plt. Camat Mawar", "Kecamatan Melati", "", true);
        case("a.n. Camat Mawar", "Kecamatan Melati", "", false);
        case("Kepala Badan Kepegawaian", "Dinas Sosial", "", true);
        case("Kepala Dinas PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", "", false);
        case("Sekretaris Daerah Kabupaten Contoh", "Dinas Sosial Kabupaten Contoh", "", false);
        case("Kepala Dinas Sosial Kabupaten Lain", "Dinas Sosial Kabupaten Contoh", "", true);
        case("Wali Kota Lain", "Dinas Sosial Kabupaten Contoh", "", false);
        case("a.n. Bupati Kabupaten Lain", "Dinas Sosial Kabupaten Contoh", "", false);
        case("Lurah Mawar A", "Kelurahan Melati", "", true);
        case("Lurah Mawar A B", "Kelurahan Melati", "", true);
        case("Lurah Mawar N", "Kelurahan Melati", "", true);
        case("Lurah Mawar", "Kelurahan Melati", "Kelurahan Anggrek", true);
        case("Lurah Mawar", "Kelurahan Melati", "Kelurahan Mawar", false);
        case("Lurah Mawar", "Kelurahan Melati", "Kelurahan", false);
        case("Lurah Mawar", "Kelurahan Melati", "Seksi Pelayanan", true);
        case("Kepala", "Kelurahan Melati", "", false);
        case("Kepala Dinas Sosial", "Pemerintah Kabupaten Contoh Badan Kepegawaian", "", true);
        case("Kepala Dinas Sosial", "Pemerintah Kabupaten Contoh", "Badan Kepegawaian", true);
        case("Kepala Dinas Sosial", "Pemerintah Kabupaten Contoh", "Bidang Kepegawaian", false);
        case("Camat Mawar", "Pemerintah Kota Contoh Kecamatan Melati", "", true);
        case("Camat Melati", "Pemerintah Kota Contoh", "Kecamatan Melati", false);
        case("Kepala Dinas Perhubungan", "Dinas Pekerjaan Umum dan Penataan Ruang", "", true);
        case("Plt. Kepala Dinas Sosial", "Dinas Kesehatan Kabupaten Contoh", "Bidang Pelayanan", true);
        case("Kepala Dinas Kesehatan", "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana", "", false);
        case("Kepala Dinas Kominfo", "Dinas Komunikasi dan Informatika", "", false);
        case("Kepala Dinas Pendidikan", "Dinas Dikbud", "", false);
        case("KEPALA DINAS PENDIDIKAN", "DINAS KESEHATAN", "", true);
        case("Kepala Dinas PUPR Perhubungan", "Dinas Pekerjaan Umum", "", false);
        case("Kepala Dinas Pertanian", "Dinas Tanaman Pangan, Hortikultura dan Perkebunan", "", false);
        case("Kepala Dinas Tenaga Kerja dan Perindustrian", "Dinas Ketenagakerjaan", "", false);
        case("a.n. Kepala Dinas Perhubungan", "Dinas Kesehatan", "", false);
        case("Kepala Dinas", "Dinas Kesehatan", "", false);
        case("Kepala UPTD Puskesmas Mawar", "Dinas Kesehatan Kabupaten Contoh", "UPTD Puskesmas Melati", true);
        case("Kepala Puskesmas Melati", "Dinas Kesehatan Kabupaten Contoh", "UPTD Puskesmas Melati", false);
        case("Kepala Puskesmas Rawat Inap Melati", "Dinas Kesehatan", "UPTD Puskesmas Melati", false);
        case("Kepala Puskesmas", "Dinas Kesehatan", "UPTD Puskesmas Melati", false);
        case("Kepala Puskesmas SM", "Dinas Kesehatan", "UPTD Puskesmas Sari Mulya", false);
        case("Kepala Dinas Sosial", "Dinas Tenaga Kerja", "", true);
        case("Direktur", "Pemerintah Kota Contoh RSUD Contoh Kecamatan Melati", "", false);
    }
}
