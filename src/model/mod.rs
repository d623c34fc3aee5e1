//! What an SOP *is*: the typed tree that parsing fills, rules ask, and renderers print. No parsing, printing or serde here.
//!
//! Names are English, after the standard terms of the form; the Indonesian term opens each doc comment.

mod actor;
mod conversion;
mod date;
mod document_name;
mod doubt;
mod duration;
mod field;
mod flow;
mod identity;
mod ledger;
mod number;
mod path;
mod redaction;
mod regulation;
mod section;
mod sop;
mod step;
mod trouble;
mod working_time;

pub use actor::{Actor, ActorId, ActorIds};
pub use conversion::{Confidence, Conversion, How, Leftover, LeftoverKind, Origin, Review};
pub use date::Date;
pub use document_name::DocumentName;
pub use doubt::{Cause, Doubt};
pub use duration::{Bound, DayKind, Duration, Number, Part, Quantity, Unit};
pub use field::{Field, Sourced};
pub use flow::{Addresses, CellAt, Edge, EdgeKind};
pub use identity::{Identity, IdentityField, IdentityValue, Nip, Signatory};
pub use ledger::Ledger;
pub use number::SopNumber;
pub use path::Path;
pub use regulation::{Citation, Regulation, RegulationKind};
pub use section::SectionKind;
pub use sop::{Ignore, Sop};
pub use step::{Cell, Step, StepField, Symbol, Target, Way};
pub use trouble::{ColumnRole, Drawn, LeftOut, Slip, Trouble, TroubleKind};
pub use working_time::WorkingTime;
