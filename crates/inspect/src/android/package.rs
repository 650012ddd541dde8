//! One APK, and one App Bundle: the same facts from two formats.

use super::manifest::Manifest;
use super::table::{Binary, Proto, Table};
use super::{icon, label, proto_xml, signing, xml};
use crate::Refusal;
use crate::archive::Archive;
use crate::facts::{App, Facts, Kind, Platform};

/// Bytes of a manifest. The largest real ones have one or two million.
const MANIFEST_MOST: usize = 8 << 20;

/// Which of the two formats, and where its parts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Binary XML.
    Apk,
    /// Protocol Buffers, in a module called `base`.
    Bundle,
}

impl Form {
    /// The entry with the manifest.
    pub(super) const fn manifest(self) -> &'static str {
        match self {
            Self::Apk => "AndroidManifest.xml",
            Self::Bundle => "base/manifest/AndroidManifest.xml",
        }
    }

    const fn table(self) -> &'static str {
        match self {
            Self::Apk => "resources.arsc",
            Self::Bundle => "base/resources.pb",
        }
    }

    /// What stands before the path of a file that a resource names.
    pub(super) const fn files(self) -> &'static str {
        match self {
            Self::Apk => "",
            Self::Bundle => "base/",
        }
    }
}

/// Reads an APK or App Bundle that is no split.
pub(super) fn read(archive: &Archive<'_>, form: Form) -> Result<Facts, Refusal> {
    let limits = archive.limits();
    let (app, icons) = app(archive, form)?;
    let icon = icon::best(archive, icons)?;
    let (kind, signing) = match form {
        Form::Apk => (Kind::Apk, signing::read(archive, &limits)?),
        Form::Bundle => (Kind::Aab, signing::read_jar(archive, &limits)?),
    };
    let (platform, size) = (Some(Platform::Android), archive.source().len());
    Ok(Facts { kind, platform, size, app: Some(App { icon, ..app }), signing })
}

/// What the manifest says, with the table's words, and what may be the icon. The manifest and the table are the
/// largest parts that are held; both are gone before a picture is unpacked.
fn app(archive: &Archive<'_>, form: Form) -> Result<(App, Vec<icon::Candidate>), Refusal> {
    let name = form.manifest();
    let entry = archive.find(name).ok_or_else(|| Refusal::Incomplete { part: name.to_owned() })?;
    let bytes = archive.read(&entry, MANIFEST_MOST)?;
    let manifest = manifest(&bytes, form, archive)?;
    if manifest.split {
        return Err(Refusal::Incomplete { part: "base package".to_owned() });
    }
    let table = match archive.find(form.table()) {
        Some(entry) => archive.read(&entry, archive.limits().entry)?,
        None => Vec::new(),
    };
    let table = match form {
        _ if table.is_empty() => Table::None,
        Form::Apk => Table::Binary(Binary::read(&table)?),
        Form::Bundle => Table::Proto(Proto::read(&table)?),
    };
    let icons = icon::candidates(archive, form, &table, &manifest.icons)?;
    Ok((resolved(manifest, &table, name)?, icons))
}

/// Reads a manifest.
pub(super) fn manifest<'a>(
    bytes: &'a [u8],
    form: Form,
    archive: &Archive<'_>,
) -> Result<Manifest<'a>, Refusal> {
    let mut manifest = Manifest::default();
    let mut visit = |depth: usize, element: &super::value::Element<'a>| manifest.element(depth, element);
    match form {
        Form::Apk => xml::walk(bytes, form.manifest(), &archive.limits(), &mut visit)?,
        Form::Bundle => proto_xml::walk(bytes, form.manifest(), &archive.limits(), &mut visit)?,
    }
    Ok(manifest)
}

fn resolved<'a>(manifest: Manifest<'a>, table: &Table<'a>, part: &str) -> Result<App, Refusal> {
    let text = |value: Option<_>| value.map_or(Ok(None), |value| table.text(value, part));
    let labels = manifest.label.map_or(Ok(Vec::new()), |value| label::all(table, value))?;
    let id = manifest.package.filter(|name| !name.is_empty());
    Ok(App {
        id: id.ok_or_else(|| Refusal::Incomplete { part: "package name".to_owned() })?,
        label: label::chosen(&labels),
        labels,
        version: text(manifest.version)?,
        version_code: version_code(text(manifest.version_code)?, text(manifest.version_code_major)?.as_ref()),
        minimum_system: text(manifest.minimum)?,
        target_system: text(manifest.target)?,
        permissions: manifest.permissions,
        debuggable: manifest.debuggable.map_or(Ok(false), |value| table.is_true(value))?,
        icon: None,
    })
}

/// The long version code: 32 bits of `versionCodeMajor` before those of `versionCode`.
fn version_code(code: Option<String>, major: Option<&String>) -> Option<String> {
    let number = |text: &String| text.parse::<u32>().ok().map(u64::from);
    match (code.as_ref().and_then(number), major.and_then(number)) {
        (Some(code), Some(major)) => Some((major << 32 | code).to_string()),
        (Some(_), None) | (None, _) => code,
    }
}
