//! `/rules`: what the provinces ask of a filing, who says so and since when; for everybody, without signing in.
//!
//! Below `/rules` the name of a province leads to its page, with an anchor per parameter ([`anchor`]); the names
//! `list` and `rule` are no provinces: they lead to all rules, and to one by its code.

mod answers;
mod applies;
mod ask;
mod asked;
mod change;
mod chapter;
mod clauses;
mod day;
mod examples;
mod facts;
mod index;
mod list;
mod narrow;
mod one;
mod province;
mod sentence;
mod side_by_side;
mod standing;
mod telling;
mod testimony;
mod tile_map;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use beian_domain::order::field::Field;
use beian_domain::region::Province;
use beian_domain::rulebook::Parameter;
use maud::Markup;

use self::day::Day;
use crate::i18n::Words;
use crate::say;
use crate::state::Web;
use crate::ui::FormErrors;

/// Where the pages are.
const HREF: &str = "/rules";

pub(super) fn router() -> Router<Web> {
    Router::new().merge(index::router()).merge(province::router()).merge(list::router()).merge(one::router())
}

/// A page, with the status that fits: what was asked for could be read, or not all of it.
fn with_status(errors: &FormErrors, page: Markup) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, page).into_response()
}

/// What links to a parameter on the page of a province lead to: `unit-legal-representative`.
fn anchor(parameter: Parameter) -> String {
    parameter.key().replace('.', "-")
}

/// The page of a rule, on the day that is looked at.
fn rule_href(day: &Day, code: &str) -> String {
    day.href(&format!("{HREF}/rule/{code}"), "")
}

/// The label of a field; the labels of both persons in charge are alike, so that whose it is goes before.
fn field_name(words: Words, field: Field) -> String {
    let label = say::field(words, field);
    let whose = match field.pattern() {
        of_subject if of_subject.starts_with("subject.person.") => "rules-person-of-subject",
        of_service if of_service.starts_with("services.*.person.") => "rules-person-of-service",
        _ => return label,
    };
    words.with(whose, &[("label", label.into())])
}

/// The name of a province in the reader's language.
fn name(words: Words, province: Province) -> &'static str {
    words.pick(province.name_zh(), province.name_en())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_one_per_parameter() {
        assert_eq!(anchor(Parameter::UnitRepresentative), "unit-legal-representative");
        let mut anchors: Vec<String> = Parameter::ALL.iter().map(|one| anchor(*one)).collect();
        anchors.sort();
        anchors.dedup();
        assert_eq!(anchors.len(), Parameter::ALL.len());
    }
}
