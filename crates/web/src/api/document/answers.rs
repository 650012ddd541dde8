//! Answers as the API reads and writes them: one entry per field, under the path that findings use too.

use std::collections::BTreeMap;

use beian_app::FieldProblem;
use beian_domain::id::ResourceId;
use beian_domain::order::answers::{Answers, PersonAnswers};
use beian_domain::order::field::{Field, FieldPath, Step};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One answer: text, or a list where a field takes several values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = AnswerValue)]
pub(in crate::api) enum AnswerValue {
    /// One value.
    Text(String),
    /// Several values, or one range of addresses per item.
    List(Vec<String>),
}

/// Answers by field, as typed; fields that are left out stay as they are, an empty text clears.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Answers, example = json!({
    "subject.name": "杭州示例科技有限公司", "subject.person.mobile": "13800000001",
    "services.0.contents": ["unit-portal"], "services.0.access.addresses": ["121.36.0.10"]
}))]
pub(in crate::api) struct AnswersDocument(pub BTreeMap<String, AnswerValue>);

impl AnswersDocument {
    /// Every answer but evidence, which has its own doors.
    pub(in crate::api) fn new(answers: &Answers) -> Self {
        let services = answers.services.len().max(1);
        let mut all = BTreeMap::new();
        for field in Field::ALL.iter().filter(|field| field.step() != Step::Evidence) {
            let numbers = if field.pattern().contains('*') { services } else { 1 };
            for number in 0..numbers {
                let path = FieldPath::in_service(*field, u8::try_from(number).unwrap_or(u8::MAX));
                let text = answers.text(path);
                let value = if is_list(*field) {
                    AnswerValue::List(text.lines().map(ToOwned::to_owned).collect())
                } else {
                    AnswerValue::Text(text)
                };
                all.insert(path.to_string(), value);
            }
        }
        Self(all)
    }
}

const fn is_list(field: Field) -> bool {
    matches!(field, Field::ServiceContents | Field::ServiceLanguages | Field::AccessAddresses)
}

/// Puts the typed answers over those already there; gives the steps they belong to, or names every field
/// that is none or takes no such value.
pub(in crate::api) fn apply(
    answers: &mut Answers,
    typed: AnswersDocument,
) -> Result<Vec<Step>, Vec<FieldProblem>> {
    let mut steps = Vec::new();
    let mut problems = Vec::new();
    for (name, value) in typed.0 {
        let path = FieldPath::parse(&name).ok().filter(|path| path.field().step() != Step::Evidence);
        match path {
            // The form of today has one service; further ones come with the orders that carry them.
            Some(path) if path.service() == 0 => match put(answers, path.field(), value) {
                Ok(()) => steps.push(path.field().step()),
                Err(code) => problems.push(FieldProblem::new(name, code)),
            },
            Some(_) | None => problems.push(FieldProblem::new(name, "field-path")),
        }
    }
    steps.sort_unstable();
    steps.dedup();
    if problems.is_empty() { Ok(steps) } else { Err(problems) }
}

fn put(answers: &mut Answers, field: Field, value: AnswerValue) -> Result<(), &'static str> {
    let several = matches!(value, AnswerValue::List(_));
    let list = match value {
        AnswerValue::Text(text) if text.is_empty() => Vec::new(),
        AnswerValue::Text(text) => vec![text],
        AnswerValue::List(list) => list,
    };
    if several && !is_list(field) {
        return Err("answer-choice");
    }
    match field.pattern() {
        "services.*.contents" => answers.service_mut(0).contents = list,
        "services.*.languages" => answers.service_mut(0).languages = list,
        "services.*.access.resource" => {
            let id = list.first().map(|id| ResourceId::parse(id)).transpose().map_err(|e| e.code)?;
            answers.service_mut(0).access.resource = id;
        }
        pattern => *slot(answers, pattern).ok_or("field-path")? = list.join("\n"),
    }
    Ok(())
}

/// Where the text of a field is kept; `None` for fields that are no text.
fn slot<'a>(answers: &'a mut Answers, pattern: &str) -> Option<&'a mut String> {
    if let Some(name) = pattern.strip_prefix("services.*.") {
        let service = answers.service_mut(0);
        return match name {
            "domain" => Some(&mut service.domain),
            "name" => Some(&mut service.name),
            "home-url" => Some(&mut service.home_url),
            "pre-approval" => Some(&mut service.pre_approval),
            "pre-approval-number" => Some(&mut service.pre_approval_number),
            "remark" => Some(&mut service.remark),
            "access.addresses" => Some(&mut service.access.addresses),
            "access.mode" => Some(&mut service.access.mode),
            "access.place" => Some(&mut service.access.place),
            other => person_slot(&mut service.person, other.strip_prefix("person.")?),
        };
    }
    let subject = &mut answers.subject;
    match pattern.strip_prefix("subject.")? {
        "nature" => Some(&mut subject.nature),
        "name" => Some(&mut subject.name),
        "certificate-type" => Some(&mut subject.certificate_type),
        "certificate-number" => Some(&mut subject.certificate_number),
        "certificate-expiry" => Some(&mut subject.certificate_expiry),
        "province" => Some(&mut subject.province),
        "certificate-address" => Some(&mut subject.certificate_address),
        "region" => Some(&mut subject.region),
        "address" => Some(&mut subject.address),
        "investor" => Some(&mut subject.investor),
        "remark" => Some(&mut subject.remark),
        "person.legal-representative" => Some(&mut subject.person_is_legal_representative),
        other => person_slot(&mut subject.person, other.strip_prefix("person.")?),
    }
}

fn person_slot<'a>(person: &'a mut PersonAnswers, name: &str) -> Option<&'a mut String> {
    match name {
        "name" => Some(&mut person.name),
        "certificate-type" => Some(&mut person.certificate_type),
        "certificate-number" => Some(&mut person.certificate_number),
        "certificate-expiry" => Some(&mut person.certificate_expiry),
        "mobile" => Some(&mut person.mobile),
        "emergency-phone" => Some(&mut person.emergency_phone),
        "office-phone" => Some(&mut person.office_phone),
        "email" => Some(&mut person.email),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_is_no_evidence_can_be_written_and_read_back() {
        for field in Field::ALL.iter().filter(|field| field.step() != Step::Evidence) {
            let path = FieldPath::of(*field).to_string();
            let text = if *field == Field::AccessResource { "0000000000007" } else { "typed" };
            let value = if is_list(*field) {
                AnswerValue::List(vec![text.to_owned(), text.to_owned()])
            } else {
                AnswerValue::Text(text.to_owned())
            };
            let mut answers = Answers::default();
            let typed = AnswersDocument(BTreeMap::from([(path.clone(), value.clone())]));
            assert_eq!(apply(&mut answers, typed), Ok(vec![field.step()]), "{path}");
            assert_eq!(AnswersDocument::new(&answers).0[&path], value, "{path}");
        }
    }

    #[test]
    fn every_field_that_is_none_is_named() {
        let typed = ["nonsense", "evidence.other", "services.3.name"]
            .map(|name| (name.to_owned(), AnswerValue::Text("x".to_owned())));
        let problems = apply(&mut Answers::default(), AnswersDocument(typed.into())).unwrap_err();
        assert_eq!(problems.len(), 3);
    }
}
