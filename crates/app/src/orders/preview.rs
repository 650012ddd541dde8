//! What the automatic check would say now, before anything is submitted.

use beian_domain::access::Actor;
use beian_domain::finding::Finding;
use beian_domain::id::OrderId;

use super::problems::problems;
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow_own;

/// What a submission would meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The order's version the findings are about.
    pub version: i64,
    /// Everything found.
    pub findings: Vec<Finding>,
}

impl Preview {
    /// Whether nothing found stands in the way.
    pub fn is_clear(&self) -> bool {
        !self.findings.iter().any(Finding::blocks)
    }
}

/// Checks the answers as they are. Asks nobody outside, so what only the authority knows is missing.
pub async fn preview(app: &App, actor: Actor, order: OrderId) -> Result<Preview, Failure> {
    let order = app.store().order(order).await?.ok_or(Failure::Missing)?;
    allow_own(actor, order.account)?;
    let findings = problems(app, &order).await?;
    Ok(Preview { version: order.version, findings })
}
