//! The bytes of a PDF, before the interpreter sees them: what its streams unpack to, and how deep its objects nest.
//!
//! The interpreter unpacks whatever it is given into memory and follows nesting by recursion; neither can be bounded from outside.

use super::PdfFault;
use crate::read::pdf::attached::{find, find_last};
use flate2::read::{DeflateDecoder, ZlibDecoder};
use std::io::Read;

/// Bytes that all streams of a file unpack to, pictures left out.
const LARGEST_SUM: usize = 96 << 20;

/// Bytes that all pictures of a file unpack to: scans in colour, which the interpreter is never asked to unpack.
const LARGEST_PICTURES: usize = 512 << 20;

/// Packed bytes of a stream whose packing is not looked into: a thousand times as much stays within [`LARGEST_SUM`].
const LARGEST_UNKNOWN: usize = 2 << 10;

/// Objects inside objects. In the letters of a font brackets stand by chance: some hundred may seem open at a time.
const DEEPEST: usize = 500;

/// States saved and not restored, in all streams of a file.
const MOST_SAVED: usize = 20_000;

/// Columns, colours or bits of a row that a stream is packed in.
const WIDEST: usize = 100_000;

/// Numbers of an array of children that are looked at.
const MOST_CHILDREN: usize = 20_000;

/// So far before its keyword the dictionary of a stream begins at most.
const DICTIONARY: usize = 8 << 10;

/// Holds a file against the bounds.
///
/// # Errors
/// When it unpacks to more, or nests deeper, than any document.
pub fn check(bytes: &[u8]) -> Result<(), PdfFault> {
    let (mut left, mut pictures) = (LARGEST_SUM, LARGEST_PICTURES);
    let mut saved = 0;
    let mut from = 0;
    while let Some(at) = next_stream(bytes, from) {
        let mut outside = Syntax::default();
        outside.follow(&bytes[from..at])?;
        let dictionary = &bytes[from.max(at.saturating_sub(DICTIONARY))..at];
        let dictionary = plain(&dictionary[find_last(dictionary, b"obj").unwrap_or(0)..]);
        let start = at + b"stream".len() + usize::from(bytes[at..].starts_with(b"stream\r\n")) + 1;
        let raw = bytes.get(start..).unwrap_or_default();
        let end = find(raw, b"endstream").unwrap_or(raw.len());
        let is_picture = find(&dictionary, b"/Image").is_some();
        let left = if is_picture { &mut pictures } else { &mut left };
        let (unpacked, open) = unpacked(&dictionary, raw, end, *left)?;
        *left -= unpacked.min(*left);
        saved += open;
        if saved > MOST_SAVED {
            return Err(PdfFault::TooMuch);
        }
        from = (start + end).min(bytes.len());
    }
    Syntax::default().follow(&bytes[from..])
}

/// A dictionary with names as they are meant: `#46` is `F`.
fn plain(dictionary: &[u8]) -> Vec<u8> {
    let digit = |at: usize| dictionary.get(at).and_then(|it| char::from(*it).to_digit(16));
    let mut out = Vec::with_capacity(dictionary.len());
    let mut at = 0;
    while at < dictionary.len() {
        match (dictionary[at], digit(at + 1), digit(at + 2)) {
            (b'#', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// The keyword that opens the next stream.
fn next_stream(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += find(bytes.get(at..)?, b"stream")?;
        if !bytes[..at].ends_with(b"end") {
            return Some(at);
        }
        at += b"stream".len();
    }
}

/// How many bytes a stream unpacks to, and how many states it saves without restoring them.
fn unpacked(dictionary: &[u8], raw: &[u8], end: usize, left: usize) -> Result<(usize, usize), PdfFault> {
    let count_of = |name: &[u8]| dictionary.windows(name.len()).filter(|it| *it == name).count();
    let has = |name: &[u8]| count_of(name) > 0;
    if !has(b"/Filter") {
        return count(&raw[..end], left, false);
    }
    let deflated = count_of(b"/FlateDecode") + count_of(b"/Fl ") + count_of(b"/Fl]") + count_of(b"/Fl/");
    // Two packings multiply, and these are met with in no file of an office program.
    let is_known = !has(b"/LZW") && !has(b"/RunLength") && !has(b"/RL") && deflated < 2;
    if !is_known && end > LARGEST_UNKNOWN {
        return Err(PdfFault::TooMuch);
    }
    let has_header = raw.first().is_some_and(|byte| byte & 0x0f == 8);
    let has_85 = has(b"/ASCII85") || has(b"/A85");
    match () {
        () if deflated == 1 && has_85 => inflated_85(&raw[..end], left),
        () if has_header => count(ZlibDecoder::new(raw), left, has(b"/Image")),
        () if deflated > 0 => count(DeflateDecoder::new(raw), left, false),
        () => Ok((0, 0)),
    }
}

/// Bytes that come out of a decoder; those of a damaged stream up to its damage.
fn count(mut decoder: impl Read, left: usize, is_picture: bool) -> Result<(usize, usize), PdfFault> {
    let mut room = vec![0_u8; 64 << 10];
    let (mut sum, mut syntax) = (0, Syntax::default());
    loop {
        match decoder.read(&mut room) {
            Ok(0) | Err(_) => return Ok((sum, syntax.saved)),
            Ok(length) => {
                sum += length;
                if sum > left {
                    return Err(PdfFault::TooMuch);
                }
                if !is_picture {
                    syntax.follow(&room[..length])?;
                }
            }
        }
    }
}

/// Base 85 around a deflated stream.
fn inflated_85(raw: &[u8], left: usize) -> Result<(usize, usize), PdfFault> {
    let mut plain = Vec::with_capacity(raw.len());
    let (mut group, mut digits) = (0_u32, 0);
    for byte in raw.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'z' if digits == 0 => plain.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                digits += 1;
                if digits == 5 {
                    plain.extend(group.to_be_bytes());
                    (group, digits) = (0, 0);
                }
            }
            _ => break,
        }
    }
    count(ZlibDecoder::new(plain.as_slice()), left, false)
}

/// What is open: brackets, a string, saved states; and the word being read.
#[derive(Default)]
struct Syntax {
    depth: usize,
    /// Open parentheses of a string.
    string: usize,
    is_escaped: bool,
    before: u8,
    /// States saved and not restored.
    saved: usize,
    word: Vec<u8>,
    /// The next number is the width of rows, the next array the children of a page.
    is_width: bool,
    is_children: bool,
    children: Vec<Vec<u8>>,
}

impl Syntax {
    fn follow(&mut self, bytes: &[u8]) -> Result<(), PdfFault> {
        for byte in bytes {
            if self.string > 0 {
                self.in_string(*byte);
                continue;
            }
            if byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte) || *byte == 0 {
                self.word_ends(*byte)?;
            } else if self.word.len() < 24 {
                self.word.push(*byte);
            }
            match byte {
                b'(' => self.string = 1,
                b'[' => self.depth += 1,
                b'<' if self.before == b'<' => self.depth += 1,
                b']' => self.depth = self.depth.saturating_sub(1),
                b'>' if self.before == b'>' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            let is_pair = matches!(byte, b'<' | b'>') && self.before == *byte;
            self.before = if is_pair { 0 } else { *byte };
            if self.depth > DEEPEST || self.saved > MOST_SAVED {
                return Err(PdfFault::TooMuch);
            }
        }
        Ok(())
    }

    fn word_ends(&mut self, byte: u8) -> Result<(), PdfFault> {
        let word = std::mem::take(&mut self.word);
        let word = if word.contains(&b'#') { plain(&word) } else { word };
        let number = std::str::from_utf8(&word).ok().and_then(|it| it.parse::<f64>().ok());
        match word.as_slice() {
            b"q" => self.saved += 1,
            b"Q" => self.saved = self.saved.saturating_sub(1),
            b"Columns" | b"Colors" | b"BitsPerComponent" => self.is_width = true,
            b"Kids" => {
                self.is_children = true;
                self.children.clear();
            }
            _ if self.is_width && number.is_some() => {
                self.is_width = false;
                if number.is_some_and(|number| number > WIDEST as f64) {
                    return Err(PdfFault::TooMuch);
                }
            }
            _ => {}
        }
        if self.is_children && number.is_some() && self.children.len() < MOST_CHILDREN {
            self.children.push(word);
        }
        if byte == b']' && std::mem::take(&mut self.is_children) {
            return self.children_end();
        }
        Ok(())
    }

    /// Pages that are their own sisters would be as many as the file likes: `[3 0 R 3 0 R]`.
    fn children_end(&mut self) -> Result<(), PdfFault> {
        let mut numbers: Vec<&[u8]> = self.children.iter().step_by(2).map(Vec::as_slice).collect();
        numbers.sort_unstable();
        let is_twice = numbers.windows(2).any(|pair| pair[0] == pair[1]);
        self.children.clear();
        if is_twice { Err(PdfFault::TooMuch) } else { Ok(()) }
    }

    fn in_string(&mut self, byte: u8) {
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' => self.is_escaped = true,
            b'(' => self.string += 1,
            b')' => self.string -= 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_within_the_bound_is_read_on_the_stack_of_a_thread() {
        let content = format!("{}{}", "[".repeat(480), "]".repeat(480));
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>";
        let bytes = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj{page}endobj\n4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\ntrailer<</Root 1 0 R>>\n\
             startxref\n0\n%%EOF",
            content.len()
        );
        // What it holds does not matter: it must end.
        assert!(super::super::read(bytes.as_bytes(), "dalam.pdf").is_err());
    }

    #[test]
    fn brackets_in_strings_nest_nothing() {
        let mut syntax = Syntax::default();
        assert!(syntax.follow(b"[(((([[[[\\)))))) <41> << /A [1 2] >> ]".repeat(40).as_slice()).is_ok());
        assert_eq!(syntax.depth, 0);
        assert_eq!(Syntax::default().follow("[".repeat(600).as_bytes()), Err(PdfFault::TooMuch));
        assert_eq!(Syntax::default().follow("<</A".repeat(600).as_bytes()), Err(PdfFault::TooMuch));
        assert_eq!(Syntax::default().follow(b"/Kids [3 0 R 4 0 R 3 0 R]"), Err(PdfFault::TooMuch));
        assert_eq!(Syntax::default().follow(b"/Co#6cumns 2000000000 "), Err(PdfFault::TooMuch));
        assert_eq!(Syntax::default().follow("q ".repeat(30_000).as_bytes()), Err(PdfFault::TooMuch));
    }
}
