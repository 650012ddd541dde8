//! BAJG 备案结果: each answer moves its order; what answers nobody is kept for a person.

use beian_authority::message::download::bajg::{About, Outcome as Answer, OutcomeKind, RecordKind, Results};
use beian_domain::access::Actor;
use beian_domain::id::SubjectId;
use beian_domain::order::Order;
use beian_domain::order::command::{Command, PhoneCheckResult, Verdict};
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::Stage;
use beian_domain::supervision::{Answered, Asked, ResultCode, ResultLine, Unmatched, UnmatchedResult};
use beian_store::{Download, Tx};

use super::Came;
use crate::app::App;
use crate::change::change;
use crate::exchange::Setback;
use crate::exchange::deliver::answered;
use crate::exchange::file_refusal::{self, FileRefusal};
use crate::failure::Failure;

/// Applies every answer.
pub(super) async fn apply(
    app: &App,
    tx: &Tx,
    download: &Download,
    results: &Results,
    came: &mut Came,
) -> Result<(), Setback> {
    for answer in results.outcomes() {
        if let About::File(_) = &answer.about {
            file_refusal::apply(app, tx, &FileRefusal::new(download, &answer)).await?;
        } else if let Some(why) = one(app, tx, &download.authority, &answer).await? {
            came.told(unmatched(why, &answer));
        }
    }
    Ok(())
}

/// The order that asked, locked, with the snapshot that was sent; `None` for answers to nobody we know.
pub(super) async fn asker(tx: &Tx, record: Option<i64>) -> Result<Option<(Order, Snapshot)>, Setback> {
    let Some(subject) = record.and_then(|record| SubjectId::from_i64(record).ok()) else { return Ok(None) };
    let Some((order, snapshot)) = tx.snapshot_order(subject).await? else { return Ok(None) };
    let (Some(order), Some(snapshot)) = (tx.order(order).await?, tx.snapshot(snapshot).await?) else {
        return Ok(None);
    };
    // An answer to an earlier submission of the same order is history.
    Ok((order.stage.snapshot() == Some(snapshot.id)).then_some((order, snapshot)))
}

/// Moves the order that asked; tells why not where there is none that the answer can move.
async fn one(app: &App, tx: &Tx, link: &str, answer: &Answer) -> Result<Option<Unmatched>, Setback> {
    let Some((order, snapshot)) = asker(tx, answer.record()).await? else {
        tracing::warn!(record = ?answer.record(), "an answer to nobody we know");
        return Ok(Some(Unmatched::Nobody));
    };
    tx.mark_answered(order.id, snapshot.id, app.now()).await?;
    // Whoever answers has the file, even where the reply to the upload was lost and this overtakes the next
    // attempt, which would find out.
    let mut order = answered(app, tx, link, order).await?;
    let Some(command) = command(&order.stage, answer) else { return Ok(None) };
    let version = order.version;
    let stamp = app.stamp(Actor::Authority);
    match change(tx, app, &mut order, version, command, stamp).await {
        // The order has moved on by itself: the answer changes nothing any more.
        Err(Failure::Refused(refused)) => {
            tracing::info!(order = %order.id, code = %refused.code, "the answer comes too late");
            Ok(Some(Unmatched::Late))
        }
        other => other.map(|_| None).map_err(Setback::from),
    }
}

/// What an answer asks of the order, at the stage where it stands.
fn command(stage: &Stage, answer: &Answer) -> Option<Command> {
    let in_phone_check = matches!(stage, Stage::PhoneCheck { .. });
    match &answer.kind {
        // The receipt was recorded when the upload was accepted; the numbers come with the filing data.
        OutcomeKind::Received { .. } | OutcomeKind::Granted { .. } => None,
        OutcomeKind::PhoneCheckDone => {
            in_phone_check.then_some(Command::RecordPhoneCheck(PhoneCheckResult::Passed))
        }
        OutcomeKind::PhoneCheckFailed { missed } if in_phone_check => {
            let result = if *missed { PhoneCheckResult::Missed } else { PhoneCheckResult::Failed };
            Some(Command::RecordPhoneCheck(result))
        }
        // Past the phone check, as we thought: then the authority's return is a refusal.
        OutcomeKind::PhoneCheckFailed { .. } => Some(refusal(answer, None)),
        OutcomeKind::Refused { opinion, .. } => Some(refusal(answer, opinion.as_deref())),
    }
}

fn refusal(answer: &Answer, opinion: Option<&str>) -> Command {
    let codes = answer.lines.iter().filter_map(|line| u32::try_from(line.code).ok()).collect();
    // Without an opinion the authority's own words for its codes are the best there is.
    let words = answer.lines.iter().filter_map(|line| line.text.as_deref()).collect::<Vec<_>>().join("；");
    let opinion = opinion.map_or(words, str::to_owned);
    Command::RecordVerdict(Verdict::Refused { codes, opinion })
}

/// An answer that moved no order, as it is kept.
fn unmatched(why: Unmatched, answer: &Answer) -> UnmatchedResult {
    let (answered, opinion) = match &answer.kind {
        OutcomeKind::Received { .. } => (Answered::Received, None),
        OutcomeKind::PhoneCheckDone => (Answered::PhoneCheckDone, None),
        OutcomeKind::PhoneCheckFailed { .. } => (Answered::PhoneCheckFailed, None),
        OutcomeKind::Granted { opinion } => (Answered::Granted, opinion.clone()),
        OutcomeKind::Refused { opinion, .. } => (Answered::Refused, opinion.clone()),
    };
    let line = |line: &beian_authority::message::download::bajg::ResultLine| ResultLine {
        code: ResultCode(line.code),
        text: line.text.clone(),
        involved: Vec::new(),
    };
    let mut result = UnmatchedResult {
        why,
        answer: answered,
        asked: answer.operation.map(Asked::of),
        record: None,
        bureau_id: None,
        number: None,
        file: None,
        lines: answer.lines.iter().map(line).collect(),
        opinion,
    };
    match &answer.about {
        About::Ours(RecordKind::Subject | RecordKind::Service | RecordKind::Access, id)
        | About::Record(id) => {
            result.record = Some(*id);
        }
        About::Bureaus(_, id) => result.bureau_id = Some(*id),
        About::Number(number) => result.number = Some(number.clone()),
        About::File(name) => result.file.clone_from(name),
    }
    result
}
