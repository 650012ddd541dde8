//! Archives of APKs (XAPK, APKS, APKM), opened to the package that is no split.

use serde::Deserialize;

use super::package::{self, Form};
use crate::archive::{Archive, Method, Place, Replay, Window};
use crate::facts::{Facts, Kind};
use crate::{Limits, Refusal, Source};

const PART: &str = "base package";
/// What XAPK tells of itself.
const XAPK: &str = "manifest.json";
const XAPK_MOST: usize = 1 << 20;
/// Names the base package goes by: exported from a phone, by bundletool, for all devices.
const NAMES: [&str; 5] =
    ["base.apk", "splits/base-master.apk", "base-master.apk", "universal.apk", "standalones/standalone.apk"];
/// Packages looked into when no name tells.
const LOOKS_MOST: usize = 8;

#[derive(Debug, Deserialize)]
struct Xapk {
    #[serde(default)]
    package_name: String,
    #[serde(default)]
    split_apks: Vec<Split>,
}

#[derive(Debug, Deserialize)]
struct Split {
    file: String,
    id: String,
}

/// Reads the base package.
pub(super) fn read(archive: Archive<'_>) -> Result<Facts, Refusal> {
    let (source, limits) = (archive.source(), archive.limits());
    let mut places = places(&archive)?;
    // Its directory may be as large as the next one.
    drop(archive);
    let last = places.pop().ok_or_else(|| Refusal::Incomplete { part: PART.to_owned() })?;
    for place in places {
        let read = read_one(source, place, limits);
        if !matches!(&read, Err(Refusal::Incomplete { part }) if part == PART) {
            return read;
        }
    }
    read_one(source, last, limits)
}

/// Whether an archive holds APKs.
pub(super) fn is_bundle(archive: &Archive<'_>) -> bool {
    archive.entries().any(|entry| entry.name.ends_with(b".apk") && !entry.name.starts_with(b"assets/"))
}

fn read_one(source: &dyn Source, place: Place, limits: Limits) -> Result<Facts, Refusal> {
    let size = source.len();
    let open = |inner: &dyn Source, part: &str| {
        let archive = Archive::open(inner, limits)?;
        let archive = archive.ok_or_else(|| Refusal::Truncated { part: part.to_owned() })?;
        package::read(&archive, Form::Apk).map(|facts| Facts { kind: Kind::ApkBundle, size, ..facts })
    };
    let part = place.part.clone();
    if place.method == Method::Deflated {
        return open(&Replay::new(source, place)?, &part);
    }
    open(&Window::new(source, place.start, place.size), &part)
}

/// Where the base package may be: where a name tells, or else the largest ones, the largest first.
fn places(archive: &Archive<'_>) -> Result<Vec<Place>, Refusal> {
    for name in named(archive)?.iter().map(String::as_str).chain(NAMES) {
        if let Some(entry) = archive.find(name) {
            return Ok(vec![archive.place(&entry)?]);
        }
    }
    let mut apks: Vec<_> = archive.entries().filter(|entry| entry.name.ends_with(b".apk")).collect();
    apks.sort_by_key(|entry| std::cmp::Reverse(entry.size));
    apks.iter().take(LOOKS_MOST).map(|entry| archive.place(entry)).collect()
}

/// Names that the archive itself tells.
fn named(archive: &Archive<'_>) -> Result<Vec<String>, Refusal> {
    let Some(entry) = archive.find(XAPK) else { return Ok(Vec::new()) };
    let bytes = archive.read(&entry, XAPK_MOST)?;
    // Other tools use the name for other things.
    let Ok(xapk) = serde_json::from_slice::<Xapk>(&bytes) else { return Ok(Vec::new()) };
    let base = xapk.split_apks.into_iter().filter(|split| split.id == "base").map(|split| split.file);
    Ok(base.chain(std::iter::once(format!("{}.apk", xapk.package_name))).collect())
}
