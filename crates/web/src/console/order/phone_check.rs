//! The phone check (短信核验): who answers the ministry's SMS, until when, where, and what to do without one.

use beian_domain::contact::Mobile;
use beian_domain::identity::PersonName;
use beian_domain::order::answers::PersonAnswers;
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::Sheet;
use crate::i18n::Left;
use crate::ui::{self, Accent, Look, Meaning, badge, link_button};

/// Where the ministry takes the answers unless the settings name another page.
const MINISTRY: &str = "https://beian.miit.gov.cn/";

/// Somebody who gets an SMS.
struct Asked {
    name: String,
    mobile: String,
    roles: Vec<String>,
}

pub(super) fn card(sheet: &Sheet<'_>, until: DateTime<Utc>) -> Markup {
    let words = sheet.words;
    let page = match sheet.web.settings().phone_check_page.as_str() {
        "" => MINISTRY,
        page => page,
    };
    let deadline = words.deadline(Left::between(sheet.web.app().now(), until), until);
    let how = [words.t("order-phone-how-1"), words.t("order-phone-how-2"), words.t("order-phone-how-3")];
    let body = html! {
        p { (words.t("order-now-phone-check-text")) " " b { (deadline) } }
        ul .people {
            @for one in asked(sheet) {
                li {
                    span { (one.name) " · " (one.roles.join(words.pick("、", ", "))) small .num { (one.mobile) } }
                    (badge(Meaning::Do, &words.t("order-phone-asked")))
                }
            }
        }
        div .actions { (link_button(Look::Main, page, &words.t("order-phone-open"))) }
        h3 { (words.t("order-phone-how")) }
        ol { @for step in how { li { (step) } } }
        (ui::fold(&words.t("order-phone-none"), &without(sheet)))
        p { small { (words.t("order-phone-missed")) } }
    };
    ui::card(Accent::Meaning(Meaning::Do), &words.t("order-now-phone-check"), &body)
}

/// No SMS came, or the code is not taken.
fn without(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let said = [
        words.t("order-phone-none-1"),
        words.t("order-phone-none-2"),
        words.t("order-phone-none-wrong"),
        words.t("order-phone-none-3"),
    ];
    html! { ul { @for one in said { li { (one) } } } }
}

/// The persons in charge. One person who answers for both gets one SMS.
fn asked(sheet: &Sheet<'_>) -> Vec<Asked> {
    let (words, answers) = (sheet.words, &sheet.view.answers);
    let subject = (&answers.subject.person, words.t("order-person-subject"));
    let services = answers.services.iter().map(|service| (&service.person, words.t("order-person-service")));
    let mut asked: Vec<Asked> = Vec::new();
    for (person, role) in std::iter::once(subject).chain(services) {
        let one = masked(person, role.clone());
        match asked.iter_mut().find(|known| known.mobile == one.mobile && known.name == one.name) {
            Some(known) if known.roles.contains(&role) => {}
            Some(known) => known.roles.push(role),
            None => asked.push(one),
        }
    }
    asked
}

fn masked(person: &PersonAnswers, role: String) -> Asked {
    let name = PersonName::parse(&person.name).map(|name| name.masked());
    let mobile = Mobile::parse(&person.mobile).map(|mobile| mobile.masked());
    Asked { name: name.unwrap_or_default(), mobile: mobile.unwrap_or_default(), roles: vec![role] }
}
