//! Answers as people read them: names for codes, groups for numbers.

use beian_domain::contact::Mobile;
use beian_domain::identity::{ResidentId, UnifiedCode};
use beian_domain::order::field::Field;
use beian_domain::tables::{
    AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent,
};

use crate::i18n::Words;
use crate::say;

/// The answer to a field in words; what is no known code is shown as typed.
pub(crate) fn answer(words: Words, field: Field, text: &str) -> String {
    answer_lines(words, field, text).join(words.pick("、", ", "))
}

/// The same for fields with several answers: one by one.
pub(crate) fn answer_lines(words: Words, field: Field, text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| one(words, field, line).unwrap_or_else(|| line.to_owned())).collect()
}

fn one(words: Words, field: Field, text: &str) -> Option<String> {
    match field.pattern().rsplit('.').next().unwrap_or_default() {
        "nature" => SubjectNature::from_slug(text).map(|nature| say::nature(words, nature)),
        "certificate-type" => CertificateType::from_slug(text).map(|kind| say::certificate_type(words, kind)),
        "certificate-number" => grouped(text),
        "certificate-expiry" => (text == "long-term").then(|| words.t("ui-long-term")),
        "province" | "place" => Some(say::place(words, text)),
        "region" => Some(say::region(words, text)),
        "legal-representative" => yes_or_no(words, text),
        "mobile" | "emergency-phone" => Mobile::parse(text).ok().map(|mobile| mobile.grouped()),
        "contents" => WebsiteContent::from_slug(text).map(|content| say::content(words, content)),
        "languages" => Language::from_slug(text).map(|language| say::language(words, language)),
        "pre-approval" if text == "none" => Some(words.t("form-service-no-approval")),
        "pre-approval" => PreApprovalKind::from_slug(text).map(|kind| say::pre_approval(words, kind)),
        "mode" => AccessMode::from_slug(text).map(|mode| say::access_mode(words, mode)),
        _ => None,
    }
}

/// Certificate numbers as people read them aloud; a masked one stays as it is.
fn grouped(text: &str) -> Option<String> {
    let code = UnifiedCode::parse(text).ok().map(|code| code.grouped());
    code.or_else(|| ResidentId::parse(text).ok().map(|id| id.grouped()))
}

fn yes_or_no(words: Words, text: &str) -> Option<String> {
    match text {
        "yes" => Some(words.t("form-yes-legal")),
        "no" => Some(words.t("form-no-legal")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn codes_become_words_and_numbers_are_grouped() {
        let words = Words::new(Lang::Zh);
        let said = |field, text| answer(words, field, text);
        assert_eq!(said(Field::SubjectProvince, "330000"), "浙江");
        assert_eq!(said(Field::SubjectPersonMobile, "13800000001"), "138 0000 0001");
        assert_eq!(said(Field::SubjectPersonMobile, "138****0001"), "138****0001");
        assert_eq!(said(Field::SubjectName, "杭州示例科技有限公司"), "杭州示例科技有限公司");
        assert_eq!(said(Field::AccessAddresses, "192.0.2.1\n192.0.2.2\n"), "192.0.2.1、192.0.2.2");
        assert_eq!(said(Field::SubjectPersonIsLegalRepresentative, "yes"), "是法定代表人");
    }
}
