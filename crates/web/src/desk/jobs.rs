//! `/desk/jobs`: work that failed too often and waits for a person.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use beian_app::jobs::{self, Job, StuckPage};
use beian_app::{Cursor, Page as Rows};
use beian_domain::access::{Action, may};
use beian_domain::id::JobId;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{ROWS, href};
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{Button, Column, Heading, Look, Page, Pages, Row, Table, empty, post_button};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    after: String,
}

pub(super) async fn list(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let page = Rows { after: Cursor::parse(&wanted.after), limit: ROWS };
    let stuck = jobs::stuck(web.app(), staff.actor, page).await?;
    Ok(page_of(&staff, &stuck))
}

fn page_of(staff: &StaffMember, stuck: &StuckPage) -> Markup {
    let words = staff.words;
    let next = stuck.next.as_ref().map(|next| href("/desk/jobs", &[("after", &next.to_string())]));
    let table = Table {
        words,
        caption: words.t("job-title"),
        columns: vec![
            Column::text(words.t("job-column-kind")),
            Column::text(words.t("job-column-about")),
            Column::numbers(words.t("job-column-attempts")),
            Column::numbers(words.t("job-column-last")),
            Column::text(words.t("job-column-error")),
            Column::text(words.t("job-column-do")),
        ],
        rows: stuck.rows.iter().map(|job| row(staff, job)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    let body = html! {
        (Heading::new(words.t("job-title")).lead(words.t("job-lead")))
        @if stuck.rows.is_empty() { (empty(&words.t("job-none-title"), &words.t("job-none-text"), &html! {})) }
        @else { (table) }
    };
    Page::new(&staff.frame, words.t("job-title")).show(&body)
}

fn row(staff: &StaffMember, job: &Job) -> Row {
    let words = staff.words;
    let again = format!("/desk/jobs/{}/restart", job.id);
    Row::new([
        html! { (words.t(&format!("job-kind-{}", job.kind.slug()))) },
        html! {
            @if let Some(order) = job.order { a .num href={ "/desk/orders/" (order) } { (order) } }
            @else if let Some(key) = &job.key { code { (key) } }
            @else { "—" }
        },
        html! { (job.lease.attempt) "/" (job.max_attempts) },
        html! { (words.short_moment(job.run_at)) },
        html! { code .trace { (job.last_error.as_deref().unwrap_or("—")) } },
        html! {
            @if may(staff.actor, Action::RetryJob) {
                (post_button(&again, &staff.frame.csrf, &Button::new(words.t("job-restart")).look(Look::Quiet).small()))
            } @else { small { (words.t("job-restart-who")) } }
        },
    ])
}

pub(super) async fn restart(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<JobId>,
    Checked(_): Checked<Pairs>,
) -> Result<Response, Problem> {
    jobs::restart(web.app(), staff.actor, id).await?;
    Ok(Flash::done("desk-job-restarted").go("/desk/jobs"))
}
