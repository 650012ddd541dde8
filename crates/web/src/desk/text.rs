//! The value of a field as reviewers read it: codes become words, numbers are grouped.

use beian_app::resources::ResourceLine;
use beian_domain::contact::Mobile;
use beian_domain::identity::{ResidentId, UnifiedCode};
use beian_domain::order::field::Field;
use beian_domain::tables::{
    AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent,
};
use maud::{Markup, html};

use crate::i18n::Words;
use crate::say;

/// A field's value, in the normal form of a submission.
pub(super) fn value(words: Words, field: Field, text: &str, resources: &[ResourceLine]) -> Markup {
    let lines: Vec<String> = text.lines().map(|line| one(words, field, line, resources)).collect();
    let numbers = is_number(field);
    html! {
        @if lines.is_empty() { span .aside { "—" } }
        @else if lines.len() == 1 { span .num[numbers] { (lines[0]) } }
        @else { @for line in &lines { div .num[numbers] { (line) } } }
    }
}

/// One value as plain words, for sentences.
pub(super) fn plain(words: Words, field: Field, text: &str, resources: &[ResourceLine]) -> String {
    let lines = text.lines().map(|line| one(words, field, line, resources));
    lines.collect::<Vec<_>>().join(words.pick("、", ", "))
}

fn one(words: Words, field: Field, text: &str, resources: &[ResourceLine]) -> String {
    let said = match field.pattern().rsplit('.').next().unwrap_or_default() {
        "nature" => SubjectNature::from_slug(text).map(|nature| say::nature(words, nature)),
        "certificate-type" => CertificateType::from_slug(text).map(|kind| say::certificate_type(words, kind)),
        "certificate-number" => grouped(text),
        "certificate-expiry" if text == "long-term" => Some(words.t("desk-long-term")),
        "province" | "place" => Some(say::place(words, text)),
        "region" => Some(say::region(words, text)),
        "legal-representative" => yes_or_no(words, text),
        "mobile" | "emergency-phone" => Mobile::parse(text).ok().map(|mobile| mobile.grouped()),
        "contents" => WebsiteContent::from_slug(text).map(|content| say::content(words, content)),
        "languages" => Language::from_slug(text).map(|language| say::language(words, language)),
        "pre-approval" if text == "none" => Some(words.t("desk-no-pre-approval")),
        "pre-approval" => PreApprovalKind::from_slug(text).map(|kind| say::pre_approval(words, kind)),
        "mode" => AccessMode::from_slug(text).map(|mode| say::access_mode(words, mode)),
        "resource" => resource(text, resources),
        _ => None,
    };
    said.unwrap_or_else(|| text.to_owned())
}

fn is_number(field: Field) -> bool {
    let last = field.pattern().rsplit('.').next().unwrap_or_default();
    matches!(
        last,
        "certificate-number"
            | "certificate-expiry"
            | "mobile"
            | "emergency-phone"
            | "office-phone"
            | "addresses"
            | "pre-approval-number"
    )
}

/// Certificate numbers as people read them aloud; a masked one stays as it is.
fn grouped(text: &str) -> Option<String> {
    let code = UnifiedCode::parse(text).ok().map(|code| code.grouped());
    code.or_else(|| ResidentId::parse(text).ok().map(|id| id.grouped()))
}

fn yes_or_no(words: Words, text: &str) -> Option<String> {
    match text {
        "yes" => Some(words.t("desk-yes")),
        "no" => Some(words.t("desk-no")),
        _ => None,
    }
}

fn resource(text: &str, resources: &[ResourceLine]) -> Option<String> {
    let line = resources.iter().find(|line| line.resource.id.to_string() == text)?;
    let resource = &line.resource;
    Some(format!("{} · {} · {}/{}", resource.name, resource.instance, line.used, resource.places))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn codes_become_words_and_numbers_are_grouped() {
        let words = Words::new(Lang::Zh);
        let said = |field, text| plain(words, field, text, &[]);
        assert_eq!(said(Field::SubjectProvince, "330000"), "浙江");
        assert_eq!(said(Field::SubjectPersonMobile, "13800000001"), "138 0000 0001");
        assert_eq!(said(Field::SubjectPersonMobile, "138****0001"), "138****0001");
        assert_eq!(said(Field::SubjectName, "杭州示例科技有限公司"), "杭州示例科技有限公司");
    }
}
