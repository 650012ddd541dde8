//! What a provider asks the bureau to decide: one entry of an uploaded document about filings.

use serde::{Deserialize, Serialize};

use crate::element::{Content, Writer};
use crate::message::download::bajg::operation;
use crate::message::upload::IcpUpload;
use crate::message::upload::icp::{cancellation, change, new_access, new_service};
use crate::message::upload::xzba;

/// Which decision is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 新增备案.
    #[default]
    NewFiling,
    /// 新增网站.
    NewService,
    /// 新增接入.
    NewAccess,
    /// 变更备案.
    Change,
    /// 取消接入.
    CancelAccess,
    /// 注销主体.
    CancelSubject,
    /// 注销网站.
    CancelService,
}

impl Kind {
    /// The same name as in the stored state.
    pub fn name(self) -> &'static str {
        match self {
            Self::NewFiling => "new-filing",
            Self::NewService => "new-service",
            Self::NewAccess => "new-access",
            Self::Change => "change",
            Self::CancelAccess => "cancel-access",
            Self::CancelSubject => "cancel-subject",
            Self::CancelService => "cancel-service",
        }
    }

    /// 操作类型 `Czlx` of its results.
    pub const fn operation(self) -> i64 {
        match self {
            Self::NewFiling => operation::NEW_FILING,
            Self::NewService => operation::NEW_SERVICE,
            Self::NewAccess => operation::NEW_ACCESS,
            Self::Change => operation::CHANGE,
            Self::CancelAccess => operation::CANCEL_ACCESS,
            Self::CancelSubject => operation::CANCEL_SUBJECT,
            Self::CancelService => operation::CANCEL_SERVICE,
        }
    }

    /// Whether the ministry texts the persons in charge about it; only an access ends without.
    pub(super) const fn has_phone_check(self) -> bool {
        !matches!(self, Self::CancelAccess)
    }

    /// Whether the same record must not come twice.
    pub(super) const fn is_new(self) -> bool {
        matches!(self, Self::NewFiling | Self::NewService | Self::NewAccess)
    }
}

/// What a request is about in the register, by the bureau's ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Target {
    pub subject: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<i64>,
}

/// A request as it was sent.
#[derive(Debug, Clone)]
pub(super) enum Request {
    NewFiling(xzba::Filing),
    NewService(new_service::Request),
    NewAccess(new_access::Request),
    Change(change::Request),
    Cancellation(cancellation::Request),
}

/// A picture of a request.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub format: i64,
    pub purpose: i64,
    pub content: Vec<u8>,
}

impl Request {
    /// The request at a place of its document.
    pub fn of(upload: &IcpUpload, kind: Kind, index: usize) -> Option<Self> {
        match kind {
            Kind::NewFiling => upload.new_filing.as_ref()?.filings.get(index).cloned().map(Self::NewFiling),
            Kind::NewService => {
                upload.new_service.as_ref()?.requests.get(index).cloned().map(Self::NewService)
            }
            Kind::NewAccess => upload.new_access.as_ref()?.requests.get(index).cloned().map(Self::NewAccess),
            Kind::Change => upload.change.as_ref()?.requests.get(index).cloned().map(Self::Change),
            Kind::CancelAccess | Kind::CancelSubject | Kind::CancelService => {
                upload.cancellation.as_ref()?.requests.get(index).cloned().map(Self::Cancellation)
            }
        }
    }

    /// Takes the pictures out.
    pub fn take_pictures(&mut self) -> Vec<Picture> {
        match self {
            Self::NewFiling(filing) => {
                let taken = std::mem::take(&mut filing.attachments).into_iter();
                taken.map(|one| picture(one.format, one.purpose, one.content.0)).collect()
            }
            Self::NewService(request) => filed(&mut request.attachments),
            Self::NewAccess(request) => filed(&mut request.attachments),
            Self::Change(request) => filed(&mut request.attachments),
            Self::Cancellation(_) => Vec::new(),
        }
    }

    /// Writes the request as it was sent.
    pub fn to_xml(&self) -> String {
        let mut text = String::new();
        let mut out = Writer::new(&mut text);
        match self {
            Self::NewFiling(filing) => filing.write("Baxx", &mut out),
            Self::NewService(request) => request.write("Xzxx", &mut out),
            Self::NewAccess(request) => request.write("Xzxx", &mut out),
            Self::Change(request) => request.write("Bgxx", &mut out),
            Self::Cancellation(request) => request.write("Zx_xx", &mut out),
        }
        out.finish();
        text
    }
}

fn picture(format: i64, purpose: i64, content: Vec<u8>) -> Picture {
    Picture { format, purpose, content }
}

fn filed(attachments: &mut Vec<crate::message::parts::attachment::FiledAttachment>) -> Vec<Picture> {
    let taken = std::mem::take(attachments).into_iter();
    taken.map(|one| picture(one.format, one.purpose, one.content.0)).collect()
}

/// Takes the pictures out of everything in an upload.
pub(super) fn without_pictures(mut upload: IcpUpload) -> IcpUpload {
    if let Some(document) = &mut upload.new_filing {
        document.filings.iter_mut().for_each(|filing| filing.attachments.clear());
    }
    if let Some(document) = &mut upload.new_service {
        document.requests.iter_mut().for_each(|request| request.attachments.clear());
    }
    if let Some(document) = &mut upload.new_access {
        document.requests.iter_mut().for_each(|request| request.attachments.clear());
    }
    if let Some(document) = &mut upload.change {
        document.requests.iter_mut().for_each(|request| request.attachments.clear());
    }
    upload.verification_material = None;
    upload
}
