//! The bytes of a PDF, before the interpreter sees them: what its streams unpack to, and how deep its objects nest.
//!
//! The interpreter unpacks whatever it is given into memory and follows nesting by recursion; neither can be bounded from outside.

use super::PdfFault;
use crate::read::pdf::attached::{find, find_last};
use flate2::read::{DeflateDecoder, ZlibDecoder};
use std::io::Read;

/// Bytes that all streams of a file unpack to.
const LARGEST_SUM: usize = 256 << 20;

/// Packed bytes of a stream whose packing is not looked into: a thousand times as much stays within [`LARGEST_SUM`].
const LARGEST_UNKNOWN: usize = 160 << 10;

/// Objects inside objects.
const DEEPEST: usize = 96;

/// So far before its keyword the dictionary of a stream begins at most.
const DICTIONARY: usize = 8 << 10;

/// Holds a file against the bounds.
///
/// # Errors
/// When it unpacks to more, or nests deeper, than any document.
pub(super) fn check(bytes: &[u8]) -> Result<(), PdfFault> {
    let mut left = LARGEST_SUM;
    let mut from = 0;
    let mut outside = Nesting::default();
    while let Some(at) = next_stream(bytes, from) {
        outside.follow(&bytes[from..at])?;
        let dictionary = &bytes[from.max(at.saturating_sub(DICTIONARY))..at];
        let dictionary = &dictionary[find_last(dictionary, b"obj").unwrap_or(0)..];
        let start = at + b"stream".len() + usize::from(bytes[at..].starts_with(b"stream\r\n")) + 1;
        let raw = bytes.get(start..).unwrap_or_default();
        let end = find(raw, b"endstream").unwrap_or(raw.len());
        let unpacked = unpacked(dictionary, raw, end, left)?;
        left -= unpacked.min(left);
        from = (start + end).min(bytes.len());
        outside = Nesting::default();
    }
    outside.follow(&bytes[from..])
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

/// How many bytes a stream unpacks to.
fn unpacked(dictionary: &[u8], raw: &[u8], end: usize, left: usize) -> Result<usize, PdfFault> {
    let count_of = |name: &[u8]| dictionary.windows(name.len()).filter(|it| *it == name).count();
    let has = |name: &[u8]| count_of(name) > 0;
    let deflated = count_of(b"/FlateDecode") + count_of(b"/Fl ") + count_of(b"/Fl]") + count_of(b"/Fl/");
    let is_named_oddly = has(b"#");
    if !has(b"/Filter") && !is_named_oddly {
        Nesting::default().follow(&raw[..end])?;
        return Ok(0);
    }
    // Names can be written in another way, and two packings multiply.
    let is_known = !is_named_oddly && !has(b"/LZW") && !has(b"/RunLength") && !has(b"/RL") && deflated < 2;
    if !is_known && end > LARGEST_UNKNOWN {
        return Err(PdfFault::TooMuch);
    }
    let has_header = raw.first().is_some_and(|byte| byte & 0x0f == 8);
    match () {
        () if deflated == 1 && (has(b"/ASCII85") || has(b"/A85")) => inflated_85(&raw[..end], left),
        () if has_header => count(ZlibDecoder::new(raw), left, has(b"/Image")),
        () if deflated > 0 => count(DeflateDecoder::new(raw), left, false),
        () => Ok(0),
    }
}

/// Bytes that come out of a decoder; those of a damaged stream up to its damage.
fn count(mut decoder: impl Read, left: usize, is_picture: bool) -> Result<usize, PdfFault> {
    let mut room = vec![0_u8; 64 << 10];
    let (mut sum, mut nesting) = (0, Nesting::default());
    loop {
        match decoder.read(&mut room) {
            Ok(0) | Err(_) => return Ok(sum),
            Ok(length) => {
                sum += length;
                if sum > left {
                    return Err(PdfFault::TooMuch);
                }
                if !is_picture {
                    nesting.follow(&room[..length])?;
                }
            }
        }
    }
}

/// Base 85 around a deflated stream.
fn inflated_85(raw: &[u8], left: usize) -> Result<usize, PdfFault> {
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

/// How deep brackets are open, strings and comments left out.
#[derive(Default)]
struct Nesting {
    depth: usize,
    /// Open parentheses of a string.
    string: usize,
    is_escaped: bool,
    before: u8,
}

impl Nesting {
    fn follow(&mut self, bytes: &[u8]) -> Result<(), PdfFault> {
        for byte in bytes {
            if self.string > 0 {
                self.in_string(*byte);
                continue;
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
            if self.depth > DEEPEST {
                return Err(PdfFault::TooMuch);
            }
        }
        Ok(())
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
    fn brackets_in_strings_nest_nothing() {
        let mut nesting = Nesting::default();
        assert!(nesting.follow(b"[(((([[[[\\)))))) <41> << /A [1 2] >> ]".repeat(40).as_slice()).is_ok());
        assert_eq!(nesting.depth, 0);
        assert_eq!(Nesting::default().follow("[".repeat(200).as_bytes()), Err(PdfFault::TooMuch));
        assert_eq!(Nesting::default().follow("<</A".repeat(200).as_bytes()), Err(PdfFault::TooMuch));
    }
}
