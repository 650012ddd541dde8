//! `/rules`: what the provinces ask of a filing, who says so and since when; for everybody, without signing in.
//!
//! Below `/rules` the name of a province leads to its page, with an anchor per parameter ([`anchor`]); the names
//! `rule` and `list` are no provinces and are free for pages about single rules.

mod answers;
mod ask;
mod chapter;
mod clauses;
mod day;
mod index;
mod province;
mod side_by_side;
mod standing;
mod telling;
mod testimony;
mod tile_map;

use axum::Router;
use beian_domain::region::Province;
use beian_domain::rulebook::Parameter;

use crate::i18n::Words;
use crate::state::Web;

/// Where the pages are.
const HREF: &str = "/rules";

pub(super) fn router() -> Router<Web> {
    Router::new().merge(index::router()).merge(province::router())
}

/// What links to a parameter on the page of a province lead to: `unit-legal-representative`.
fn anchor(parameter: Parameter) -> String {
    parameter.key().replace('.', "-")
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
