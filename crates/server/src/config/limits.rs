//! `[limits]`: caps on what strangers may do.

use std::time::Duration;

use beian_app::settings::Limits;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "limits",
    about: &["限制 Limits"],
    settings: &[
        open(
            "failures_per_email",
            "5",
            &[
                "同一邮箱在同一网络输错多少次密码后，该网络暂不能登录它；各处合计十倍则锁定。",
                "Wrong passwords for one e-mail address from one network before it waits; ten times from anywhere.",
            ],
        ),
        open(
            "failures_per_address",
            "20",
            &[
                "同一网络地址密码输错多少次后锁定。",
                "Wrong passwords from one network address before it is locked.",
            ],
        ),
        open("lock_out_minutes", "15", &["锁定多久。", "For how long."]),
        open(
            "running_orders",
            "50",
            &["一个账号同时进行中的订单数。", "Orders of one account that have not ended."],
        ),
        open("pictures", "30", &["一个订单的图片数。", "Pictures in one order."]),
        open(
            "answer_characters",
            "60000",
            &["一个订单全部填写内容的字数。", "Characters in all answers of one order."],
        ),
        open(
            "places",
            "5",
            &["清单未写明时一台服务器的备案名额。", "Places of a server whose inventory names none."],
        ),
        open(
            "hashing",
            "4",
            &[
                "同时计算的密码摘要数，每个占 19 MiB 内存。",
                "Passwords hashed at the same time; each takes 19 MiB.",
            ],
        ),
    ],
};

/// Reads the section.
pub fn read(reader: &mut Reader) -> Limits {
    let name = SECTION.name;
    let size =
        |reader: &mut Reader, key, within| reader.number::<i64>(name, key, within).try_into().unwrap_or(1);
    Limits {
        failures_per_email: reader.number(name, "failures_per_email", 1..=1000),
        failures_per_address: reader.number(name, "failures_per_address", 1..=100_000),
        lock_out: Duration::from_mins(reader.number(name, "lock_out_minutes", 1..=1440)),
        running_orders: reader.number(name, "running_orders", 1..=1_000_000),
        pictures: size(reader, "pictures", 10..=200),
        answer_characters: size(reader, "answer_characters", 20_000..=1_000_000),
        places: reader.number(name, "places", 1..=1000),
        hashing: size(reader, "hashing", 1..=256),
    }
}
