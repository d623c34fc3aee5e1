//! FNV-1a, 64 bits: a hash that is the same on every machine and in every release, unlike that of the standard library.

/// Where the hash begins.
pub const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash that began with `from`, after these bytes.
pub fn fold(from: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(from, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
