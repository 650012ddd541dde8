//! `POST /desk/orders/{id}/approve` and `…/return`: the decision, then the next order.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use beian_app::{Failure, desk};
use beian_domain::id::OrderId;
use beian_domain::order::field::Field;

use super::next;
use super::review::{Draft, Review};
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;

pub(super) async fn approve(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let draft = Draft::read(&pairs);
    if draft.ticked() > 0 {
        let problem = staff.words.with("desk-approve-ticked", &[("n", draft.ticked().into())]);
        return again(&web, &staff, id, draft, problem).await;
    }
    let name = named(&web, &staff, id).await?;
    match desk::approve(web.app(), staff.actor, id, draft.version, draft.comment.clone()).await {
        Ok(_) => onwards(&web, &staff, id, "desk-approved", &name).await,
        Err(failure) => moved(&web, &staff, id, draft, failure).await,
    }
}

pub(super) async fn give_back(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<OrderId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let draft = Draft::read(&pairs);
    if pairs.one("hold") == "yes" {
        return hold(&web, &staff, id, draft).await;
    }
    if let Some(path) = draft.unsaid().first() {
        let field = say::field(staff.words, path.field());
        let problem = staff.words.with("desk-return-unsaid", &[("field", field.into())]);
        return again(&web, &staff, id, draft, problem).await;
    }
    if draft.ticked() == 0 && draft.comment.is_empty() {
        let problem = staff.words.t("desk-return-nothing");
        return again(&web, &staff, id, draft, problem).await;
    }
    let name = named(&web, &staff, id).await?;
    let (opinions, comment) = (draft.opinions(), draft.comment.clone());
    match desk::return_order(web.app(), staff.actor, id, draft.version, opinions, comment).await {
        Ok(_) => onwards(&web, &staff, id, "desk-returned", &name).await,
        Err(failure) => moved(&web, &staff, id, draft, failure).await,
    }
}

/// What the order is called in the sentence that says it was decided.
async fn named(web: &Web, staff: &StaffMember, id: OrderId) -> Result<String, Problem> {
    let view = desk::review(web.app(), staff.actor, id).await?;
    let fields = view.steps.iter().flat_map(|step| &step.fields);
    let domain = fields.into_iter().find(|field| field.path.field() == Field::ServiceDomain);
    Ok(domain.map_or_else(|| id.to_string(), |field| field.value.clone()))
}

/// To the next order, saying there what was done with this one.
async fn onwards(
    web: &Web,
    staff: &StaffMember,
    id: OrderId,
    done: &str,
    name: &str,
) -> Result<Response, Problem> {
    let flash = Flash::done(done).fact("name", name);
    Ok(match next::find(web, staff.actor, Some(id)).await? {
        Some(href) => flash.go(&href),
        None => flash.go("/desk"),
    })
}

/// The page again with everything kept: Enter was pressed where it decides nothing.
async fn hold(web: &Web, staff: &StaffMember, id: OrderId, draft: Draft) -> Result<Response, Problem> {
    let view = desk::review(web.app(), staff.actor, id).await?;
    Ok(Review::of(web, staff, view, draft).await?.answer(StatusCode::OK, staff))
}

/// The page again with everything kept, saying what is missing.
async fn again(
    web: &Web,
    staff: &StaffMember,
    id: OrderId,
    draft: Draft,
    problem: String,
) -> Result<Response, Problem> {
    let view = desk::review(web.app(), staff.actor, id).await?;
    let mut review = Review::of(web, staff, view, draft).await?;
    review.problem = Some(problem);
    Ok(review.answer(StatusCode::UNPROCESSABLE_ENTITY, staff))
}

/// Somebody else was faster: the page as it stands now, saying who did what. Other failures stay what they
/// are.
async fn moved(
    web: &Web,
    staff: &StaffMember,
    id: OrderId,
    draft: Draft,
    failure: Failure,
) -> Result<Response, Problem> {
    if !matches!(failure, Failure::Stale | Failure::Refused(_)) {
        return Err(failure.into());
    }
    let view = desk::review(web.app(), staff.actor, id).await?;
    let words = staff.words;
    let last = last(words, &view);
    let mut review = Review::of(web, staff, view, draft).await?;
    review.problem = Some(match failure {
        Failure::Refused(refused) => {
            let (what, remedy) = say::refused(words, &refused);
            format!("{what} {remedy}")
        }
        Failure::Stale
        | Failure::Invalid(_)
        | Failure::Forbidden
        | Failure::Missing
        | Failure::Busy { .. }
        | Failure::Fault(_) => [words.t("desk-moved"), last].join(words.pick("", " ")),
    });
    Ok(review.answer(StatusCode::CONFLICT, staff))
}

/// Who moved it last, and how.
fn last(words: Words, view: &desk::ReviewView) -> String {
    let Some(line) = view.history.last() else { return String::new() };
    let (who, what) = (say::who(words, &line.by), say::event(words, &line.event).what);
    let at = words.short_moment(line.at);
    words.with("desk-moved-by", &[("who", who.into()), ("what", what.into()), ("at", at.into())])
}
