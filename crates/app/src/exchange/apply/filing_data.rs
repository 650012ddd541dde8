//! BASJ 备案数据: grants the orders whose filings now stand in the authority's register.

use beian_authority::message::download::basj::{self, FilingData};
use beian_domain::access::Actor;
use beian_domain::filing::enter;
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::order::command::{Command, Verdict};
use beian_domain::order::event::Event;
use beian_domain::order::stage::{GrantedService, Outcome};
use beian_domain::supervision::{
    Answered, HeldService, KnownFrom, KnownService, KnownSubject, Unmatched, UnmatchedResult,
};
use beian_store::Tx;

use super::results::asker;
use super::{Came, held};
use crate::app::App;
use crate::change::change;
use crate::exchange::Setback;
use crate::exchange::deliver::answered;

/// Grants what was filed. The numbers, and so the filing data, not the opinion, are what grants. How each
/// filing stands at the authority is kept, with the record ids by which it speaks of it later.
pub(super) async fn apply(
    app: &App,
    tx: &Tx,
    link: &str,
    data: &FilingData,
    came: &mut Came,
) -> Result<(), Setback> {
    for filing in &data.filings {
        granted(app, tx, link, filing, came).await?;
        let services: Vec<HeldService> = filing.services.iter().map(held::service).collect();
        known(KnownFrom::FilingData, &filing.subject, &services, filing.remark.as_deref(), came);
    }
    Ok(())
}

/// Keeps a filing as it stands at the authority.
pub(super) fn known(
    source: KnownFrom,
    subject: &basj::Subject,
    services: &[HeldService],
    remark: Option<&str>,
    came: &mut Came,
) {
    let subject = held::subject(subject);
    for service in services {
        came.told(KnownService {
            source,
            subject_bureau_id: subject.bureau_id,
            subject_number: subject.number.clone(),
            subject_name: subject.name.clone(),
            service: service.clone(),
        });
    }
    let services = i64::try_from(services.len()).unwrap_or(i64::MAX);
    came.told(KnownSubject { source, services, remark: remark.map(str::to_owned), subject });
}

/// Filing data that grant no order of ours.
fn of_nobody(filing: &basj::Filing) -> UnmatchedResult {
    UnmatchedResult {
        why: Unmatched::Nobody,
        answer: Answered::Granted,
        asked: None,
        record: filing.subject.record,
        bureau_id: Some(filing.subject.bureau_id),
        number: filing.subject.number.clone(),
        file: None,
        lines: Vec::new(),
        opinion: None,
    }
}

/// Grants the order whose filing now stands in the authority's register, and enters it into ours.
async fn granted(
    app: &App,
    tx: &Tx,
    link: &str,
    filing: &basj::Filing,
    came: &mut Came,
) -> Result<(), Setback> {
    let Some((order, snapshot)) = asker(tx, filing.subject.record).await? else {
        tracing::warn!(number = ?filing.subject.number, "filing data of nobody we know");
        came.told(of_nobody(filing));
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
