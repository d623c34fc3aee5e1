//! Signs that a program wrote as formulas of TeX (`$\downarrow$`, `10^{\prime}`) → the signs.

use crate::document::{Row, Text};
use crate::source::Span;

/// Commands and the sign of each.
const SIGNS: &[(&str, char)] = &[
    ("square", '□'),
    ("Square", '□'),
    ("Box", '□'),
    ("boxempty", '□'),
    ("boxed", '□'),
    ("fbox", '□'),
    ("framebox", '□'),
    ("blacksquare", '■'),
    ("rectangle", '▭'),
    ("checkedbox", '☑'),
    ("boxtimes", '☒'),
    ("diamond", '◇'),
    ("Diamond", '◇'),
    ("lozenge", '◇'),
    ("blacklozenge", '◆'),
    ("diamondsuit", '◇'),
    ("bigcirc", '○'),
    ("circ", '○'),
    ("odot", '○'),
    ("bullet", '●'),
    ("checkmark", '✓'),
    ("sqrt", '√'),
    ("surd", '√'),
    ("downarrow", '↓'),
    ("Downarrow", '↓'),
    ("uparrow", '↑'),
    ("Uparrow", '↑'),
    ("rightarrow", '→'),
    ("Rightarrow", '→'),
    ("longrightarrow", '→'),
    ("to", '→'),
    ("leftarrow", '←'),
    ("Leftarrow", '←'),
    ("longleftarrow", '←'),
    ("gets", '←'),
    ("leftrightarrow", '↔'),
    ("updownarrow", '↕'),
    ("hookleftarrow", '↩'),
    ("hookrightarrow", '↪'),
    ("curvearrowleft", '↶'),
    ("curvearrowright", '↷'),
    ("searrow", '↘'),
    ("swarrow", '↙'),
    ("triangledown", '▼'),
    ("blacktriangledown", '▼'),
    ("prime", '\''),
    ("pm", '±'),
    ("times", '×'),
    ("leq", '≤'),
    ("le", '≤'),
    ("geq", '≥'),
    ("ge", '≥'),
    ("sim", '~'),
    ("approx", '±'),
    ("quad", ' '),
    ("qquad", ' '),
    ("hline", ' '),
];

/// Commands that only say how their words look.
const DRESS: &[&str] =
    &["text", "textbf", "textit", "mathrm", "mathbf", "mathit", "mbox", "left", "right", "displaystyle"];

/// Commands whose words are not shown.
const HIDDEN: &[&str] = &["phantom", "hspace", "vspace", "rule", "hphantom", "vphantom"];

/// Commands of a text that are looked at.
const MOST_COMMANDS: usize = 64;

/// Writes the formulas in the cells as signs.
pub(super) fn write_out(rows: &mut [Row]) {
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        if cell.text.as_str().contains('\\')
            && let Some(text) = written_out(&cell.text)
        {
            cell.text = text;
        }
    }
}

/// The text with its formulas as signs; `None` where a command is not known, or there is none.
fn written_out(text: &Text) -> Option<Text> {
    let mut out = Text::default();
    let mut rest = text.as_str();
    let mut commands = 0;
    while let Some(at) = rest.find(['\\', '$', '^', '{', '}']) {
        out.append(&text.slice(&rest[..at]));
        let length = if rest[at..].starts_with('\\') {
            commands += 1;
            command(text, &rest[at..], &mut out)?
        } else {
            1
        };
        rest = &rest[at + length..];
    }
    out.append(&text.slice(rest));
    let trimmed = out.as_str().trim();
    ((1..=MOST_COMMANDS).contains(&commands)).then(|| out.slice(trimmed))
}

/// Writes the command that the rest begins with; its length.
fn command(text: &Text, rest: &str, out: &mut Text) -> Option<usize> {
    let letters = rest[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = &rest[1..1 + letters];
    let length = 1 + letters;
    if letters == 0 {
        // `\(`, `\]`, `\,`
        return rest[1..].starts_with(['(', ')', '[', ']', ',', ';', ' ', '%']).then_some(2);
    }
    if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
        let span: Span = text.span(&rest[..length]);
        out.push(sign.encode_utf8(&mut [0; 4]), span);
        return Some(length);
    }
    if DRESS.contains(&name) {
        return Some(length);
    }
    let hidden = HIDDEN.contains(&name).then(|| rest[length..].strip_prefix('{')?.find('}'))?;
    hidden.map(|end| length + end + 2)
}

#[cfg(test)]
mod tests {
    use super::super::cells;

    #[test]
    fn formulas_are_signs_and_other_backslashes_stay() {
        let text = "1\t$\\square$ $\\downarrow$\t$10^{\\prime}$\t$\\boxed{\\phantom{x}}$\n\
                    2\t$\\diamond$ \\text{Ya}\t$\\pm 15$ menit\tC:\\arsip\\surat\n";
        assert_eq!(cells(text), [["1", "□ ↓", "10'", "□"], ["2", "◇ Ya", "± 15 menit", "C:\\arsip\\surat"]]);
    }
}
