//! 填写网站信息: the website and its person in charge.

use beian_domain::order::answers::{Answers, ServiceAnswers};
use beian_domain::order::field::Field as Name;
use beian_domain::tables::{Language, PreApprovalKind, SubjectNature, WebsiteContent};
use maud::{Markup, html};

use super::person::{self, OF_SERVICE};
use super::{Sheet, by_rules, choices, control, question};
use crate::csrf::Pairs;
use crate::say;
use crate::ui::{Button, Choice, Input, Look};

pub(super) fn fields(sheet: &Sheet<'_>) -> Markup {
    let Sheet { words, errors, answers, .. } = *sheet;
    let ask = |name| question(words, errors, answers, name);
    let service = answers.service(0);
    let home_url = if service.home_url.is_empty() && !service.domain.is_empty() {
        format!("https://www.{}", service.domain.trim())
    } else {
        service.home_url.clone()
    };
    let contents = choices(contents(answers), WebsiteContent::slug, |content| say::content(words, content));
    let languages =
        choices(Language::ALL.iter().copied(), Language::slug, |language| say::language(words, language));
    let spoken =
        if service.languages.is_empty() { vec![first_language()] } else { service.languages.clone() };
    html! {
        section {
            h2 { (words.t("form-service-website")) }
            (ask(Name::ServiceName).check(by_rules(answers, Name::ServiceName)).text(Input::Text))
            (ask(Name::ServiceHomeUrl).value(home_url).text(Input::Web))
            div .many { (ask(Name::ServiceContents).checkboxes(&contents, &service.contents)) }
            div .many { (ask(Name::ServiceLanguages).checkboxes(&languages, &spoken)) }
            (pre_approval(sheet, &service))
            (ask(Name::ServiceRemark).optional().textarea(2))
        }
        section {
            h2 { (words.t("form-service-person")) }
            p .hint { (words.t("form-service-person-hint")) }
            p { (Button::new(words.t("form-service-same")).look(Look::Quiet).sends("act", "same-person")) }
            (person::fields(sheet, OF_SERVICE, &service.person, !is_individual(answers)))
        }
    }
}

fn is_individual(answers: &Answers) -> bool {
    answers.subject.nature == SubjectNature::Individual.slug()
}

fn first_language() -> String {
    Language::SimplifiedChinese.slug().to_owned()
}

/// What nearly everybody chooses stands first; individuals are shown what they may choose before the rest.
fn contents(answers: &Answers) -> Vec<WebsiteContent> {
    let first =
        if is_individual(answers) { WebsiteContent::Blog } else { WebsiteContent::OrganisationPortal };
    let mut all = WebsiteContent::ALL.to_vec();
    all.sort_by_key(|content| *content != first);
    all
}

fn pre_approval(sheet: &Sheet<'_>, service: &ServiceAnswers) -> Markup {
    let Sheet { words, errors, answers, .. } = *sheet;
    let mut kinds = vec![Choice::new("none", words.t("form-service-no-approval"))];
    kinds.extend(choices(PreApprovalKind::ALL.iter().copied(), PreApprovalKind::slug, |kind| {
        say::pre_approval(words, kind)
    }));
    let chosen = if service.pre_approval.is_empty() { "none" } else { &service.pre_approval };
    html! {
        (question(words, errors, answers, Name::ServicePreApproval).value(chosen).select(&kinds))
        (question(words, errors, answers, Name::ServicePreApprovalNumber).optional().text(Input::Text))
    }
}

pub(super) fn read(pairs: &Pairs, answers: &mut Answers) {
    let one = |name| pairs.one(&control(name));
    let all = |name| pairs.all(&control(name));
    let subjects_person = answers.subject.person.clone();
    let service = answers.service_mut(0);
    service.name = one(Name::ServiceName);
    service.home_url = one(Name::ServiceHomeUrl);
    service.contents = all(Name::ServiceContents);
    service.languages = all(Name::ServiceLanguages);
    service.pre_approval = one(Name::ServicePreApproval);
    service.pre_approval_number = one(Name::ServicePreApprovalNumber);
    service.remark = one(Name::ServiceRemark);
    service.person =
        if pairs.one("act") == "same-person" { subjects_person } else { person::read(pairs, OF_SERVICE) };
}
