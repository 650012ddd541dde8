//! `[provider]`: who runs the platform, as pages and notices name it.

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "provider",
    about: &["接入服务提供者 The access provider"],
    settings: &[
        open(
            "name",
            "\"示例云\"",
            &["接入商名称，显示在页面和通知里。", "Your name, as pages and notices show it."],
        ),
        open(
            "contact",
            "\"请在配置中填写客服电话 (set provider.contact)\"",
            &["客户求助的电话或邮箱。", "Where customers get help: a phone number or an e-mail address."],
        ),
        open(
            "filing_number",
            "\"\"",
            &[
                "本站自己的备案号，显示在页脚。",
                "The filing number of this site itself, for the foot of its pages.",
            ],
        ),
        open(
            "notice_language",
            "\"zh-CN\"",
            &["通知（邮件、短信）的语言：zh-CN 或 en。", "The language of notices: zh-CN or en."],
        ),
    ],
};

/// Who runs the platform.
#[derive(Debug)]
pub struct Provider {
    /// Its name.
    pub name: String,
    /// Where customers get help.
    pub contact: String,
    /// The filing number of this site itself.
    pub filing_number: Option<String>,
    /// `zh-CN` or `en`.
    pub notice_language: &'static str,
}

impl Provider {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let name = SECTION.name;
        Self {
            name: reader.needed(name, "name", "write your company's name"),
            contact: reader.needed(name, "contact", "write a phone number or an e-mail address"),
            filing_number: Some(reader.text(name, "filing_number")).filter(|number| !number.is_empty()),
            notice_language: reader.choice(name, "notice_language", &[("zh-CN", "zh-CN"), ("en", "en")]),
        }
    }
}
