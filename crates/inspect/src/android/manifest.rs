//! What `AndroidManifest.xml` says, with references still unresolved.

use std::collections::HashSet;

use super::value::{Element, Text, Value};
use crate::Refusal;

/// Permissions one package asks for; the greediest real ones ask for some two hundred.
const PERMISSIONS_MOST: usize = 1000;
const PART: &str = "AndroidManifest.xml";

// Numbers of attributes, from `public.xml` of the Android framework.
const LABEL: (u32, &str) = (0x0101_0001, "label");
const ICON: (u32, &str) = (0x0101_0002, "icon");
const NAME: (u32, &str) = (0x0101_0003, "name");
const DEBUGGABLE: (u32, &str) = (0x0101_000f, "debuggable");
const MINIMUM: (u32, &str) = (0x0101_020c, "minSdkVersion");
const VERSION_CODE: (u32, &str) = (0x0101_021b, "versionCode");
const VERSION_NAME: (u32, &str) = (0x0101_021c, "versionName");
const TARGET: (u32, &str) = (0x0101_0270, "targetSdkVersion");
const ROUND_ICON: (u32, &str) = (0x0101_052c, "roundIcon");
const VERSION_CODE_MAJOR: (u32, &str) = (0x0101_0576, "versionCodeMajor");

/// What the manifest says.
#[derive(Debug, Default)]
pub(super) struct Manifest<'a> {
    /// Package name.
    pub(super) package: Option<String>,
    /// Name of the split, when it is not the base package.
    pub(super) split: bool,
    /// Version for people.
    pub(super) version: Option<Value<'a>>,
    /// Version for machines, and its upper half.
    pub(super) version_code: Option<Value<'a>>,
    /// The upper half of it.
    pub(super) version_code_major: Option<Value<'a>>,
    /// The lowest API level.
    pub(super) minimum: Option<Value<'a>>,
    /// The API level it was made for.
    pub(super) target: Option<Value<'a>>,
    /// Each once, in order.
    pub(super) permissions: Vec<String>,
    /// Whether it says that it is for debugging.
    pub(super) debuggable: Option<Value<'a>>,
    /// Name of the App; of the activity that opens it when the App itself has none.
    pub(super) label: Option<Value<'a>>,
    /// Icons, the one that counts first.
    pub(super) icons: Vec<Value<'a>>,
    seen: HashSet<String>,
    section: Section,
    activity: Launcher<'a>,
    started: bool,
}

/// Where in the manifest the reader is.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Section {
    #[default]
    Elsewhere,
    Application,
}

/// The activity being read: it counts once it turns out to be the one that opens the App.
#[derive(Debug, Default)]
struct Launcher<'a> {
    label: Option<Value<'a>>,
    icon: Option<Value<'a>>,
}

impl<'a> Manifest<'a> {
    /// Takes the next element.
    pub(super) fn element(&mut self, depth: usize, element: &Element<'a>) -> Result<(), Refusal> {
        let is = |name: &str| element.name.is(name);
        match depth {
            0 if !self.started => self.root(element)?,
            1 => {
                self.section = if is("application") { Section::Application } else { Section::Elsewhere };
                self.child(element)?;
            }
            2 if self.section == Section::Application => {
                let activity = is("activity") || is("activity-alias");
                let value = |attribute| if activity { element.android(attribute) } else { None };
                self.activity = Launcher { label: value(LABEL), icon: value(ICON) };
            }
            4 if self.section == Section::Application && is("category") => self.category(element),
            _ => {}
        }
        Ok(())
    }

    fn root(&mut self, element: &Element<'a>) -> Result<(), Refusal> {
        self.started = true;
        self.package = element.plain("package").map(|text| text.decode(PART)).transpose()?;
        self.split = element.plain("split").is_some_and(|text| !text.is_empty());
        self.version = element.android(VERSION_NAME);
        self.version_code = element.android(VERSION_CODE);
        self.version_code_major = element.android(VERSION_CODE_MAJOR);
        Ok(())
    }

    fn child(&mut self, element: &Element<'a>) -> Result<(), Refusal> {
        let is = |name: &str| element.name.is(name);
        if is("uses-permission") || is("uses-permission-sdk-23") || is("uses-permission-sdk-m") {
            if let Some(Value::Text(name)) = element.android(NAME) {
                self.permission(name)?;
            }
        } else if is("uses-sdk") {
            self.minimum = element.android(MINIMUM).or(self.minimum);
            self.target = element.android(TARGET).or(self.target);
        } else if is("application") && self.icons.is_empty() && self.label.is_none() {
            self.label = element.android(LABEL);
            self.debuggable = element.android(DEBUGGABLE);
            self.icons = [ICON, ROUND_ICON].into_iter().filter_map(|icon| element.android(icon)).collect();
        }
        Ok(())
    }

    fn permission(&mut self, name: Text<'a>) -> Result<(), Refusal> {
        let name = name.decode(PART)?;
        if self.seen.contains(&name) {
            return Ok(());
        }
        if self.permissions.len() == PERMISSIONS_MOST {
            return Err(Refusal::TooMuch { part: "permissions".to_owned(), most: PERMISSIONS_MOST as u64 });
        }
        self.seen.insert(name.clone());
        self.permissions.push(name);
        Ok(())
    }

    fn category(&mut self, element: &Element<'a>) {
        let launcher = matches!(element.android(NAME), Some(Value::Text(name)) if name.is("android.intent.category.LAUNCHER"));
        if launcher {
            self.label = self.label.or(self.activity.label);
            self.icons.extend(self.activity.icon);
            self.activity = Launcher::default();
        }
    }
}
