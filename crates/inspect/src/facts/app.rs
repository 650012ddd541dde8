//! What a package says of its App.

use serde::Serialize;

/// What a package says of its App.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct App {
    /// Package name, Bundle ID or bundle name (包名).
    pub id: String,
    /// The name shown under the icon (APP 名称): Chinese before the default one; `None` when the package has none.
    pub label: Option<String>,
    /// The name in every language the package has, the default one first.
    pub labels: Vec<Label>,
    /// The version people see, `1.4.2`.
    pub version: Option<String>,
    /// The version machines compare.
    pub version_code: Option<String>,
    /// The lowest system version it runs on: API level, or iOS version.
    pub minimum_system: Option<String>,
    /// The system version it was made for.
    pub target_system: Option<String>,
    /// Permissions it asks for, by their own names, each once, in the package's order.
    pub permissions: Vec<String>,
    /// Built for debugging: no release.
    pub debuggable: bool,
    /// The icon, as the form wants it; `None` when the package has no raster of 96 px or more, or only vectors.
    pub icon: Option<Icon>,
}

/// A name in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Language tag as the package spells it (`zh-CN`, `zh-Hans`); empty for the default.
    pub language: String,
    /// The name.
    pub text: String,
}

/// The icon (APP 图标), converted to a PNG or JPEG of at most 100 KB.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Icon {
    /// The entry it came from.
    pub entry: String,
    /// Pixels of the original, width and height.
    pub original: (u32, u32),
    /// Pixels of the picture made.
    pub size: (u32, u32),
    /// `image/png` or `image/jpeg`.
    pub media_type: &'static str,
    /// The picture, at most 100 × 1,024 bytes.
    #[serde(skip)]
    pub picture: Vec<u8>,
}

impl std::fmt::Debug for Icon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Icon({}, {:?}, {} bytes)", self.entry, self.size, self.picture.len())
    }
}
