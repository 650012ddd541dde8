//! The provider's cloud in the demo: everyone who signs up finds two servers to file on.

use std::collections::BTreeSet;
use std::time::Duration;

use beian_app::App;
use beian_app::resources::{RawResource, import_as_operator};
use beian_domain::id::AccountId;
use beian_domain::region::Province;
use beian_store::{Page, Store};
use chrono::{Days, NaiveDate};
use tokio_util::sync::CancellationToken;

/// How soon a new customer has servers.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// Days since a server was bought, and days it is paid for.
const BOUGHT: u64 = 60;
const PAID: u64 = 305;
/// Places of one server.
const PLACES: u32 = 5;

/// Sells servers to whoever signs up, until the token is cancelled.
pub async fn sell(app: App, store: Store, token: CancellationToken) {
    let mut known = BTreeSet::new();
    while !token.is_cancelled() {
        if let Err(error) = sell_once(&app, &store, &mut known).await {
            tracing::warn!(%error, "no servers for new customers");
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

async fn sell_once(app: &App, store: &Store, known: &mut BTreeSet<AccountId>) -> anyhow::Result<()> {
    for account in store.accounts(Page::first(20)).await?.rows {
        if known.insert(account.id) && store.resources_of(account.id).await?.is_empty() {
            let number = u8::try_from(account.id.as_i64().rem_euclid(100)).unwrap_or(0) + 100;
            let owner = account.id.to_string();
            let servers = [
                server(&owner, Province::Zhejiang, number, app.today()),
                server(&owner, Province::Guangdong, number + 1, app.today()),
            ];
            import_as_operator(app, &servers).await.map_err(super::people::told)?;
        }
    }
    Ok(())
}

/// A server of an account (its id, or the e-mail address of a user), told apart by the last number of its
/// address.
pub fn server(account: &str, place: Province, number: u8, today: NaiveDate) -> RawResource {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    RawResource {
        account: account.to_owned(),
        instance: format!("ecs-demo-{number}"),
        name: format!("网站服务器 {number}（{}）", place.name_zh()),
        addresses: address(number),
        place: place.slug().to_owned(),
        mode: "cloud".to_owned(),
        billing: "subscription".to_owned(),
        starts_on: day(today.checked_sub_days(Days::new(BOUGHT))),
        ends_on: day(today.checked_add_days(Days::new(PAID))),
        places: PLACES.to_string(),
    }
}

/// The address of the server with this number.
pub fn address(number: u8) -> String {
    format!("121.36.0.{number}")
}
