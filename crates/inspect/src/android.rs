//! Android: APK, App Bundle, and archives of APKs.

mod bundle;
mod chunk;
pub(crate) mod fuzzing;
mod icon;
mod label;
mod manifest;
mod package;
mod proto;
mod proto_xml;
mod signing;
mod table;
mod value;
mod xml;

use crate::Refusal;
use crate::archive::Archive;
use crate::facts::Facts;
use package::Form;

/// Whether an archive is an APK.
pub(crate) fn is_apk(archive: &Archive<'_>) -> bool {
    archive.find(Form::Apk.manifest()).is_some()
}

/// Whether an archive is an App Bundle.
pub(crate) fn is_app_bundle(archive: &Archive<'_>) -> bool {
    archive.find(Form::Bundle.manifest()).is_some()
}

/// Whether an archive holds APKs.
pub(crate) fn is_bundle(archive: &Archive<'_>) -> bool {
    bundle::is_bundle(archive)
}

/// Reads an APK.
pub(crate) fn apk(archive: &Archive<'_>) -> Result<Facts, Refusal> {
    package::read(archive, Form::Apk)
}

/// Reads an App Bundle.
pub(crate) fn app_bundle(archive: &Archive<'_>) -> Result<Facts, Refusal> {
    package::read(archive, Form::Bundle)
}

/// Reads the base package in an archive of APKs.
pub(crate) fn bundle(archive: Archive<'_>) -> Result<Facts, Refusal> {
    bundle::read(archive)
}
