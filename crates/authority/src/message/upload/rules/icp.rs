//! The rules for documents about filings.

use super::ordered;
use crate::codes::base::NATURE_INDIVIDUAL;
use crate::element::Checking;
use crate::message::parts::Approval;
use crate::message::parts::attachment::FiledAttachment;
use crate::message::upload::icp::new_filing::{Attachment, Filing, Owner};
use crate::message::upload::icp::{IcpUpload, cancellation, change, new_service, verification_result};
use crate::value::Blob;

/// IP地址无效.
const ADDRESS_INVALID: i64 = 1006;
/// 单位性质无效.
const NATURE_INVALID: i64 = 1014;
/// 备案密码错误.
const PASSWORD_WRONG: i64 = 1018;
/// 办公电话未填.
const OFFICE_PHONE_MISSING: i64 = 1031;
/// 首页不含域名.
const HOME_URL_ELSEWHERE: i64 = 1041;
/// 主体负责人姓名未填.
const PERSON_MISSING: i64 = 1044;
/// 用途与标识不符.
const OWNER_DOES_NOT_FIT: i64 = 1061;
/// 附件不合规.
const ATTACHMENT_NOT_ALLOWED: i64 = 5010;

/// Certificates that only persons have (证件类型 of 个人): whoever shows one need not name a nature.
const PERSONAL_CERTIFICATES: [i64; 8] = [2, 7, 8, 11, 14, 30, 41, 42];

/// A picture may have so many bytes (附件: 100 KB).
const MAX_PICTURE: usize = 100 * 1024;
/// A verification sheet may have so many (真实性核验单: 150 KB).
const MAX_SHEET: usize = 150 * 1024;

pub(super) fn check(icp: &IcpUpload, to: &mut Checking<'_>) {
    if let Some(document) = &icp.new_filing {
        to.at("XZBA", |to| to.each("Baxx", &document.filings, new_filing));
    }
    if let Some(document) = &icp.new_service {
        to.at("XZWZ", |to| to.each("Xzxx", &document.requests, new_service));
    }
    if let Some(document) = &icp.new_access {
        to.at("XZJR", |to| {
            to.each("Xzxx", &document.requests, |request, to| {
                to.each("Ip_xx", &request.addresses, |range, to| {
                    ordered(range.first, range.last, ADDRESS_INVALID, to);
                });
                filed_attachments(&request.attachments, to);
            });
        });
    }
    if let Some(document) = &icp.change {
        to.at("BGBA", |to| to.each("Bgxx", &document.requests, change));
    }
    if let Some(document) = &icp.verification_result {
        to.at("HSJG", |to| {
            to.each("Hsjgxx", &document.verifications, |one, to| {
                to.at("Baxx", |to| verified(&one.filing, to));
            });
        });
    }
    if let Some(document) = &icp.cancellation {
        to.at("ZXBA", |to| to.each("Zx_xx", &document.requests, cancellation));
    }
    if let Some(document) = &icp.verification_material {
        to.at("XZHYD", |to| {
            to.each("Fjxx", &document.attachments, |one, to| picture(one.purpose, &one.content, to));
        });
    }
}

/// What every service keeps; the types differ from document to document, the names do not.
macro_rules! service {
    ($service:expr, $to:expr) => {
        home_url($service.home_url.as_deref(), $service.domains.iter().map(|one| one.name.as_str()), $to);
        approvals(&$service.approvals, $to);
        $to.each("Jr_xx", &$service.accesses, |access, to| {
            to.each("Ip_xx", &access.addresses, |range, to| {
                ordered(range.first, range.last, ADDRESS_INVALID, to);
            });
        });
    };
}

/// What every subject keeps; tells whether it is an organisation.
macro_rules! subject {
    ($subject:expr, $to:expr) => {{
        let subject = $subject;
        let organisation = match subject.nature {
            Some(nature) => nature != NATURE_INDIVIDUAL,
            None => !PERSONAL_CERTIFICATES.contains(&subject.certificate.kind),
        };
        if organisation {
            $to.at("Zt_xx", |to| {
                if subject.nature.is_none() {
                    to.broken_at("Dwxz", NATURE_INVALID);
                }
                to.at("Fzr", |to| {
                    told(subject.person.name.as_deref(), "Fzr_xm", PERSON_MISSING, to);
                    office_phone(subject.person.office_phone.as_deref(), to);
                });
            });
        }
        organisation
    }};
}

fn new_filing(filing: &Filing, to: &mut Checking<'_>) {
    let organisation = subject!(&filing.subject, to);
    to.each("Wz_xx", &filing.services, |service, to| {
        service!(service, to);
        if organisation {
            to.at("Wz_Fzr", |to| office_phone(service.person.office_phone.as_deref(), to));
        }
    });
    to.each("Fj", &filing.attachments, |one, to| {
        to.at("Fjxx", |to| {
            picture(one.purpose, &one.content, to);
            // The owner is named by our record id within the same filing.
            let here = match one.owner.kind {
                Owner::SUBJECT => one.owner.record == filing.subject.record,
                Owner::SERVICE => filing.services.iter().any(|service| service.record == one.owner.record),
                _ => false,
            };
            if !here {
                to.at("Fjssdx", |to| to.broken_at("Ssdxbs", OWNER_DOES_NOT_FIT));
            }
        });
    });
}

fn new_service(request: &new_service::Request, to: &mut Checking<'_>) {
    to.each("Wz_xx", &request.services, |service, to| {
        service!(service, to);
    });
    filed_attachments(&request.attachments, to);
}

fn change(request: &change::Request, to: &mut Checking<'_>) {
    let organisation = subject!(&request.subject, to);
    to.each("Wz_xx", &request.services, |service, to| {
        service!(service, to);
        if organisation {
            to.at("Wz_Fzr", |to| office_phone(service.person.office_phone.as_deref(), to));
        }
    });
    filed_attachments(&request.attachments, to);
}

fn verified(filing: &verification_result::Filing, to: &mut Checking<'_>) {
    let organisation = subject!(&filing.subject, to);
    to.each("Wz_xx", &filing.services, |service, to| {
        service!(service, to);
        if organisation {
            to.at("Wz_Fzr", |to| office_phone(service.person.office_phone.as_deref(), to));
        }
    });
}

/// 注销主体时，此标签必填.
fn cancellation(request: &cancellation::Request, to: &mut Checking<'_>) {
    if request.kind == cancellation::Request::SUBJECT {
        told(request.password.as_deref(), "ICPmm", PASSWORD_WRONG, to);
    }
}

fn told(text: Option<&str>, name: &'static str, code: i64, to: &mut Checking<'_>) {
    if text.is_none_or(|text| text.trim().is_empty()) {
        to.broken_at(name, code);
    }
}

/// 单位主办的网站必填.
fn office_phone(phone: Option<&str>, to: &mut Checking<'_>) {
    told(phone, "Fzr_dhhm", OFFICE_PHONE_MISSING, to);
}

fn home_url<'s>(url: Option<&str>, mut domains: impl Iterator<Item = &'s str>, to: &mut Checking<'_>) {
    if let Some(url) = url.map(str::to_lowercase)
        && !domains.any(|domain| url.contains(&domain.to_lowercase()))
    {
        to.broken_at("Syurl", HOME_URL_ELSEWHERE);
    }
}

fn approvals(approvals: &[Approval], to: &mut Checking<'_>) {
    to.at("Nrlx", |to| {
        to.each("Nrlx_xx", approvals, |approval, to| {
            to.each("Spwj", &approval.scans, |scan, to| {
                if scan.0.len() > MAX_PICTURE {
                    to.broken(ATTACHMENT_NOT_ALLOWED);
                }
            });
        });
    });
}

fn filed_attachments(attachments: &[FiledAttachment], to: &mut Checking<'_>) {
    to.each("Fj", attachments, |one, to| to.at("Fjxx", |to| picture(one.purpose, &one.content, to)));
}

/// The bytes of the picture count, not their base64.
fn picture(purpose: i64, content: &Blob, to: &mut Checking<'_>) {
    let most = if purpose == Attachment::VERIFICATION_SHEET { MAX_SHEET } else { MAX_PICTURE };
    if content.0.len() > most {
        to.broken_at("Fjnr", ATTACHMENT_NOT_ALLOWED);
    }
}
