//! Console, staff desk, API and public pages.

pub mod assets;
pub mod design;
pub mod i18n;
pub mod ui;
