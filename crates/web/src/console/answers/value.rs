//! Answers as people read them: names for codes, groups for numbers.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "fields whose answers are codes or numbers are listed; any other answer is shown as typed"
)]

use beian_app::orders::OrderView;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field as Name, FieldPath};
use beian_domain::tables::{
    AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent,
};

use crate::i18n::Words;
use crate::say;
use crate::ui::Checked;

/// The answer to a field in words; what is no known code is shown as typed.
pub(in crate::console) fn said(words: Words, answers: &Answers, path: FieldPath) -> String {
    let text = answers.text(path);
    let text = text.trim();
    let known = match path.field() {
        Name::SubjectNature => SubjectNature::from_slug(text).map(|nature| say::nature(words, nature)),
        Name::SubjectCertificateType
        | Name::SubjectPersonCertificateType
        | Name::ServicePersonCertificateType => {
            CertificateType::from_slug(text).map(|kind| say::certificate_type(words, kind))
        }
        Name::SubjectProvince | Name::AccessPlace => Some(say::place(words, text)),
        Name::SubjectRegion => Some(say::region(words, text)),
        Name::SubjectCertificateExpiry
        | Name::SubjectPersonCertificateExpiry
        | Name::ServicePersonCertificateExpiry => (text == "long-term").then(|| words.t("ui-long-term")),
        Name::SubjectPersonIsLegalRepresentative => yes_no(words, text),
        Name::ServiceContents => Some(each(words, text, |slug| {
            WebsiteContent::from_slug(slug).map(|content| say::content(words, content))
        })),
        Name::ServiceLanguages => Some(each(words, text, |slug| {
            Language::from_slug(slug).map(|language| say::language(words, language))
        })),
        Name::ServicePreApproval if text == "none" => Some(words.t("form-service-no-approval")),
        Name::ServicePreApproval => {
            PreApprovalKind::from_slug(text).map(|kind| say::pre_approval(words, kind))
        }
        Name::AccessMode => AccessMode::from_slug(text).map(|mode| say::access_mode(words, mode)),
        Name::AccessAddresses => Some(each(words, text, |_| None)),
        Name::SubjectPersonMobile
        | Name::SubjectPersonEmergencyPhone
        | Name::ServicePersonMobile
        | Name::ServicePersonEmergencyPhone => Some(Checked::Mobile.grouped(text)),
        name => number(name, answers, text),
    };
    known.unwrap_or_else(|| text.to_owned())
}

/// Numbers of certificates in the groups of their kind.
fn number(name: Name, answers: &Answers, text: &str) -> Option<String> {
    let kind = match name {
        Name::SubjectCertificateNumber => &answers.subject.certificate_type,
        Name::SubjectPersonCertificateNumber => &answers.subject.person.certificate_type,
        Name::ServicePersonCertificateNumber => &answers.services.first()?.person.certificate_type,
        _ => return None,
    };
    let checked = super::super::steps::basics::judged(CertificateType::from_slug(kind));
    Some(checked.grouped(text))
}

fn yes_no(words: Words, text: &str) -> Option<String> {
    match text {
        "yes" => Some(words.t("form-yes-legal")),
        "no" => Some(words.t("form-no-legal")),
        _ => None,
    }
}

/// Several answers in one line.
fn each(words: Words, text: &str, name: impl Fn(&str) -> Option<String>) -> String {
    let all: Vec<String> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| name(line).unwrap_or_else(|| line.to_owned()))
        .collect();
    all.join(words.pick("、", ", "))
}

/// The chosen server by its name.
pub(super) fn resource(words: Words, view: &OrderView) -> String {
    let Some(id) = view.answers.service(0).access.resource else { return String::new() };
    let found = view.resources.iter().find(|choice| choice.resource.id == id);
    found.map_or_else(
        || words.t("form-access-gone"),
        |choice| format!("{} ({})", choice.resource.name, choice.resource.instance),
    )
}
