//! `[requests]`: how often one network address may knock at each door.

use beian_web::RequestLimits;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "requests",
    about: &["每个网络地址每分钟的请求数，0 为不限 Requests per minute from one address; 0: no limit"],
    settings: &[
        open("sign_in", "20", &["登录。", "Signing in."]),
        open("sign_up", "6", &["注册。", "Opening accounts."]),
        open("query", "60", &["公共查询。", "The public query."]),
        open("check", "240", &["填写时的即时检查。", "Checks while typing."]),
        open("phone", "60", &["手机上传材料。", "Pictures from phones."]),
        open("inspect", "12", &["App 安装包读取。", "Packages of Apps handed in to be read."]),
    ],
};

/// Reads the section.
pub fn read(reader: &mut Reader) -> RequestLimits {
    let mut number = |key| reader.number(SECTION.name, key, 0..=1_000_000);
    RequestLimits {
        sign_in: number("sign_in"),
        sign_up: number("sign_up"),
        query: number("query"),
        check: number("check"),
        phone: number("phone"),
        inspect: number("inspect"),
    }
}
