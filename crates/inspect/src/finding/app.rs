//! Findings about the App itself: its name, its icon, how it was built.

use super::{Finding, is_package};
use crate::facts::Facts;

/// Names that development tools write into new projects. Measured against the whole name: an App may well be
/// called something with one of these words in it. The rule is that no placeholder is filed (APP 名称).
const PLACEHOLDERS: &[&str] = &[
    "app",
    "app name",
    "app_name",
    "application",
    "demo",
    "demo app",
    "entryability_label",
    "flutter app",
    "flutter demo",
    "hello world",
    "helloworld",
    "label",
    "my app",
    "my application",
    "myapp",
    "myapplication",
    "test",
    "test app",
    "uni-app",
    "untitled",
    "应用",
    "我的应用",
    "测试",
    "测试应用",
];

pub(super) fn look(facts: &Facts, found: &mut Vec<Finding>) {
    let Some(app) = facts.app.as_ref().filter(|_| is_package(facts.kind)) else { return };
    if app.debuggable {
        found.push(Finding::Debuggable);
    }
    match app.label.as_deref().map(str::trim).filter(|label| !label.is_empty()) {
        None => found.push(Finding::NameMissing),
        Some(label) => {
            if PLACEHOLDERS.contains(&label.to_lowercase().as_str()) {
                found.push(Finding::NamePlaceholder { label: label.to_owned() });
            }
            if label.chars().any(is_emoji) {
                found.push(Finding::NameEmoji { label: label.to_owned() });
            }
        }
    }
    if app.icon.is_none() {
        found.push(Finding::IconMissing);
    }
}

/// Pictures among the characters: symbols, dingbats, and the planes of emoji.
fn is_emoji(ch: char) -> bool {
    matches!(u32::from(ch), 0x2600..=0x27bf | 0xfe0f | 0x1f000..=0x1faff)
}
