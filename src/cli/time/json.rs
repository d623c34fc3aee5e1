//! An account as JSON: minutes of work, steps by their numbers.

use super::Timed;
use crate::model::Sop;
use crate::timing::{Effort, LeftOut, PromisedIn, RowTime, Sum, Way};
use serde_json::{Value, json};

/// The account of one SOP.
pub(super) fn object(timed: &Timed<'_>) -> Value {
    let (sop, account) = (timed.sop, &timed.account);
    let actors = account.actors.iter().map(|it| {
        let name = it.actor.as_ref().map(|id| sop.actor_name(id));
        let id = it.actor.as_ref().map(|id| &id.0);
        json!({ "id": id, "name": name, "time": sum(sop, &it.sum), "shared_steps": numbers(sop, &it.shared) })
    });
    let promises = account.promises.iter().map(|it| {
        let path = match it.stands_in {
            PromisedIn::Title => "identitas/nama".to_owned(),
            PromisedIn::Caution(position) => format!("peringatan/{position}"),
        };
        json!({ "path": path, "words": it.words, "minutes": minutes(it.effort), "kept": account.keeps(it) })
    });
    let printed = account.printed.iter().map(|it| {
        let differs = it.differs_from(&account.times, &timed.time);
        json!({ "text": it.text, "minutes": minutes(it.effort), "differs": differs })
    });
    json!({
        "file": timed.file,
        "position": timed.position.unwrap_or(1),
        "title": sop.identity.title.value(),
        "working_time": {
            "minutes_a_day": timed.time.minutes_a_day,
            "days_a_week": timed.time.days_a_week,
            "days_a_month": timed.time.days_a_month,
        },
        "total": sum(sop, &account.total),
        "fastest": account.ways.as_ref().map(|it| way(sop, &it.fastest)),
        "slowest": account.ways.as_ref().map(|it| way(sop, &it.slowest)),
        "slowest_with_returns": account.ways.as_ref().map(|it| json!({
            "minutes": minutes(it.with_returns()),
            "returns": it.returns.iter().map(|back| json!({
                "from": sop.steps[back.from].number,
                "to": sop.steps[back.to].number,
                "minutes": minutes(back.effort),
            })).collect::<Vec<Value>>(),
        })),
        "actors": actors.collect::<Vec<Value>>(),
        "left_out": left_out(timed),
        "promises": promises.collect::<Vec<Value>>(),
        "printed_totals": printed.collect::<Vec<Value>>(),
    })
}

fn sum(sop: &Sop, sum: &Sum) -> Value {
    let (steps, left_out) = (numbers(sop, &sum.counted), numbers(sop, &sum.left_out));
    json!({ "minutes": minutes(sum.effort), "steps": steps, "left_out": left_out })
}

fn way(sop: &Sop, way: &Way) -> Value {
    json!({ "time": sum(sop, &way.sum), "steps": numbers(sop, &way.rows) })
}

fn numbers(sop: &Sop, rows: &[usize]) -> Vec<u32> {
    rows.iter().map(|row| sop.steps[*row].number).collect()
}

/// Both ends in minutes.
fn minutes(effort: Effort) -> Value {
    let minutes = |amount: u64| amount as f64 / 60_000.0;
    json!({ "low": minutes(effort.low), "high": minutes(effort.high) })
}

fn left_out(timed: &Timed<'_>) -> Vec<Value> {
    let times = &timed.account.times;
    let rows = times.iter().zip(&timed.sop.steps);
    let found = rows.filter_map(|(time, step)| match time {
        RowTime::Counted(_) => None,
        RowTime::Within(top) if times[*top].counted().is_some() => None,
        RowTime::Within(_) => Some(json!({ "step": step.number, "reason": "within", "text": null })),
        RowTime::LeftOut(reason) => {
            let (reason, text) = match reason {
                LeftOut::Unwritten => ("unwritten", None),
                LeftOut::Dash => ("dash", Some("-".to_owned())),
                LeftOut::PerUnit(duration) => ("per_unit", Some(duration.to_string())),
                LeftOut::Unreadable(text) => ("unreadable", Some(text.clone())),
            };
            Some(json!({ "step": step.number, "reason": reason, "text": text }))
        }
    });
    found.collect()
}
