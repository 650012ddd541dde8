//! What the bureau sends unasked: a form per kind, and the list of what was sent with its state.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::frame::{Lang, page, time};
use super::sorry;
use crate::simulator::bureau::Bureau;
use crate::simulator::push::{BASE_CODES, Field, FieldError, Group, Input, KINDS, Kind, Pushed};
use crate::simulator::{Simulator, SimulatorError};

/// So many pushes are listed.
const LISTED: usize = 100;

/// A form that was sent and could not be used.
struct Wrong {
    kind: &'static str,
    values: Map<String, Value>,
    error: FieldError,
}

/// A push in the list.
struct Line {
    kind: String,
    about: String,
    at: DateTime<Utc>,
    files: Vec<FileLine>,
}

struct FileLine {
    key: (i64, i64),
    delivered: u32,
    acknowledged: bool,
}

pub(super) async fn show(State(simulator): State<Simulator>, lang: Lang) -> Response {
    shown(&simulator, lang, None).await
}

pub(super) async fn send(
    State(simulator): State<Simulator>,
    lang: Lang,
    Path(name): Path<String>,
    Form(given): Form<Vec<(String, String)>>,
) -> Response {
    let Some(kind) = Kind::named(&name) else { return sorry(lang, &SimulatorError::Missing) };
    let values: Map<String, Value> = given
        .into_iter()
        .filter(|(name, _)| name != "lang")
        .map(|(name, text)| (name, text.into()))
        .collect();
    let sent = values.clone();
    match simulator.run(move |bureau| bureau.push_plain(kind, &sent)).await {
        Ok(_) => Redirect::to(&lang.href("/push")).into_response(),
        Err(SimulatorError::Field(error)) => {
            let wrong = Wrong { kind: kind.name, values, error };
            (StatusCode::UNPROCESSABLE_ENTITY, shown(&simulator, lang, Some(wrong)).await).into_response()
        }
        Err(error) => sorry(lang, &error),
    }
}

async fn shown(simulator: &Simulator, lang: Lang, wrong: Option<Wrong>) -> Response {
    let listed = |bureau: &mut Bureau<'_>| {
        let latest = bureau.state.pushes.values().rev().take(LISTED);
        Ok(latest.map(|pushed| line(bureau, pushed)).collect::<Vec<_>>())
    };
    let lines = match simulator.run(listed).await {
        Ok(lines) => lines,
        Err(error) => return sorry(lang, &error),
    };
    let title = lang.pick("主动下发", "Send");
    let body = html! {
        h1 { (title) }
        p.small { (lang.pick(
            "管局不等人问就会下发的内容。选一种，改成您要的，下发；接入商下次来取时收到。",
            "What a bureau sends without being asked. Choose a kind, change what you like, send it; the provider gets it at its next download."
        )) }
        @if let Some(wrong) = &wrong {
            div.message.no role="alert" {
                a href={ "#" (wrong.kind) "-" (wrong.error.field) } { (label_of(lang, wrong)) }
                ": " (wording(lang, &wrong.error.what))
            }
        }
        (sent(lang, &lines))
        @for group in Group::ALL {
            @let (zh, en) = group.names();
            h2.group { (lang.pick(zh, en)) }
            @for kind in KINDS.iter().filter(|kind| kind.group == *group) {
                (form(lang, kind, wrong.as_ref().filter(|wrong| wrong.kind == kind.name)))
            }
        }
    };
    page(lang, title, "/push", &body)
}

fn line(bureau: &Bureau<'_>, pushed: &Pushed) -> Line {
    let files = pushed.files.iter().filter_map(|key| {
        let file = bureau.state.outbox.get(key)?;
        Some(FileLine { key: *key, delivered: file.delivered, acknowledged: file.acknowledged })
    });
    Line { kind: pushed.kind.clone(), about: pushed.about.clone(), at: pushed.at, files: files.collect() }
}

fn label_of(lang: Lang, wrong: &Wrong) -> &str {
    let fields = Kind::named(wrong.kind).map_or(&[][..], |kind| kind.fields);
    let field = fields.iter().find(|field| field.name == wrong.error.field);
    field.map_or(wrong.error.field.as_str(), |field| lang.pick(field.zh, field.en))
}

/// What the control interface says of a field, and what the Chinese page says instead.
const WORDINGS: &[(&str, &str)] = &[
    ("is missing", "请填写"),
    ("is no number", "请填数字"),
    ("is no IPv4 address", "请填 IPv4 地址，如 203.0.113.1"),
    ("is no date", "请填日期，如 2025-06-01，可加时间"),
    ("there is no provider", "没有这个接入商"),
    ("not on the list", "名单里没有这一条，请先增加"),
    ("filed under it", "这个备案号在备案库里没有"),
    ("so it is needed", "备案库里没有这个备案号，请填写记录 ID"),
    ("not in GBK", "含有 GBK 以外的字，请改用其他写法"),
    ("is outside", "长度或大小超出接口允许的范围"),
    ("comes before", "终止地址应在起始地址之后"),
    ("belongs to what is connected", "只有少报才填"),
    ("give it, or", "备案号和记录 ID 请填一项"),
];

fn wording(lang: Lang, what: &str) -> &str {
    let zh = WORDINGS.iter().find(|(en, _)| what.contains(en)).map_or(what, |(_, zh)| *zh);
    lang.pick(zh, what)
}

/// The name of a kind of push.
pub(super) fn kind_name(lang: Lang, name: &str) -> &str {
    match Kind::named(name) {
        Some(kind) => lang.pick(kind.zh, kind.en),
        None if name == BASE_CODES => lang.pick("基础代码", "Base codes"),
        None => name,
    }
}

/// Where a file stands on its way.
pub(super) fn state(lang: Lang, delivered: u32, acknowledged: bool) -> Markup {
    html! {
        @if acknowledged {
            span.badge.done { (lang.pick("已确认", "Acknowledged")) }
        } @else if delivered > 0 {
            span.badge.do {
                @if lang == Lang::Zh { "已取 " (delivered) " 次，未确认" }
                @else { "Delivered " (delivered) "×" }
            }
        } @else {
            span.badge.wait { (lang.pick("待取", "Queued")) }
        }
    }
}

fn sent(lang: Lang, lines: &[Line]) -> Markup {
    let [kind, about, at, files] = [
        lang.pick("种类", "Kind"),
        lang.pick("内容", "About"),
        lang.pick("时间", "Sent"),
        lang.pick("接入商与状态", "Provider and state"),
    ];
    html! {
        div.card #sent {
            h2 { (lang.pick("已下发", "Sent")) }
            @if lines.is_empty() { p { (lang.pick("还没有下发过。", "Nothing yet.")) } }
            @else {
                table {
                    thead { tr { @for title in [kind, about, at, files] { th { (title) } } } }
                    tbody {
                        @for line in lines {
                            tr {
                                td data-label=(kind) { (kind_name(lang, &line.kind)) }
                                td data-label=(about) { (line.about) }
                                td.num data-label=(at) { (time(line.at)) }
                                td data-label=(files) {
                                    ul.files { @for file in &line.files {
                                        li {
                                            a.num href=(lang.href(&format!("/downloads/{}/{}", file.key.0, file.key.1))) { (file.key.0) }
                                            " " (state(lang, file.delivered, file.acknowledged))
                                        }
                                    } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn form(lang: Lang, kind: &Kind, wrong: Option<&Wrong>) -> Markup {
    html! {
        details.card id=(kind.name) open[wrong.is_some()] {
            summary { (lang.pick(kind.zh, kind.en)) " " code { (kind.name) } }
            form.fields method="post" action=(lang.href(&format!("/push/{}", kind.name))) {
                @for field in kind.fields {
                    @let id = format!("{}-{}", kind.name, field.name);
                    @let given = wrong.and_then(|wrong| wrong.values.get(field.name)).and_then(Value::as_str);
                    @let error = wrong.filter(|wrong| wrong.error.field == field.name);
                    div.wide[matches!(field.input, Input::Long)] {
                        label for=(id) {
                            (lang.pick(field.zh, field.en))
                            @if !field.required && !field.zh.contains("不填") {
                                small { " " (lang.pick("可不填", "optional")) }
                            }
                        }
                        (input(lang, field, &id, given.unwrap_or(field.sample), error.is_some()))
                        @if let Some(wrong) = error { p.wrong id={ (id) "-wrong" } { (wording(lang, &wrong.error.what)) } }
                    }
                }
                div.wide { button { (lang.pick("下发", "Send")) } }
            }
        }
    }
}

fn input(lang: Lang, field: &Field, id: &str, value: &str, wrong: bool) -> Markup {
    let described = wrong.then(|| format!("{id}-wrong"));
    let (required, invalid) = (field.required, wrong.then_some("true"));
    html! {
        @match field.input {
            Input::Choice(choices) => {
                select id=(id) name=(field.name) aria-invalid=[invalid] aria-describedby=[described] {
                    @if !required { option value="" { "—" } }
                    @for choice in choices {
                        option value=(choice.word) selected[choice.word == value] { (lang.pick(choice.zh, choice.en)) }
                    }
                }
            }
            Input::Code(table) => {
                select id=(id) name=(field.name) aria-invalid=[invalid] aria-describedby=[described] {
                    @if !required || value.is_empty() { option value="" { "—" } }
                    @for seed in table.seed() {
                        option value=(seed.id) selected[seed.id.to_string() == value] {
                            (seed.id) " " (lang.pick(seed.zh, seed.en))
                        }
                    }
                }
            }
            Input::Long => {
                textarea id=(id) name=(field.name) required[required] rows="2" aria-invalid=[invalid]
                    aria-describedby=[described] { (value) }
            }
            Input::Number => {
                input id=(id) name=(field.name) value=(value) required[required] inputmode="numeric"
                    autocomplete="off" aria-invalid=[invalid] aria-describedby=[described];
            }
            Input::Text | Input::Address | Input::Moment => {
                input id=(id) name=(field.name) value=(value) required[required] autocomplete="off"
                    spellcheck="false" aria-invalid=[invalid] aria-describedby=[described];
            }
        }
    }
}
