//! What the descriptors of modules and packages say: `module.json`, the older `config.json`, and `pack.info`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::icon;
use super::resources::{self, Kind, Resources};
use crate::Refusal;
use crate::archive::Archive;
use crate::facts::{App, Label};

/// Descriptors of a module, the present one first.
pub(super) const NAMES: [&str; 2] = ["module.json", "config.json"];
/// The list of modules of a package; modules have one of themselves.
pub(super) const LIST: &str = "pack.info";

/// Bytes of a descriptor: real ones have some tens of thousands.
const MOST_BYTES: usize = 1 << 20;
/// What a module says of the ability that stands on the desktop.
const HOME: [&str; 2] = ["action.system.home", "ohos.want.action.home"];

/// What `pack.info` says.
pub(super) struct List {
    /// The App as far as the list tells.
    pub(super) app: App,
    /// Name of the module that starts it.
    pub(super) entry: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    app: AppPart,
    #[serde(default)]
    module: ModulePart,
    #[serde(default)]
    device_config: DeviceConfig,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AppPart {
    bundle_name: Option<String>,
    label: Option<String>,
    icon: Option<String>,
    version_name: Option<String>,
    version_code: Option<u64>,
    #[serde(rename = "minAPIVersion")]
    minimum: Option<u64>,
    #[serde(rename = "targetAPIVersion")]
    target: Option<u64>,
    #[serde(default)]
    debug: bool,
    // How `config.json` and `pack.info` write the same.
    version: Option<Version>,
    api_version: Option<ApiVersion>,
}

#[derive(Deserialize)]
struct Version {
    name: Option<String>,
    code: Option<u64>,
}

#[derive(Deserialize)]
struct ApiVersion {
    compatible: Option<u64>,
    target: Option<u64>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct ModulePart {
    #[serde(default)]
    abilities: Vec<Ability>,
    #[serde(default, alias = "reqPermissions")]
    request_permissions: Vec<Permission>,
}

#[derive(Deserialize)]
struct Ability {
    label: Option<String>,
    icon: Option<String>,
    #[serde(default)]
    skills: Vec<Skill>,
}

#[derive(Deserialize)]
struct Skill {
    #[serde(default)]
    actions: Vec<String>,
}

#[derive(Deserialize)]
struct Permission {
    name: String,
}

#[derive(Deserialize, Default)]
struct DeviceConfig {
    #[serde(default)]
    default: DefaultConfig,
}

#[derive(Deserialize, Default)]
struct DefaultConfig {
    #[serde(default)]
    debug: bool,
}

#[derive(Deserialize)]
struct ListDocument {
    summary: Summary,
    #[serde(default)]
    packages: Vec<PackagePart>,
}

#[derive(Deserialize)]
struct Summary {
    app: AppPart,
    #[serde(default)]
    modules: Vec<SummaryModule>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SummaryModule {
    api_version: Option<ApiVersion>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PackagePart {
    name: Option<String>,
    module_type: Option<String>,
}

/// Reads the descriptor of a module.
///
/// # Errors
/// [`Refusal::Incomplete`] without a descriptor or a bundle name, [`Refusal::Damaged`].
pub(super) fn module(archive: &Archive<'_>) -> Result<App, Refusal> {
    let name = NAMES.into_iter().find(|name| archive.find(name).is_some());
    let document: Document = read(archive, name.unwrap_or(NAMES[0]))?;
    let resources = resources::read(archive);
    let home = document.module.abilities.iter().find(|ability| ability.is_home());
    let label = home.and_then(|ability| ability.label.as_ref()).or(document.app.label.as_ref());
    let icon = home.and_then(|ability| ability.icon.as_ref()).or(document.app.icon.as_ref());
    let labels = label.map(|label| labels(label, &resources)).unwrap_or_default();
    let icon = icon.and_then(|icon| icon::named(archive, icon, &resources));
    let mut app = document.app.facts()?;
    app.icon = icon;
    let chinese = labels.iter().find(|label| label.language == "zh" || label.language.starts_with("zh-"));
    app.label = chinese.or(labels.first()).map(|label| label.text.clone());
    app.labels = labels;
    for permission in document.module.request_permissions {
        if !app.permissions.contains(&permission.name) {
            app.permissions.push(permission.name);
        }
    }
    app.debuggable |= document.device_config.default.debug;
    Ok(app)
}

/// Reads the list of a package.
///
/// # Errors
/// [`Refusal::Incomplete`] without a list or a bundle name, [`Refusal::Damaged`].
pub(super) fn list(archive: &Archive<'_>) -> Result<List, Refusal> {
    let document: ListDocument = read(archive, LIST)?;
    let mut app = document.summary.app.facts()?;
    let versions = document.summary.modules.into_iter().find_map(|module| module.api_version);
    if let Some(versions) = versions {
        app.minimum_system = app.minimum_system.or_else(|| text(versions.compatible));
        app.target_system = app.target_system.or_else(|| text(versions.target));
    }
    let is_entry = |package: &PackagePart| package.module_type.as_deref() == Some("entry");
    Ok(List { app, entry: document.packages.into_iter().find(is_entry).and_then(|package| package.name) })
}

impl Ability {
    fn is_home(&self) -> bool {
        self.skills.iter().flat_map(|skill| &skill.actions).any(|action| HOME.contains(&action.as_str()))
    }
}

impl AppPart {
    fn facts(self) -> Result<App, Refusal> {
        let id = self.bundle_name.filter(|name| !name.is_empty());
        let (name, code) = self.version.map_or((None, None), |version| (version.name, version.code));
        let (compatible, target) = self.api_version.map_or((None, None), |api| (api.compatible, api.target));
        Ok(App {
            id: id.ok_or_else(|| Refusal::Incomplete { part: "bundleName".to_owned() })?,
            version: self.version_name.or(name),
            version_code: text(self.version_code.or(code)),
            minimum_system: text(self.minimum.or(compatible)),
            target_system: text(self.target.or(target)),
            debuggable: self.debug,
            ..App::default()
        })
    }
}

fn text(number: Option<u64>) -> Option<String> {
    number.map(|number| number.to_string())
}

/// The name in every language; a name that refers to texts the package does not have says nothing.
fn labels(label: &str, resources: &Resources) -> Vec<Label> {
    match label.strip_prefix("$string:") {
        Some(name) => resources
            .values(Kind::Text, name)
            .into_iter()
            .map(|(language, text)| Label { language, text })
            .collect(),
        None if label.is_empty() => Vec::new(),
        None => vec![Label { language: String::new(), text: label.to_owned() }],
    }
}

fn read<T: DeserializeOwned>(archive: &Archive<'_>, name: &str) -> Result<T, Refusal> {
    let entry = archive.find(name).ok_or_else(|| Refusal::Incomplete { part: name.to_owned() })?;
    let bytes = archive.read(&entry, MOST_BYTES)?;
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes))
        .map_err(|error| Refusal::Damaged { part: name.to_owned(), what: error.to_string() })
}
