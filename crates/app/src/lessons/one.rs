//! One refusal, with what can be said about it.

use beian_domain::access::{Action, Actor, may};
use beian_domain::account::StaffRole;
use beian_domain::id::VerdictId;
use beian_domain::verdict::VerdictKind;
use beian_store::StoredVerdict;

use super::list::{RefusalLine, told};
use super::{CodeSaid, rules};
use crate::app::App;
use crate::failure::Failure;
use crate::orders::{Who, names_of};
use crate::rights::allow;

/// One refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalView {
    /// As it stands.
    pub verdict: StoredVerdict,
    /// Its codes with their meanings.
    pub codes: Vec<CodeSaid>,
    /// Who said something about it.
    pub judged_by: Option<Who>,
    /// The rules it can be said to be about; empty for those who may not.
    pub rules: Vec<String>,
}

/// Shows a refusal.
pub async fn refusal(app: &App, actor: Actor, id: VerdictId) -> Result<RefusalView, Failure> {
    allow(actor, Action::ViewDesk)?;
    let verdict = app.store().verdict(id).await?.filter(|one| one.row.given.kind == VerdictKind::Refused);
    let RefusalLine { verdict, codes } = told(verdict.ok_or(Failure::Missing)?);
    let judged_by = match &verdict.judged {
        Some(judged) => {
            // The name alone is asked for; what they may do does not matter here.
            let by = Actor::Staff { staff: judged.by, role: StaffRole::Reviewer };
            Some(names_of(app, vec![by]).await?.who(by))
        }
        None => None,
    };
    let rules = if may(actor, Action::JudgeRefusal) { rules::known(app, &verdict) } else { Vec::new() };
    Ok(RefusalView { verdict, codes, judged_by, rules })
}
