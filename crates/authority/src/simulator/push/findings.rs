//! What inspections of filings found (核查结果): wrong subjects, wrong accesses, empty shells, dead sites.

pub(super) mod addresses;

use super::FieldError;
use super::fields::{Choice, Field, Given, Input, may, must};
use super::kinds::{ACCOUNT, Documents, Each, Group, Kind, REMARK, icp_each};
use crate::codes::Table;
use crate::message::download::IcpDownload;
use crate::message::download::basj;
use crate::message::download::icp::inspections::{
    AccessFinding, Findings, Inspections, LivenessFinding, ShellFinding, SubjectFinding,
};
use crate::simulator::bureau::Bureau;
use crate::value::WireTime;

const INSPECTED: Field =
    may(["inspected", "Hcsj", "核查时间（不填则为现在）", "Inspected (now if empty)"], Input::Moment, "");

const SERVICE_NUMBER: Field = must(
    ["number", "Wz_Baxh", "网站备案号", "Filing number of the service"],
    Input::Text,
    "粤ICP备2025000001号-1",
);

const SERVICE_ID: Field = may(
    ["bureau_id", "Wzid", "网站 ID（不填则按备案号查）", "Bureau id (by the number if empty)"],
    Input::Number,
    "",
);

/// HCJG 主体核查.
pub(super) const SUBJECT: Kind = Kind {
    name: "subject-inspection",
    group: Group::Filings,
    zh: "主体核查",
    en: "Inspection of a subject",
    fields: &[
        may(
            ["number", "", "主体备案号（已备案则其余可不填）", "Filing number (fills the rest if filed)"],
            Input::Text,
            "粤ICP备2025000001号",
        ),
        may(["bureau_id", "Ztid", "主体 ID", "Bureau id"], Input::Number, ""),
        may(["name", "Dwmc", "单位名称", "Name"], Input::Text, ""),
        may(
            ["certificate_kind", "Zjlx", "证件类型", "Certificate type"],
            Input::Code(Table::CertificateTypes),
            "",
        ),
        may(["certificate_number", "Zjhm", "证件号码", "Certificate number"], Input::Text, ""),
        may(["fault", "Cwyy", "错误原因", "What is wrong"], Input::Long, "单位名称与营业执照不一致"),
        REMARK,
        ACCOUNT,
    ],
    build: subject,
};

/// HCJG 接入核查.
pub(super) const ACCESS: Kind = Kind {
    name: "access-inspection",
    group: Group::Filings,
    zh: "接入核查",
    en: "Inspection of an access",
    fields: &[
        must(
            ["finding", "Hcjg", "核查结果", "Finding"],
            Input::Choice(&[
                Choice { word: "not-connected", value: 1, zh: "多报", en: "Filed, not connected" },
                Choice { word: "not-filed", value: 2, zh: "少报", en: "Connected, not filed" },
            ]),
            "not-connected",
        ),
        SERVICE_NUMBER,
        SERVICE_ID,
        may(["domain", "Ym", "域名", "Domain"], Input::Text, "shop1.example"),
        may(
            ["resolved", "Jxip", "解析 IP（少报必填）", "Resolves to (for connected, not filed)"],
            Input::Address,
            "",
        ),
        may(["filed_by", "Bbisp", "报备接入商", "Filed by provider"], Input::Number, ""),
        may(["access_id", "Jrid", "接入 ID", "Bureau id of the access"], Input::Number, ""),
        INSPECTED,
        REMARK,
        ACCOUNT,
    ],
    build: access,
};

/// HCJG 空壳网站核查.
pub(super) const SHELL: Kind = Kind {
    name: "shell-inspection",
    group: Group::Filings,
    zh: "空壳网站核查",
    en: "Inspection of an empty shell",
    fields: &[
        must(
            ["finding", "Hcjg", "核查结果", "Finding"],
            Input::Choice(&[
                Choice { word: "alive", value: 0, zh: "存活", en: "Alive" },
                Choice { word: "dead", value: 1, zh: "死亡", en: "Dead" },
            ]),
            "dead",
        ),
        SERVICE_NUMBER,
        SERVICE_ID,
        may(["home_url", "Syurl", "首页网址", "Home page"], Input::Text, "www.shop1.example"),
        INSPECTED,
        REMARK,
        ACCOUNT,
    ],
    build: shell,
};

/// HCJG 网站存活.
pub(super) const LIVENESS: Kind = Kind {
    name: "liveness-inspection",
    group: Group::Filings,
    zh: "网站存活核查",
    en: "Inspection whether a site is alive",
    fields: &[
        SERVICE_NUMBER,
        SERVICE_ID,
        may(["home_url", "Syurl", "首页网址", "Home page"], Input::Text, "www.shop1.example"),
        INSPECTED,
        Field { sample: "连续三次无法访问", ..REMARK },
        ACCOUNT,
    ],
    build: liveness,
};

fn icp(accounts: &[i64], findings: &Findings) -> Each {
    icp_each(accounts, |_| IcpDownload {
        inspections: Some(Inspections { findings: findings.clone() }),
        ..IcpDownload::default()
    })
}

fn inspected(bureau: &Bureau<'_>, given: &Given) -> WireTime {
    given.moment("inspected").unwrap_or(WireTime::from_utc(bureau.now))
}

/// Bureau id and filing number of the service that was inspected.
fn service(bureau: &Bureau<'_>, given: &Given) -> Result<(i64, String), crate::simulator::SimulatorError> {
    let number = given.text("number")?;
    if let Some(id) = given.maybe_number("bureau_id") {
        return Ok((id, number));
    }
    match bureau.state.with_service_number(&number) {
        Some((_, service)) => Ok((service.bureau_id, number)),
        None => {
            Err(FieldError::new("bureau_id", "no service is filed under the number, so it is needed").into())
        }
    }
}

/// The subject with a number, as far as it is in the register.
fn subject_of(
    bureau: &Bureau<'_>,
    number: Option<String>,
) -> Result<Option<basj::Subject>, crate::simulator::SimulatorError> {
    let Some(number) = number else { return Ok(None) };
    match bureau.state.with_subject_number(&number) {
        Some(subject) => Ok(Some(subject.filing.subject.clone())),
        None => Err(FieldError::new("number", "no subject is filed under it").into()),
    }
}

fn subject(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let filed = subject_of(bureau, given.maybe("number"))?;
    let filed = filed.as_ref();
    let missing = |name: &'static str| move || FieldError::new(name, "is missing");
    let id = given.maybe_number("bureau_id").or(filed.map(|filed| filed.bureau_id));
    let name = given.maybe("name").or(filed.map(|filed| filed.name.clone()));
    let kind = given.maybe_number("certificate_kind").or(filed.map(|filed| filed.certificate.kind));
    let number = given.maybe("certificate_number").or(filed.map(|filed| filed.certificate.number.clone()));
    let finding = SubjectFinding {
        bureau_id: id.ok_or_else(missing("bureau_id"))?,
        name: name.ok_or_else(missing("name"))?,
        certificate_kind: kind.ok_or_else(missing("certificate_kind"))?,
        certificate_number: number.ok_or_else(missing("certificate_number"))?,
        fault: given.maybe("fault"),
        remark: given.maybe("remark"),
    };
    Ok(icp(accounts, &Findings { subjects: vec![finding], ..Findings::default() }))
}

fn access(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (service_bureau_id, service_number) = service(bureau, given)?;
    let (finding, resolved) = (given.number("finding")?, given.maybe_address("resolved"));
    match (finding, resolved) {
        (1, Some(_)) => {
            return Err(FieldError::new("resolved", "belongs to what is connected and not filed").into());
        }
        (2, None) => return Err(FieldError::new("resolved", "is missing").into()),
        _ => {}
    }
    let finding = AccessFinding {
        service_bureau_id,
        service_number,
        domain: given.maybe("domain"),
        resolved,
        filed_by: given.maybe_number("filed_by"),
        finding,
        inspected: inspected(bureau, given),
        bureau_id: given.maybe_number("access_id"),
        remark: given.maybe("remark"),
    };
    Ok(icp(accounts, &Findings { accesses: vec![finding], ..Findings::default() }))
}

fn shell(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (bureau_id, number) = service(bureau, given)?;
    let finding = ShellFinding {
        bureau_id,
        number,
        finding: given.number("finding")?,
        inspected: inspected(bureau, given),
        home_url: given.maybe("home_url"),
        remark: given.maybe("remark"),
    };
    Ok(icp(accounts, &Findings { shells: vec![finding], ..Findings::default() }))
}

fn liveness(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (bureau_id, number) = service(bureau, given)?;
    let finding = LivenessFinding {
        bureau_id,
        number,
        home_url: given.maybe("home_url"),
        inspected: inspected(bureau, given),
        remark: given.maybe("remark"),
    };
    Ok(icp(accounts, &Findings { liveness: vec![finding], ..Findings::default() }))
}
