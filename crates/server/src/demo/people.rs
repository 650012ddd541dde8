//! The people of the demo, and the servers they file on.

use anyhow::Context as _;
use beian_app::accounts::{
    NewStaff, SignUp, add_staff, first_admin, session, sign_out, sign_up, verify_account,
};
use beian_app::resources::{RawResource, import};
use beian_app::{App, Failure};
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::id::{AccountId, ResourceId};
use beian_domain::region::Province;

use super::inventory;
use crate::terminal::explained;

/// The customer's sign-in name.
pub const CUSTOMER: &str = "demo@example.cn";
/// The reviewer's.
pub const REVIEWER: &str = "reviewer@example.cn";
/// The administrator's.
pub const ADMIN: &str = "admin@example.cn";

/// Servers: province, and the last number of their addresses.
const SERVERS: [(Province, u8); 4] =
    [(Province::Zhejiang, 10), (Province::Zhejiang, 11), (Province::Guangdong, 12), (Province::Beijing, 13)];
/// Who acts in the demo, and what they act on.
#[derive(Debug, Clone)]
pub struct People {
    /// The customer.
    pub customer: Actor,
    /// The reviewer.
    pub reviewer: Actor,
    /// The customer's servers.
    pub servers: Vec<Server>,
}

/// A server of the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// The resource.
    pub id: ResourceId,
    /// Its address.
    pub address: String,
    /// Where it stands.
    pub place: Province,
}

/// Enters staff, the customer and the customer's servers, by the ways people take.
pub async fn enter(app: &App, password: &str) -> anyhow::Result<People> {
    let staff = |email: &str, name: &str, role| NewStaff {
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        password: password.to_owned(),
    };
    let admin = first_admin(app, staff(ADMIN, "管理员 · 示例", StaffRole::Admin)).await.map_err(told)?;
    let admin = Actor::Staff { staff: admin, role: StaffRole::Admin };
    let reviewer = add_staff(app, admin, staff(REVIEWER, "初审专员 · 示例", StaffRole::Reviewer)).await;
    let reviewer = Actor::Staff { staff: reviewer.map_err(told)?, role: StaffRole::Reviewer };
    let (customer, account) = customer(app, password).await?;
    verify_account(app, admin, account, true).await.map_err(told)?;
    let servers = servers(app, admin).await?;
    Ok(People { customer, reviewer, servers })
}

async fn customer(app: &App, password: &str) -> anyhow::Result<(Actor, AccountId)> {
    let form = SignUp {
        email: CUSTOMER.to_owned(),
        password: password.to_owned(),
        name: "示例经办人".to_owned(),
        account_name: "示例科技".to_owned(),
        kind: "organisation".to_owned(),
    };
    let signed_in = sign_up(app, form).await.map_err(told)?;
    let signed = session(app, &signed_in.token).await.map_err(told)?.context("just signed in")?;
    sign_out(app, &signed_in.token).await.map_err(told)?;
    Ok((signed.actor, signed.account.context("a customer has an account")?.id))
}

async fn servers(app: &App, admin: Actor) -> anyhow::Result<Vec<Server>> {
    let today = app.today();
    let raw: Vec<RawResource> =
        SERVERS.iter().map(|(place, number)| inventory::server(CUSTOMER, *place, *number, today)).collect();
    let ids = import(app, admin, &raw).await.map_err(told)?;
    let server = |(id, (place, number)): (ResourceId, &(Province, u8))| Server {
        id,
        address: inventory::address(*number),
        place: *place,
    };
    Ok(ids.into_iter().zip(&SERVERS).map(server).collect())
}

/// A failure of a use case, as an error of the command.
#[expect(clippy::needless_pass_by_value, reason = "stands in map_err")]
pub fn told(failure: Failure) -> anyhow::Error {
    anyhow::anyhow!(explained(&failure))
}
