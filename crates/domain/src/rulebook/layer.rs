//! Layers: the rule files compiled in, and those a provider lays over them.

use std::collections::BTreeMap;

use crate::region::Province;

/// The name of the layer compiled in.
pub const BUILT_IN: &str = "built-in";

/// Rule files of one origin, by their path in the rulebook: `provinces/beijing.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// What findings call it; for an overlay usually its directory.
    pub name: String,
    /// Text by path.
    pub files: BTreeMap<String, String>,
}

macro_rules! files {
    ($($path:literal)+) => {
        /// Every rule file of the house, by its path in `rulebook/`.
        pub const FILES: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../../../rulebook/", $path))),)+];
    };
}

files! {
    "sources.toml"
    "words.toml"
    "calendar/2024.toml"
    "calendar/2025.toml"
    "calendar/2026.toml"
    "national/defaults.toml"
    "national/domains.toml"
    "national/names.toml"
    "national/law.toml"
    "provinces/anhui.toml"
    "provinces/beijing.toml"
    "provinces/chongqing.toml"
    "provinces/fujian.toml"
    "provinces/gansu.toml"
    "provinces/guangdong.toml"
    "provinces/guangxi.toml"
    "provinces/guizhou.toml"
    "provinces/hainan.toml"
    "provinces/hebei.toml"
    "provinces/heilongjiang.toml"
    "provinces/henan.toml"
    "provinces/hubei.toml"
    "provinces/hunan.toml"
    "provinces/inner-mongolia.toml"
    "provinces/jiangsu.toml"
    "provinces/jiangxi.toml"
    "provinces/jilin.toml"
    "provinces/liaoning.toml"
    "provinces/ningxia.toml"
    "provinces/qinghai.toml"
    "provinces/shaanxi.toml"
    "provinces/shandong.toml"
    "provinces/shanghai.toml"
    "provinces/shanxi.toml"
    "provinces/sichuan.toml"
    "provinces/tianjin.toml"
    "provinces/xinjiang.toml"
    "provinces/xizang.toml"
    "provinces/yunnan.toml"
    "provinces/zhejiang.toml"
    "tables/access-modes.toml"
    "tables/certificates.toml"
    "tables/contents.toml"
    "tables/documents.toml"
    "tables/domains.toml"
    "tables/keywords.toml"
    "tables/languages.toml"
    "tables/name-words.toml"
    "tables/natures.toml"
    "tables/pre-approvals.toml"
    "tables/remarks.toml"
    "tables/resources.toml"
    "rules/access.toml"
    "rules/apps.toml"
    "rules/clauses.toml"
    "rules/contacts.toml"
    "rules/contents.toml"
    "rules/domains.toml"
    "rules/evidence.toml"
    "rules/identity.toml"
    "rules/names.toml"
    "rules/orders.toml"
    "rules/persons.toml"
    "rules/places.toml"
    "rules/quantity.toml"
    "rules/texts.toml"
}

impl Layer {
    /// The layer compiled in.
    pub fn built_in() -> Self {
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        Self { name: BUILT_IN.to_owned(), files }
    }

    /// An overlay with these files.
    pub fn overlay(name: &str, files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { name: name.to_owned(), files: files.into_iter().collect() }
    }
}

/// The path of a province's file.
pub fn province_file(province: Province) -> String {
    format!("provinces/{}.toml", province.slug())
}
