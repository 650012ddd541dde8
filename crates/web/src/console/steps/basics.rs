//! 验证备案类型: who files, with which certificate, in which province, for which domain.

use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field as Name, FieldPath};
use beian_domain::tables::{CertificateType, SubjectNature};
use maud::{Markup, html};

use super::{Sheet, choices, control, provinces, question};
use crate::csrf::Pairs;
use crate::i18n::Words;
use crate::say;
use crate::ui::{Checked, Choice, FormErrors, Input, Span};

const FIELDS: [Name; 6] = [
    Name::SubjectProvince,
    Name::SubjectNature,
    Name::SubjectCertificateType,
    Name::SubjectCertificateNumber,
    Name::SubjectName,
    Name::ServiceDomain,
];

pub(super) fn of_order(sheet: &Sheet<'_>) -> Markup {
    let person = sheet.answers.subject.nature == SubjectNature::Individual.slug();
    fields(sheet.words, sheet.errors, sheet.answers, person)
}

/// The questions; of a person fewer are open.
pub(in crate::console) fn fields(
    words: Words,
    errors: &FormErrors,
    answers: &Answers,
    person: bool,
) -> Markup {
    let ask = |name| question(words, errors, answers, name);
    let kind = CertificateType::from_slug(&answers.subject.certificate_type);
    html! {
        (ask(Name::SubjectProvince).span(Span::Middle).select(&provinces(words)))
        @if person {
            input type="hidden" name=(control(Name::SubjectNature)) value=(SubjectNature::Individual.slug());
        } @else {
            (ask(Name::SubjectNature).select(&natures(words)))
        }
        (ask(Name::SubjectCertificateType).select(&certificates(words, person)))
        (ask(Name::SubjectCertificateNumber).number(judged(kind)))
        (ask(Name::SubjectName).text(Input::Text))
        (ask(Name::ServiceDomain).check("domain").text(Input::Web))
    }
}

/// How the number of a certificate is read back and judged.
pub(super) fn judged(kind: Option<CertificateType>) -> Checked {
    match kind {
        Some(CertificateType::ResidentId) => Checked::ResidentId,
        Some(CertificateType::BusinessLicence) => Checked::CreditCode,
        Some(kind) if kind.slug().starts_with("unified-code") => Checked::CreditCode,
        Some(_) | None => Checked::Other,
    }
}

fn natures(words: Words) -> Vec<Choice> {
    let mut natures: Vec<SubjectNature> =
        SubjectNature::ALL.iter().copied().filter(|nature| *nature != SubjectNature::Individual).collect();
    // What nearly everybody is stands first.
    natures.sort_by_key(|nature| *nature != SubjectNature::Enterprise);
    choices(natures, SubjectNature::slug, |nature| say::nature(words, nature))
}

fn certificates(words: Words, person: bool) -> Vec<Choice> {
    let belongs = |kind: &CertificateType| match kind.nature() {
        Some(nature) => (nature == SubjectNature::Individual) == person,
        None => !person,
    };
    let kinds = CertificateType::ALL.iter().copied().filter(belongs);
    choices(kinds, CertificateType::slug, |kind| say::certificate_type(words, kind))
}

/// Puts what was sent into the answers.
pub(in crate::console) fn read(pairs: &Pairs, answers: &mut Answers) {
    let one = |name| pairs.one(&control(name));
    let subject = &mut answers.subject;
    subject.province = one(Name::SubjectProvince);
    subject.nature = one(Name::SubjectNature);
    subject.certificate_type = one(Name::SubjectCertificateType);
    subject.certificate_number = one(Name::SubjectCertificateNumber);
    subject.name = one(Name::SubjectName);
    answers.service_mut(0).domain = one(Name::ServiceDomain);
}

/// The answers, carried along unseen.
pub(in crate::console) fn hidden(answers: &Answers) -> Markup {
    html! {
        @for name in FIELDS { input type="hidden" name=(control(name)) value=(answers.text(FieldPath::of(name))); }
    }
}
