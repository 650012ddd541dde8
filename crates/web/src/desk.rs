//! The staff desk (初审台): the queue, the review of one order, what the authority sends, the exchange, resources,
//! accounts, jobs, the journal.

mod accounts;
mod authority;
mod decide;
mod evidence;
mod exchange;
mod jobs;
mod journal;
mod next;
mod page;
mod queue;
mod resources;
mod review;
mod rules;
mod sign_in;
mod text;
mod unmask;

use axum::Router;
use axum::routing::{get, post};
use beian_domain::access::{Action, Actor, may};

use crate::i18n::Words;
use crate::state::Web;
use crate::ui::Link;

/// Every page of the desk.
pub(crate) fn router() -> Router<Web> {
    Router::new()
        .route("/desk", get(queue::show))
        .route("/desk/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/desk/next", get(next::go))
        .route("/desk/orders/{id}", get(review::show))
        .route("/desk/orders/{id}/approve", post(decide::approve))
        .route("/desk/orders/{id}/return", post(decide::give_back))
        .route("/desk/orders/{id}/unmask", post(unmask::show))
        .route("/desk/evidence/{id}", get(evidence::show))
        .route("/desk/accounts", get(accounts::list))
        .route("/desk/accounts/{id}", get(accounts::show))
        .route("/desk/accounts/{id}/verify", post(accounts::verify))
        .route("/desk/authority", get(authority::index))
        .route("/desk/authority/{id}", get(authority::show))
        .route("/desk/authority/{id}/unmask", post(authority::unmask))
        .route("/desk/authority/{id}/handle", post(authority::handle))
        .route("/desk/rules", get(rules::show))
        .route("/desk/rules/refusals", get(rules::list))
        .route("/desk/rules/refusals/{id}", get(rules::one).post(rules::judge))
        .route("/desk/exchange", get(exchange::show))
        .route("/desk/resources", get(resources::list))
        .route("/desk/resources/add", get(resources::form).post(resources::add))
        .route("/desk/resources/import", post(resources::import))
        .route("/desk/jobs", get(jobs::list))
        .route("/desk/jobs/{id}/restart", post(jobs::restart))
        .route("/desk/journal", get(journal::list))
}

/// The navigation of the desk: what this member of staff may open.
pub(crate) fn nav(words: Words, actor: Actor) -> Vec<Link> {
    let pages = [
        (Action::ViewDesk, "/desk", "desk-nav-queue"),
        (Action::ViewDesk, "/desk/authority", "desk-nav-authority"),
        (Action::ViewDesk, "/desk/rules", "desk-nav-rules"),
        (Action::ViewDesk, "/desk/accounts", "desk-nav-accounts"),
        (Action::ViewDesk, "/desk/resources", "desk-nav-resources"),
        (Action::ViewJobs, "/desk/exchange", "desk-nav-exchange"),
        (Action::ViewJobs, "/desk/jobs", "desk-nav-jobs"),
        (Action::ViewJournal, "/desk/journal", "desk-nav-journal"),
    ];
    let allowed = pages.into_iter().filter(|(action, ..)| may(actor, *action));
    allowed.map(|(_, href, key)| Link::new(href, words.t(key))).collect()
}

#[cfg(test)]
mod tests {
    use beian_domain::account::StaffRole;
    use beian_domain::id::StaffId;

    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn everyone_sees_only_the_pages_they_may_open() {
        let pages = |role| {
            let actor = Actor::Staff { staff: StaffId::from_i64(1).unwrap(), role };
            nav(Words::new(Lang::Zh), actor).into_iter().map(|link| link.href).collect::<Vec<_>>()
        };
        assert_eq!(
            pages(StaffRole::Reviewer),
            ["/desk", "/desk/authority", "/desk/rules", "/desk/accounts", "/desk/resources"]
        );
        assert_eq!(pages(StaffRole::Admin).len(), 8);
        assert_eq!(pages(StaffRole::Auditor).len(), 8);
    }
}
