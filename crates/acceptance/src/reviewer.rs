//! The provider's reviewer (备案专员): approves, or returns with what is to be mended.

use beian_app::accounts::{self, NewStaff};
use beian_app::{Failure, desk};
use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::finding::FieldOpinion;
use beian_domain::id::{OrderId, StaffId};
use beian_domain::order::field::{Field, FieldPath};

use crate::world::{PASSWORD, World};

/// The reviewer's sign-in name.
const EMAIL: &str = "desk@example.cn";

/// One of the provider's people at the desk.
pub struct Reviewer<'w> {
    world: &'w World,
    /// Who acts.
    pub actor: Actor,
}

/// The one member of staff there is, hired when first needed.
pub(crate) async fn on_duty(world: &World) -> StaffId {
    let hired = world.staff.get_or_init(async || {
        let new = NewStaff {
            email: EMAIL.to_owned(),
            name: "周复核".to_owned(),
            role: StaffRole::Admin,
            password: PASSWORD.to_owned(),
        };
        accounts::first_admin(&world.app, new).await.expect("nobody was there before")
    });
    *hired.await
}

impl<'w> Reviewer<'w> {
    pub(crate) fn new(world: &'w World, staff: StaffId) -> Self {
        Self { world, actor: Actor::Staff { staff, role: StaffRole::Admin } }
    }

    /// The sign-in name.
    pub fn email(&self) -> &'static str {
        EMAIL
    }

    /// Approves the order.
    pub async fn approves(&self, order: OrderId) {
        let approved = self.tries_to_approve(order).await;
        approved.expect("an order in review can be approved");
    }

    /// Approves the order, if it can be.
    pub async fn tries_to_approve(&self, order: OrderId) -> Result<i64, Failure> {
        let version = self.sees(order).await.version;
        desk::approve(&self.world.app, self.actor, order, version, "材料清晰，信息一致。".to_owned()).await
    }

    /// Returns the order with a word about one field.
    pub async fn returns(&self, order: OrderId, field: Field, words: &str) {
        let version = self.sees(order).await.version;
        let opinion =
            FieldOpinion { field: FieldPath::of(field), reason: String::new(), words: words.to_owned() };
        let returned =
            desk::return_order(&self.world.app, self.actor, order, version, vec![opinion], String::new());
        returned.await.expect("an order in review can be returned");
    }

    /// The order's review page.
    pub async fn sees(&self, order: OrderId) -> desk::ReviewView {
        desk::review(&self.world.app, self.actor, order).await.expect("staff may see every order")
    }

    /// The order that has waited longest.
    pub async fn next(&self) -> Option<OrderId> {
        desk::next(&self.world.app, self.actor, None).await.expect("the queue can be read")
    }
}
