//! S0xx: bentuk dokumen: bagian, kolom, nomor langkah, apa yang tidak terbaca.

use super::Rule;

mod unused_text;

/// The rules of this chapter, by code.
pub const RULES: &[&Rule] = &[&unused_text::RULE];
