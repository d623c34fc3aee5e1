//! The desk: one page in a browser for people without a terminal. What it shows, and what becomes of a document when somebody works
//! on it; pure, the command line has the sockets and the files.
//!
//! The page holds the document as the text of its YAML, and never looks into it: it sends the text with the [`Edit`]s a person made,
//! and gets back the text after them with all there is to see ([`look()`]): the form, the findings beside it, the values to be reviewed
//! and the pages of the print. What it shows of the form is [`Form`]. [`mending`](mod@mending) says what a fix would change before it is made.
//! [`gate`] decides which requests are heard at all, [`assets`] are the files of the page, carried in the program.

pub mod assets;
mod edit;
mod findings;
mod form;
pub mod gate;
mod look;
mod mending;

pub use edit::{Edit, Refusal};
pub use findings::FindingView;
pub use form::Form;
pub use look::{Ask, Bench, Look, look};
pub use mending::{Preview, Wanted, mending};
