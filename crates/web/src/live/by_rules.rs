//! What the rulebook says of a text while it is typed: the name of a service, an address.

use beian_domain::check::Checker;
use beian_domain::dossier::{Dossier, Service, Subject};
use beian_domain::filing_number::ServiceKind;
use beian_domain::finding::Severity;
use beian_domain::order::field::Field;
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::tables::SubjectNature;

use crate::i18n::Words;
use crate::say;
use crate::state::Web;
use crate::ui::CheckAnswer;

/// A text that can be judged by itself, with who files it and where.
pub(crate) struct Asked {
    field: Field,
    nature: SubjectNature,
    province: Option<Province>,
}

impl Asked {
    /// The kind of check in addresses: `service-name.individual.zhejiang`.
    pub(crate) fn kind(field: Field, individual: bool, province: Option<Province>) -> String {
        let name = if field == Field::SubjectAddress { "address" } else { "service-name" };
        let filer = if individual { "individual" } else { "unit" };
        format!("{name}.{filer}.{}", province.map_or("nation", Province::slug))
    }

    /// Reads it back; none for other kinds of check.
    pub(super) fn of(kind: &str) -> Option<Self> {
        let mut parts = kind.split('.');
        let field = match parts.next()? {
            "service-name" => Field::ServiceName,
            "address" => Field::SubjectAddress,
            _ => return None,
        };
        let individual = parts.next()? == "individual";
        let nature = if individual { SubjectNature::Individual } else { SubjectNature::Enterprise };
        Some(Self { field, nature, province: Province::from_slug(parts.next()?) })
    }

    /// An order that says nothing but this text: what is not said, no rule minds.
    fn order(&self, text: &str) -> Dossier {
        let mut subject =
            Subject { nature: Some(self.nature), province: self.province, ..Subject::default() };
        let mut service = Service { kind: Some(ServiceKind::Website), ..Service::default() };
        if self.field == Field::SubjectAddress {
            text.clone_into(&mut subject.address);
        } else {
            text.clone_into(&mut service.name);
        }
        Dossier { kind: Some(OrderKind::FirstFiling), subject, services: vec![service], ..Dossier::default() }
    }

    /// The gravest of what the rules find in it; what is only worth knowing waits for the page.
    pub(super) fn judge(&self, web: &Web, words: Words, text: &str) -> CheckAnswer {
        let rulebook = web.app().rulebook();
        let mut found = Checker::new(&rulebook, web.app().today()).check(&self.order(text));
        found.retain(|finding| finding.field.field() == self.field && finding.severity > Severity::Info);
        rulebook.word(&mut found);
        let Some(finding) = found.iter().max_by_key(|finding| finding.severity) else {
            return CheckAnswer { state: "done", text: words.t("form-check-form") };
        };
        let told = say::finding(words, finding);
        let state = if finding.blocks() { "no" } else { "do" };
        CheckAnswer { state, text: format!("{}{}{}", told.what, words.pick("", " "), told.remedy) }
    }
}
