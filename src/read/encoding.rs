//! Bytes → text: UTF-8 with or without mark, UTF-16 with or without, Windows-1252 for what is neither.

use super::{Foreign, ReadError};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The decoded text, without byte order mark.
///
/// # Errors
/// When the bytes are no text.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok(text.into_owned());
    }
    if let Some(foreign) = Foreign::of_bytes(bytes) {
        return Err(ReadError::Foreign(foreign));
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Ok(text.into_owned());
    }
    if is_binary(bytes) {
        return Err(ReadError::Foreign(Foreign::Data));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if error.error_len().is_none() => {
            // Cut off inside its last character: the rest is sound UTF-8.
            Ok(String::from_utf8_lossy(bytes).into_owned())
        }
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// A legacy text without signs that nobody sees, with plain blanks for those of a word processor, and the line ends of old machines as
/// those of today.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if !text.is_ascii() {
        if text.contains(HARD_BLANK) {
            text = text.replace(HARD_BLANK, " ").into();
        }
        if text.contains(UNSEEN) {
            text.to_mut().retain(|letter| !UNSEEN.contains(&letter));
        }
    }
    if text.contains('\r') && !text.contains('\n') {
        text = text.replace('\r', "\n").into();
    }
    text
}

const HARD_BLANK: char = '\u{a0}';

/// A soft hyphen, blanks and joints without width, and byte order marks within the text.
const UNSEEN: [char; 5] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{200c}'];

/// UTF-16 without mark: of mostly Latin text every other byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512) & !1];
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs >= 4 && odd * 10 >= pairs * 8 && even * 10 <= pairs {
        Some(UTF_16LE)
    } else if pairs >= 4 && even * 10 >= pairs * 8 && odd * 10 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More than one byte in a hundred is a control character that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    // By comparisons without branches, few enough at a time to be counted in a byte: many bytes go through at once.
    let control = |byte: u8| u8::from((byte < 9) | ((byte > 13) & (byte < 32) & (byte != 27)));
    let mut controls = 0;
    for bytes in head.chunks(128) {
        let mut few = 0;
        for byte in bytes {
            few += control(*byte);
        }
        controls += usize::from(few);
    }
    controls * 100 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_same_text_reads_alike() {
        let text = "Nomor SOP\t: 01 – “contoh”";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&[0xFF, 0xFE][..], &utf16].concat();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let windows = WINDOWS_1252.encode(text).0.into_owned();
        let with_mark = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &utf16, &marked, &big, &windows, &with_mark] {
            assert_eq!(decode(bytes).ok().as_deref(), Some(text));
        }
    }

    #[test]
    fn a_legacy_text_has_plain_blanks_and_line_ends() {
        let read = |text| plain(text).into_owned();
        assert_eq!(read("Nomor\u{a0}SOP\r: 12\r"), "Nomor SOP\n: 12\n");
        assert_eq!(read("Pemo\u{ad}hon\u{200b} \u{feff}surat"), "Pemohon surat");
        assert_eq!(read("a\rb\r\n"), "a\rb\r\n", "a break within a cell is none of its rows");
    }

    #[test]
    fn containers_and_binaries_are_named() {
        assert!(matches!(decode(b"{\\rtf1 Nomor SOP}"), Err(ReadError::Foreign(Foreign::RichText))));
        assert!(matches!(decode(&[7, 1, 2, 3, 200, 4, 5, 0]), Err(ReadError::Foreign(Foreign::Data))));
        assert!(matches!(decode(b""), Err(ReadError::Empty)));
    }
}
