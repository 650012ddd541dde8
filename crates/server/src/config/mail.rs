//! `[mail]`: how mail leaves.

use beian_app::notices::MailSettings;

use super::data::Data;
use super::reader::Reader;
use super::setting::{Section, open, secret};

/// The section.
pub static SECTION: Section = Section {
    name: "mail",
    about: &["邮件 Mail"],
    settings: &[
        open(
            "route",
            "\"file\"",
            &[
                "off：不发；file：写成文件（数据目录下 outbox/mail）；smtp：由邮件服务器发送。",
                "off: none; file: into outbox/mail below the data directory; smtp: through a mail server.",
            ],
        ),
        open("from", "\"Beian <beian@example.cn>\"", &["发件人。", "The sender."]),
        secret(
            "url",
            &[
                "邮件服务器：smtps://用户:密码@主机，或 smtp://主机:587?tls=required（特殊字符用 %xx）。",
                "The mail server: smtps://user:password@host, or smtp://host:587?tls=required (special characters as %xx).",
            ],
        ),
        open("url_file", "\"\"", &["从文件读取上面的地址。", "A file to read the address from."]),
    ],
};

#[derive(Clone, Copy)]
enum Route {
    Off,
    File,
    Smtp,
}

/// Reads the section.
pub fn read(reader: &mut Reader, data: &Data) -> MailSettings {
    let name = SECTION.name;
    let routes = [("off", Route::Off), ("file", Route::File), ("smtp", Route::Smtp)];
    let route = reader.choice(name, "route", &routes);
    let from = reader.needed(name, "from", "write the address notices come from");
    match route {
        Route::Off => MailSettings::Off,
        Route::File => MailSettings::Outbox { dir: data.outbox().join("mail"), from },
        Route::Smtp => {
            let url = reader.secret(name, "url");
            if !url.starts_with("smtps://") && !url.starts_with("smtp://") {
                let remedy = "write smtps://user:password@host, or choose route = \"file\"";
                reader.problem(name, "url", "is not the address of a mail server", remedy);
            }
            MailSettings::Smtp { url, from }
        }
    }
}
