//! Evidence (材料): what may be stored, what each piece proves, and which pieces an order needs.

use serde::{Deserialize, Serialize};

use crate::account::slugs;
use crate::id::EvidenceId;
use crate::order::field::Field;

/// The largest picture the platform takes, in bytes: 4 MB, as providers commonly ask.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// The largest picture the authority takes, in bytes, for all purposes but the verification sheet
/// (interface document V3.0, attachments: 100 KB).
pub const MAX_WIRE_BYTES: usize = 100 * 1024;

slugs! {
    /// What a piece of evidence proves.
    EvidenceKind {
        /// 主办单位证件, such as 营业执照.
        SubjectCertificate = "subject-certificate",
        /// 主体负责人证件，人像面.
        SubjectPersonFront = "subject-person-front",
        /// 主体负责人证件，国徽面.
        SubjectPersonBack = "subject-person-back",
        /// 网站负责人证件，人像面.
        ServicePersonFront = "service-person-front",
        /// 网站负责人证件，国徽面.
        ServicePersonBack = "service-person-back",
        /// 核验照: the person in charge of the service before a white wall.
        VerificationPhoto = "verification-photo",
        /// 域名证书.
        DomainCertificate = "domain-certificate",
        /// 负责人授权书.
        Authorisation = "authorisation",
        /// 前置审批文件.
        PreApproval = "pre-approval",
        /// 其他附件.
        Other = "other",
    }
}

impl EvidenceKind {
    /// The field of the form that takes it.
    pub fn field(self) -> Field {
        match self {
            Self::SubjectCertificate => Field::EvidenceSubjectCertificate,
            Self::SubjectPersonFront => Field::EvidenceSubjectPersonFront,
            Self::SubjectPersonBack => Field::EvidenceSubjectPersonBack,
            Self::ServicePersonFront => Field::EvidenceServicePersonFront,
            Self::ServicePersonBack => Field::EvidenceServicePersonBack,
            Self::VerificationPhoto => Field::EvidenceVerificationPhoto,
            Self::DomainCertificate => Field::EvidenceDomainCertificate,
            Self::Authorisation => Field::EvidenceAuthorisation,
            Self::PreApproval => Field::EvidencePreApproval,
            Self::Other => Field::EvidenceOther,
        }
    }
}

slugs! {
    /// The picture formats the platform takes.
    PictureFormat {
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
    }
}

impl PictureFormat {
    /// The media type of the picture.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// A stored picture, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identity; also the name in URLs.
    pub id: EvidenceId,
    /// What it proves.
    pub kind: EvidenceKind,
    /// Which document of the rulebook's table it is, where the kind does not say it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// SHA-256 of the plain bytes in lower-case hex.
    pub digest: String,
    /// Size of the plain bytes.
    pub bytes: u64,
    /// Format, read from the bytes themselves.
    pub format: PictureFormat,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}
