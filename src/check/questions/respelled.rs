//! Values that were understood although they are written in a way of their own.

use crate::diagnostic::{Edit, Fix, Message};
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
    /// The edit that writes it as usual.
    pub fn fix(&self) -> Fix {
        let message = Message::new(format!("tulis `{}`", self.usual), format!("write `{}`", self.usual));
        let edits = self.span.map(|span| Edit { span, text: self.usual.clone() }).into_iter().collect();
        Fix { message, edits, safe: true }
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
