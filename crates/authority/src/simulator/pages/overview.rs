//! Everything at a glance: what waits for the operator, each provider's counters, faults, settings.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::frame::{Lang, page};
use super::sorry;
use crate::simulator::Simulator;
use crate::simulator::bureau::Bureau;
use crate::simulator::settings::Settings;
use crate::simulator::state::{Stage, Tag};

/// What the page shows.
struct Glance {
    waiting: usize,
    phone_checks: usize,
    unexamined: usize,
    undelivered: usize,
    subjects: usize,
    blacklisted: usize,
    accounts: Vec<Counters>,
    faults: Vec<String>,
    done: Vec<(String, u64)>,
    random: Option<String>,
    settings: Settings,
}

/// What passed between a provider and the bureau.
struct Counters {
    account: i64,
    uploads: usize,
    queued: usize,
    acknowledged: usize,
    codes: bool,
}

pub(super) async fn show(State(simulator): State<Simulator>, lang: Lang) -> Response {
    let glance = match simulator.run(|bureau| Ok(glance(bureau))).await {
        Ok(glance) => glance,
        Err(error) => return sorry(lang, &error),
    };
    let title = lang.pick("总览", "Overview");
    let body = html! {
        h1 { (title) }
        (tiles(lang, &glance))
        div.card { h2 { (lang.pick("接入商", "Providers")) } (accounts(lang, &glance.accounts)) }
        div.two {
            div.card { h2 { (lang.pick("故障", "Faults")) } (faults(lang, &glance)) }
            div.card { h2 { (lang.pick("设置", "Settings")) } (settings(lang, &glance.settings)) }
        }
    };
    page(lang, title, "/overview", &body)
}

fn glance(bureau: &Bureau<'_>) -> Glance {
    let state = &bureau.state;
    let accounts: Vec<Counters> = state
        .accounts
        .iter()
        .map(|(account, kept)| Counters {
            account: *account,
            uploads: usize::try_from(kept.last_sequence).unwrap_or(0),
            queued: state.outbox.count(&Tag::Undelivered(*account)),
            acknowledged: state.outbox.count(&Tag::Delivered(*account)),
            codes: kept.has_codes,
        })
        .collect();
    let in_stage = |stage: &Stage| state.filings.count(&Tag::Stage(stage.name()));
    let since = bureau.now;
    let fault = |fault: &crate::simulator::faults::Fault| serde_json::to_string(fault).unwrap_or_default();
    Glance {
        waiting: in_stage(&Stage::Waiting { since }),
        phone_checks: in_stage(&Stage::PhoneCheck { since }),
        unexamined: state.uploads.count(&Tag::Unexamined),
        undelivered: accounts.iter().map(|account| account.queued).sum(),
        subjects: state.subjects.len(),
        blacklisted: state.blacklist.len(),
        faults: state.faults.values().map(fault).collect(),
        done: state.done.iter().map(|(name, count)| (name.clone(), *count)).collect(),
        random: state.random.get(&0).map(|random| format!("{} · seed {}", random.order.rate, random.seed)),
        settings: state.settings(),
        accounts,
    }
}

fn tiles(lang: Lang, glance: &Glance) -> Markup {
    let tiles = [
        (glance.waiting, lang.pick("待您审核", "wait for you"), "/"),
        (glance.phone_checks, lang.pick("待短信核验", "in the phone check"), "/phone"),
        (glance.unexamined, lang.pick("上报文件待处理", "files to examine"), "/uploads"),
        (glance.undelivered, lang.pick("下发文件未确认", "files not acknowledged"), "/downloads"),
        (glance.subjects, lang.pick("已备案主体", "subjects filed"), "/"),
        (glance.blacklisted, lang.pick("黑名单条目", "blacklisted"), "/push"),
    ];
    html! {
        ul.tiles {
            @for (count, label, path) in tiles {
                li { a href=(lang.href(path)) { b.num { (count) } span { (label) } } }
            }
        }
    }
}

fn accounts(lang: Lang, accounts: &[Counters]) -> Markup {
    let [account, uploads, queued, acknowledged, codes] = [
        lang.pick("接入商", "Provider"),
        lang.pick("已收上报", "Files received"),
        lang.pick("待取或未确认", "Not acknowledged"),
        lang.pick("已确认", "Acknowledged"),
        lang.pick("基础代码", "Base codes"),
    ];
    html! {
        table {
            thead { tr { @for title in [account, uploads, queued, acknowledged, codes] { th { (title) } } } }
            tbody { @for one in accounts {
                tr {
                    td.num data-label=(account) { (one.account) }
                    td.num data-label=(uploads) { a href=(lang.href("/uploads")) { (one.uploads) } }
                    td.num data-label=(queued) { a href=(lang.href("/downloads")) { (one.queued) } }
                    td.num data-label=(acknowledged) { (one.acknowledged) }
                    td data-label=(codes) { (if one.codes { lang.pick("已下发", "delivered") } else { lang.pick("未下发", "not delivered") }) }
                }
            } }
        }
    }
}

fn faults(lang: Lang, glance: &Glance) -> Markup {
    html! {
        @if glance.faults.is_empty() && glance.random.is_none() {
            p { (lang.pick("没有设置故障。", "None is set.")) }
        }
        @if !glance.faults.is_empty() {
            ul.plain { @for fault in &glance.faults { li { code { (fault) } } } }
        }
        @if let Some(random) = &glance.random {
            p { (lang.pick("随机故障：", "At random: ")) span.num { (random) } }
        }
        @if !glance.done.is_empty() {
            h3 { (lang.pick("已发生", "Done so far")) }
            dl { @for (name, count) in &glance.done { dt { code { (name) } } dd.num { (count) } } }
        }
    }
}

fn settings(lang: Lang, settings: &Settings) -> Markup {
    let yes = |yes: bool| if yes { lang.pick("开", "on") } else { lang.pick("关", "off") };
    let by_hand = lang.pick("由您逐份决定", "by hand").to_owned();
    let approval = match settings.approve_after_seconds {
        0 => by_hand,
        seconds if lang == Lang::Zh => format!("{seconds} 秒后自动"),
        seconds => format!("by itself after {seconds} s"),
    };
    let always = lang.pick("全天", "all day").to_owned();
    let hours = settings.hours.map_or(always, |hours| format!("{}:00–{}:00", hours.from, hours.until));
    let codes = match settings.deliver_codes {
        Some(set) => yes(set),
        None => lang.pick("按启动方式", "as started"),
    };
    html! {
        dl {
            dt { (lang.pick("短信核验", "Phone check")) } dd { (yes(settings.phone_check)) }
            dt { (lang.pick("审核", "Decisions")) } dd { (approval) }
            dt { (lang.pick("服务时间", "Hours")) } dd.num { (hours) }
            dt { (lang.pick("维护时段", "Maintenance")) } dd.num { (settings.maintenance.len()) }
            dt { (lang.pick("待处理文件上限", "Files that may wait")) } dd.num { (settings.limits.waiting_files) }
            dt { (lang.pick("首次下载时下发基础代码", "Base codes at the first download")) } dd { (codes) }
        }
        p.small { (lang.pick("用控制接口修改：", "Changed over the control interface: ")) code { "POST /control/settings" } }
    }
}
