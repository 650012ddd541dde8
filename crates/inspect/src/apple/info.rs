//! What `Info.plist` and the texts beside it say of an App.

use super::property_list::{self, MOST_BYTES, Value};
use super::{INFO, icon, strings};
use crate::Refusal;
use crate::archive::Archive;
use crate::facts::{App, Label};

/// Keys of the name under the icon: the long one before the short one.
const NAMES: [&str; 2] = ["CFBundleDisplayName", "CFBundleName"];
/// Chinese as Apple spells it, the best first.
const CHINESE: [&str; 6] = ["zh-Hans", "zh-Hans-CN", "zh_CN", "zh-CN", "zh", "zh-Hant"];
/// Languages of one App; the system has fewer than a hundred.
const MOST_LANGUAGES: usize = 200;

/// Reads `Info.plist`.
///
/// # Errors
/// [`Refusal::Incomplete`] when it is not there, else as [`property_list::read`].
pub(super) fn list(archive: &Archive<'_>, directory: &str) -> Result<Value, Refusal> {
    let entry = archive
        .find(&format!("{directory}{INFO}"))
        .ok_or_else(|| Refusal::Incomplete { part: INFO.to_owned() })?;
    property_list::read(&archive.read(&entry, MOST_BYTES)?, INFO, &archive.limits())
}

/// The facts of an App.
///
/// # Errors
/// [`Refusal::Incomplete`] without a Bundle ID.
pub(super) fn app(archive: &Archive<'_>, directory: &str, list: &Value) -> Result<App, Refusal> {
    let text = |key: &str| list.get(key).and_then(Value::text_or_number);
    let id = text("CFBundleIdentifier")
        .ok_or_else(|| Refusal::Incomplete { part: "CFBundleIdentifier".to_owned() })?;
    let labels = labels(archive, directory, list);
    let chinese = CHINESE.iter().find_map(|language| labels.iter().find(|label| label.language == *language));
    Ok(App {
        id,
        label: chinese.or(labels.first()).map(|label| label.text.clone()),
        labels,
        version: text("CFBundleShortVersionString"),
        version_code: text("CFBundleVersion"),
        minimum_system: text("MinimumOSVersion"),
        target_system: text("DTPlatformVersion"),
        permissions: permissions(list),
        debuggable: false,
        icon: icon::best(archive, directory, list),
    })
}

/// What it explains to want to use: `NSCameraUsageDescription` and the like.
fn permissions(list: &Value) -> Vec<String> {
    let asks = |key: &&String| key.starts_with("NS") && key.ends_with("UsageDescription");
    let mut permissions: Vec<String> = Vec::new();
    for key in list.entries().iter().map(|(key, _)| key).filter(asks) {
        if !permissions.contains(key) {
            permissions.push(key.clone());
        }
    }
    permissions
}

/// The name in every language, that of `Info.plist` first. Languages that cannot be read are left out.
fn labels(archive: &Archive<'_>, directory: &str, list: &Value) -> Vec<Label> {
    let default = NAMES.iter().find_map(|key| list.get(key)?.text());
    let mut labels: Vec<Label> =
        default.map(|text| Label { language: String::new(), text: text.to_owned() }).into_iter().collect();
    for (language, texts) in languages(archive, directory) {
        let named = NAMES.iter().find_map(|key| texts.iter().find(|(name, _)| name == key));
        if let Some((_, text)) = named
            && !labels.iter().any(|label| label.language == language)
        {
            labels.push(Label { language, text: text.clone() });
        }
    }
    labels
}

type Texts = Vec<(String, String)>;

/// Texts of every language: one file each, or since Xcode 15 one for all.
fn languages(archive: &Archive<'_>, directory: &str) -> Vec<(String, Texts)> {
    const EACH: &str = ".lproj/InfoPlist.strings";
    const ALL: &str = "InfoPlist.loctable";
    let limits = archive.limits();
    let mut languages = Vec::new();
    if let Some(entry) = archive.find(&format!("{directory}{ALL}"))
        && let Ok(bytes) = archive.read(&entry, MOST_BYTES)
        && let Ok(table) = property_list::read(&bytes, ALL, &limits)
    {
        let each = table.entries().iter().map(|(language, texts)| (language.clone(), strings::texts(texts)));
        languages.extend(each.take(MOST_LANGUAGES));
    }
    for entry in archive.under(directory) {
        let name = std::str::from_utf8(entry.name).unwrap_or_default();
        let language = name.strip_prefix(directory).and_then(|name| name.strip_suffix(EACH));
        let Some(language) = language.filter(|language| !language.contains('/')) else { continue };
        if languages.len() == MOST_LANGUAGES {
            break;
        }
        let texts = archive.read(&entry, MOST_BYTES).and_then(|bytes| strings::read(&bytes, name, &limits));
        languages.extend(texts.ok().map(|texts| (language.to_owned(), texts)));
    }
    languages
}
