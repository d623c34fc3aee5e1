//! Pelaksana: the office holders, one column each.

use super::Sourced;
use std::fmt;

/// The short name by which steps refer to an actor, unique in its SOP: letters, digits and `_`, never a bare number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActorId(pub String);

impl fmt::Display for ActorId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Pelaksana: one actor column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// How steps refer to it.
    pub id: ActorId,
    /// Nama jabatan as it heads the column.
    pub name: Sourced<String>,
    /// Pelaksana eksternal: pemohon, masyarakat, pengguna layanan.
    pub external: bool,
}
