//! `sop` reads, checks and prints Indonesian government SOPs (SOP AP, PermenPANRB 35/2012).
//!
//! This page is the architecture. The manual for users is the README and `sop explain`.
//!
//! # The flow
//!
//! ```text
//! bytes ──read──▶ Source + Document ──parse──▶ Sop ──check──▶ Diagnostics ──report──▶ lines, snippets, JSON
//!         │        text    pages of rows,       ▲ │
//!         │        places  grids, drawings      │ │
//!         └─our YAML, JSON────────schema────────┘ ├──layout──▶ Pages ──render──▶ PDF, SVG, HTML
//!                                                 └──render──▶ table, YAML, JSON
//! ```
//!
//! [`analysis::analyze`] is the middle in one call: bytes and a name in, a [`Source`](source::Source) and its
//! [`Sop`](model::Sop)s out. What comes after it asks the model: [`check::check`] for findings, [`layout::lay_out`] for pages.
//!
//! Every input becomes the same thing, a [`Document`](document::Document): rows of cells, the grids they stand in, and what is
//! drawn over them. A text is its own source; of a Word, Excel or PDF file the source is a transcription, one line a row, in which
//! each stretch knows its [`Spot`](source::Spot) in the file: sheet and cell, table row and cell, page and box. Who acts in a
//! step, and where work goes on, is read from the drawing where there is one (`parse/drawing`), else from marks, else inferred.
//!
//! No grammar describes a whole document, for no two offices write the same one. The small languages *inside* cells (durations,
//! dates, citations, persons) have grammars; finding tables, labels and sections is ordinary code over rows of cells, driven by
//! the word lists of [`vocabulary`].
//!
//! # The floors, and who may import whom
//!
//! A test holds every `crate::` path of the source against this table, and every crate from outside against its place.
//!
//! | floor | what it is | may import |
//! |---|---|---|
//! | [`source`] | the text of one input, and places in it | |
//! | [`plain`](mod@plain) | text that is safe on a terminal | |
//! | [`fnv`] | a hash that is the same everywhere | |
//! | [`package`] | the archive that a Word file or a workbook is, and texts as its parts hold them | |
//! | [`diagnostic`] | one finding, in two languages | `source` |
//! | [`document`] | pages of rows, grids and drawings, markup taken out | `source` |
//! | [`model`] | what an SOP is | `source` |
//! | [`vocabulary`] | every Indonesian word that is recognised, and the facts that rules check against | `model` |
//! | [`grammar`] | the small languages inside cells | `model`, `vocabulary` |
//! | [`schema`] | the twins of the model that YAML and JSON are made of | `model`, `source`, `grammar`, `fnv` |
//! | [`read`] | bytes → document, or model where it is our own YAML or a print that carries it | `document`, `diagnostic`, `source`, `model`, `schema`, `vocabulary`, `grammar`, `flow` |
//! | [`parse`] | document → model | `document`, `model`, `vocabulary`, `grammar`, `source` |
//! | [`flow`] | the arrows as a graph of cells: loops, ends, parallel work; and as a process of BPMN | `model`, `vocabulary` |
//! | [`timing`] | how long it takes: rows, ways through the flow, promises | `model`, `flow`, `vocabulary`, `grammar`, `diagnostic`, `source` |
//! | [`check`] | model → findings | `model`, `diagnostic`, `source`, `vocabulary`, `flow`, `timing`, `fnv` |
//! | [`config`] | `sop.toml` → which rules look at a file, and under which settings | `check`, `model`, `diagnostic`, `source`, `vocabulary`, `grammar` |
//! | [`layout`] | model → pages of shapes | `model`, `vocabulary`, `diagnostic`, `plain`, `flow` |
//! | [`render`] | model, pages or a graph of SOPs → artefact | `layout`, `model`, `vocabulary`, `schema`, `plain`, `fnv`, `flow`, `package` |
//! | [`report`] | findings → eyes | `diagnostic`, `source`, `model`, `vocabulary`, `plain`, `fnv`, `timing`, `package` |
//! | [`annotate`] | remarks → the author's own Word, Excel or PDF file with comments, nothing else of it changed | `read`, `report`, `source`, `diagnostic`, `package` |
//! | [`mend`] | findings that know their cure → a mended text | `diagnostic`, `source`, `read`, `render` |
//! | [`analysis`] | the middle in one call | `read`, `parse`, `model`, `source` |
//! | [`lsp`] | what an editor asks → what it shows | `model`, `diagnostic`, `source`, `read`, `schema`, `check`, `timing`, `vocabulary` |
//! | [`desk`] | the page of `sop desk`: a document with what a person changes → all there is to see of it | `analysis`, `check`, `config`, `model`, `diagnostic`, `source`, `read`, `schema`, `mend`, `layout`, `render`, `vocabulary` |
//! | [`cli`] | the command line | everything |
//!
//! Hence: a rule that wants raw text has found a field that the model lacks; an artefact never shows findings; what is drawn was decided in [`layout`], and the backends only write it.
//!
//! # Invariants
//!
//! 1. Content never causes an `Err`. What was not understood is a [`Trouble`](model::Trouble) of the SOP and becomes a finding;
//!    [`ReadError`](read::ReadError) is for what cannot be read at all.
//! 2. Only [`cli`] touches files, the environment, the terminal and threads.
//! 3. Nothing is invented. Absent, blank, dash, unreadable and known are five facts ([`Field`](model::Field)), and a value that was
//!    repaired or inferred has a [`Review`](model::Review) in the ledger of its SOP, which goes into the YAML as `konversi.tinjau`.
//!    What has no place in the form is a [`Leftover`](model::Leftover) there, `konversi.tak_dikenali`: so the YAML made of a text is
//!    judged like the text.
//! 4. A finding that rests on an inferred value is at most [`Severity::Info`](diagnostic::Severity::Info) and says so. The engine
//!    sees to it ([`Findings`](check::Findings)), not the rules.
//! 5. Places are cut from the source, never made up: grammars hand out sub-slices of what they are given, and a value without a
//!    position has [`Place::NOWHERE`](source::Place::NOWHERE).
//! 6. Every Indonesian word that is recognised, or printed as a label, is in [`vocabulary`], once. Rule texts and help are prose.
//! 7. Codes are forever: a retired code is never given to another rule.
//! 8. Same bytes in, same bytes out: no clock, no order of a hash map, no locale.
//! 9. No input makes the program panic or exhausts it. A rule or a print that fails takes down its own file only.
//!
//! # Where do I put it?
//!
//! | I want to add | do this | if I forget something |
//! |---|---|---|
//! | a rule | `check/CHAPTER/NAME.rs` and its page `NAME.md` in both languages, a line in the chapter's `RULES` | a file without entry or page, a paragraph without its twin fails |
//! | a fix of a rule | what is to change, as data, at the end of the rule's file; `## Setelah perbaikan` on its page | the page of the rule |
//! | an input format | `read/FORMAT.rs`, a row in `read::FORMATS`, the README | – |
//! | an output format | `render/FORMAT.rs`, a variant of the command line's `Artefact`, the README | the README test |
//! | a unit of time | a variant of [`Unit`](model::Unit), a row in [`vocabulary::units`] | an exhaustive match |
//! | a spelling of a column, label, section | a string in [`vocabulary::columns`], [`labels`](vocabulary::labels), [`sections`](vocabulary::sections) | – |
//! | a repealed regulation | a row in [`vocabulary::repeals`] | a row without evidence fails |
//! | a fact rules compare with | a row of a group in its table, which says how well it is known ([`vocabulary::evidence`]) | a table or group without evidence fails |
//! | a field of the identity page | [`Identity`](model::Identity), [`vocabulary::labels`], [`schema`] | the round trip of the YAML |
//! | a setting of an office | a key in `config/keys.rs`, its reading in `config/file.rs`, who asks for it in `config/policy.rs` | the README test |
//! | a profile | a row in [`vocabulary::profiles`] | the test of its words |
//! | a dialect of a drawing | its shapes and lines as the reader's own [`Drawing`](document::Drawing); nothing in `parse` | the office files |
//! | a kind of clue for a lost actor | `parse/infer.rs`, named, with its weight | the damaged documents |
//! | something to do on the page of `sop desk` | an [`Edit`](desk::Edit) and what it does below `desk/edit`; what shows it, in `desk/page` | the test of the page |
//! | a subcommand | `cli/VERB.rs`, a variant in `cli/args/mod.rs`, its options with their English twins in `cli/args/VERB.rs` | a text without twin fails |
//! | something an editor asks for | `lsp/NAME.rs`, its request in `lsp/session.rs`, its promise in `lsp/client.rs` | the test client |
//! | a crate from outside | a line in `Cargo.toml` under a comment that says what for, its place in `tests/suite/house.rs` | both fail |
//!
//! # Tests
//!
//! `cargo test` runs them all. One binary, `tests/suite`, asks what a user sees: pages of rules are their own tests, both READMEs
//! are run, clean documents are damaged in the ways of real ones and must keep their model or say what they lost, and
//! `house.rs` holds the source to this page. `UPDATE=1 cargo test` rewrites what is golden; read the difference before keeping it.

#![warn(missing_docs)]
#![forbid(unsafe_code)]
// These pages are for those who work on the source: `cargo doc --document-private-items` follows every link.
#![allow(rustdoc::private_intra_doc_links, reason = "the floors speak of their private rooms")]

pub mod analysis;
pub mod annotate;
pub mod check;
pub mod cli;
pub mod config;
pub mod desk;
pub mod diagnostic;
pub mod document;
pub mod flow;
pub mod fnv;
pub mod grammar;
pub mod layout;
pub mod lsp;
pub mod mend;
pub mod model;
pub mod package;
pub mod parse;
pub mod plain;
pub mod read;
pub mod render;
pub mod report;
pub mod schema;
pub mod source;
pub mod timing;
pub mod vocabulary;
