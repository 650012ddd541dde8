//! Gathering what a check needs to know of the world.

use std::collections::BTreeMap;

use beian_domain::check::facts::{Facts, ResourceFact};
use beian_domain::id::{AccountId, OrderId, ResourceId};
use beian_domain::order::kind::Standing;
use beian_domain::order::snapshot::Snapshot;

use beian_store::certificate_key;

use super::thaw::thaw;
use crate::app::App;
use crate::exchange::standing::{NotKnown, domain_standing, subject_standing};
use crate::exchange::unencodable;
use crate::failure::Failure;

/// How far the facts reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Only what we know ourselves; for previews, which must be quick and never fail for others.
    Here,
    /// The authority is asked too.
    Authority,
}

/// Gathers the facts for checking `snapshot`.
///
/// # Errors
/// [`NotKnown::Authority`] when the authority must be asked and does not answer.
pub(crate) async fn gather(
    app: &App,
    account: AccountId,
    order: OrderId,
    snapshot: &Snapshot,
    reach: Reach,
) -> Result<Facts, NotKnown> {
    Ok(Facts {
        // The database lets a subject have one running order, and this is it.
        subject_has_running_order: false,
        subject_filed: subject_filed(app, snapshot, reach).await?,
        filed_domains: filed_domains(app, snapshot, reach).await?,
        resources: resources(app, account, order, snapshot).await?,
        unencodable: unencodable(&thaw(snapshot)),
    })
}

async fn subject_filed(app: &App, snapshot: &Snapshot, reach: Reach) -> Result<bool, NotKnown> {
    let subject = &snapshot.subject;
    Ok(match reach {
        Reach::Here => {
            app.store().subject_by_certificate(&certificate_key(&subject.certificate)).await?.is_some()
        }
        Reach::Authority => {
            subject_standing(app, subject.province, &subject.certificate).await? != Standing::Unfiled
        }
    })
}

async fn filed_domains(app: &App, snapshot: &Snapshot, reach: Reach) -> Result<Vec<String>, NotKnown> {
    let province = snapshot.subject.province;
    let mut filed = Vec::new();
    for service in &snapshot.services {
        let domain = &service.domain;
        let is_filed = match reach {
            Reach::Here => app.store().service_by_domain(domain).await?.is_some(),
            Reach::Authority => domain_standing(app, province, domain).await? != Standing::Unfiled,
        };
        if is_filed {
            filed.push(domain.to_string());
        }
    }
    Ok(filed)
}

async fn resources(
    app: &App,
    account: AccountId,
    order: OrderId,
    snapshot: &Snapshot,
) -> Result<BTreeMap<ResourceId, ResourceFact>, Failure> {
    let mut known = BTreeMap::new();
    for service in &snapshot.services {
        let id = service.access.resource;
        let Some(resource) = app.store().resource(id).await? else { continue };
        if resource.account == account {
            let used = app.store().used_places(id, Some(order)).await?;
            known.insert(id, ResourceFact { resource, used });
        }
    }
    Ok(known)
}
