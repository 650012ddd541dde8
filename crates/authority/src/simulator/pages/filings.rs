//! The operator's first page: everything that came in, and the setting for automatic approval.

use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::{Lang, page, time};
use super::sorry;
use crate::simulator::Simulator;
use crate::simulator::state::{FilingState, Stage};

/// So many filings stand on one page.
const ON_A_PAGE: usize = 200;

/// Where a page of the list begins: below this number.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    before: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct SettingsForm {
    approve_after_seconds: u64,
}

pub(super) async fn list(
    State(simulator): State<Simulator>,
    Query(place): Query<Place>,
    lang: Lang,
) -> Response {
    let below = place.before.unwrap_or(i64::MAX);
    let loaded = simulator
        .run(move |bureau| {
            let filings = bureau.state.filings.between(0..=below.saturating_sub(1)).rev();
            let filings: Vec<FilingState> =
                filings.take(ON_A_PAGE).map(|(_, filing)| filing.clone()).collect();
            Ok((filings, bureau.state.settings().approve_after_seconds))
        })
        .await;
    let (filings, approve_after) = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return sorry(lang, &error),
    };
    let body = html! {
        h1 { (lang.pick("收到的备案", "Filings received")) }
        p.small { (lang.pick(
            "您在这里扮演管局。点开一份备案，看材料，作决定。",
            "Here you play the authority. Open a filing, look at it, decide."
        )) }
        div.card {
            @if filings.is_empty() {
                p { (lang.pick(
                    "还没有收到备案。接入商上报之后会出现在这里。",
                    "Nothing yet. A filing appears here when a provider uploads it."
                )) }
            } @else {
                (table(lang, &filings))
                @if let Some(last) = filings.get(ON_A_PAGE - 1) {
                    p { a href=(lang.href(&format!("/?before={}", last.id))) { (lang.pick("更早的备案", "Earlier filings")) } }
                }
            }
        }
        (settings_form(lang, approve_after))
    };
    page(lang, lang.pick("收到的备案", "Filings received"), "/", &body)
}

fn table(lang: Lang, filings: &[FilingState]) -> Markup {
    let [number, organiser, domain, state, provider, received] = [
        lang.pick("编号", "No."),
        lang.pick("主办单位", "Organiser"),
        lang.pick("域名", "Domain"),
        lang.pick("状态", "State"),
        lang.pick("接入商", "Provider"),
        lang.pick("收到时间", "Received"),
    ];
    html! {
        table {
            thead { tr {
                @for title in [number, organiser, domain, state, provider, received] { th { (title) } }
            } }
            tbody {
                @for filing in filings {
                    tr {
                        td.num data-label=(number) { (filing.id) }
                        td data-label=(organiser) {
                            a href=(lang.href(&format!("/filings/{}", filing.id))) { (filing.name) }
                        }
                        td data-label=(domain) { (filing.domains.join(", ")) }
                        td data-label=(state) { (badge(lang, &filing.stage)) }
                        td.num data-label=(provider) { (filing.account) }
                        td.num data-label=(received) { (time(filing.arrived)) }
                    }
                }
            }
        }
    }
}

/// The stage of a filing as a badge.
pub(super) fn badge(lang: Lang, stage: &Stage) -> Markup {
    let (class, text) = match stage {
        Stage::Faulty { .. } => ("no", lang.pick("系统检查未通过", "Failed the checks")),
        Stage::PhoneCheck { .. } => ("wait", lang.pick("待短信核验", "Waiting for the phone check")),
        Stage::Returned { missed: true, .. } => {
            ("no", lang.pick("短信核验逾期，已退回", "Phone check missed"))
        }
        Stage::Returned { missed: false, .. } => {
            ("no", lang.pick("短信核验失败，已退回", "Phone check failed"))
        }
        Stage::Waiting { .. } => ("do", lang.pick("待您审核", "Waiting for you")),
        Stage::Approved { .. } => ("done", lang.pick("已通过", "Approved")),
        Stage::Refused { .. } => ("no", lang.pick("已拒绝", "Refused")),
    };
    html! { span class={ "badge " (class) } { (text) } }
}

fn settings_form(lang: Lang, approve_after: u64) -> Markup {
    html! {
        form.card method="post" action=(lang.href("/settings")) {
            h2 { (lang.pick("自动通过", "Automatic approval")) }
            p.small #approve-hint { (lang.pick(
                "备案等待这么多秒后自动通过。0 表示由您逐份决定。",
                "A filing is approved after waiting for so many seconds. 0 leaves every decision to you."
            )) }
            div.row {
                div {
                    label for="approve" { (lang.pick("秒数", "Seconds")) }
                    input #approve name="approve_after_seconds" type="number" min="0" max="86400" required
                        inputmode="numeric" aria-describedby="approve-hint" value=(approve_after);
                }
                button.quiet { (lang.pick("保存", "Save")) }
            }
        }
    }
}

pub(super) async fn settings(
    State(simulator): State<Simulator>,
    lang: Lang,
    Form(form): Form<SettingsForm>,
) -> Response {
    let saved = simulator
        .run(move |bureau| {
            let seconds = form.approve_after_seconds.min(86_400);
            bureau.state.change_settings(|settings| settings.approve_after_seconds = seconds);
            Ok(())
        })
        .await;
    match saved {
        Ok(()) => Redirect::to(&lang.href("/")).into_response(),
        Err(error) => sorry(lang, &error),
    }
}
