//! The effective configuration as a file that can be read again, except for masked secrets.

use beian_authority::soap::Method;
use config::{Value, ValueKind};

use super::reader::Reader;
use super::setting::{Section, Setting};
use super::{SECTIONS, authority, method};

const HEAD: &str = "\
# Beian 备案：当前生效的配置。每一项都有默认值；只写需要改的即可。
# The configuration in effect. Everything has a default; write only what differs.
# 环境变量优先于文件 The environment wins over the file: BEIAN__SECTION__KEY=value
# 密钥类设置可以用 <名称>_file 指向文件 Secrets can be read from a file: <name>_file = \"path\"
";
const MASK: &str = "******";

/// The whole file.
pub fn file(reader: &Reader) -> String {
    let mut text = HEAD.to_owned();
    for section in SECTIONS {
        text.push_str(&printed(reader, section, section.name, true));
    }
    let authorities = reader.authorities();
    if authorities.is_empty() {
        text.push_str(&printed(reader, &authority::SECTION, "authority.example", false));
        text.push_str(&printed(reader, &method::SECTION, "authority.example.isp_upload", false));
    }
    for name in authorities {
        let section = format!("authority.{name}");
        text.push_str(&printed(reader, &authority::SECTION, &section, true));
        let sections = Method::ALL.map(|method| method::section_name(&section, method.name()));
        for section in sections.iter().filter(|section| reader.has(section)) {
            text.push_str(&printed(reader, &method::SECTION, section, true));
        }
    }
    text
}

/// One section; one that is not in effect is printed as comments.
fn printed(reader: &Reader, section: &Section, name: &str, in_effect: bool) -> String {
    let mark = if in_effect { "" } else { "# " };
    let mut text = String::from("\n");
    for line in section.about {
        text.push_str(&format!("# {line}\n"));
    }
    text.push_str(&format!("{mark}[{name}]\n"));
    for setting in section.settings {
        for line in setting.about {
            text.push_str(&format!("# {line}\n"));
        }
        text.push_str(&format!(
            "{mark}{} = {}\n",
            setting.name,
            shown(reader.value(name, setting.name), setting)
        ));
    }
    text
}

/// The value as TOML, and where it comes from when it is not the default.
fn shown(value: Option<&Value>, setting: &Setting) -> String {
    let Some(value) = value else { return setting.default.to_owned() };
    let text = if setting.secret && !is_empty(value) { format!("{MASK:?}") } else { toml(value) };
    match value.origin() {
        Some(origin) => format!("{text}  # {origin}"),
        None => text,
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(&value.kind, ValueKind::String(text) if text.is_empty())
}

fn toml(value: &Value) -> String {
    if let ValueKind::Array(values) = &value.kind {
        return format!("[{}]", values.iter().map(toml).collect::<Vec<_>>().join(", "));
    }
    if let ValueKind::String(text) = &value.kind {
        // Rust escapes text as TOML does, except for characters no setting needs.
        return format!("{text:?}");
    }
    value.kind.to_string()
}
