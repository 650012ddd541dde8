//! One filing before the operator: every field of the file, its pictures, and the two buttons.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::filings::{badge, kind};
use super::frame::{Lang, page, time};
use super::labels::{label, meaning};
use super::sorry;
use crate::codes::{base, result};
use crate::message::upload::xzba::Attachment;
use crate::simulator::Simulator;
use crate::simulator::request::{Kind, Picture, Request};
use crate::simulator::state::{FilingState, Stage};
use crate::xml::{self, Node};

#[derive(Deserialize)]
pub(super) struct VerdictForm {
    #[serde(default)]
    opinion: String,
}

pub(super) async fn detail(State(simulator): State<Simulator>, lang: Lang, Path(id): Path<i64>) -> Response {
    let loaded = simulator
        .run(move |bureau| {
            let filing = bureau.filing(id)?.clone();
            let document = bureau.document(&filing)?;
            Ok((filing, document))
        })
        .await;
    let (filing, mut document) = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return sorry(lang, &error),
    };
    let attachments = document.take_pictures();
    let body = html! {
        p.small { a href=(lang.href("/")) { (lang.pick("收到的备案", "Filings received")) } }
        h1 { (filing.name) }
        p { (kind(lang, filing.kind)) " " (badge(lang, &filing.stage)) " " span.small.num { (time(filing.arrived)) } }
        (outcome(lang, &filing))
        @if matches!(filing.stage, Stage::Waiting { .. }) { (verdict_forms(lang, &filing)) }
        (pictures(lang, id, &attachments))
        (fields(lang, &document))
    };
    page(lang, &filing.name, &format!("/filings/{id}"), &body)
}

fn outcome(lang: Lang, filing: &FilingState) -> Markup {
    html! {
        @match &filing.stage {
            Stage::Approved { at, subject_number, service_numbers } => {
                div.message.done {
                    p { b { (subject_number) } " · " (service_numbers.join(", ")) }
                    small.num { (time(*at)) }
                }
            }
            Stage::Refused { at, opinion } => {
                div.message.no { p { (opinion) } small.num { (time(*at)) } }
            }
            Stage::Faulty { codes, at } => {
                div.message.no {
                    @for code in codes {
                        p { b.num { (code) } " " (result::find(*code).map_or("", |found| lang.pick(found.zh, found.en))) }
                    }
                    small.num { (time(*at)) }
                }
            }
            Stage::PhoneCheck { since } => {
                div.message {
                    p { (lang.pick("已发送短信，等待负责人核验。", "Codes were sent; the persons in charge have to enter them.")) }
                    ul {
                        @for check in &filing.phones {
                            li {
                                a href=(lang.href(&format!("/phone/{}", check.mobile))) { (check.mobile) }
                                " " (check.names.join("、")) " "
                                (if check.passed { lang.pick("已核验", "done") } else { lang.pick("未核验", "not yet") })
                            }
                        }
                    }
                    small.num { (time(*since)) }
                }
            }
            Stage::Returned { at, .. } => { p.small.num { (time(*at)) } }
            Stage::Waiting { .. } => {}
        }
    }
}

fn verdict_forms(lang: Lang, filing: &FilingState) -> Markup {
    let id = filing.id;
    let consequence = match filing.kind {
        Kind::NewFiling | Kind::NewService => lang.pick("通过，发放备案号", "Approve and issue numbers"),
        Kind::NewAccess | Kind::Change => lang.pick("通过，更新备案数据", "Approve and change the register"),
        Kind::CancelAccess | Kind::CancelSubject | Kind::CancelService => {
            lang.pick("通过，从备案库中注销", "Approve and take it out of the register")
        }
    };
    html! {
        div.two {
            form.card.do method="post" action=(lang.href(&format!("/filings/{id}/approve"))) {
                h2 { (lang.pick("通过", "Approve")) }
                label for="yes" { (lang.pick("审核意见（可不填）", "Opinion (optional)")) }
                textarea #yes name="opinion" maxlength="1024" {}
                div { button { (consequence) } }
            }
            form.card.do method="post" action=(lang.href(&format!("/filings/{id}/refuse"))) {
                h2 { (lang.pick("拒绝", "Refuse")) }
                label for="no" { (lang.pick("审核意见", "Opinion")) }
                textarea #no name="opinion" maxlength="1024" required {}
                div { button.no { (lang.pick("拒绝，退回接入商", "Refuse and send back")) } }
            }
        }
    }
}

fn pictures(lang: Lang, id: i64, attachments: &[Picture]) -> Markup {
    html! {
        div.card {
            h2 { (lang.pick("附件", "Attachments")) }
            @if attachments.is_empty() { p { (lang.pick("没有附件。", "None.")) } }
            ul.pictures {
                @for (index, attachment) in attachments.iter().enumerate() {
                    @let name = base::name(base::ATTACHMENT_PURPOSES, attachment.purpose).unwrap_or("附件");
                    @let address = format!("/filings/{id}/pictures/{index}");
                    li {
                        a href=(address) { img src=(address) alt=(name) loading="lazy"; }
                        small { (name) " · " (attachment.content.len().div_ceil(1024)) " KB" }
                    }
                }
            }
        }
    }
}

/// The file is shown as it was sent, element by element, so that nothing can be hidden by our own view.
fn fields(lang: Lang, document: &Request) -> Markup {
    let tree = xml::parse(&document.to_xml()).unwrap_or_default();
    let (leaves, blocks): (Vec<&Node>, Vec<&Node>) =
        tree.children.iter().partition(|child| child.children.is_empty());
    html! {
        @if !leaves.is_empty() {
            div.card { h2 { (lang.pick("请求", "Request")) } (listed(lang, &leaves)) }
        }
        @for node in blocks { div.card { h2 { (label(lang, &node.name)) } (block(lang, node)) } }
    }
}

fn block(lang: Lang, node: &Node) -> Markup {
    let (leaves, blocks): (Vec<&Node>, Vec<&Node>) =
        node.children.iter().partition(|child| child.children.is_empty());
    html! {
        (listed(lang, &leaves))
        @for inner in blocks {
            section { h3 { (label(lang, &inner.name)) } (block(lang, inner)) }
        }
    }
}

fn listed(lang: Lang, leaves: &[&Node]) -> Markup {
    html! {
        dl {
            @for leaf in leaves {
                dt { (label(lang, &leaf.name)) }
                dd {
                    @match (leaf.name.as_str(), meaning(&leaf.name, &leaf.text)) {
                        ("Spwj", _) => { (leaf.text.len() / 4 * 3 / 1024) " KB" }
                        (_, Some(meaning)) => { (meaning) " " small { (leaf.text) } }
                        (_, None) => { (leaf.text) }
                    }
                }
            }
        }
    }
}

pub(super) async fn approve(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(id): Path<i64>,
    Form(form): Form<VerdictForm>,
) -> Response {
    let opinion = form.opinion.trim().chars().take(1024).collect::<String>();
    let decided = simulator.run(move |bureau| bureau.approve(id, Some(opinion), Vec::new())).await;
    decided.map_or_else(|error| sorry(lang, &error), |()| back(lang, id))
}

pub(super) async fn refuse(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(id): Path<i64>,
    Form(form): Form<VerdictForm>,
) -> Response {
    let decided = simulator.run(move |bureau| bureau.refuse(id, &form.opinion, &[])).await;
    decided.map_or_else(|error| sorry(lang, &error), |()| back(lang, id))
}

fn back(lang: Lang, id: i64) -> Response {
    Redirect::to(&lang.href(&format!("/filings/{id}"))).into_response()
}

pub(super) async fn picture(
    State(simulator): State<Simulator>,
    Path((id, index)): Path<(i64, usize)>,
) -> Response {
    let loaded = simulator
        .run(move |bureau| {
            let filing = bureau.filing(id)?.clone();
            Ok(bureau.document(&filing)?.take_pictures().into_iter().nth(index))
        })
        .await;
    match loaded {
        Ok(Some(attachment)) => {
            let kind = if attachment.format == Attachment::PNG { "image/png" } else { "image/jpeg" };
            let headers = [
                (header::CONTENT_TYPE, kind),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
            ];
            (headers, attachment.content).into_response()
        }
        Ok(None) | Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
