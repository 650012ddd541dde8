//! The demo phones: what the ministry "texted" to each mobile.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use maud::html;

use super::frame::{Lang, page, time};
use super::sorry;
use crate::simulator::bureau::Bureau;
use crate::simulator::{Simulator, SimulatorError};

/// One text message.
struct Text {
    filing: String,
    code: String,
    at: DateTime<Utc>,
    /// Still waiting to be entered.
    open: bool,
}

pub(super) async fn list(State(simulator): State<Simulator>, lang: Lang) -> Response {
    let mobiles = match simulator.run(|bureau| Ok(mobiles(bureau))).await {
        Ok(mobiles) => mobiles,
        Err(error) => return sorry(lang, &error),
    };
    let title = lang.pick("演示手机", "Demo phones");
    let body = html! {
        h1 { (title) }
        p { (lang.pick(
            "模拟系统不发真的短信。每个负责人的短信在这里看。",
            "The simulator sends no real text messages. Read them here, one phone per person in charge."
        )) }
        div.card {
            @if mobiles.is_empty() { p { (lang.pick("还没有发过短信。", "No message was sent yet.")) } }
            @else {
                table {
                    thead { tr {
                        th { (lang.pick("手机号码", "Mobile")) }
                        th { (lang.pick("负责人", "Person in charge")) }
                        th { (lang.pick("待核验", "Waiting")) }
                    } }
                    tbody {
                        @for (mobile, (names, waiting)) in &mobiles {
                            tr {
                                td.num data-label=(lang.pick("手机号码", "Mobile")) { a href=(lang.href(&format!("/phone/{mobile}"))) { (mobile) } }
                                td data-label=(lang.pick("负责人", "Person in charge")) { (names) }
                                td.num data-label=(lang.pick("待核验", "Waiting")) { (waiting) }
                            }
                        }
                    }
                }
            }
        }
    };
    page(lang, title, "/phone", &body)
}

/// Every mobile that was texted: names behind it, checks that wait.
fn mobiles(bureau: &Bureau<'_>) -> BTreeMap<String, (String, usize)> {
    let mut mobiles: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for filing in bureau.state.filings.values() {
        for check in &filing.phones {
            let entry = mobiles.entry(check.mobile.clone()).or_default();
            entry.0 = check.names.join("、");
            entry.1 += usize::from(filing.stage.name() == "phone-check" && !check.passed);
        }
    }
    mobiles
}

pub(super) async fn phone(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(mobile): Path<String>,
) -> Response {
    let wanted = mobile.clone();
    let texts = match simulator.run(move |bureau| texts(bureau, &wanted)).await {
        Ok(texts) => texts,
        Err(error) => return sorry(lang, &error),
    };
    let body = html! {
        p.small { a href=(lang.href("/phone")) { (lang.pick("演示手机", "Demo phones")) } }
        h1.num { (mobile) }
        div.handset {
            @for text in &texts {
                div.bubble {
                    small { "12381 · " span.num { (time(text.at)) } }
                    p {
                        (lang.pick("【模拟】您正在办理备案：", "[Simulated] You are filing: ")) (text.filing)
                        (lang.pick("。验证码 ", ". Code ")) b { (text.code) }
                        (lang.pick("，24 小时内有效。", ", valid for 24 hours."))
                    }
                    @if text.open {
                        a href=(lang.href(&format!("/check?mobile={mobile}"))) { (lang.pick("去核验", "Enter it")) }
                    } @else {
                        small { (lang.pick("已失效", "No longer valid")) }
                    }
                }
            }
        }
    };
    page(lang, &mobile, &format!("/phone/{mobile}"), &body)
}

fn texts(bureau: &Bureau<'_>, mobile: &str) -> Result<Vec<Text>, SimulatorError> {
    let mut texts = Vec::new();
    for filing in bureau.state.filings.values() {
        for check in filing.phones.iter().filter(|check| check.mobile == mobile) {
            let waiting = filing.stage.name() == "phone-check" && !check.passed;
            texts.extend(check.codes.iter().enumerate().map(|(index, sent)| Text {
                filing: filing.name.clone(),
                code: sent.code.clone(),
                at: sent.at,
                open: waiting && index + 1 == check.codes.len(),
            }));
        }
    }
    if texts.is_empty() {
        return Err(SimulatorError::Missing);
    }
    texts.sort_by_key(|text| std::cmp::Reverse(text.at));
    Ok(texts)
}
