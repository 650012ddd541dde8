//! Provisioning profiles (`.mobileprovision`): signed data with a property list inside.

use chrono::{DateTime, Utc};

use super::property_list::{self, Value};
use crate::facts::{Certificate, Purpose};
use crate::keys::{certificate, cms};
use crate::{Limits, Refusal};

pub(crate) const PART: &str = "embedded.mobileprovision";

/// What a profile says.
#[derive(Debug)]
pub(crate) struct Profile {
    /// The App it is for, without the team before it; `*` at its end when it is for several.
    pub(crate) app_id: Option<String>,
    /// Number and name of the team.
    pub(crate) team: Option<(String, String)>,
    /// Until when it is good.
    pub(crate) until: Option<DateTime<Utc>>,
    /// What it is for.
    pub(crate) purpose: Purpose,
    /// Certificates of developers that may sign with it.
    pub(crate) certificates: Vec<Certificate>,
    /// Debuggers may attach.
    pub(crate) debuggable: bool,
}

/// Reads a profile.
///
/// # Errors
/// [`Refusal::Incomplete`] when nothing is signed, else as [`cms::read`], [`property_list::read`] and
/// [`certificate::read`]; [`Refusal::TooMuch`] with too many certificates.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Profile, Refusal> {
    let signed = cms::read(bytes)?;
    let content = signed.content.ok_or_else(|| Refusal::Incomplete { part: PART.to_owned() })?;
    let list = property_list::read(&content, PART, limits)?;
    let entitlements = list.get("Entitlements");
    let debuggable = entitlements.and_then(|rights| rights.get("get-task-allow")).is_some_and(Value::is_true);
    Ok(Profile {
        app_id: app_id(entitlements),
        team: team(&list),
        until: list.get("ExpirationDate").and_then(Value::date),
        purpose: purpose(&list, debuggable),
        certificates: certificates(&list, limits)?,
        debuggable,
    })
}

/// Whether signed data has a property list with the mark of a profile in it.
pub(crate) fn is_likely(content: &[u8]) -> bool {
    let has = |what: &[u8]| content.windows(what.len()).any(|window| window == what);
    has(b"DeveloperCertificates") || has(b"TeamIdentifier") && has(b"ProvisioningProfile")
}

/// `ABCDE12345.com.example.app` without what stands before the first dot.
fn app_id(entitlements: Option<&Value>) -> Option<String> {
    let whole = entitlements?.get("application-identifier")?.text()?;
    whole.split_once('.').map(|(_, id)| id.to_owned())
}

fn team(list: &Value) -> Option<(String, String)> {
    let number = list.get("TeamIdentifier")?.items().first()?.text()?;
    let name = list.get("TeamName").and_then(Value::text).unwrap_or_default();
    Some((number.to_owned(), name.to_owned()))
}

fn purpose(list: &Value, debuggable: bool) -> Purpose {
    if list.get("ProvisionsAllDevices").is_some_and(Value::is_true) {
        Purpose::Enterprise
    } else if list.get("ProvisionedDevices").is_none() {
        Purpose::Distribution
    } else if debuggable {
        Purpose::Development
    } else {
        Purpose::AdHoc
    }
}

fn certificates(list: &Value, limits: &Limits) -> Result<Vec<Certificate>, Refusal> {
    let all = list.get("DeveloperCertificates").map(Value::items).unwrap_or_default();
    if all.len() > limits.certificates {
        return Err(Refusal::TooMuch { part: "certificate".to_owned(), most: limits.certificates as u64 });
    }
    all.iter()
        .filter_map(|value| if let Value::Data(der) = value { Some(certificate::read(der)) } else { None })
        .collect()
}
