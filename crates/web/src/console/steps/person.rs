//! A person in charge (负责人), of the subject or of the website: the same questions under other names.

use beian_domain::order::answers::PersonAnswers;
use beian_domain::order::field::Field as Name;
use beian_domain::tables::CertificateType;
use maud::{Markup, html};

use super::basics::judged;
use super::{Sheet, choices, control, expiry, question, read_expiry};
use crate::csrf::Pairs;
use crate::say;
use crate::ui::{Checked, Input, Span};

/// The names of the questions.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) name: Name,
    pub(super) certificate_type: Name,
    pub(super) certificate_number: Name,
    pub(super) certificate_expiry: Name,
    pub(super) mobile: Name,
    pub(super) emergency_phone: Name,
    pub(super) office_phone: Name,
    pub(super) email: Name,
}

pub(super) const OF_SUBJECT: Names = Names {
    name: Name::SubjectPersonName,
    certificate_type: Name::SubjectPersonCertificateType,
    certificate_number: Name::SubjectPersonCertificateNumber,
    certificate_expiry: Name::SubjectPersonCertificateExpiry,
    mobile: Name::SubjectPersonMobile,
    emergency_phone: Name::SubjectPersonEmergencyPhone,
    office_phone: Name::SubjectPersonOfficePhone,
    email: Name::SubjectPersonEmail,
};

pub(super) const OF_SERVICE: Names = Names {
    name: Name::ServicePersonName,
    certificate_type: Name::ServicePersonCertificateType,
    certificate_number: Name::ServicePersonCertificateNumber,
    certificate_expiry: Name::ServicePersonCertificateExpiry,
    mobile: Name::ServicePersonMobile,
    emergency_phone: Name::ServicePersonEmergencyPhone,
    office_phone: Name::ServicePersonOfficePhone,
    email: Name::ServicePersonEmail,
};

/// The questions. `office` tells whether the office phone must be given.
pub(super) fn fields(sheet: &Sheet<'_>, names: Names, person: &PersonAnswers, office: bool) -> Markup {
    let Sheet { words, errors, answers, .. } = *sheet;
    let ask = |name| question(words, errors, answers, name);
    let kinds = CertificateType::ALL.iter().copied().filter(|kind| kind.for_person());
    let kinds = choices(kinds, CertificateType::slug, |kind| say::certificate_type(words, kind));
    let kind = CertificateType::from_slug(&person.certificate_type);
    // Nearly everybody has an identity card; another certificate is chosen by those who have one.
    let chosen = kind.unwrap_or(CertificateType::ResidentId);
    let phone = ask(names.office_phone);
    html! {
        (ask(names.name).span(Span::Middle).text(Input::Text))
        (ask(names.certificate_type).value(chosen.slug()).select(&kinds))
        (ask(names.certificate_number).number(judged(Some(chosen))))
        (expiry(words, errors, answers, names.certificate_expiry))
        (ask(names.mobile).number(Checked::Mobile))
        (ask(names.emergency_phone).number(Checked::Mobile))
        ((if office { phone } else { phone.optional() }).span(Span::Middle).check("landline").text(Input::Phone))
        (ask(names.email).check("email").text(Input::Mail))
    }
}

/// Reads the answers.
pub(super) fn read(pairs: &Pairs, names: Names) -> PersonAnswers {
    let one = |name| pairs.one(&control(name));
    PersonAnswers {
        name: one(names.name),
        certificate_type: one(names.certificate_type),
        certificate_number: one(names.certificate_number),
        certificate_expiry: read_expiry(pairs, names.certificate_expiry),
        mobile: one(names.mobile),
        emergency_phone: one(names.emergency_phone),
        office_phone: one(names.office_phone),
        email: one(names.email),
    }
}
