//! Bringing resources into the inventory, all or none.

use beian_domain::Invalid;
use beian_domain::access::{Action, Actor};
use beian_domain::id::{AccountId, ResourceId};
use beian_domain::network::IpRange;
use beian_domain::region::{Province, RegionCode};
use beian_domain::resource::{Billing, Resource};
use beian_domain::tables::AccessMode;
use beian_domain::text::Line;
use beian_store::Entry;
use chrono::NaiveDate;
use serde_json::json;

use super::file::RawResource;
use crate::accounts::account_named;
use crate::app::App;
use crate::failure::{Failure, FieldProblem};
use crate::rights::allow;

/// The most resources brought at once.
const MAX_AT_ONCE: usize = 10_000;

/// Enters or updates resources, all or none; gives their ids in the same order.
///
/// # Errors
/// [`Failure::Invalid`] names fields as `3.addresses`: the number counts from one.
pub async fn import(app: &App, actor: Actor, raw: &[RawResource]) -> Result<Vec<ResourceId>, Failure> {
    allow(actor, Action::ManageResources)?;
    enter(app, actor, raw).await
}

/// The same for the person who runs the platform, from the command line; no page leads here.
pub async fn import_as_operator(app: &App, raw: &[RawResource]) -> Result<Vec<ResourceId>, Failure> {
    enter(app, Actor::System, raw).await
}

async fn enter(app: &App, actor: Actor, raw: &[RawResource]) -> Result<Vec<ResourceId>, Failure> {
    if raw.len() > MAX_AT_ONCE {
        return Err(Failure::field(FieldProblem::new("file", "inventory-too-long").with("max", MAX_AT_ONCE)));
    }
    let mut problems = Vec::new();
    let mut resources = Vec::new();
    for (number, raw) in (1..).zip(raw) {
        let account = account_named(app, &raw.account).await?.map(|account| account.id);
        resources.extend(read(app, number, raw, account, &mut problems));
    }
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let tx = app.store().begin().await?;
    let mut ids = Vec::new();
    for resource in &resources {
        let id = tx.upsert_resource(resource).await?;
        ids.push(id);
        tx.append(&Entry {
            account: Some(resource.account),
            order: None,
            at: app.now(),
            by: actor,
            name: "resource-entered".to_owned(),
            payload: json!({ "resource": id, "instance": resource.instance, "places": resource.places }),
        })
        .await?;
    }
    tx.commit().await?;
    Ok(ids)
}

fn read(
    app: &App,
    number: usize,
    raw: &RawResource,
    account: Option<AccountId>,
    problems: &mut Vec<FieldProblem>,
) -> Option<Resource> {
    let before = problems.len();
    let mut columns = Columns { number, problems };
    let account = columns.take("account", account.ok_or_else(|| Invalid::new("answer-choice")));
    let instance = columns.take("instance", Line::<128>::parse(&raw.instance));
    let name = if raw.name.trim().is_empty() { &raw.instance } else { &raw.name };
    let name = columns.take("name", Line::<128>::parse(name));
    let addresses = columns.take("addresses", addresses(&raw.addresses));
    let place = columns.take("place", place(&raw.place));
    let mode = columns.take("mode", AccessMode::from_slug(raw.mode.trim()).ok_or_else(choice));
    let billing = columns.take("billing", Billing::from_slug(raw.billing.trim()).ok_or_else(choice));
    let starts_on = columns.take("starts-on", day(&raw.starts_on));
    let ends_on = columns.take("ends-on", day(&raw.ends_on));
    let places = columns.take("places", places(&raw.places, app.settings().limits.places));
    if problems.len() > before {
        return None;
    }
    Some(Resource {
        id: app.id(),
        account: account?,
        instance: instance?.to_string(),
        name: name?.to_string(),
        addresses: addresses?,
        place: place?,
        mode: mode?,
        billing: billing?,
        starts_on: starts_on?,
        ends_on: ends_on?,
        places: places?,
    })
}

/// Collects what cannot be read, by the number of the resource and its column.
struct Columns<'a> {
    number: usize,
    problems: &'a mut Vec<FieldProblem>,
}

impl Columns<'_> {
    fn take<T>(&mut self, column: &str, read: Result<T, Invalid>) -> Option<T> {
        let field = format!("{}.{column}", self.number);
        read.map_err(|invalid| self.problems.push(FieldProblem::from_invalid(field, &invalid))).ok()
    }
}

fn choice() -> Invalid {
    Invalid::new("answer-choice")
}

fn addresses(text: &str) -> Result<Vec<IpRange>, Invalid> {
    let texts = text.split([' ', ',', ';', '\n', '\r', '\t']).filter(|text| !text.is_empty());
    texts.map(IpRange::parse).collect()
}

fn place(text: &str) -> Result<Option<Province>, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let by_code = || RegionCode::parse(text).ok().and_then(Province::from_region);
    Province::from_slug(text).or_else(by_code).map(Some).ok_or_else(choice)
}

fn day(text: &str) -> Result<NaiveDate, Invalid> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Invalid::new("answer-date"))
}

fn places(text: &str, default: u32) -> Result<u32, Invalid> {
    let text = text.trim();
    if text.is_empty() { Ok(default) } else { text.parse().map_err(|_| choice()) }
}
