//! One scalar as YAML: bare where every reader takes it for the same text, else in double quotes.

use std::fmt::Write;

/// Words that YAML 1.1 or 1.2 readers take for something other than text, in lower case.
const READ_OTHERWISE: [&str; 12] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "<<", "inf", "nan"];

/// The longest of them.
const LONGEST: usize = 5;

/// Writes a text so that it is read back as that very text; `in_flow` inside `[…]` or `{…}`.
pub fn write_text(text: &str, in_flow: bool, out: &mut String) {
    if is_plain(text, in_flow) {
        out.push_str(text);
    } else {
        write_quoted(text, out);
    }
}

/// Several lines that every reader takes for themselves under a `|`: no blank at an end, nothing invisible, none indented.
pub fn is_block(text: &str) -> bool {
    let sound = |line: &str| line.trim() == line && !line.chars().any(needs_escape);
    let edges = !text.starts_with('\n') && !text.ends_with('\n');
    text.contains('\n') && edges && text.split('\n').all(sound)
}

/// `2024-07-01` or `2024-07`: what the format shows without quotes.
pub fn is_iso_date(text: &str) -> bool {
    let shape = |byte: u8| if byte.is_ascii_digit() { b'0' } else { byte };
    let is = |wanted: &[u8]| text.len() == wanted.len() && text.bytes().map(shape).eq(wanted.iter().copied());
    is(b"0000-00-00") || is(b"0000-00")
}

/// Every reader of YAML 1.1 and 1.2 takes the bare text for itself.
pub fn is_plain(text: &str, in_flow: bool) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { return false };
    let begins_well = !matches!(first, '-' | '?' | ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|')
        && !matches!(first, '>' | '\'' | '"' | '%' | '@' | '`' | '=' | '~' | ':');
    let is_trimmed = !first.is_whitespace() && !last.is_whitespace();
    begins_well && is_trimmed && last != ':' && is_one_scalar(text, in_flow) && !is_read_otherwise(text)
}

/// For each byte whether it may break a scalar: 1 anywhere, 2 inside brackets.
static MAY_BREAK: [u8; 256] = {
    let mut table = [1; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        table[byte as usize] = match byte {
            b':' | b'#' => 1,
            b'?' | b',' | b'[' | b']' | b'{' | b'}' => 2,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// Nothing inside ends the scalar, starts a comment, or needs an escape.
fn is_one_scalar(text: &str, in_flow: bool) -> bool {
    let found = text.bytes().fold(0, |found, byte| found | MAY_BREAK[usize::from(byte)]);
    // Most texts hold nothing that has to be looked at together with what stands before it.
    if found & if in_flow { 3 } else { 1 } == 0 {
        return true;
    }
    let mut before = ' ';
    for letter in text.chars() {
        let breaks = match letter {
            ' ' => before == ':',
            '#' => before == ' ',
            ':' | '?' | ',' | '[' | ']' | '{' | '}' => in_flow,
            other => needs_escape(other),
        };
        if breaks {
            return false;
        }
        before = letter;
    }
    true
}

/// A boolean, a null, a number, a date, a time or an end of document to some reader.
fn is_read_otherwise(text: &str) -> bool {
    if text.len() <= LONGEST && READ_OTHERWISE.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    let number_like = |byte: u8| {
        byte.is_ascii_hexdigit()
            || matches!(byte, b'.' | b'_' | b':' | b'+' | b'-' | b' ' | b'x' | b'X' | b'o' | b'O')
            || matches!(byte.to_ascii_lowercase(), b't' | b'z' | b'i' | b'n')
    };
    text.starts_with("...")
        || (text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '.'))
            && text.bytes().all(number_like))
}

/// Characters that are invisible, no text to some reader, or a line break to another.
pub fn needs_escape(letter: char) -> bool {
    match letter {
        ' '..='~' | '\u{a0}'..='\u{61b}' | '\u{61d}'..='\u{200d}' => false,
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{ffff}' => true,
        other => other < '\u{a0}' || (other as u32 & 0xfffe) == 0xfffe,
    }
}

/// Writes a text in double quotes.
pub fn write_quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| matches!(it, '"' | '\\') || needs_escape(it)) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        let mut letters = behind.chars();
        match letters.next() {
            Some('"') => out.push_str("\\\""),
            Some('\\') => out.push_str("\\\\"),
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\r') => out.push_str("\\r"),
            letter => write_escaped(letter.map_or(0, u32::from), out),
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn write_escaped(code: u32, out: &mut String) {
    let written = match code {
        0..=0xff => write!(out, "\\x{code:02X}"),
        0x100..=0xffff => write!(out, "\\u{code:04X}"),
        _ => write!(out, "\\U{code:08X}"),
    };
    debug_assert!(written.is_ok(), "a String takes all that is written");
}
