//! What a reviewer has ticked, chosen and typed, before it is a decision.

use std::collections::BTreeMap;

use beian_domain::finding::FieldOpinion;
use beian_domain::order::field::FieldPath;

use crate::csrf::Pairs;
use crate::say::REASONS;

/// What was said about one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::desk) struct Said {
    pub(in crate::desk) ticked: bool,
    /// A reason of the list, or empty.
    pub(in crate::desk) reason: String,
    /// The reviewer's own words.
    pub(in crate::desk) words: String,
}

/// The form of the review page as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::desk) struct Draft {
    /// The version the page was made for.
    pub(in crate::desk) version: i64,
    pub(in crate::desk) fields: BTreeMap<FieldPath, Said>,
    /// 审核意见.
    pub(in crate::desk) comment: String,
}

impl Draft {
    /// Reads the form. Names that are no field and reasons that are none of the list are left out.
    pub(in crate::desk) fn read(pairs: &Pairs) -> Self {
        let mut draft = Self { version: pairs.version(), comment: pairs.one("comment"), ..Self::default() };
        for (name, value) in &pairs.0 {
            let value = value.trim();
            if name == "tick" {
                if let Ok(path) = FieldPath::parse(value) {
                    draft.fields.entry(path).or_default().ticked = true;
                }
            } else if let Some(path) =
                name.strip_prefix("reason.").and_then(|path| FieldPath::parse(path).ok())
            {
                if REASONS.contains(&value) {
                    value.clone_into(&mut draft.fields.entry(path).or_default().reason);
                }
            } else if let Some(path) =
                name.strip_prefix("opinion.").and_then(|path| FieldPath::parse(path).ok())
                && !value.is_empty()
            {
                value.clone_into(&mut draft.fields.entry(path).or_default().words);
            }
        }
        draft
    }

    /// What was said about a field, if anything.
    pub(in crate::desk) fn of(&self, path: FieldPath) -> Said {
        self.fields.get(&path).cloned().unwrap_or_default()
    }

    /// How many fields are ticked.
    pub(in crate::desk) fn ticked(&self) -> usize {
        self.fields.values().filter(|said| said.ticked).count()
    }

    /// The ticked fields that neither have a reason nor a word.
    pub(in crate::desk) fn unsaid(&self) -> Vec<FieldPath> {
        let mute = |said: &Said| said.ticked && said.reason.is_empty() && said.words.is_empty();
        self.fields.iter().filter(|(_, said)| mute(said)).map(|(path, _)| *path).collect()
    }

    /// The ticked fields as the customer is told.
    pub(in crate::desk) fn opinions(&self) -> Vec<FieldOpinion> {
        let ticked = self.fields.iter().filter(|(_, said)| said.ticked);
        let opinion = |(path, said): (&FieldPath, &Said)| FieldOpinion {
            field: *path,
            reason: said.reason.clone(),
            words: said.words.clone(),
        };
        ticked.map(opinion).collect()
    }
}

#[cfg(test)]
mod tests {
    use beian_domain::order::field::Field;

    use super::*;

    fn pairs(sent: &[(&str, &str)]) -> Pairs {
        Pairs(sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn only_ticked_fields_go_back_to_the_customer() {
        let draft = Draft::read(&pairs(&[
            ("version", "7"),
            ("comment", " 两处要改 "),
            ("tick", "subject.name"),
            ("reason.subject.name", REASONS[0]),
            ("opinion.subject.name", "和执照差一个字"),
            ("reason.services.0.name", "other"),
            ("tick", "services.0.domain"),
            ("tick", "nonsense"),
            ("reason.services.0.domain", "made-up"),
        ]));
        assert_eq!((draft.version, draft.comment.as_str(), draft.ticked()), (7, "两处要改", 2));
        assert_eq!(draft.unsaid(), [FieldPath::of(Field::ServiceDomain)]);
        let opinions = draft.opinions();
        assert_eq!(opinions.len(), 2);
        assert_eq!(opinions[0].field, FieldPath::of(Field::SubjectName));
        assert_eq!(opinions[0].reason, REASONS[0]);
        assert_eq!(opinions[0].words, "和执照差一个字");
    }
}
