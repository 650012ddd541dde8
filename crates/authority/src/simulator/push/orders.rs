//! What a provider is to do or to know: filings to verify, notices, cancellations.

use super::FieldError;
use super::fields::{Choice, Field, Given, Input, may, must};
use super::kinds::{ACCOUNT, Documents, Group, Kind, REMARK, icp_each};
use crate::message::download::icp::cancellations::{Cancellation, Cancellations};
use crate::message::download::icp::notices::{Notice, Notices};
use crate::message::download::icp::verification_tasks as task;
use crate::message::download::icp::verification_tasks::VerificationTasks;
use crate::message::download::{IcpDownload, basj};
use crate::simulator::asked::OpenTask;
use crate::simulator::bureau::Bureau;
use crate::simulator::register::FiledSubject;

const ABOUT: &[Choice] = &[
    Choice { word: "subject", value: 0, zh: "主体", en: "Subject" },
    Choice { word: "service", value: 1, zh: "网站", en: "Service" },
];

const CANCELLED: &[Choice] =
    &[ABOUT[0], ABOUT[1], Choice { word: "access", value: 2, zh: "接入", en: "Access" }];

/// HSRW 核实任务.
pub(super) const VERIFICATION_TASK: Kind = Kind {
    name: "verification-task",
    group: Group::Orders,
    zh: "核实任务",
    en: "Filing to verify",
    fields: &[
        must(
            ["number", "", "备案号（主体或网站，须已备案）", "Filing number (subject or service, filed)"],
            Input::Text,
            "粤ICP备2025000001号",
        ),
        must(
            ["filed_by", "Bbyhlx", "报备用户", "Filed by"],
            Input::Choice(&[
                Choice { word: "organiser", value: 0, zh: "自行报备", en: "The organiser" },
                Choice { word: "provider", value: 1, zh: "代为报备", en: "A provider" },
            ]),
            "organiser",
        ),
        Field { sample: "请核实后上报核实结果", ..REMARK },
        ACCOUNT,
    ],
    build: verification_task,
};

/// XGTZ 相关通知.
pub(super) const NOTICE: Kind = Kind {
    name: "notice",
    group: Group::Orders,
    zh: "整改通知",
    en: "Notice to put right",
    fields: &[
        must(["about", "Tzlb", "通知类别", "About"], Input::Choice(ABOUT), "subject"),
        may(["number", "Baxh", "备案号", "Filing number"], Input::Text, "粤ICP备2025000001号"),
        may(["bureau_id", "Jlid", "记录 ID", "Bureau id"], Input::Number, ""),
        must(["text", "Tznr", "通知内容", "Text"], Input::Long, "主体证件即将到期，请在 30 日内变更备案。"),
        REMARK,
        ACCOUNT,
    ],
    build: notice,
};

/// ZXSJ 注销数据.
pub(super) const CANCELLATION: Kind = Kind {
    name: "cancellation",
    group: Group::Orders,
    zh: "注销数据",
    en: "Cancellation",
    fields: &[
        must(["what", "Zxlb", "注销类别", "What"], Input::Choice(CANCELLED), "service"),
        may(
            ["number", "", "备案号（主体或网站）", "Filing number (subject or service)"],
            Input::Text,
            "粤ICP备2025000001号-1",
        ),
        may(
            ["bureau_id", "Jlid", "记录 ID（不填则按备案号查）", "Bureau id (by the number if empty)"],
            Input::Number,
            "",
        ),
        REMARK,
        ACCOUNT,
    ],
    build: cancellation,
};

fn verification_task(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let number = given.text("number")?;
    let found = bureau.state.with_number(&number).map(|subject| subject.filing.0.clone());
    let mut filing = found.ok_or_else(|| FieldError::new("number", "nothing is filed under it"))?;
    if let Some((_, service)) = bureau.state.with_service_number(&number) {
        filing.services.retain(|one| one.bureau_id == service.bureau_id);
    }
    if filing.services.is_empty() {
        return Err(FieldError::new("number", "the subject has no service").into());
    }
    let (mode, remark) = (given.number("filed_by")?, given.maybe("remark"));
    for account in accounts {
        let key = (*account, filing.subject.bureau_id);
        bureau.state.tasks.insert(key, OpenTask { remark: remark.clone() });
    }
    Ok(icp_each(accounts, |account| {
        let filed_by = if mode == 0 { filing.subject.bureau_id } else { account };
        let filings = vec![as_task(&filing, (mode, filed_by), remark.clone())];
        IcpDownload { verification_tasks: Some(VerificationTasks { filings }), ..IcpDownload::default() }
    }))
}

fn notice(_: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let (number, bureau_id) = (given.maybe("number"), given.maybe_number("bureau_id"));
    if number.is_none() && bureau_id.is_none() {
        return Err(FieldError::new("number", "give it, or `bureau_id`").into());
    }
    let (kind, text) = (given.number("about")?, given.text("text")?);
    let notice = Notice { kind, number, bureau_id, text, remark: given.maybe("remark") };
    let notices = Notices { notices: vec![notice] };
    Ok(icp_each(accounts, |_| IcpDownload { notices: Some(notices.clone()), ..IcpDownload::default() }))
}

fn cancellation(bureau: &mut Bureau<'_>, given: &Given, accounts: &[i64]) -> Documents {
    let kind = given.number("what")?;
    let bureau_id = match (given.maybe_number("bureau_id"), given.maybe("number")) {
        (Some(id), _) => id,
        (None, Some(number)) => {
            let found = match kind {
                0 => bureau.state.with_subject_number(&number).map(FiledSubject::bureau_id),
                1 => bureau.state.with_service_number(&number).map(|(_, service)| service.bureau_id),
                _ => None,
            };
            found.ok_or_else(|| FieldError::new("number", "nothing of that kind is filed under it"))?
        }
        (None, None) => return Err(FieldError::new("bureau_id", "give it, or `number`").into()),
    };
    // What is not in the register is told all the same: a provider has to bear it.
    let now = bureau.now;
    let _taken = match kind {
        0 => bureau.state.cancel_subject(bureau_id, now).is_some(),
        1 => bureau.state.cancel_service(bureau_id, now).is_some(),
        _ => bureau.state.cancel_access(bureau_id, now).is_some(),
    };
    let cancellations = vec![Cancellation { kind, bureau_id, remark: given.maybe("remark") }];
    let cancellations = Cancellations { cancellations };
    Ok(icp_each(accounts, |_| IcpDownload {
        cancellations: Some(cancellations.clone()),
        ..IcpDownload::default()
    }))
}

/// A filing of the register as a task; with who filed it: kind and id.
fn as_task(filing: &basj::Filing, by: (i64, i64), remark: Option<String>) -> task::Filing {
    let subject = &filing.subject;
    let person = &subject.person;
    task::Filing {
        subject: task::Subject {
            bureau_id: subject.bureau_id,
            name: subject.name.clone(),
            nature: subject.nature,
            address: subject.address.clone(),
            certificate: task::Certificate {
                kind: subject.certificate.kind,
                number: subject.certificate.number.clone(),
                address: subject.certificate.address.clone(),
            },
            person: task::SubjectPerson {
                name: person.name.clone(),
                office_phone: person.office_phone.clone(),
                mobile: person.mobile.clone(),
                email: person.email.clone(),
                msn: person.msn.clone(),
                qq: person.qq.clone(),
                certificate_kind: person.certificate_kind,
                certificate_number: person.certificate_number.clone(),
            },
            investor: subject.investor.clone(),
            mode: by.0,
            first_filed: subject.first_filed,
            last_changed: Some(subject.last_changed),
            remark: subject.remark.clone(),
        },
        services: filing.services.iter().map(|service| service_task(service, by)).collect(),
        remark,
    }
}

fn service_task(service: &basj::Service, (mode, filed_by): (i64, i64)) -> task::Service {
    let domain =
        |domain: &basj::Domain| task::Domain { bureau_id: domain.bureau_id, name: domain.name.clone() };
    let range = |range: &basj::IpRange| task::IpRange {
        bureau_id: range.bureau_id,
        first: range.first,
        last: range.last,
    };
    let access = |access: &basj::Access| task::Access {
        bureau_id: access.bureau_id,
        locations: access.locations.clone(),
        modes: access.modes.clone(),
        addresses: access.addresses.iter().map(range).collect(),
        filed_by,
        mode,
    };
    task::Service {
        bureau_id: service.bureau_id,
        name: service.name.clone(),
        approvals: service.approvals.clone(),
        contents: service.contents.clone(),
        languages: service.languages.clone(),
        domains: service.domains.iter().map(domain).collect(),
        accesses: service.accesses.iter().map(access).collect(),
        person: service.person.clone(),
        home_url: service.home_url.clone(),
        remark: service.remark.clone(),
        first_filed: service.first_filed,
        last_changed: service.last_changed,
    }
}
