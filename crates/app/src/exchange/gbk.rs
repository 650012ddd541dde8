//! Which answers hold a character that the authority's encoding (GBK) lacks, before anything is sent.

use std::collections::BTreeMap;

use beian_authority::gbk;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath};

/// The fields whose text cannot be sent, with the first character that cannot.
pub(crate) fn unencodable(answers: &Answers) -> BTreeMap<String, String> {
    let services = u8::try_from(answers.services.len().max(1)).unwrap_or(u8::MAX);
    let mut found = BTreeMap::new();
    for field in Field::ALL {
        let numbers = if field.pattern().contains('*') { services } else { 1 };
        for number in 0..numbers {
            let path = FieldPath::in_service(*field, number);
            if let Err(unmappable) = gbk::encode(&answers.text(path)) {
                found.insert(path.to_string(), unmappable.ch.to_string());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_name_is_named_with_its_field() {
        let mut answers = Answers::default();
        answers.subject.person.name = "王𬭎".into();
        answers.subject.name = "杭州示例科技有限公司".into();
        let found = unencodable(&answers);
        assert_eq!(found.len(), 1);
        assert_eq!(found["subject.person.name"], "𬭎");
    }
}
