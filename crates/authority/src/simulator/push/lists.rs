//! Lists: blacklisted subjects and sites, illegal access, unfiled sites.

use super::FieldError;
use super::fields::{Choice, Field, Given, Input, may, must};
use super::kinds::{ACCOUNT, Documents, Group, Kind, REMARK, icp_each};
use crate::codes::Table;
use crate::codes::base::Province;
use crate::message::download::IcpDownload;
use crate::message::download::icp::blacklists::{
    Blacklists, Certificate, Domain, Service, ServiceEntry, Subject, SubjectEntry,
};
use crate::message::download::icp::illegal_access::{IllegalAccess, IllegalEntry};
use crate::message::download::icp::unfiled_sites::{UnfiledSite, UnfiledSites};
use crate::simulator::asked::UnfiledSite as Asked;
use crate::simulator::blacklist::Banned;
use crate::simulator::bureau::Bureau;
use crate::value::WireTime;

const OPERATION: Field = must(
    ["operation", "Czlx", "操作", "Operation"],
    Input::Choice(&[
        Choice { word: "add", value: 0, zh: "增加", en: "Add" },
        Choice { word: "change", value: 1, zh: "修改", en: "Change" },
        Choice { word: "delete", value: 2, zh: "删除", en: "Delete" },
    ]),
    "add",
);

/// HMDLB 主体黑名单.
pub(super) const SUBJECT_BLACKLIST: Kind = Kind {
    name: "subject-blacklist",
    group: Group::Lists,
    zh: "主体黑名单",
    en: "Blacklisted subject",
    fields: &[
        OPERATION,
        must(["name", "Dwmc", "单位名称", "Name"], Input::Text, "深圳示例失信科技有限公司"),
        may(["nature", "Dwxz", "单位性质", "Nature"], Input::Code(Table::Natures), "4"),
        must(
            ["certificate_kind", "Zjlx", "证件类型", "Certificate type"],
            Input::Code(Table::CertificateTypes),
            "1",
        ),
        must(
            ["certificate_number", "Zjhm", "证件号码", "Certificate number"],
            Input::Text,
            "91440300MA5000998M",
        ),
        Field { sample: "因违法违规被列入黑名单", ..REMARK },
        ACCOUNT,
    ],
    build: subject_blacklist,
};

/// HMDLB 网站黑名单.
pub(super) const SITE_BLACKLIST: Kind = Kind {
    name: "site-blacklist",
    group: Group::Lists,
    zh: "网站黑名单",
    en: "Blacklisted site",
    fields: &[
        OPERATION,
        must(["name", "Wzmc", "网站名称", "Name"], Input::Text, "示例违规网"),
        must(["domains", "Ym", "域名（逗号分隔）", "Domains (commas)"], Input::Text, "banned.example"),
        may(["home_url", "Syurl", "首页网址", "Home page"], Input::Text, "www.banned.example"),
        Field { sample: "因违法违规被关闭", ..REMARK },
        ACCOUNT,
    ],
    build: site_blacklist,
};

/// FFJRHMD 非法接入黑名单.
pub(super) const ILLEGAL_ACCESS: Kind = Kind {
    name: "illegal-access",
    group: Group::Lists,
    zh: "非法接入黑名单",
    en: "Illegal access",
    fields: &[
        must(["domain", "Ym", "域名", "Domain"], Input::Text, "illegal.example"),
        must(["ip", "Ip", "IP 地址", "Address"], Input::Address, "203.0.113.66"),
        may(
            ["provider", "Zjjrz", "直接接入者（不填则为收件人）", "Provider (the recipient if empty)"],
            Input::Number,
            "",
        ),
        must(["province", "Szs", "所在省", "Province"], Input::Number, "440000"),
        may(["seen", "Dqjcsj", "检测时间（不填则为现在）", "Seen (now if empty)"], Input::Moment, ""),
        REMARK,
        ACCOUNT,
    ],
    build: illegal_access,
};

/// WBAWZLB 未备案网站.
pub(super) const UNFILED_SITE: Kind = Kind {
    name: "unfiled-site",
    group: Group::Lists,
    zh: "未备案网站",
    en: "Unfiled site",
    fields: &[
        must(["domain", "Wzym_mc", "域名", "Domain"], Input::Text, "unfiled.example"),
        must(["ip", "IP", "IP 地址", "Address"], Input::Address, "203.0.113.77"),
        must(["carrier", "Yys", "运营商", "Carrier"], Input::Code(Table::FilingUnits), "1"),
        may(["deadline", "Bz", "处理期限", "Deadline"], Input::Moment, "2025-12-31"),
        may(
            ["provider", "Jrs", "接入商（不填则为收件人）", "Provider (the recipient if empty)"],
            Input::Number,
            "",
        ),
        may(["province", "Sssh", "所属省", "Province"], Input::Number, "440000"),
        may(["languages", "Yylb_id", "语言（编号，逗号分隔）", "Languages (ids, commas)"], Input::Text, "1"),
        may(["times_seen", "Jccs", "检测次数", "Times seen"], Input::Number, "3"),
        may(["first_seen", "Scjcsj", "首次检测时间", "First seen"], Input::Moment, ""),
        may(
            ["last_seen", "Dqjcsj", "当前检测时间（不填则为现在）", "Last seen (now if empty)"],
            Input::Moment,
            "",
        ),
        REMARK,
        ACCOUNT,
    ],
    build: unfiled_site,
};

/// Enters, changes or removes what must not be filed.
fn follow(bureau: &mut Bureau<'_>, banned: Banned, given: &Given) -> Result<(), FieldError> {
    let reason = given.maybe("remark").unwrap_or_default();
    if bureau.state.blacklist.follow(banned, given.number("operation")?, &reason) {
        Ok(())
    } else {
        Err(FieldError::new("operation", "it is not on the list"))
    }
}

fn subject_blacklist(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let certificate =
        Certificate { kind: given.number("certificate_kind")?, number: given.text("certificate_number")? };
    follow(bureau, Banned::subject(certificate.kind, &certificate.number), given)?;
    let subject = Subject { name: given.text("name")?, nature: given.maybe_number("nature"), certificate };
    let entry = SubjectEntry {
        subject: Some(subject),
        operation: given.number("operation")?,
        remark: given.maybe("remark"),
    };
    let blacklists = Blacklists { subjects: vec![entry], services: Vec::new() };
    Ok(icp_each(accounts, |_| IcpDownload { blacklists: Some(blacklists.clone()), ..IcpDownload::default() }))
}

fn site_blacklist(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let domains = given.list("domains");
    for domain in &domains {
        follow(bureau, Banned::domain(domain), given)?;
    }
    let entry = ServiceEntry {
        service: Service {
            name: given.text("name")?,
            domains: domains.into_iter().map(|name| Domain { name }).collect(),
            home_url: given.maybe("home_url"),
        },
        operation: given.number("operation")?,
        remark: given.maybe("remark"),
    };
    let blacklists = Blacklists { subjects: Vec::new(), services: vec![entry] };
    Ok(icp_each(accounts, |_| IcpDownload { blacklists: Some(blacklists.clone()), ..IcpDownload::default() }))
}

/// A new bureau id in the province of a region; Beijing's where the region is none.
fn draw_id(bureau: &mut Bureau<'_>, region: i64) -> i64 {
    const BEIJING: i64 = 110_000;
    let province = Province::of_region(region).or_else(|| Province::of_region(BEIJING));
    province.map_or(0, |province| bureau.state.draw_id(province))
}

fn illegal_access(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let province = given.number("province")?;
    let entry = IllegalEntry {
        bureau_id: draw_id(bureau, province),
        domain: given.text("domain")?,
        address: given.address("ip")?,
        provider: 0,
        province,
        last_seen: given.moment("seen").unwrap_or(WireTime::from_utc(bureau.now)),
        remark: given.maybe("remark"),
    };
    let told = given.maybe_number("provider");
    Ok(icp_each(accounts, |account| {
        let entries = vec![IllegalEntry { provider: told.unwrap_or(account), ..entry.clone() }];
        IcpDownload { illegal_access: Some(IllegalAccess { entries }), ..IcpDownload::default() }
    }))
}

fn unfiled_site(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let languages = given.list("languages").into_iter().map(|id| {
        let wrong = |_| FieldError::new("languages", format!("{id:?} is no number"));
        id.parse().map_err(wrong)
    });
    let province = given.maybe_number("province");
    let site = UnfiledSite {
        bureau_id: draw_id(bureau, province.unwrap_or(0)),
        domain: given.text("domain")?,
        languages: languages.collect::<Result<_, FieldError>>()?,
        address: given.address("ip")?,
        last_seen: Some(given.moment("last_seen").unwrap_or(WireTime::from_utc(bureau.now))),
        times_seen: given.maybe_number("times_seen"),
        province,
        first_seen: given.moment("first_seen"),
        provider: None,
        carrier: given.number("carrier")?,
        remark: deadline(given),
    };
    for account in accounts {
        let key = (*account, site.domain.trim().to_ascii_lowercase());
        bureau.state.unfiled_sites.insert(key, Asked::default());
    }
    let told = given.maybe_number("provider");
    Ok(icp_each(accounts, |account| {
        let sites = vec![UnfiledSite { provider: Some(told.unwrap_or(account)), ..site.clone() }];
        IcpDownload { unfiled_sites: Some(UnfiledSites { sites }), ..IcpDownload::default() }
    }))
}

/// The remark with the deadline: the interface has no field for one.
fn deadline(given: &Given) -> Option<String> {
    let by = given.maybe("deadline").map(|by| format!("请于 {by} 前处理并上报处理结果。"));
    let parts: Vec<String> = by.into_iter().chain(given.maybe("remark")).collect();
    (!parts.is_empty()).then(|| parts.concat())
}
