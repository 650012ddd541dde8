//! Who may do what: actors, actions and the one matrix.

use serde::{Deserialize, Serialize};

use crate::account::{Role, StaffRole, slugs};
use crate::id::{AccountId, StaffId, UserId};

/// Whoever asks. Every change names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Actor {
    /// A user of a customer's account.
    Customer {
        /// The account acted in.
        account: AccountId,
        /// The person.
        user: UserId,
        /// The person's role there.
        role: Role,
    },
    /// One of the provider's people.
    Staff {
        /// The person.
        staff: StaffId,
        /// The person's role.
        role: StaffRole,
    },
    /// The platform itself: checks, sends, watches deadlines.
    System,
    /// What the authority (管局) decided, as its documents tell.
    Authority,
}

slugs! {
    /// Everything that needs a right. One list for checks, pages and API docs.
    Action {
        /// See the account's orders and filings.
        ViewOwn = "view-own",
        /// Open a new order.
        OpenOrder = "open-order",
        /// Type answers, add and remove evidence.
        EditAnswers = "edit-answers",
        /// Submit for review.
        SubmitOrder = "submit-order",
        /// Take a submitted order back (撤销备案).
        WithdrawOrder = "withdraw-order",
        /// Give an order up (放弃备案).
        AbandonOrder = "abandon-order",
        /// See the queue and any order.
        ViewDesk = "view-desk",
        /// Approve in first review.
        ApproveOrder = "approve-order",
        /// Return to the customer with findings.
        ReturnOrder = "return-order",
        /// See personal data in full; each use is journaled.
        Unmask = "unmask",
        /// Say that a matter of the authority (监管事项) was looked after.
        HandleMatter = "handle-matter",
        /// Say which rule a refusal of the authority is about.
        JudgeRefusal = "judge-refusal",
        /// Record the result of the automatic check.
        RecordCheck = "record-check",
        /// Record sending, receipt and phone check.
        RecordExchange = "record-exchange",
        /// Record the authority's verdict.
        RecordVerdict = "record-verdict",
        /// Manage the account's users.
        ManageUsers = "manage-users",
        /// Maintain the inventory of resources.
        ManageResources = "manage-resources",
        /// Manage staff.
        ManageStaff = "manage-staff",
        /// See jobs that gave up.
        ViewJobs = "view-jobs",
        /// Start a job again.
        RetryJob = "retry-job",
        /// Read the journal.
        ViewJournal = "view-journal",
    }
}

/// Whether `actor` may do `action` at all. Deny by default: what is not listed is refused.
pub fn may(actor: Actor, action: Action) -> bool {
    use Action as A;
    match actor {
        Actor::Customer { role, .. } => match role {
            Role::Owner => customer_filer(action) || action == A::ManageUsers,
            Role::Filer => customer_filer(action),
            Role::Viewer => action == A::ViewOwn,
        },
        Actor::Staff { role, .. } => match role {
            StaffRole::Reviewer => reviewer(action),
            StaffRole::Admin => {
                reviewer(action)
                    || matches!(
                        action,
                        A::ManageResources | A::ManageStaff | A::ViewJobs | A::RetryJob | A::ViewJournal
                    )
            }
            StaffRole::Auditor => matches!(action, A::ViewDesk | A::ViewJobs | A::ViewJournal),
        },
        Actor::System => matches!(action, A::RecordCheck | A::RecordExchange),
        Actor::Authority => matches!(action, A::RecordExchange | A::RecordVerdict),
    }
}

/// Whether `actor` may do `action` to a thing that belongs to `owner`.
///
/// A customer never reaches beyond the own account; what belongs to others is as if it were not there.
pub fn may_on(actor: Actor, action: Action, owner: AccountId) -> bool {
    reaches(actor, owner) && may(actor, action)
}

/// Whether `actor` may know about things of `owner`: the line between 403 and 404.
pub fn reaches(actor: Actor, owner: AccountId) -> bool {
    match actor {
        Actor::Customer { account, .. } => account == owner,
        Actor::Staff { .. } | Actor::System | Actor::Authority => true,
    }
}

fn customer_filer(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::ViewOwn | A::OpenOrder | A::EditAnswers | A::SubmitOrder | A::WithdrawOrder | A::AbandonOrder
    )
}

fn reviewer(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::ViewDesk | A::ApproveOrder | A::ReturnOrder | A::Unmask | A::HandleMatter | A::JudgeRefusal
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn everyone() -> Vec<(&'static str, Actor)> {
        let id = Id::from_i64(1).unwrap();
        let customer = |role| Actor::Customer { account: AccountId::new(id), user: UserId::new(id), role };
        let staff = |role| Actor::Staff { staff: StaffId::new(id), role };
        vec![
            ("owner", customer(Role::Owner)),
            ("filer", customer(Role::Filer)),
            ("viewer", customer(Role::Viewer)),
            ("reviewer", staff(StaffRole::Reviewer)),
            ("admin", staff(StaffRole::Admin)),
            ("auditor", staff(StaffRole::Auditor)),
            ("system", Actor::System),
            ("authority", Actor::Authority),
        ]
    }

    #[test]
    fn the_matrix() {
        let mut page = format!("{:<16}", "");
        for (name, _) in everyone() {
            page.push_str(&format!(" {name:<9}"));
        }
        for action in Action::ALL {
            page.push_str(&format!("\n{:<16}", action.slug()));
            for (_, actor) in everyone() {
                page.push_str(&format!(" {:<9}", if may(actor, *action) { "yes" } else { "·" }));
            }
        }
        let page = page.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!("access_matrix", page);
    }

    #[test]
    fn a_customer_never_reaches_another_account() {
        let other = AccountId::from_i64(2).unwrap();
        for (name, actor) in everyone().into_iter().take(3) {
            for action in Action::ALL {
                assert!(!may_on(actor, *action, other), "{name} {action}");
            }
        }
    }
}
