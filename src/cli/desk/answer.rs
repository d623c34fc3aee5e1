//! Each request of the page and its answer.

use super::outcome::{Export, annotated, export, exports, report, reports};
use super::shelf::{Saved, Shelf, stamp};
use super::stage::Stage;
use super::survey::Progress;
use crate::analysis::{Analysis, analyze};
use crate::check::rules;
use crate::cli::args::Paper;
use crate::cli::batch::shielded;
use crate::cli::new::{file_name, template};
use crate::cli::output::extension;
use crate::cli::speech::Speech;
use crate::desk::{Ask, Look, Preview, assets, look, mending};
use crate::diagnostic::{Language, page_in};
use crate::read::yaml::read_yaml;
use crate::render::yaml::to_yaml;
use anyhow::Result;
use clap::ValueEnum;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

const JSON: &str = "application/json; charset=utf-8";
const BYTES: &str = "application/octet-stream";
const TEXT: &str = "text/plain; charset=utf-8";

/// A request that was let in.
pub(super) struct Call<'c> {
    /// What is asked for.
    pub what: &'c str,
    /// What stands behind the `?`.
    pub query: &'c str,
    pub body: &'c [u8],
    /// It may change something.
    pub acts: bool,
}

/// An answer.
pub(super) struct Answer {
    pub status: u16,
    pub kind: &'static str,
    pub body: Vec<u8>,
    /// It is a file to be kept.
    pub download: bool,
}

impl Answer {
    fn of(status: u16, kind: &'static str, body: Vec<u8>) -> Self {
        Self { status, kind, body, download: false }
    }

    /// Says why not.
    pub fn fault(status: u16, why: &str) -> Self {
        let body = serde_json::to_vec(&serde_json::json!({ "error": why })).unwrap_or_default();
        Self::of(status, JSON, body)
    }

    fn json(value: &impl Serialize) -> Result<Self> {
        Ok(Self::of(200, JSON, serde_json::to_vec(value)?))
    }

    fn file(body: Vec<u8>) -> Self {
        Self { download: true, ..Self::of(200, BYTES, body) }
    }
}

/// What the page is told at first.
#[derive(Serialize)]
struct Beginning {
    language: &'static str,
    /// The name of the folder.
    folder: Option<String>,
    exports: Vec<Export>,
    papers: Vec<String>,
    reports: &'static [&'static str],
    /// What each rule is about, by its code.
    rules: BTreeMap<&'static str, &'static str>,
    version: &'static str,
}

/// A document that was opened.
#[derive(Serialize)]
struct Opened {
    #[serde(flatten)]
    look: Look,
    /// What it is called.
    name: String,
    /// Where it is saved, below the folder.
    target: Option<String>,
    /// By what the file there is known; none where it was never ours.
    stamp: Option<String>,
    /// Where it lies, where it came from the folder.
    path: Option<String>,
}

#[derive(Deserialize)]
struct Saving {
    path: String,
    doc: String,
    stamp: Option<String>,
    #[serde(default)]
    force: bool,
}

#[derive(Deserialize)]
struct Exporting {
    doc: String,
    to: String,
    paper: Option<String>,
    #[serde(default)]
    path: String,
}

#[derive(Deserialize)]
struct Naming {
    name: String,
}

/// The answer to a request.
pub(super) fn answer(call: &Call<'_>, stage: &'static Stage) -> Answer {
    let speech = match parameter(call, "lang").as_deref() {
        Some("en") => Speech(Language::English),
        Some("id") => Speech(Language::Indonesian),
        _ => stage.speech,
    };
    let done = shielded(call.what, speech, || match (call.acts, call.what) {
        (false, name) if assets::find(name).is_some() => Ok(asset(name)),
        (true, "api/look") => looked(call, stage, speech),
        (true, "api/mending") => mended(call, stage, speech),
        (true, "api/open") => opened_bytes(call, stage, speech),
        (true, "api/new") => made_new(call, stage, speech),
        (true, "api/save") => saved(call, stage, speech),
        (true, "api/export") => exported(call, stage, speech),
        (true, "api/annotate") => remarked(call, stage, speech),
        (true, "api/survey") => {
            stage.survey.begin(stage, speech);
            Answer::json(&stage.survey.progress(0, stage, speech))
        }
        (false, "api/start") => Answer::json(&beginning(stage, speech)),
        (false, "api/file") => opened_file(call, stage, speech),
        (false, "api/stamp") => Answer::json(&shelf(stage, speech)?.stamp(&name(call), speech)?),
        (false, "api/survey") => surveyed(call, stage, speech),
        (false, "api/report") => Ok(Answer::file(report(&name(call), stage, speech)?)),
        (false, "api/rule") => rule(call, speech),
        _ => Ok(Answer::fault(404, &speech.say("tidak ada di sini", "not here"))),
    });
    done.unwrap_or_else(|error| Answer::fault(400, &error.to_string()))
}

fn asset(name: &str) -> Answer {
    match assets::find(name) {
        Some(asset) => Answer::of(200, asset.kind, asset.text.as_bytes().to_vec()),
        None => Answer::fault(404, "tidak ada di sini / not here"),
    }
}

fn parameter<'c>(call: &Call<'c>, wanted: &str) -> Option<Cow<'c, str>> {
    form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value)
}

/// The name that the request is about.
fn name(call: &Call<'_>) -> String {
    parameter(call, "name").unwrap_or_default().into_owned()
}

fn asked<T: DeserializeOwned>(call: &Call<'_>, speech: Speech) -> Result<T> {
    serde_json::from_slice(call.body).map_err(|error| {
        speech.failure(format!("permintaan tidak dipahami: {error}"), format!("the request is not understood: {error}"))
    })
}

fn shelf(stage: &Stage, speech: Speech) -> Result<&Shelf> {
    stage.shelf.as_ref().ok_or_else(|| {
        speech.failure(
            "tidak ada folder yang dibuka; jalankan `sop desk FOLDER`",
            "no folder is open; run `sop desk FOLDER`",
        )
    })
}

fn beginning(stage: &Stage, speech: Speech) -> Beginning {
    let is_english = speech.0 == Language::English;
    let folder = stage.shelf.as_ref().map(|it| it.root());
    let papers = Paper::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    Beginning {
        language: if stage.speech.0 == Language::English { "en" } else { "id" },
        folder: folder.map(|it| it.file_name().unwrap_or(it.as_os_str()).to_string_lossy().into_owned()),
        exports: exports(),
        papers: papers.map(|it| it.get_name().to_owned()).collect(),
        reports: reports(),
        rules: rules().map(|rule| (rule.code, if is_english { rule.summary_en } else { rule.summary })).collect(),
        version: env!("CARGO_PKG_VERSION"),
    }
}

fn looked(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    Answer::json(&seen(&asked(call, speech)?, &name(call), call, stage, speech)?)
}

fn seen(ask: &Ask, name: &str, call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Look> {
    let paper = parameter(call, "paper").and_then(|it| Paper::from_str(&it, true).ok());
    let seen = stage.with_bench(name, paper, speech, |bench| look(ask, bench));
    seen.map_err(|message| anyhow::Error::msg(speech.message(&message).to_owned()))
}

fn mended(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let preview: Result<Preview, _> = mending(&asked(call, speech)?, &stage.policy(&name(call)), speech.0);
    Answer::json(&preview.map_err(|message| anyhow::Error::msg(speech.message(&message).to_owned()))?)
}

/// A file that was dropped on the page: its bytes are here, and it lies nowhere.
fn opened_bytes(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let whole = name(call);
    let name = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    let doc = understood(call.body, name, speech)?;
    let target = stage.shelf.as_ref().map(|_| yaml_beside(name));
    Answer::json(&opened(doc, (name, target, None), None, call, stage, speech)?)
}

fn opened_file(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let (name, shelf) = (name(call), shelf(stage, speech)?);
    let bytes = shelf.read(&name, speech)?;
    let doc = understood(&bytes, &name, speech)?;
    let is_yaml = matches!(extension(Path::new(&name)).as_deref(), Some("yaml" | "yml"));
    let (target, stamp) = if is_yaml { (name.clone(), Some(stamp(&bytes))) } else { (yaml_beside(&name), None) };
    let short = name.rsplit('/').next().unwrap_or_default();
    Answer::json(&opened(doc, (short, Some(target), stamp), Some(name.clone()), call, stage, speech)?)
}

fn made_new(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let Naming { name } = asked(call, speech)?;
    let name = name.split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        return Err(speech.failure("tulis dahulu nama SOP-nya", "give the SOP its name first"));
    }
    // The page explains the fields itself.
    let sops = read_yaml(&template(&name)?).map_err(anyhow::Error::msg)?;
    let file = file_name(&name).display().to_string();
    let target = stage.shelf.as_ref().map(|_| file.clone());
    Answer::json(&opened(to_yaml(&sops), (&file, target, None), None, call, stage, speech)?)
}

/// The text of the document that those bytes are.
fn understood(bytes: &[u8], name: &str, speech: Speech) -> Result<String> {
    let Analysis { source, sops, is_model } = analyze(bytes, name).map_err(|error| {
        let place = match &error {
            crate::read::ReadError::Model(at) => {
                speech.say(format!(", baris {}", at.line), format!(", line {}", at.line))
            }
            _ => String::new(),
        };
        anyhow::Error::msg(format!("{name}{place}: {}", speech.message(&error.message())))
    })?;
    let is_yaml = is_model && read_yaml(&source.text).is_ok() && !source.text.trim_start().starts_with(['{', '[']);
    Ok(if is_yaml { source.text } else { to_yaml(&sops) })
}

/// The name of the YAML beside a file.
fn yaml_beside(name: &str) -> String {
    let folder = name.rfind('/').map_or(0, |at| at + 1);
    let stem = name[folder..].rsplit_once('.').map_or(&name[folder..], |(stem, _)| stem);
    format!("{}{stem}.yaml", &name[..folder])
}

fn opened(
    doc: String,
    (name, target, stamp): (&str, Option<String>, Option<String>),
    path: Option<String>,
    call: &Call<'_>,
    stage: &Stage,
    speech: Speech,
) -> Result<Opened> {
    let ask = Ask { doc, sop: 0, edits: Vec::new() };
    let look = seen(&ask, target.as_deref().unwrap_or_default(), call, stage, speech)?;
    Ok(Opened { look, name: name.to_owned(), target, stamp, path })
}

fn saved(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let Saving { path, doc, stamp, force } = asked(call, speech)?;
    match shelf(stage, speech)?.save(&path, &doc, stamp.as_deref(), force, speech)? {
        Saved::Done(stamp) => Answer::json(&serde_json::json!({ "stamp": stamp })),
        Saved::Conflict(stamp) => {
            let answer = Answer::json(&serde_json::json!({ "conflict": path, "stamp": stamp }))?;
            Ok(Answer { status: 409, ..answer })
        }
    }
}

fn exported(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let Exporting { doc, to, paper, path } = asked(call, speech)?;
    Ok(Answer::file(export(&doc, &to, paper.as_deref(), &path, stage, speech)?))
}

/// The reviewer's copy: of a file of the folder, or of the bytes that were dropped.
fn remarked(call: &Call<'_>, stage: &Stage, speech: Speech) -> Result<Answer> {
    let name = name(call);
    let is_kept = parameter(call, "kept").is_some();
    let bytes = if is_kept { shelf(stage, speech)?.read(&name, speech)? } else { call.body.to_vec() };
    Ok(Answer::file(annotated(&bytes, &name, stage, speech)?))
}

fn surveyed(call: &Call<'_>, stage: &'static Stage, speech: Speech) -> Result<Answer> {
    shelf(stage, speech)?;
    let since = parameter(call, "since").and_then(|it| it.parse().ok()).unwrap_or(0);
    let progress: Progress = stage.survey.progress(since, stage, speech);
    Answer::json(&progress)
}

/// The page of a rule.
fn rule(call: &Call<'_>, speech: Speech) -> Result<Answer> {
    let code = parameter(call, "code").unwrap_or_default();
    match rules().find(|rule| rule.code == code) {
        Some(rule) => Ok(Answer::of(200, TEXT, page_in(rule.page, speech.0).into_bytes())),
        None => Ok(Answer::fault(404, &speech.say("aturan ini tidak ada", "there is no such rule"))),
    }
}
