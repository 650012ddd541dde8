//! The name of an App in every language it has.

use super::table::Table;
use super::value::Value;
use crate::Refusal;
use crate::facts::Label;

const PART: &str = "label";
/// Languages whose name is the one to file, the first before the others.
const CHINESE: [&str; 5] = ["zh-CN", "zh-Hans-CN", "zh-Hans", "zh", "zh-Hans-SG"];

/// Every name, the default one first, the others by language.
pub(super) fn all<'a>(table: &Table<'a>, label: Value<'a>) -> Result<Vec<Label>, Refusal> {
    let mut labels = Vec::new();
    for language in table.languages(label)? {
        if let Some(text) = table.text_in(label, &language)? {
            labels.push(Label { language, text: text.decode(PART)? });
        }
    }
    Ok(labels)
}

/// The name to file: Chinese as written on the mainland, else the default one, else the first.
pub(super) fn chosen(labels: &[Label]) -> Option<String> {
    let of = |language: &str| labels.iter().find(|label| label.language == language);
    let chinese = CHINESE.iter().find_map(|language| of(language));
    let label = chinese.or_else(|| of("")).or_else(|| labels.first());
    label.map(|label| label.text.clone()).filter(|text| !text.is_empty())
}
