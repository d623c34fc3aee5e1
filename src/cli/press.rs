//! The options of a print → what the layout is told, with the files of emblem and letters read.

use super::args::{Paper, PrintArgs};
use super::speech::Speech;
use crate::config::{Heading, PrintKeys};
use crate::layout::{self, Form, Ink, PT, Page, PrintOptions, TEXT_SIZE, lay_out};
use crate::model::{Sop, Sourced};
use crate::render::fonts::{FontError, Fonts};
use crate::render::logo::{self, LogoError};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How prints are made: what the command line asks for, else what the office's file of settings says.
#[derive(Debug, Clone)]
pub(super) struct Outfit {
    margin: Option<u8>,
    fonts: Vec<PathBuf>,
    logo: Option<PathBuf>,
    colour: bool,
    form: Form,
}

impl Outfit {
    /// By the command line and what `[cetak]` says; its files lie in that folder.
    pub fn of(args: &PrintArgs, said: Option<(&PrintKeys, &Path)>) -> Self {
        let none = PrintKeys::default();
        let (keys, folder) = said.unwrap_or((&none, Path::new("")));
        let set = |key: &Option<Sourced<bool>>| key.as_ref().is_some_and(|it| it.value);
        let below = |name: &String| folder.join(name);
        let fonts = keys.fonts.as_ref().map(|it| it.value.iter().map(below).collect());
        let margin = keys.margin.as_ref().and_then(|it| u8::try_from(it.value).ok());
        Self {
            margin: args.margin.or(margin),
            fonts: if args.font.is_empty() { fonts.unwrap_or_default() } else { args.font.clone() },
            logo: args.logo.clone().or_else(|| keys.logo.as_ref().map(|it| below(&it.value))),
            colour: args.color || (set(&keys.colour) && !args.mono),
            form: form(keys, args.tte),
        }
    }
}

impl Outfit {
    /// The files of emblem and letters.
    pub fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.fonts.iter().chain(&self.logo)
    }
}

/// The form that the keys describe, with a place for an electronic signature where they or the command line ask for it.
fn form(keys: &PrintKeys, seal: bool) -> Form {
    let usual = Form::default();
    let set = |key: &Option<Sourced<bool>>| key.as_ref().is_some_and(|it| it.value);
    let headings = keys.headings.iter().filter_map(|it| match &it.value {
        (Heading::Column(role), words) => Some((*role, words.clone())),
        (Heading::Quality, _) => None,
    });
    let quality = keys.headings.iter().find(|it| it.value.0 == Heading::Quality);
    Form {
        headings: headings.collect(),
        quality: quality.map(|it| it.value.1.clone()),
        order: keys.order.as_ref().map_or(usual.order, |it| it.value),
        numbered: set(&keys.numbered),
        bold_title: set(&keys.bold_title),
        title_over_table: set(&keys.title_over_table),
        frame: keys.frame.as_ref().and_then(|it| i32::try_from(it.value).ok()),
        seal: seal || set(&keys.seal),
        foot: keys.foot.as_ref().map(|it| it.value.clone()),
    }
}

/// The user's own font files: regular, bold; none for those carried along.
#[derive(Debug)]
pub(super) struct FontFiles(Vec<Vec<u8>>);

impl FontFiles {
    /// Reads the files that the outfit names; one that cannot be used is an error that says why.
    pub fn read(outfit: &Outfit, speech: Speech) -> Result<Self> {
        if outfit.fonts.len() > 2 {
            return Err(speech.failure(
                "--font paling banyak dua kali: huruf biasa, lalu huruf tebal",
                "--font at most twice: the regular font, then the bold one",
            ));
        }
        let mut fonts = Vec::new();
        for path in &outfit.fonts {
            let bytes = read(path, speech)?;
            if let Err(error) = Fonts::of(&bytes, None) {
                let english = match &error {
                    FontError::Unreadable(error) => {
                        format!("no sound TTF or OTF font ({error}); use another font file")
                    }
                    FontError::Lacking(letters) => {
                        format!(
                            "this font lacks `{letters}`, which every form needs; use a font with all Latin letters"
                        )
                    }
                    FontError::Foreign => {
                        "this font has no Latin letter: it is damaged, or for another script; use another font"
                            .to_owned()
                    }
                    FontError::Restricted => {
                        "the maker of this font forbids to put it into documents; use another font".to_owned()
                    }
                };
                let name = path.display();
                return Err(speech.failure(format!("{name}: {error}"), format!("{name}: {english}")));
            }
            fonts.push(bytes);
        }
        Ok(Self(fonts))
    }
}

/// Everything that pages are printed with.
pub(super) struct Press<'a> {
    /// On a sheet that each document has its own of.
    options: PrintOptions,
    /// The letters to print with.
    pub fonts: Fonts<'a>,
}

impl<'a> Press<'a> {
    /// Reads the emblem, if one is named; a file that cannot be used is an error that says why.
    pub fn ready(outfit: &Outfit, fonts: &'a FontFiles, speech: Speech) -> Result<Self> {
        let logo = outfit.logo.as_deref().map(|path| read_logo(path, speech)).transpose()?;
        let standard = PrintOptions::default();
        let options = PrintOptions {
            margin: outfit.margin.map_or(standard.margin, |wide| i32::from(wide) * PT * 720 / 254),
            ink: if outfit.colour { Ink::Colour } else { Ink::Mono },
            logo: logo.map(Arc::new),
            form: outfit.form.clone(),
            ..standard
        };
        let fonts = match &fonts.0[..] {
            [] => Fonts::load(),
            [regular, rest @ ..] => Fonts::of(regular, rest.first().map(Vec::as_slice)),
        }?;
        Ok(Self { options, fonts })
    }

    /// What the layout is told for a print on such paper.
    pub fn options(&self, paper: Paper) -> PrintOptions {
        PrintOptions { paper: paper.into(), ..self.options.clone() }
    }

    /// The pages of each SOP in this form, on the sheets and in the letters of another press.
    pub fn print_alike(&self, sops: &[Sop], (other, paper): (&Press<'_>, Paper)) -> Vec<Vec<Page>> {
        let options =
            PrintOptions { logo: self.options.logo.clone(), form: self.options.form.clone(), ..other.options(paper) };
        sops.iter().map(|sop| lay_out(sop, &options, &other.fonts)).collect()
    }

    /// The pages of each SOP.
    pub fn print(&self, sops: &[Sop], paper: Paper) -> Vec<Vec<Page>> {
        let options = self.options(paper);
        sops.iter().map(|sop| lay_out(sop, &options, &self.fonts)).collect()
    }
}

/// What had to be printed otherwise than usual: smaller letters, characters that the font lacks.
pub(super) fn remarks(name: &str, books: &[Vec<Page>], speech: Speech) -> Vec<String> {
    let mut remarks = Vec::new();
    let doubts: usize = books.iter().filter_map(|book| book.first()).map(|page| page.doubts).sum();
    if doubts > 0 {
        remarks.push(speech.say(
            format!(
                "{name}: dicetak sebagai KONSEP: {doubts} isian belum pasti; tinjau `konversi.tinjau` (hapus entri yang sudah \
                 dicocokkan), dan lengkapi yang disebut `sop check`"
            ),
            format!(
                "{name}: printed as a draft (KONSEP): {doubts} values are not certain; review `konversi.tinjau` (delete the \
                 entries that are right), and complete what `sop check` names"
            ),
        ));
    }
    let smallest = books.iter().flatten().map(|page| page.text_size).filter(|size| *size > 0).min();
    if let Some(size) = smallest.filter(|size| *size < TEXT_SIZE) {
        let size = f64::from(size) / f64::from(PT);
        remarks.push(speech.say(
            format!("{name}: huruf tabel diperkecil menjadi {size} pt supaya muat; kertas lebih lebar: --paper f4 atau legal"),
            format!("{name}: letters of the table made smaller, {size} pt, so that it fits; wider paper: --paper f4 or legal"),
        ));
    }
    let mut lacking: Vec<char> =
        books.iter().filter_map(|book| book.first()).flat_map(|page| page.replaced.clone()).collect();
    lacking.sort_unstable();
    lacking.dedup();
    if !lacking.is_empty() {
        let list: Vec<String> = lacking.iter().map(|it| format!("{it} (U+{:04X})", u32::from(*it))).collect();
        let list = list.join(", ");
        remarks.push(speech.say(
            format!("{name}: tidak ada di huruf cetakan, dicetak sebagai kotak: {list}; huruf lain: --font BERKAS"),
            format!("{name}: not in the font of the print, printed as a box: {list}; another font: --font FILE"),
        ));
    }
    remarks
}

fn read(path: &Path, speech: Speech) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| speech.refused(path, error))
}

fn read_logo(path: &Path, speech: Speech) -> Result<layout::Picture> {
    let bytes = read(path, speech)?;
    logo::picture(&bytes).map_err(|error| {
        let english = match &error {
            LogoError::Kind => "an emblem must be a PNG or SVG file; save other pictures as PNG first".to_owned(),
            LogoError::Large => "the emblem is too large; make it smaller first, 560 dots a side are enough".to_owned(),
            LogoError::Png => "this PNG is damaged or cannot be read; save it anew".to_owned(),
            LogoError::Work(_, what) => format!("this SVG is too intricate for an emblem ({what}); save it as PNG"),
            LogoError::Svg(error) => format!("this SVG cannot be read ({error}); save it anew, or as PNG"),
        };
        speech.failure(format!("{}: {error}", path.display()), format!("{}: {english}", path.display()))
    })
}

impl From<Paper> for layout::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::F4 => Self::F4,
            Paper::Legal => Self::Legal,
        }
    }
}
