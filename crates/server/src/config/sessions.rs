//! `[sessions]`: how long people stay signed in.

use std::time::Duration;

use beian_app::settings::Sessions;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "sessions",
    about: &["登录 Signing in"],
    settings: &[
        open(
            "customer_hours",
            "24",
            &[
                "客户无操作多久后需要重新登录。",
                "Customers are signed out after so long without doing anything.",
            ],
        ),
        open("staff_hours", "10", &["专员无操作多久后需要重新登录。", "Staff likewise."]),
    ],
};

/// Reads the section.
pub fn read(reader: &mut Reader) -> Sessions {
    let mut hours = |key| Duration::from_hours(reader.number(SECTION.name, key, 1..=720));
    Sessions { customer: hours("customer_hours"), staff: hours("staff_hours") }
}
