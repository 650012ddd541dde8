//! The icon of a HarmonyOS App: a picture, or since API 12 two layers that lie on each other.

use image::imageops::{self, FilterType};
use serde::Deserialize;

use super::resources::{Kind, Resources};
use crate::archive::Archive;
use crate::facts::Icon;
use crate::icon;

/// Where pictures for every language and screen are.
const PICTURES: &str = "resources/base/media/";
/// Pictures of one name that are looked at.
const MOST_PICTURES: usize = 8;
/// Bytes of a description of layers.
const MOST_LAYERS: usize = 16 * 1024;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Layered {
    layered_image: Layers,
}

#[derive(Deserialize)]
struct Layers {
    background: Option<String>,
    foreground: Option<String>,
}

/// The icon a descriptor names, `$media:app_icon`; `None` when it is no picture that can be read.
pub(super) fn named(archive: &Archive<'_>, name: &str, resources: &Resources) -> Option<Icon> {
    let paths = paths(name, resources);
    if let Some((name, bytes)) = largest(archive, &paths) {
        return icon::from_file(&name, &bytes);
    }
    let described = paths
        .iter()
        .filter(|path| path.strip_suffix(".json").is_some())
        .find_map(|path| archive.find(path))?;
    let bytes = archive.read(&described, MOST_LAYERS).ok()?;
    let layers = serde_json::from_slice::<Layered>(&bytes).ok()?.layered_image;
    let layer = |name: Option<String>| {
        let (_, bytes) = largest(archive, &self::paths(&name?, resources))?;
        icon::decode(&bytes)
    };
    let mut below = layer(layers.background)?;
    if let Some(mut above) = layer(layers.foreground) {
        if above.dimensions() != below.dimensions() {
            above = imageops::resize(&above, below.width(), below.height(), FilterType::CatmullRom);
        }
        imageops::overlay(&mut below, &above, 0, 0);
    }
    icon::from_pixels(&described.shown(), below)
}

/// Where a picture may be: by its path in the index, else by its name in the usual place.
fn paths(named: &str, resources: &Resources) -> Vec<String> {
    let Some(name) = named.strip_prefix("$media:") else { return Vec::new() };
    // Paths in the index begin with the module.
    let indexed = resources.values(Kind::Picture, name).into_iter().map(|(_, path)| path);
    let indexed = indexed.filter_map(|path| path.find("resources/").map(|at| path[at..].to_owned()));
    let usual = ["png", "jpg", "webp", "json"].map(|end| format!("{PICTURES}{name}.{end}"));
    indexed.take(MOST_PICTURES).chain(usual).collect()
}

/// The largest of the pictures, by its entry.
fn largest(archive: &Archive<'_>, paths: &[String]) -> Option<(String, Vec<u8>)> {
    let pictures = paths.iter().filter_map(|path| archive.find(path));
    let sized = pictures.filter_map(|entry| {
        let bytes = archive.read(&entry, icon::FILE_MOST).ok()?;
        let (width, height) = icon::size(&bytes)?;
        Some((width.min(height), entry.shown(), bytes))
    });
    sized.max_by_key(|(side, _, _)| *side).map(|(_, name, bytes)| (name, bytes))
}
