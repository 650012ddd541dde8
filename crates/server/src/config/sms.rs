//! `[sms]`: how short messages leave.

use beian_app::notices::SmsSettings;

use super::data::Data;
use super::reader::Reader;
use super::setting::{Section, open, secret};

/// The section.
pub static SECTION: Section = Section {
    name: "sms",
    about: &["短信 SMS"],
    settings: &[
        open(
            "route",
            "\"file\"",
            &[
                "off：不发；file：写成文件（outbox/sms）；http：向短信服务 POST JSON，以 HMAC-SHA256 签名。",
                "off: none; file: into outbox/sms; http: JSON by POST to a provider, signed with HMAC-SHA256.",
            ],
        ),
        open("url", "\"\"", &["短信服务的地址。", "The provider's address."]),
        open(
            "sign",
            "\"\"",
            &["短信签名，放在正文前的名称。", "The sender's name that stands before the text."],
        ),
        secret("key", &["签名密钥。", "The key that signs."]),
        open("key_file", "\"\"", &["从文件读取签名密钥。", "A file to read the key from."]),
    ],
};

#[derive(Clone, Copy)]
enum Route {
    Off,
    File,
    Http,
}

/// Reads the section.
pub fn read(reader: &mut Reader, data: &Data) -> SmsSettings {
    let name = SECTION.name;
    let routes = [("off", Route::Off), ("file", Route::File), ("http", Route::Http)];
    match reader.choice(name, "route", &routes) {
        Route::Off => SmsSettings::Off,
        Route::File => SmsSettings::Outbox { dir: data.outbox().join("sms") },
        Route::Http => {
            let url = reader.needed(name, "url", "write the provider's address, or choose route = \"file\"");
            let key = reader.secret(name, "key");
            if key.is_empty() {
                reader.problem(name, "key", "is empty", "write it, or name its file in key_file");
            }
            SmsSettings::Http { url, key, sign: reader.text(name, "sign") }
        }
    }
}
