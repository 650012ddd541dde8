//! 填写主体信息: the subject's certificate and address, and its person in charge.

use beian_domain::order::answers::Answers;
use beian_domain::order::field::Field as Name;
use beian_domain::region::RegionCode;
use beian_domain::tables::SubjectNature;
use maud::{Markup, html};

use super::person::{self, OF_SUBJECT};
use super::{Sheet, by_rules, control, expiry, provinces, question, read_expiry};
use crate::csrf::Pairs;
use crate::live::cities;
use crate::say;
use crate::ui::{Choice, Input, RegionPicker};

pub(super) fn fields(sheet: &Sheet<'_>) -> Markup {
    let Sheet { words, errors, answers, .. } = *sheet;
    let ask = |name| question(words, errors, answers, name);
    let individual = answers.subject.nature == SubjectNature::Individual.slug();
    let yes_no = [Choice::new("yes", words.t("form-yes-legal")), Choice::new("no", words.t("form-no-legal"))];
    html! {
        section {
            h2 { (words.t("form-subject-organisation")) }
            (ask(Name::SubjectCertificateAddress).text(Input::Text))
            (expiry(words, errors, answers, Name::SubjectCertificateExpiry))
            (region(sheet))
            (ask(Name::SubjectAddress).check(by_rules(answers, Name::SubjectAddress)).autocomplete("street-address").text(Input::Text))
            (ask(Name::SubjectInvestor).optional().text(Input::Text))
            (ask(Name::SubjectRemark).optional().textarea(2))
        }
        section {
            h2 { (words.t("form-subject-person")) }
            p .hint { (words.t("form-subject-person-hint")) }
            @if individual {
                input type="hidden" name=(control(Name::SubjectPersonIsLegalRepresentative)) value="yes";
            } @else {
                (ask(Name::SubjectPersonIsLegalRepresentative).radios(&yes_no))
            }
            (person::fields(sheet, OF_SUBJECT, &answers.subject.person, !individual))
        }
    }
}

/// The county of the postal address; its province is the filing's until another one is chosen.
fn region(sheet: &Sheet<'_>) -> Markup {
    let Sheet { words, errors, answers, .. } = *sheet;
    let subject = &answers.subject;
    let province = RegionCode::parse(&subject.region)
        .map_or_else(|_| subject.province.clone(), |code| code.province_code().to_string());
    let name = Name::SubjectRegion;
    let picker = RegionPicker::new(words, &control(name), &say::field(words, name), provinces(words))
        .among(errors)
        .chosen(&province, cities(&province), &subject.region);
    html! { (picker) }
}

pub(super) fn read(pairs: &Pairs, answers: &mut Answers) {
    let one = |name| pairs.one(&control(name));
    let picker = control(Name::SubjectRegion);
    let subject = &mut answers.subject;
    subject.certificate_address = one(Name::SubjectCertificateAddress);
    subject.certificate_expiry = read_expiry(pairs, Name::SubjectCertificateExpiry);
    subject.region = one(Name::SubjectRegion);
    // Without script the province is sent alone first, to list its counties; such an answer is not saved.
    if pairs.one("choose") == picker {
        subject.region = pairs.one(&format!("{picker}_province"));
    }
    subject.address = one(Name::SubjectAddress);
    subject.investor = one(Name::SubjectInvestor);
    subject.remark = one(Name::SubjectRemark);
    subject.person_is_legal_representative = one(Name::SubjectPersonIsLegalRepresentative);
    subject.person = person::read(pairs, OF_SUBJECT);
}
