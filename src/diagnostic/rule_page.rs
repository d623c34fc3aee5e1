//! The page of a rule, which holds both languages side by side, in one of them.
//!
//! Below every paragraph stands its English twin as a quotation (`> …`), and below every finding of an example what the rule says in
//! English (`# = …`). Headings, the ground and the day of an example have their twins here.

use super::Language;

/// The headings of a page and their English twins.
pub const HEADINGS: &[(&str, &str)] = &[
    ("Salah", "Wrong"),
    ("Benar", "Right"),
    ("Tepi", "Borderline cases"),
    ("Setelah perbaikan", "After the fixes"),
    ("Setelah perbaikan yang ditinjau", "After the fixes that need review"),
];

/// The line of an example that says which day it is.
const TODAY: (&str, &str) = ("# hari ini: ", "# today: ");

/// How a line begins that says in English what the finding above it says.
const TWIN: &str = "# = ";

/// The page in that language, as Markdown of one language.
pub fn page_in(page: &str, language: Language) -> String {
    let is_english = language == Language::English;
    let mut out: Vec<String> = Vec::new();
    let mut in_example = false;
    for line in page.lines() {
        if line.starts_with("```") {
            in_example = !in_example;
            out.push(line.to_owned());
        } else if in_example {
            push_example(&mut out, line, is_english);
        } else if let Some(twin) = line.strip_prefix("> ") {
            push_twin(&mut out, twin, is_english);
        } else {
            // The blank line before a twin that was left out is there already.
            let is_second_blank = line.is_empty() && out.last().is_some_and(String::is_empty);
            if !is_second_blank {
                out.push(heading(line, is_english));
            }
        }
    }
    out.join("\n") + "\n"
}

/// The twin takes the place of the paragraph above it, or is left out.
fn push_twin(out: &mut Vec<String>, twin: &str, is_english: bool) {
    if !is_english {
        return;
    }
    if out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out.pop();
    out.push(twin.to_owned());
}

fn push_example(out: &mut Vec<String>, line: &str, is_english: bool) {
    let Some(twin) = line.strip_prefix(TWIN) else {
        let day = line.strip_prefix(TODAY.0).filter(|_| is_english);
        out.push(day.map_or_else(|| line.to_owned(), |day| format!("{}{day}", TODAY.1)));
        return;
    };
    if let (true, Some(said)) = (is_english, out.last_mut()) {
        let mark = said.len() - said.trim_start_matches(['#', ' ', '^', '!']).len();
        said.truncate(mark);
        said.push_str(twin);
    }
}

fn heading(line: &str, is_english: bool) -> String {
    let title = line.strip_prefix("## ").filter(|_| is_english);
    let twin = title.and_then(|title| HEADINGS.iter().find(|(id, _)| *id == title));
    twin.map_or_else(|| line.to_owned(), |(_, en)| format!("## {en}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
# some-rule

Satu kalimat. *Dasar: praktik.*

> One sentence. *Basis: practice.*

## Salah

```yaml
# hari ini: 2026-01-15
a: 1
#  ^ salah
# = wrong
# ! kurang
# = missing
```

## Tepi

Dua.

> Two.

```yaml
a: 2
```
";

    #[test]
    fn a_page_is_told_in_one_language() {
        assert_eq!(
            page_in(PAGE, Language::English),
            "# some-rule\n\nOne sentence. *Basis: practice.*\n\n## Wrong\n\n```yaml\n# today: 2026-01-15\na: 1\n#  ^ wrong\n\
             # ! missing\n```\n\n## Borderline cases\n\nTwo.\n\n```yaml\na: 2\n```\n"
        );
        assert_eq!(
            page_in(PAGE, Language::Indonesian),
            "# some-rule\n\nSatu kalimat. *Dasar: praktik.*\n\n## Salah\n\n```yaml\n# hari ini: 2026-01-15\na: 1\n#  ^ salah\n\
             # ! kurang\n```\n\n## Tepi\n\nDua.\n\n```yaml\na: 2\n```\n"
        );
    }
}
