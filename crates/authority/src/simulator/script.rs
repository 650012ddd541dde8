//! The script of a simulator: a TOML file that says how the bureau behaves, what goes wrong and what is sent at
//! the start. Described in docs/guide/simulator.md.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::bureau::Bureau;
use super::faults::Fault;
use super::push::{FieldError, Given, Kind};
use super::random::RandomFaults;
use super::settings::Settings;
use super::state::{Counter, SettingsOf};
use super::toml_file::{self, FileError};
use super::{SimulatorConfig, SimulatorError};
use crate::packing::Packed;

/// Plain named fields.
type Fields = serde_json::Map<String, serde_json::Value>;

/// A script.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub struct Script {
    /// Seed of everything drawn.
    pub seed: Option<u64>,
    /// How the bureau behaves.
    pub settings: Settings,
    /// Faults in their order.
    pub faults: Vec<Fault>,
    /// Faults at random.
    pub random_faults: Option<RandomFaults>,
    /// Files sent at the start.
    pub pushes: Vec<Push>,
    /// What is sent at the start by plain named fields, `kind` among them.
    pub push: Vec<Fields>,
    /// Tells whether it was played already.
    #[serde(skip)]
    digest: String,
}

/// A file sent at the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// The provider, by unit id.
    pub account: i64,
    /// The document: a file beside the script.
    #[serde(default)]
    pub file: Option<PathBuf>,
    /// The document itself.
    #[serde(default)]
    pub xml: Option<String>,
}

impl Script {
    /// Reads a script. The files it names are read with `open`, which gets their names as they are written.
    pub fn read(
        text: &str,
        open: impl Fn(&std::path::Path) -> std::io::Result<String>,
    ) -> Result<Self, FileError> {
        let mut script: Self = toml_file::read(text)?;
        let checked = script.settings.check();
        checked.map_err(|error| FileError::at_nth(text, "[settings", 0, &error.to_string()))?;
        if let Some(random) = &script.random_faults {
            let checked = random.check();
            checked.map_err(|error| FileError::at_nth(text, "[random_faults]", 0, &error.to_string()))?;
        }
        for (index, push) in script.pushes.iter_mut().enumerate() {
            let wrong = |what: &str| FileError::at_nth(text, "[[pushes]]", index, what);
            match (&push.xml, &push.file) {
                (None, Some(file)) => {
                    let read = open(file);
                    let read = read.map_err(|error| wrong(&format!("`file` {}: {error}", file.display())))?;
                    push.xml = Some(read);
                }
                (Some(_), None) => {}
                (Some(_), Some(_)) | (None, None) => return Err(wrong("give either `file` or `xml`")),
            }
            crate::xml::parse(push.xml.as_deref().unwrap_or_default())
                .map_err(|error| wrong(&format!("the document cannot be read: {error}")))?;
        }
        for (index, push) in script.push.iter().enumerate() {
            let checked = plain(push).and_then(|(kind, fields)| Given::read(kind.fields, &fields));
            checked.map_err(|error| FileError::at_nth(text, "[[push]]", index, &error.to_string()))?;
        }
        let pushed: Vec<&str> = script.pushes.iter().filter_map(|push| push.xml.as_deref()).collect();
        script.digest = Packed::from_zip([text, &pushed.join("\n")].concat().into_bytes()).md5_hex();
        Ok(script)
    }
}

/// The kind of a push, and its other fields.
fn plain(push: &Fields) -> Result<(&'static Kind, Fields), FieldError> {
    let mut fields = push.clone();
    let name = fields.remove("kind").ok_or_else(|| FieldError::new("kind", "is missing"))?;
    let kind = name.as_str().and_then(Kind::named);
    let kind = kind.ok_or_else(|| FieldError::new("kind", format!("there is no kind {name}")))?;
    Ok((kind, fields))
}

impl SimulatorConfig {
    /// The same, with what a script says.
    #[must_use]
    pub fn with_script(mut self, script: Script) -> Self {
        self.seed = script.seed.unwrap_or(self.seed);
        self.settings = script.settings.clone();
        self.script = Some(script);
        self
    }
}

impl Bureau<'_> {
    /// Makes room for new accounts, takes over settings that differ from those of the last start, and plays
    /// the script unless it was played before.
    pub fn begin(&mut self, settings: &Settings) -> Result<(), SimulatorError> {
        for account in &self.config.accounts {
            if self.state.accounts.get(&account.isp_id).is_none() {
                self.state.accounts.insert(account.isp_id, super::state::AccountState::default());
            }
        }
        self.begin_codes();
        settings.check()?;
        if self.state.settings.get(&SettingsOf::Start) != Some(settings) {
            self.state.settings.insert(SettingsOf::Start, settings.clone());
            self.state.settings.insert(SettingsOf::Now, settings.clone());
        }
        match &self.config.script {
            Some(script) if self.state.script.get(&0) != Some(&script.digest) => self.play(script),
            Some(_) | None => Ok(()),
        }
    }

    fn play(&mut self, script: &Script) -> Result<(), SimulatorError> {
        self.drop_faults();
        self.order_faults(script.faults.clone());
        self.order_random(script.random_faults.clone());
        for push in &script.pushes {
            self.push(push.account, push.xml.as_deref().unwrap_or_default())?;
        }
        for push in &script.push {
            let (kind, fields) = plain(push)?;
            self.push_plain(kind, &fields)?;
        }
        self.state.script.insert(0, script.digest.clone());
        Ok(())
    }

    /// Puts faults behind those that wait.
    pub fn order_faults(&mut self, faults: Vec<Fault>) {
        for fault in faults {
            let key = self.state.next(Counter::Faults);
            self.state.faults.insert(key, fault);
        }
    }

    /// Takes back every fault that waits.
    pub fn drop_faults(&mut self) {
        let waiting: Vec<i64> = self.state.faults.iter().map(|(key, _)| *key).collect();
        for key in waiting {
            self.state.faults.remove(&key);
        }
    }

    /// Sends a document as it is.
    pub fn push(&mut self, account: i64, xml: &str) -> Result<(), SimulatorError> {
        if self.config.account(account).is_none() {
            return Err(SimulatorError::Missing);
        }
        self.queue_text(account, self.config.letters(account), xml)
    }
}
