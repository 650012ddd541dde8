//! Submitting: the answers are frozen, the resources give a place each, the check is queued. All at once or
//! not at all.

use std::collections::BTreeMap;

use beian_domain::access::{Action, Actor};
use beian_domain::check::freeze;
use beian_domain::id::{OrderId, ResourceId};
use beian_domain::order::Order;
use beian_domain::order::command::Command;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::snapshot::Snapshot;
use beian_domain::resource::Unfit;
use beian_store::{Taken, Tx};

use super::problems::freeze_ids;
use crate::app::App;
use crate::change::change;
use crate::failure::{Failure, FieldProblem, Refused};
use crate::rights::allow_on;

/// Submits the order as it stands; gives its new version.
///
/// # Errors
/// [`Failure::Stale`] when the order moved since `version`, as a doubled click does. [`Failure::Invalid`] names
/// every answer that is missing or unreadable. Refused with `no-place-left` (fact `resource`), or the
/// lifecycle's reason.
pub async fn submit(app: &App, actor: Actor, order: OrderId, version: i64) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    allow_on(actor, Action::SubmitOrder, order.account)?;
    if order.version != version {
        return Err(Failure::Stale);
    }
    let ids = freeze_ids(app, &order.answers);
    let command = Command::Submit { snapshot: ids.snapshot };
    let stamp = app.stamp(actor);
    // The lifecycle speaks before the answers are read: nobody mends fields of an order that cannot move.
    order.handle(command.clone(), stamp)?;
    let snapshot = freeze(order.kind, &order.answers, &ids)
        .map_err(|found| Failure::Invalid(found.iter().map(FieldProblem::from).collect()))?;
    take_places(&tx, &order, &snapshot).await?;
    tx.insert_snapshot(&snapshot, order.account, order.id, stamp.at, &[]).await?;
    change(&tx, app, &mut order, version, command, stamp).await?;
    app.commit(tx).await?;
    Ok(order.version)
}

/// Takes one place per service; what an earlier submission took is given back first.
async fn take_places(tx: &Tx, order: &Order, snapshot: &Snapshot) -> Result<(), Failure> {
    tx.release_places(order.id).await?;
    let mut wanted: BTreeMap<ResourceId, Vec<u8>> = BTreeMap::new();
    for (number, service) in (0..).zip(&snapshot.services) {
        wanted.entry(service.access.resource).or_default().push(number);
    }
    // In the order of their ids, so that two orders on the same two servers cannot wait for each other.
    for (id, services) in wanted {
        let at = FieldPath::in_service(Field::AccessResource, services[0]);
        let unknown = || Failure::path(at, "resource-unknown");
        let resource = tx.lock_resource(id).await?.filter(|resource| resource.account == order.account);
        let resource = resource.ok_or_else(unknown)?;
        for number in services {
            match tx.take_place(id, order.id, number).await? {
                Taken::Yes => {}
                Taken::Full => {
                    let refused = Refused::new(Unfit::NoPlaceLeft.slug()).with("resource", &resource.name);
                    return Err(refused.with("places", resource.places).into());
                }
                Taken::NoResource => return Err(unknown()),
            }
        }
    }
    Ok(())
}
