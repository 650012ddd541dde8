//! Applying a downloaded document: each answer moves its order, all in one transaction with the mark that
//! the file was applied, so that a file delivered twice acts once.

use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::bajg::{About, Outcome as Answer, OutcomeKind};
use beian_authority::message::download::basj;
use beian_domain::access::Actor;
use beian_domain::filing::enter;
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::id::SubjectId;
use beian_domain::order::Order;
use beian_domain::order::command::{Command, PhoneCheckResult, Verdict};
use beian_domain::order::event::Event;
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::{GrantedService, Outcome, Stage};
use beian_store::{Download, Tx};

use super::Setback;
use super::deliver::answered;
use super::file_refusal::{self, FileRefusal};
use crate::app::App;
use crate::change::change;
use crate::failure::Failure;

/// Applies every answer of a document, once.
pub(super) async fn document(
    app: &App,
    download: &Download,
    document: &DownloadDocument,
) -> Result<(), Setback> {
    let tx = app.store().begin().await?;
    if !tx.mark_applied(&download.authority, &download.file_name, app.now()).await? {
        return Ok(());
    }
    let DownloadDocument::Icp(icp) = document;
    let filings = icp.filing_data.as_ref().map(|data| data.filings.as_slice()).unwrap_or_default();
    for answer in icp.results.iter().flat_map(beian_authority::message::download::bajg::Results::outcomes) {
        if let About::File(_) = &answer.about {
            let refusal = FileRefusal::new(download, &answer);
            file_refusal::apply(app, &tx, &refusal).await?;
        } else {
            one(app, &tx, &download.authority, &answer).await?;
        }
    }
    // The filing data carry the numbers, so they, not the opinion, are what grants.
    for filing in filings {
        granted(app, &tx, &download.authority, filing).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// The order that asked, locked, with the snapshot that was sent; `None` for answers to nobody we know.
async fn asker(tx: &Tx, record: Option<i64>) -> Result<Option<(Order, Snapshot)>, Setback> {
    let Some(subject) = record.and_then(|record| SubjectId::from_i64(record).ok()) else { return Ok(None) };
    let Some((order, snapshot)) = tx.snapshot_order(subject).await? else { return Ok(None) };
    let (Some(order), Some(snapshot)) = (tx.order(order).await?, tx.snapshot(snapshot).await?) else {
        return Ok(None);
    };
    // An answer to an earlier submission of the same order is history.
    Ok((order.stage.snapshot() == Some(snapshot.id)).then_some((order, snapshot)))
}

async fn one(app: &App, tx: &Tx, link: &str, answer: &Answer) -> Result<(), Setback> {
    let Some((order, snapshot)) = asker(tx, answer.record()).await? else {
        tracing::warn!(record = ?answer.record(), "an answer to nobody we know; the file is kept");
        return Ok(());
    };
    tx.mark_answered(order.id, snapshot.id, app.now()).await?;
    // Whoever answers has the file, even where the reply to the upload was lost and this overtakes the next
    // attempt, which would find out.
    let mut order = answered(app, tx, link, order).await?;
    let Some(command) = command(&order.stage, answer) else { return Ok(()) };
    let version = order.version;
    let stamp = app.stamp(Actor::Authority);
    match change(tx, app, &mut order, version, command, stamp).await {
        // The order has moved on by itself: the answer changes nothing any more.
        Err(Failure::Refused(refused)) => {
            tracing::info!(order = %order.id, code = %refused.code, "the answer comes too late");
            Ok(())
        }
        other => other.map(|_| ()).map_err(Setback::from),
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

/// Grants the order whose filing now stands in the authority's register, and enters it into ours.
async fn granted(app: &App, tx: &Tx, link: &str, filing: &basj::Filing) -> Result<(), Setback> {
    let Some((order, snapshot)) = asker(tx, filing.subject.record).await? else {
        tracing::warn!(number = ?filing.subject.number, "filing data of nobody we know; the file is kept");
        return Ok(());
    };
    if order.stage.name().is_final() {
        return Ok(());
    }
    tx.mark_answered(order.id, snapshot.id, app.now()).await?;
    let mut order = answered(app, tx, link, order).await?;
    let outcome = numbers(filing)?;
    let version = order.version;
    let stamp = app.stamp(Actor::Authority);
    let verdict = Command::RecordVerdict(Verdict::Granted(outcome));
    let recorded = change(tx, app, &mut order, version, verdict, stamp).await?;
    let Event::Granted { outcome, .. } = &recorded.event else { return Ok(()) };
    let entered = enter(order.account, order.id, &snapshot, outcome, recorded.at);
    let (subject, services) =
        entered.ok_or_else(|| Setback::Alarm("the filing data do not number every service".into()))?;
    tx.enter(&subject, &services).await?;
    Ok(())
}

/// The numbers of a filing as the register gives them.
fn numbers(filing: &basj::Filing) -> Result<Outcome, Setback> {
    let unreadable = |what: &str| Setback::Alarm(format!("filing data with an unreadable {what}"));
    let subject = filing.subject.number.as_deref().unwrap_or_default();
    let subject = SubjectNumber::parse(subject).map_err(|_| unreadable("subject number"))?;
    let services = filing.services.iter().map(|service| {
        let number = service.number.as_deref().unwrap_or_default();
        Ok(GrantedService {
            service: beian_domain::id::ServiceId::from_i64(service.record.unwrap_or_default())
                .map_err(|_| unreadable("service record"))?,
            number: ServiceNumber::parse(number).map_err(|_| unreadable("service number"))?,
        })
    });
    Ok(Outcome::Numbers { subject, services: services.collect::<Result<_, Setback>>()? })
}
