//! `sop graph`: how the SOPs of a folder hang together, for Graphviz, Mermaid, or a program.

mod draw;

use super::args::{GraphArgs, GraphFormat, PolicyArgs};
use super::batch::{Progress, in_order, open, shielded};
use super::check::folder::cards_of;
use super::check::policy::Policies;
use super::input::{Gathered, Input, Meant, Search, gather};
use super::output::{deliver, extension, refuse_own};
use super::speech::Speech;
use super::twin::Twins;
use super::{Verdict, complain};
use crate::check::{Card, Library, Settings};
use crate::render::graph::{to_dot, to_json, to_mermaid};
use anyhow::Result;
use draw::draw;

/// Reads all inputs and writes one graph; what cannot be read is said and left out of it.
pub(super) fn run(args: &GraphArgs, speech: Speech) -> Result<Verdict> {
    let format = args.to.or_else(|| by_extension(args)).unwrap_or(GraphFormat::Dot);
    let Gathered { inputs, failures, left_out, .. } =
        gather(&args.inputs, &Search::of(&args.search, Meant::Model, speech)?);
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));

    let inputs = Policies::of(&PolicyArgs::default(), &inputs, speech)?.meant(inputs);
    refuse_own(args.output.as_deref(), inputs.iter().filter_map(|it| it.path.as_deref()), speech)?;
    let twins = Twins::among(&inputs);
    let work = |input: &Input| shielded(&input.name, speech, || cards(input, &twins, speech));
    let mut all = Vec::new();
    in_order(&inputs, Progress::Shown, work, |cards| {
        match cards {
            Ok(cards) => all.extend(cards),
            Err(failure) => {
                failed = true;
                complain(&failure, speech);
            }
        }
        Ok(())
    })?;
    let graph = draw(&Library::new(all));
    let text = match format {
        GraphFormat::Dot => to_dot(&graph),
        GraphFormat::Mermaid => to_mermaid(&graph),
        GraphFormat::Json => to_json(&graph)?,
    };
    deliver(text.as_bytes(), args.output.as_deref(), args.force, speech)?;
    left_out.tell(speech);
    Ok(if failed { Verdict::Failure } else { Verdict::Clean })
}

/// The cards of one file; none of a YAML whose text is among the inputs.
fn cards(input: &Input, twins: &Twins, speech: Speech) -> Result<Vec<Card>> {
    let analysis = open(input, speech)?;
    if twins.is_conversion(input, &analysis.sops) {
        return Ok(Vec::new());
    }
    Ok(cards_of(&analysis, &Settings::default()))
}

fn by_extension(args: &GraphArgs) -> Option<GraphFormat> {
    match extension(args.output.as_deref()?)?.as_str() {
        "mmd" | "mermaid" => Some(GraphFormat::Mermaid),
        "json" => Some(GraphFormat::Json),
        _ => None,
    }
}
