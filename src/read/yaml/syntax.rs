//! Why YAML cannot be read, in the words of those who type it: what is wrong with the line, and what to write instead.

use super::keys::home;
use crate::source::Span;
use serde_yaml::granit_parser::{ErrorKind, ScanError};

/// Characters of a line that are quoted.
const LONGEST: usize = 60;

/// A reason and its cure in both languages, and the place they speak of.
#[derive(Debug)]
pub(super) struct Reason {
    pub id: String,
    pub en: String,
    pub span: Span,
}

impl Reason {
    fn new(span: Span, id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), en: en.into(), span }
    }
}

/// What the parser stumbled over, told of the line in which it can be mended.
pub(super) fn reason(error: &ScanError, text: &str) -> Reason {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let lines = Lines::around(text, at);
    let told = super::pasted::told(lines.here)
        .or_else(|| lines.tabs())
        .or_else(|| lines.hard_blanks())
        .or_else(|| lines.quotes());
    let told = told
        .or_else(|| unclosed_bracket(text, lines.last_in_brackets(error.kind())))
        .or_else(|| lines.beside_item())
        .or_else(|| lines.lacks_colon())
        .or_else(|| lines.indented())
        .or_else(|| lines.colons_in_brackets());
    told.or_else(|| unclosed_above(text, lines.here.0)).unwrap_or_else(|| {
        let (id, en) = cure(error.kind());
        let line = quoted(lines.here.1);
        let english = format!("YAML cannot be read at `{line}` ({}){en}", error.info());
        Reason::new(Span::new(at, at), format!("susunan YAML tidak dapat dibaca di `{line}`{id}"), english)
    })
}

/// So many lines up a quote or bracket may have been opened.
const FARTHEST: usize = 60;

/// The lines that end before a byte, from the last up, each with its first byte.
fn lines_up(text: &str, end: usize) -> impl Iterator<Item = (usize, &str)> {
    let lines = text[..end].split_inclusive('\n').rev().take(FARTHEST);
    lines.scan(end, |start, line| {
        *start -= line.len();
        Some((*start, line.trim_end()))
    })
}

/// A quote that a line above opened ends where the next one begins: it is there that one is missing.
fn unclosed_above(text: &str, here: usize) -> Option<Reason> {
    lines_up(text, here).find(|(_, line)| is_badly_quoted(line)).map(|(start, line)| unmatched(start, line))
}

/// A bracket with which a value begins in the lines before `end`, and that nothing closes up to there.
fn unclosed_bracket(text: &str, end: usize) -> Option<Reason> {
    lines_up(text, end).find_map(|(start, line)| {
        let open = value_of(line).chars().next().filter(|it| matches!(it, '[' | '{'))?;
        let close = if open == '[' { ']' } else { '}' };
        let count = |sign: char| text[start..end].matches(sign).count();
        if count(open) <= count(close) {
            return None;
        }
        let span = Span::new(start + indent(line), start + line.len());
        let line = quoted(line);
        let id = format!("kurung `{open}` di `{line}` tidak ditutup: tulis `{close}` di akhir isinya");
        let en = format!("the bracket `{open}` in `{line}` is not closed: write `{close}` at the end of the value");
        Some(Reason::new(span, id, en))
    })
}

fn unmatched(start: usize, line: &str) -> Reason {
    Reason::new(
        Span::new(start + line.len() - line.trim_start().len(), start + line.len()),
        format!(
            "tanda petik di `{}` tidak berpasangan: apit seluruh isinya dengan satu pasang tanda petik, tanpa tulisan sesudah penutupnya",
            quoted(line)
        ),
        format!("the quotes in `{}` do not match: put one pair around the whole value", quoted(line)),
    )
}

/// The line at which the parser stopped and those above and below it that hold something, each with its first byte.
struct Lines<'t> {
    /// The one above that above.
    farther: Option<(usize, &'t str)>,
    above: Option<(usize, &'t str)>,
    here: (usize, &'t str),
    below: Option<(usize, &'t str)>,
}

impl<'t> Lines<'t> {
    fn around(text: &'t str, at: usize) -> Self {
        // At the end of the text, or at the break of a line, it is the line before that is meant.
        let before = text.get(..at).unwrap_or(text);
        let end = if text[before.len()..].trim_start_matches(' ').is_empty() { before.trim_end().len() } else { at };
        let start = text[..end].rfind('\n').map_or(0, |it| it + 1);
        let line = |start: usize| {
            let end = text[start..].find('\n').map_or(text.len(), |it| start + it);
            (start, text[start..end].trim_end())
        };
        let before = |start: usize| {
            let above = text[..start].trim_end();
            (!above.is_empty()).then(|| line(above.rfind('\n').map_or(0, |it| it + 1)))
        };
        let here = line(start);
        let above = before(start);
        let farther = above.and_then(|(start, _)| before(start));
        let mut below = text[start..].split_inclusive('\n').scan(start, |at, it| {
            *at += it.len();
            Some((*at - it.len(), it.trim_end()))
        });
        let below = below.nth(1);
        Self { farther, above, here, below }
    }

    fn both(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.above.into_iter().chain([self.here])
    }

    /// Where the lines end in which a bracket can have been left open: the parser stops at the bracket, or at a line below.
    fn last_in_brackets(&self, kind: &ErrorKind) -> usize {
        let (start, line) = self.here;
        let at_bracket =
            matches!(kind, ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::MismatchedFlowCollectionEnd { .. });
        if at_bracket { start + line.len() } else { start }
    }

    fn tabs(&self) -> Option<Reason> {
        let indent = |line: &'t str| &line[..line.len() - line.trim_start().len()];
        let (start, line) = self.both().chain(self.below).find(|(_, line)| indent(line).contains('\t'))?;
        let tabs = indent(line).len();
        Some(Reason::new(
            Span::new(start, start + tabs),
            format!(
                "baris `{}` diawali tab, padahal YAML hanya mengenal spasi: hapus tabnya, lalu ketik spasi sebanyak baris yang sejajar di atasnya",
                quoted(line)
            ),
            format!(
                "the line `{}` begins with a tab: YAML knows only blanks, as many as the line above has",
                quoted(line)
            ),
        ))
    }

    /// A quote that is not closed, or words behind the closing one.
    fn quotes(&self) -> Option<Reason> {
        let (start, line) = self.both().find(|(_, line)| is_badly_quoted(line))?;
        Some(unmatched(start, line))
    }

    /// Blanks of a word processor or a web page, which are none to YAML.
    fn hard_blanks(&self) -> Option<Reason> {
        let is_hard = |it: char| it.is_whitespace() && !it.is_ascii();
        let indent = |line: &'t str| &line[..line.len() - line.trim_start().len()];
        let (start, line) = self.both().chain(self.below).find(|(_, line)| indent(line).contains(is_hard))?;
        Some(Reason::new(
            Span::new(start, start + indent(line).len()),
            format!(
                "baris `{}` diawali spasi dari Word atau laman web, yang bukan spasi bagi YAML: hapus, lalu ketik spasi sebanyak baris yang sejajar di atasnya",
                quoted(line)
            ),
            format!("the line `{}` begins with non-breaking spaces: type blanks instead", quoted(line)),
        ))
    }

    /// `{id: petugas, nama: Petugas: Loket}`
    fn colons_in_brackets(&self) -> Option<Reason> {
        let (start, line) = self.here;
        let (open, close) = (line.find('{')?, line.rfind('}')?);
        let part = line.get(open + 1..close)?.split(',').find(|part| part.matches(": ").count() > 1)?;
        let (key, value) = part.trim().split_once(": ")?;
        let at = start + (value.as_ptr() as usize - line.as_ptr() as usize);
        let (before, behind) = value.rsplit_once(": ")?;
        if let Some((own, next)) = before.rsplit_once(' ').filter(|(_, next)| home(next).is_some()) {
            return Some(Reason::new(
                Span::new(at, at + value.len()),
                format!("koma di antara `{own}` dan `{next}` hilang: tulis `{key}: {own}, {next}: {behind}`"),
                format!("a comma between `{own}` and `{next}` is missing: write `{key}: {own}, {next}: {behind}`"),
            ));
        }
        Some(Reason::new(
            Span::new(at, at + value.len()),
            format!("titik dua di dalam `{value}` memutus isinya: tulis `{key}: \"{value}\"`"),
            format!("the colon inside `{value}` cuts it: write `{key}: \"{value}\"`"),
        ))
    }

    /// A word at the beginning that should be followed by a colon and a blank.
    fn lacks_colon(&self) -> Option<Reason> {
        let (start, line) = self.both().find(|(_, line)| {
            let bare = line.trim_start().trim_start_matches("- ");
            !bare.is_empty() && !bare.contains(':') && is_key_like(bare) && !line.trim_start().starts_with('-')
        })?;
        let bare = line.trim_start();
        let key = key_of(bare);
        Some(Reason::new(
            Span::new(start + line.len() - bare.len(), start + line.len()),
            format!(
                "baris `{}` tidak bertitik dua: tulis `{key}: …`, atau awali dengan `- ` bila ini butir daftar; lanjutan isi di atasnya dijadikan satu baris",
                quoted(line)
            ),
            format!(
                "the line `{}` has no colon: write `{key}: …`, or begin it with `- ` if it is an item; what goes on with the line above belongs in that line",
                quoted(line)
            ),
        ))
    }

    /// A line that begins neither where the one above does nor where a part of it would.
    fn indented(&self) -> Option<Reason> {
        let ((item, above), (start, line)) = (self.above?, self.here);
        let (own, other) = (indent(line), indent(above));
        if own >= other + 2 && above.trim_start().starts_with("- ") && line.contains(':') {
            return Some(self.outdented_item(item, above, own));
        }
        if self.farther.is_some_and(|(_, farther)| inner(farther) == own && other < own) && is_pair(above) {
            return Some(Reason::new(
                Span::new(item, item + other),
                format!(
                    "baris `{}` menjorok {other} spasi, sedangkan baris di atas dan di bawahnya {own}: samakan jumlah spasinya bila ketiganya sejajar",
                    quoted(above)
                ),
                format!(
                    "the line `{}` is indented by {other}, those above and below it by {own}: make them alike",
                    quoted(above)
                ),
            ));
        }
        let differs = own != other && own.abs_diff(other) < 2 || own > other && !above.ends_with(':');
        (differs && line.contains(':')).then(|| {
            Reason::new(
                Span::new(start, start + own),
                format!(
                    "baris `{}` menjorok {own} spasi, sedangkan baris di atasnya {other}: samakan jumlah spasinya bila keduanya sejajar",
                    quoted(line)
                ),
                format!("the line `{}` is indented by {own}, the line above by {other}: make them alike", quoted(line)),
            )
        })
    }

    /// An item above keys that stand further in: of a list that is not indented enough, or a step without its first key.
    fn outdented_item(&self, start: usize, item: &str, own: usize) -> Reason {
        let other = indent(item);
        let is_of_list = |line: &str| line.ends_with(':') || line.trim_start().starts_with("- ");
        if self.farther.is_some_and(|(_, farther)| is_of_list(farther)) {
            return Reason::new(
                Span::new(start, start + other),
                format!(
                    "butir `{}` menjorok {other} spasi, kurang dari isian yang memuatnya: jorokkan semua butirnya paling sedikit {own} spasi",
                    quoted(item)
                ),
                format!("the item `{}` is indented by {other}: indent all items by {own} at least", quoted(item)),
            );
        }
        let words = item.trim_start().trim_start_matches("- ").trim();
        Reason::new(
            Span::new(start + other, start + item.len()),
            format!(
                "butir `{}` tanpa nama isian, padahal di bawahnya ada isian lain: tulis `- nomor: …`, lalu `uraian: …` di barisnya sendiri",
                quoted(item)
            ),
            format!(
                "the item `{}` has no key, but there are keys below it: write `- nomor: …`, then `uraian: {}` on a line of its own",
                quoted(item),
                quoted(words)
            ),
        )
    }

    /// Words below an item of a list, beside its dash: a new item, or more of the one above.
    fn beside_item(&self) -> Option<Reason> {
        let ((_, above), (start, line)) = (self.above?, self.here);
        let bare = line.trim_start();
        let is_beside = indent(line) == indent(above) && above.trim_start().starts_with("- ");
        (is_beside && !bare.starts_with('-') && !line.contains(':')).then(|| {
            Reason::new(
                Span::new(start + indent(line), start + line.len()),
                format!(
                    "baris `{}` sejajar dengan tanda butir di atasnya: awali dengan `- ` bila ini butir baru, atau sambungkan dengan baris di atasnya",
                    quoted(line)
                ),
                format!(
                    "the line `{}` stands beside the dash above: begin it with `- ` if it is an item, or join it to the line above",
                    quoted(line)
                ),
            )
        })
    }
}

/// Blanks before a line.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Where the keys of a line begin, those of an item behind its dash.
fn inner(line: &str) -> usize {
    let start = indent(line);
    line[start..].strip_prefix("- ").map_or(start, |rest| start + 2 + indent(rest))
}

/// A key with its value.
fn is_pair(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(key, _)| is_key_like(key.trim_start().trim_start_matches("- ")))
}

/// What stands behind the key of a line, or behind its dash.
fn value_of(line: &str) -> &str {
    let bare = line.trim_start();
    let bare = bare.strip_prefix("- ").unwrap_or(bare).trim();
    bare.split_once(": ").filter(|(key, _)| is_key_like(key)).map_or(bare, |(_, value)| value.trim())
}

fn is_badly_quoted(line: &str) -> bool {
    let value = line.split_once(": ").map_or(line.trim_start().trim_start_matches("- "), |(_, value)| value).trim();
    let Some(quote) = value.chars().next().filter(|it| matches!(it, '"' | '\'')) else { return false };
    match value[1..].find(quote) {
        None => true,
        Some(close) => {
            let rest = value[close + 2..].trim_start();
            !rest.is_empty() && !rest.starts_with(['#', quote])
        }
    }
}

/// The line begins with a word as the format has its keys.
fn is_key_like(line: &str) -> bool {
    let first = key_of(line);
    !first.is_empty() && first.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
}

/// The first word of a line, without the sign that stands for a colon: `waktu; 10 menit`.
fn key_of(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default().trim_end_matches([';', ',', '.', '='])
}

/// The line for a message, shortened.
pub(super) fn quoted(line: &str) -> String {
    let bare = line.trim().replace('\t', " ");
    let short: String = bare.chars().take(LONGEST).collect();
    if short.len() < bare.len() { format!("{short}…") } else { short }
}

/// What to do about the commonest slips; empty for others.
fn cure(kind: &ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            (": ganti tab dengan spasi", ": write blanks instead of tabs")
        }
        ErrorKind::InvalidColonPlacement => (
            ": titik dua tidak pada tempatnya, atau kurung di atasnya tidak ditutup",
            ": a colon is out of place, or a bracket above is not closed",
        ),
        ErrorKind::InvalidSimpleKey | ErrorKind::SimpleKeyExpected => (
            ": periksa titik dua dan banyaknya spasi di awal baris; isi yang memuat `: ` diapit tanda petik",
            ": look at colons and indentation; a value that holds `: ` needs quotes",
        ),
        ErrorKind::UnclosedQuotedScalar => (": tanda petik tidak ditutup", ": a quote is not closed"),
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            ": kurung `[` atau `{` tidak ditutup dengan pasangannya",
            ": a bracket `[` or `{` is not closed by its partner",
        ),
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => (
            ": samakan banyaknya spasi di awal baris dengan baris yang sejajar di atasnya",
            ": indent the line as the one above that it belongs to",
        ),
        _ => ("", ""),
    }
}
