//! The public query (公共查询): anyone may ask by domain, by number or by the subject's full name.

use beian_domain::filing::PublicRecord;
use beian_domain::filing_number::FilingNumber;
use beian_domain::network::DomainName;

use crate::app::App;
use crate::failure::{Failure, FieldProblem};

/// The longest name anyone could ask for.
const MAX_CHARACTERS: usize = 255;

/// Finds what stands in the register. Nobody needs a right to ask.
///
/// # Errors
/// [`Failure::Invalid`] on `query` when it is empty (`answer-missing`) or too long (`text-too-long`).
pub async fn public_query(app: &App, query: &str) -> Result<Vec<PublicRecord>, Failure> {
    let query = query.trim();
    if query.is_empty() {
        return Err(Failure::field(FieldProblem::new("query", "answer-missing")));
    }
    if query.chars().count() > MAX_CHARACTERS {
        let problem = FieldProblem::new("query", "text-too-long").with("max", MAX_CHARACTERS);
        return Err(Failure::field(problem));
    }
    let store = app.store();
    if let Ok((number, _)) = FilingNumber::parse_lenient(query) {
        return Ok(store.public_by_number(number.as_str()).await?);
    }
    if let Ok(domain) = DomainName::parse(query) {
        // People paste the address of a page below the filed domain.
        let asked = store.public_by_domain(domain.as_str()).await?;
        return match domain.registrable() {
            Some(registrable) if asked.is_empty() => Ok(store.public_by_domain(registrable.as_str()).await?),
            Some(_) | None => Ok(asked),
        };
    }
    let found = store.public_by_name(query).await?;
    let wide = wide_brackets(query);
    if found.is_empty() && wide != query { Ok(store.public_by_name(&wide).await?) } else { Ok(found) }
}

/// Certificates print brackets in full width; keyboards often do not.
fn wide_brackets(name: &str) -> String {
    name.replace('(', "（").replace(')', "）")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_those_of_certificates() {
        assert_eq!(wide_brackets("示例(北京)有限公司"), "示例（北京）有限公司");
    }
}
