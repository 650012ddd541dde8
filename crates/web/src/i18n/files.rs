//! The files of sentences that are compiled in. A new file is one line here and a file per language.

/// One area of sentences in every language, in the order of [`super::Lang::ALL`].
pub(super) struct Area {
    /// The file's name without `.ftl`; every key in it starts with it.
    pub(super) name: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

macro_rules! areas {
    ($($area:literal),* $(,)?) => {
        /// Every area of sentences.
        pub(super) const AREAS: &[Area] = &[$(Area {
            name: $area,
            zh: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/zh-CN/", $area, ".ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/en/", $area, ".ftl")),
        }),*];
    };
}

areas! {
    "account",
    "api",
    "checking",
    "console",
    "design",
    "desk",
    "exchange",
    "field",
    "form",
    "inspect",
    "invalid",
    "job",
    "journal",
    "lessons",
    "letter",
    "notice",
    "order",
    "public",
    "reason",
    "refused",
    "resource",
    "rules",
    "stage",
    "supervision",
    "table",
    "ui",
}
