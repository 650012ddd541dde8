//! A filed order: the number, large, under the seal, and the three things to do now.

use beian_domain::order::stage::{GrantedService, Outcome};
use chrono::{Days, NaiveTime, TimeZone as _};
use maud::{Markup, html};

use super::{Sheet, now};
use crate::i18n::{Left, beijing};
use crate::ui::{Look, Meaning, NextThing, big_number, copy_text, link_button, next_thing, stamp};

/// The police filing (公安联网备案) is due 30 days after the site opens
/// (计算机信息网络国际联网安全保护管理办法, 公安部令第33号, art. 12).
const POLICE_DAYS: u64 = 30;

pub(super) fn card(sheet: &Sheet<'_>, outcome: &Outcome) -> Markup {
    let words = sheet.words;
    let Outcome::Numbers { subject, services } = outcome else {
        return html! { div .filed { (stamp(words)) } (now::plain(sheet, Meaning::Done, "done", &Markup::default())) };
    };
    html! {
        div .filed {
            (stamp(words))
            div {
                @for granted in services {
                    (big_number(words, &words.t("console-home-number"), granted.number.as_str()))
                }
                p { small { (words.t("console-home-subject-number")) " " } (copy_text(words, subject.as_str())) }
            }
        }
        h2 { (words.t("order-next")) }
        (footer(sheet, services))
        (resolve(sheet))
        (police(sheet))
    }
}

/// The number stands at the foot of the home page, linked to the ministry
/// (非经营性互联网信息服务备案管理办法, 信息产业部令第33号, art. 13).
fn footer(sheet: &Sheet<'_>, services: &[GrantedService]) -> Markup {
    let words = sheet.words;
    let snippet = |number: &str| {
        format!(r#"<a href="https://beian.miit.gov.cn/" target="_blank" rel="noreferrer">{number}</a>"#)
    };
    next_thing(&NextThing {
        title: words.t("order-next-footer"),
        until: words.t("order-next-today"),
        meaning: Meaning::Do,
        body: html! {
            p { (words.t("order-next-footer-text")) }
            @for granted in services { p { (copy_text(words, &snippet(granted.number.as_str()))) } }
        },
    })
}

fn resolve(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    next_thing(&NextThing {
        title: words.t("order-next-resolve"),
        until: words.t("order-next-today"),
        meaning: Meaning::Do,
        body: html! {
            p { (words.t("order-next-resolve-text")) }
            @for service in &sheet.view.answers.services {
                @for address in service.access.addresses.lines() { p .num { (service.domain) " → " (address) } }
            }
        },
    })
}

fn police(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    next_thing(&NextThing {
        title: words.t("order-next-police"),
        until: police_until(sheet),
        meaning: Meaning::Do,
        body: html! {
            p { (words.t("order-next-police-text")) }
            p { (link_button(Look::Quiet, "https://beian.mps.gov.cn/", &words.t("order-next-police-go"))) }
        },
    })
}

/// The end of the thirtieth day, as if the site opened on the day it was filed.
fn police_until(sheet: &Sheet<'_>) -> String {
    let words = sheet.words;
    let granted = beijing(sheet.view.since);
    let day = granted.date_naive() + Days::new(POLICE_DAYS);
    let midnight = (day + Days::new(1)).and_time(NaiveTime::MIN);
    let end = granted.offset().from_local_datetime(&midnight).earliest();
    let left = Left::between(sheet.web.app().now(), end.map_or(sheet.view.since, |end| end.to_utc()));
    let day = words.day(day);
    match left {
        Left::Over => words.with("order-next-police-over", &[("day", day.into())]),
        Left::WorkingDays(_) | Left::Days(_) | Left::Hours(_) | Left::Minutes(_) => {
            words.with("order-next-police-until", &[("day", day.into()), ("span", words.span(left).into())])
        }
    }
}
