//! `exchange status`: where numbers, files and code tables of the accounts stand, on both sides.

use beian_app::exchange::{AccountStanding, standing_of_account};
use beian_authority::codes::Table;
use beian_store::{DeliveredCodes, FetchedFile, Page};
use serde_json::{Value, json};

use super::{Stop, account, stopped};
use crate::assemble::{Platform, configuration};
use crate::cli::Status;
use crate::config::Source;
use crate::terminal::say;

/// What is told of one account.
struct Told {
    standing: AccountStanding,
    fetched: Option<FetchedFile>,
    unacknowledged: usize,
    tables: Vec<DeliveredCodes>,
}

/// Tells of one account or of all.
pub async fn run(source: &Source, status: &Status) -> anyhow::Result<()> {
    let config = configuration(source)?;
    let names: Vec<String> = match &status.authority {
        Some(name) => vec![account(&config, name)?.name.clone()],
        None => config.authorities.iter().map(|authority| authority.name.clone()).collect(),
    };
    let platform = Platform::open(config).await?;
    let mut all = Vec::new();
    let mut failed = None;
    for name in &names {
        match ask(&platform, name).await {
            Ok(told) => all.push(told),
            Err(error) => failed = Some(error),
        }
    }
    platform.close().await?;
    if let Some(error) = failed {
        return Err(error);
    }
    if status.json {
        let json: Vec<Value> = all.iter().map(as_json).collect();
        say(serde_json::to_string_pretty(&json)?);
    } else if all.is_empty() {
        say("No [authority.<name>] is configured. 没有配置管局账号。");
    } else {
        all.iter().for_each(print);
    }
    let silent: Vec<_> = all.iter().filter(|told| told.standing.their_last.is_err()).collect();
    if silent.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = silent.iter().map(|told| told.standing.name.as_str()).collect();
    Err(Stop::Refused(format!("no answer from: {}. 管局没有应答。", names.join(", "))).into())
}

async fn ask(platform: &Platform, name: &str) -> anyhow::Result<Told> {
    let standing =
        standing_of_account(&platform.app, name).await.map_err(|setback| stopped(setback, name))?;
    let store = &platform.store;
    Ok(Told {
        standing,
        fetched: store.fetched_files(name, Page::first(1)).await?.rows.into_iter().next(),
        unacknowledged: store.unacknowledged(name).await?.len(),
        tables: store.delivered_codes(name).await?,
    })
}

fn print(told: &Told) {
    let standing = &told.standing;
    say(format!("{} (unit 报备单位 {})", standing.name, standing.unit));
    let theirs = match &standing.their_last {
        Ok(last) => last.to_string(),
        Err(error) => format!("unknown, {error}"),
    };
    row("last number 最后序号", format!("ours 我方 {}, theirs 管局 {theirs}", standing.our_last));
    let open = standing.open.map(|open| format!("number {} since {}", open.sequence, moment(open.at)));
    row("on its way 在途文件", open.unwrap_or_else(|| "none 无".to_owned()));
    row("orders waiting 待报订单", standing.waiting);
    let downloads = standing.downloads;
    let oldest =
        downloads.oldest_unacknowledged.map_or_else(String::new, |at| format!(" since {}", moment(at)));
    row(
        "downloads 下载文件",
        format!(
            "unapplied 未处理 {}, unacknowledged 未确认 {}{oldest}",
            downloads.unapplied, told.unacknowledged
        ),
    );
    let leader = standing.leader.as_ref();
    let leader = leader.map(|leader| format!("{} until {}", leader.worker, moment(leader.until)));
    row("who speaks 当前进程", leader.unwrap_or_else(|| "nobody 无".to_owned()));
    let next = standing.next_poll.map_or_else(|| "not scheduled 未安排".to_owned(), moment);
    let last = told.fetched.as_ref();
    let last =
        last.map_or_else(|| "none 无".to_owned(), |file| format!("{} {}", moment(file.at), file.file_name));
    row("polls 轮询", format!("next 下次 {next}, last file 最近文件 {last}"));
    let tables = told.tables.len();
    row("code tables 基础代码", format!("{tables} delivered 已下发"));
    for codes in &told.tables {
        say(format!("    {} {} rows, {}", title(codes), codes.rows, moment(codes.at)));
    }
}

fn row(name: &str, value: impl std::fmt::Display) {
    say(format!("  {name}: {value}"));
}

fn title(codes: &DeliveredCodes) -> String {
    let table = Table::of_wrapper(&codes.name);
    table.map_or_else(|| codes.name.clone(), |table| format!("{} {}", table.wrapper(), table.zh()))
}

fn moment(at: chrono::DateTime<chrono::Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%SZ").to_string()
}

fn as_json(told: &Told) -> Value {
    let standing = &told.standing;
    let open = standing.open.map(|open| json!({ "number": open.sequence, "since": open.at }));
    let leader = standing.leader.as_ref();
    let leader = leader.map(|leader| json!({ "process": leader.worker, "until": leader.until }));
    let last = told.fetched.as_ref().map(|file| json!({ "name": file.file_name, "at": file.at }));
    let tables = told.tables.iter();
    let tables: Vec<_> = tables
        .map(|codes| json!({ "table": codes.name, "rows": codes.rows, "at": codes.at, "file": codes.file_name }))
        .collect();
    json!({
        "authority": standing.name,
        "unit": standing.unit,
        "our_last": standing.our_last,
        "their_last": standing.their_last.as_ref().ok(),
        "no_answer": standing.their_last.as_ref().err().map(ToString::to_string),
        "open": open,
        "waiting_orders": standing.waiting,
        "unapplied": standing.downloads.unapplied,
        "unacknowledged": told.unacknowledged,
        "oldest_unacknowledged": standing.downloads.oldest_unacknowledged,
        "leader": leader,
        "next_poll": standing.next_poll,
        "last_file": last,
        "tables": tables,
    })
}
