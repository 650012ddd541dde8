//! `[work]`: how background jobs are run.

use beian_app::settings::Work;

use super::reader::Reader;
use super::setting::{Section, open};

/// The section.
pub static SECTION: Section = Section {
    name: "work",
    about: &["后台任务 Background work"],
    settings: &[
        open("concurrency", "4", &["同时运行的任务数。", "Jobs at the same time."]),
        open(
            "lease_seconds",
            "120",
            &[
                "任务的租期；进程停掉后，别的进程过这么久接手。",
                "How long a job belongs to its worker; after that another takes over.",
            ],
        ),
        open(
            "retry_seconds",
            "5",
            &[
                "第一次失败后等待的秒数，之后逐次加倍。",
                "The wait after the first failure; doubles with each.",
            ],
        ),
        open(
            "retry_most_seconds",
            "1800",
            &["两次尝试之间最长的等待。", "The longest wait between two attempts."],
        ),
        open(
            "max_attempts",
            "20",
            &[
                "失败多少次后放弃，转给专员处理。",
                "After how many failures a job is given up and waits for staff.",
            ],
        ),
        open(
            "poll_seconds",
            "60",
            &["每隔多久向管局取一次结果。", "How often each authority is asked for news."],
        ),
    ],
};

/// Reads the section; the process gives itself a name in leases later.
pub fn read(reader: &mut Reader) -> Work {
    let name = SECTION.name;
    Work {
        concurrency: reader.number::<i64>(name, "concurrency", 1..=256).try_into().unwrap_or(1),
        lease: reader.seconds(name, "lease_seconds", 2..=3600),
        backoff: reader.seconds(name, "retry_seconds", 1..=3600),
        backoff_cap: reader.seconds(name, "retry_most_seconds", 1..=86_400),
        max_attempts: reader.number(name, "max_attempts", 1..=1000),
        poll_every: reader.seconds(name, "poll_seconds", 1..=86_400),
        ..Work::default()
    }
}
