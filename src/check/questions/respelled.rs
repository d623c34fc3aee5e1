//! Values that were understood although they are written in a way of their own.

use crate::diagnostic::{Change, Fix, Message};
use crate::model::{Path, Sop, TroubleKind};
use crate::source::Span;

/// A value, as written and as it is usually written.
#[derive(Debug, Clone)]
pub struct Respelled {
    /// Whose value it is.
    pub path: Path,
    /// Where it stands.
    pub span: Option<Span>,
    /// As it stands in the text.
    pub written: String,
    /// Its usual spelling.
    pub usual: String,
}

impl Respelled {
    /// What writes it as usual; a converted text has it so already.
    pub fn fix(&self) -> Fix {
        let message = Message::new(format!("tulis `{}`", self.usual), format!("write `{}`", self.usual));
        let changes = self.span.map(|value| Change::Set { value, text: self.usual.clone() });
        Fix::safe(message, changes.into_iter().collect())
    }
}

/// The oddly written values whose path is wanted, in document order.
pub fn respelled(sop: &Sop, wanted: impl Fn(&Path) -> bool) -> impl Iterator<Item = Respelled> {
    sop.troubles.iter().filter_map(move |trouble| match &trouble.kind {
        TroubleKind::Respelled { path, written, usual } if wanted(path) => {
            Some(Respelled { path: path.clone(), span: trouble.span, written: written.clone(), usual: usual.clone() })
        }
        _ => None,
    })
}
