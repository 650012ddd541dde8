//! Codes of the domain as words: fields, stages, parties, findings, refusals, tables.
//!
//! What comes from below carries codes and facts only; here is the one place where they become sentences.

mod answer;
mod code;
mod finding;
mod inspect;
mod lessons;
mod stage;
mod supervision;
#[cfg(test)]
mod tests;
mod wanted;

pub(crate) use answer::{answer, answer_lines};
pub(crate) use code::{
    access_mode, account_kind, billing, certificate_type, content, document, evidence_kind, language, nature,
    order_kind, place, pre_approval, province, region, role, unfit,
};
pub use finding::refusal;
pub(crate) use finding::{REASONS, Told, field_problem, finding, invalid, reason, refused, rule_href};
pub(crate) use inspect::{inspect_finding, inspect_name, inspect_refusal, inspect_severity};
pub(crate) use lessons::{about, code_said, rule, severity, standing};
pub(crate) use stage::{event, line_stops, party, stage, stage_meaning, stage_name, who};
pub(crate) use supervision::{
    fact_group, fact_label, fact_short, fact_text, fact_value, list_change, matter_about, matter_kind,
};
pub(crate) use wanted::{wanted, wanted_hint};

use beian_domain::order::field::{Field, FieldPath, Step};

use crate::i18n::Words;

/// The key of a field's label: `services.*.person.mobile` becomes `field-services-person-mobile`.
fn field_key(field: Field) -> String {
    format!("field-{}", field.pattern().replace(".*.", "-").replace('.', "-"))
}

/// A field's label.
pub(crate) fn field(words: Words, field: Field) -> String {
    words.t(&field_key(field))
}

/// What is said below a label, if anything.
pub(crate) fn field_hint(words: Words, field: Field) -> Option<String> {
    let key = format!("{}-hint", field_key(field));
    words.has(&key).then(|| words.t(&key))
}

/// A good answer to show in grey, if there is one.
pub(crate) fn field_example(words: Words, field: Field) -> Option<String> {
    let key = format!("{}-example", field_key(field));
    words.has(&key).then(|| words.t(&key))
}

/// The name of a field's control: its path with hyphens, `services-0-domain`.
pub(crate) fn control(path: FieldPath) -> String {
    path.to_string().replace('.', "-")
}

/// A step of the form (验证备案类型, 主体信息, …).
pub(crate) fn step(words: Words, step: Step) -> String {
    words.t(&format!("order-step-{}", step.slug()))
}
