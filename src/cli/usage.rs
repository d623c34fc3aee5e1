//! What is wrong with a command line, in the reader's language: clap's own words are English only.

use super::speech::language_of_locale;
use crate::diagnostic::Language;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::ffi::OsString;

/// The language asked for, before the command line is understood; else that of the locale.
pub(super) fn language_asked(arguments: &[OsString]) -> Language {
    let mut before = None;
    // Behind `--` everything is a name.
    for it in arguments.iter().take_while(|it| *it != "--") {
        let it = it.to_str();
        let value = it.and_then(|it| it.strip_prefix("--lang=")).or(it.filter(|_| before == Some("--lang")));
        match value {
            Some("en") => return Language::English,
            Some("id") => return Language::Indonesian,
            _ => before = it,
        }
    }
    language_of_locale()
}

/// One message: what is wrong, and where help is found.
pub(super) fn explain(error: &Error, language: Language) -> String {
    if language == Language::English {
        return error.render().to_string();
    }
    let what = wrong(error);
    let mut out = format!("galat: {what}\n");
    if let Some(near) = nearest(error) {
        out.push_str(&format!("  mungkin maksudnya: {near}\n"));
    }
    out.push_str("\nLihat `sop --help`, atau `sop PERINTAH --help` untuk satu perintah.\n");
    out
}

fn wrong(error: &Error) -> String {
    let given = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("perintah `{}` tidak dikenal", text(error, ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::UnknownArgument => format!("pilihan `{given}` tidak dikenal"),
        ErrorKind::MissingRequiredArgument => format!("yang wajib belum disebut: {given}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "perintah belum disebut".to_owned()
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("pilihan `{given}` memerlukan nilai"),
        ErrorKind::InvalidValue => match text(error, ContextKind::ValidValue) {
            Some(valid) => format!("nilai `{value}` untuk `{given}` tidak dikenal; yang ada: {valid}"),
            None => format!("nilai `{value}` untuk `{given}` tidak dikenal"),
        },
        ErrorKind::ValueValidation => format!("nilai `{value}` untuk `{given}` tidak dapat dipakai{}", allowed(error)),
        ErrorKind::ArgumentConflict if text(error, ContextKind::PriorArg).is_some_and(|prior| prior != given) => {
            let prior = text(error, ContextKind::PriorArg).unwrap_or_default();
            format!("pilihan `{given}` tidak dapat dipakai bersama `{prior}`")
        }
        ErrorKind::ArgumentConflict => format!("pilihan `{given}` hanya boleh disebut sekali"),
        ErrorKind::InvalidUtf8 => "perintah mengandung huruf yang bukan UTF-8".to_owned(),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    }
}

/// The numbers that would do, where clap says so: `50 is not in 5..=40`.
fn allowed(error: &Error) -> String {
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let range = said.rsplit_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
    range.map_or(String::new(), |(low, high)| format!("; yang boleh: {low} sampai {high}"))
}

fn nearest(error: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| match error.get(kind)? {
        // The likeliest comes last.
        ContextValue::Strings(texts) => texts.last().cloned(),
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    })
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}
