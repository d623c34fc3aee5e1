//! `[cetak]`: the office's own form, as `sop.toml` says it.

use super::error::ConfigError;
use super::file::unknown_key;
use super::keys::{HEADING_KEYS, Heading, PRINT_KEYS};
use super::tree::{Node, Outcome, Reader, Spot};
use crate::model::{ColumnRole, Sourced};
use crate::source::Span;
use crate::vocabulary::form_words::FOOT_PLACES;

/// Papers, each with all names that it goes by; the first is what the command line calls it.
pub const PAPERS: [&[&str]; 3] = [&["a4"], &["f4", "folio"], &["legal"]];
/// Least and most of the white edge, in millimetres.
pub const EDGES: [u32; 2] = [5, 40];
/// Most of the width of a frame, in hundredths of a point.
const WIDEST_FRAME: u32 = 300;

/// What `[cetak]` says. What it does not say is none.
#[derive(Debug, Clone, Default)]
pub struct PrintKeys {
    /// `kertas`: the first name of one of [`PAPERS`].
    pub paper: Option<Sourced<&'static str>>,
    /// `tepi`, in millimetres.
    pub margin: Option<Sourced<u32>>,
    /// `huruf`: files, from the folder of the settings; the regular one, then the bold one.
    pub fonts: Option<Sourced<Vec<String>>>,
    /// `logo`: a file, from the folder of the settings.
    pub logo: Option<Sourced<String>>,
    /// `warna`
    pub colour: Option<Sourced<bool>>,
    /// What stands over columns.
    pub headings: Vec<Sourced<(Heading, String)>>,
    /// `urutan`: the columns right of the actors.
    pub order: Option<Sourced<[ColumnRole; 4]>>,
    /// `baris_nomor`
    pub numbered: Option<Sourced<bool>>,
    /// `nama_tebal`
    pub bold_title: Option<Sourced<bool>>,
    /// `nama_di_atas_tabel`
    pub title_over_table: Option<Sourced<bool>>,
    /// `bingkai`, in hundredths of a point.
    pub frame: Option<Sourced<u32>>,
    /// `kotak_tte`
    pub seal: Option<Sourced<bool>>,
    /// `kaki`: what stands at the left and at the right.
    pub foot: Option<Sourced<[String; 2]>>,
}

impl PrintKeys {
    pub(super) fn take(&mut self, reader: &Reader<'_>, entries: Vec<(Spot<'_, str>, Node<'_>)>) -> Outcome<()> {
        for (key, value) in entries {
            self.take_one(reader, key, value)?;
        }
        Ok(())
    }

    fn take_one(&mut self, reader: &Reader<'_>, key: Spot<'_, str>, value: Node<'_>) -> Outcome<()> {
        if let Some((_, heading)) = HEADING_KEYS.iter().find(|(name, _)| *name == key.it) {
            let words = heading_words(reader, value)?;
            self.headings.push(Sourced::at((*heading, words), key.span));
            return Ok(());
        }
        let example = PRINT_KEYS.iter().find(|it| it.name == key.it).map_or("", |it| it.example);
        let flag = || Ok(Some(Sourced::at(reader.flag(value, example)?, key.span)));
        match key.it {
            "kertas" => self.paper = Some(Sourced::at(paper(reader, value, example)?, key.span)),
            "tepi" => self.margin = Some(Sourced::at(margin(reader, value)?, key.span)),
            "huruf" => self.fonts = Some(Sourced::at(one_or_two(reader, value, example)?, key.span)),
            "logo" => self.logo = Some(Sourced::at(reader.text(value, example)?.to_owned(), key.span)),
            "warna" => self.colour = flag()?,
            "urutan" => self.order = Some(Sourced::at(order(reader, value, example)?, key.span)),
            "baris_nomor" => self.numbered = flag()?,
            "nama_tebal" => self.bold_title = flag()?,
            "nama_di_atas_tabel" => self.title_over_table = flag()?,
            "bingkai" => self.frame = Some(Sourced::at(reader.hundredths(value, WIDEST_FRAME)?, key.span)),
            "kotak_tte" => self.seal = flag()?,
            "kaki" => self.foot = Some(Sourced::at(foot(reader, value, example)?, key.span)),
            _ => {
                let known = PRINT_KEYS.iter().map(|it| it.name).chain(HEADING_KEYS.iter().map(|it| it.0));
                return Err(unknown_key(reader, key, known));
            }
        }
        Ok(())
    }

    /// What is said, key by key in the order of [`PRINT_KEYS`], with its place.
    pub fn said(&self) -> Vec<(&'static str, String, Span)> {
        let mut said = Vec::new();
        let mut add = |name: &'static str, told: Option<(String, Option<Span>)>| {
            said.extend(told.map(|(value, span)| (name, value, span.unwrap_or_default())));
        };
        fn told<T>(it: &Option<Sourced<T>>, words: impl Fn(&T) -> String) -> Option<(String, Option<Span>)> {
            it.as_ref().map(|it| (words(&it.value), it.span()))
        }
        let yes = |it: &bool| it.to_string();
        add("kertas", told(&self.paper, |it| (*it).to_owned()));
        add("tepi", told(&self.margin, u32::to_string));
        add("huruf", told(&self.fonts, |it| it.join(", ")));
        add("logo", told(&self.logo, String::clone));
        add("warna", told(&self.colour, yes));
        for (name, heading) in HEADING_KEYS {
            let own = self.headings.iter().find(|it| it.value.0 == heading);
            add(name, own.map(|it| (it.value.1.clone(), it.span())));
        }
        add("urutan", told(&self.order, |it| it.map(column_word).join(", ")));
        add("baris_nomor", told(&self.numbered, yes));
        add("nama_tebal", told(&self.bold_title, yes));
        add("nama_di_atas_tabel", told(&self.title_over_table, yes));
        add("bingkai", told(&self.frame, |it| (f64::from(*it) / 100.0).to_string()));
        add("kotak_tte", told(&self.seal, yes));
        add("kaki", told(&self.foot, |it| it.join(" … ")));
        said
    }
}

fn column_word(role: ColumnRole) -> &'static str {
    HEADING_KEYS.iter().find(|(_, heading)| *heading == Heading::Column(role)).map_or("", |(name, _)| name)
}

fn paper(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<&'static str> {
    let word = reader.text(value, example)?;
    let own = PAPERS.iter().find(|names| names.iter().any(|name| name.eq_ignore_ascii_case(word)));
    own.and_then(|names| names.first().copied()).ok_or_else(|| {
        let names = PAPERS.concat().join(", ");
        reader.fault(
            value.span,
            format!("kertas `{word}` tidak dikenal; yang dikenal: {names}"),
            format!("paper `{word}` is not known; known: {names}"),
        )
    })
}

fn margin(reader: &Reader<'_>, value: Node<'_>) -> Outcome<u32> {
    let [least, most] = EDGES;
    let wide = reader.number(value, most)?;
    if wide >= least {
        return Ok(wide);
    }
    Err(reader.fault(
        value.span,
        format!("harus berupa bilangan bulat dari {least} sampai {most} (milimeter)"),
        format!("has to be a whole number from {least} to {most} (millimetres)"),
    ))
}

fn heading_words(reader: &Reader<'_>, value: Node<'_>) -> Outcome<String> {
    let words = reader.text(value, "\"Pelaku\"")?.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.is_empty() {
        true => Err(reader.fault(value.span, "judul kolom tidak boleh kosong", "a heading cannot be empty")),
        false => Ok(words),
    }
}

/// One text, or a list of one or two.
fn one_or_two(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<Vec<String>> {
    if let Some(text) = value.it.as_str() {
        return Ok(vec![text.to_owned()]);
    }
    let texts: Vec<String> = reader.texts(value, example)?.into_iter().map(|it| it.it.to_owned()).collect();
    match texts.len() {
        1 | 2 => Ok(texts),
        _ => Err(too_many(reader, value, example)),
    }
}

fn too_many(reader: &Reader<'_>, value: Node<'_>, example: &str) -> ConfigError {
    reader.fault(
        value.span,
        format!("harus satu atau dua teks; contoh: {example}"),
        format!("has to be one text or two, such as {example}"),
    )
}

/// Each column right of the actors once, Keterangan at an end: what Mutu Baku spans stays together.
fn order(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<[ColumnRole; 4]> {
    let mut roles = Vec::new();
    for word in reader.texts(value, example)? {
        let known = HEADING_KEYS.iter().find(|(name, _)| *name == word.it);
        match known {
            Some((_, Heading::Column(role))) if is_right(*role) => roles.push(*role),
            _ => {
                let all = HEADING_KEYS.iter().filter(|(_, it)| matches!(it, Heading::Column(role) if is_right(*role)));
                return Err(unknown_key(reader, word, all.map(|(name, _)| *name)));
            }
        }
    }
    let mut sorted = roles.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let whole = <[ColumnRole; 4]>::try_from(roles).ok().filter(|_| sorted.len() == 4);
    let apart = |it: &[ColumnRole; 4]| it[0] == ColumnRole::Note || it[3] == ColumnRole::Note;
    whole.filter(apart).ok_or_else(|| {
        reader.fault(
            value.span,
            format!("harus memuat keempat kolom satu kali, keterangan di awal atau di akhir; contoh: {example}"),
            format!("has to name the four columns once each, keterangan first or last, such as {example}"),
        )
    })
}

fn is_right(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Requirements | ColumnRole::Duration | ColumnRole::Outputs | ColumnRole::Note)
}

/// What stands at the foot; the places in it are known ones.
fn foot(reader: &Reader<'_>, value: Node<'_>, example: &str) -> Outcome<[String; 2]> {
    let texts = one_or_two(reader, value, example)?;
    for text in &texts {
        let unknown = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
        let unknown = unknown.map(|name| format!("{{{name}}}")).find(|place| !FOOT_PLACES.contains(&place.as_str()));
        if let Some(place) = unknown {
            let known = FOOT_PLACES.join(", ");
            return Err(reader.fault(
                value.span,
                format!("`{place}` tidak dikenal di kaki halaman; yang dikenal: {known}"),
                format!("`{place}` is not known in a foot; known: {known}"),
            ));
        }
    }
    let mut texts = texts.into_iter();
    Ok([texts.next().unwrap_or_default(), texts.next().unwrap_or_default()])
}
