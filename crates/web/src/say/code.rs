//! The closed lists of the domain, each member by its slug.

use beian_domain::account::{AccountKind, Role};
use beian_domain::evidence::EvidenceKind;
use beian_domain::order::kind::OrderKind;
use beian_domain::region::{Province, RegionCode, Regions};
use beian_domain::resource::{Billing, Unfit};
use beian_domain::tables::{
    AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent,
};

use crate::i18n::{Lang, Words};
use crate::ui::Document;

fn of(words: Words, list: &str, slug: &str) -> String {
    words.t(&format!("table-{list}-{slug}"))
}

/// 单位性质.
pub(crate) fn nature(words: Words, nature: SubjectNature) -> String {
    of(words, "nature", nature.slug())
}

/// 证件类型.
pub(crate) fn certificate_type(words: Words, kind: CertificateType) -> String {
    of(words, "certificate", kind.slug())
}

/// 服务内容.
pub(crate) fn content(words: Words, content: WebsiteContent) -> String {
    of(words, "content", content.slug())
}

/// 语种.
pub(crate) fn language(words: Words, language: Language) -> String {
    of(words, "language", language.slug())
}

/// 前置审批.
pub(crate) fn pre_approval(words: Words, kind: PreApprovalKind) -> String {
    of(words, "approval", kind.slug())
}

/// 接入方式.
pub(crate) fn access_mode(words: Words, mode: AccessMode) -> String {
    of(words, "mode", mode.slug())
}

/// 计费方式.
pub(crate) fn billing(words: Words, billing: Billing) -> String {
    of(words, "billing", billing.slug())
}

/// Why a resource cannot carry a filing.
pub(crate) fn unfit(words: Words, unfit: Unfit) -> String {
    of(words, "unfit", unfit.slug())
}

/// 材料.
pub(crate) fn evidence_kind(words: Words, kind: EvidenceKind) -> String {
    of(words, "evidence", kind.slug())
}

/// 备案类型.
pub(crate) fn order_kind(words: Words, kind: OrderKind) -> String {
    words.t(&format!("order-kind-{}", kind.slug()))
}

/// 账号类型.
pub(crate) fn account_kind(words: Words, kind: AccountKind) -> String {
    words.t(&format!("account-kind-{}", kind.slug()))
}

/// What a user may do in the own account.
pub(crate) fn role(words: Words, role: Role) -> String {
    words.t(&format!("account-role-{}", role.slug()))
}

/// A province by its short name.
pub(crate) fn province(words: Words, province: Province) -> &'static str {
    words.pick(province.name_zh(), province.name_en())
}

/// The province of a six-digit code as typed, or the code itself.
pub(crate) fn place(words: Words, code: &str) -> String {
    let found = RegionCode::parse(code).ok().and_then(Province::from_region);
    found.map_or_else(|| code.to_owned(), |found| province(words, found).to_owned())
}

/// A county with what lies above it. Names of places are Chinese in both languages, as on the certificate; in
/// English the province says where to look on a map.
pub(crate) fn region(words: Words, code: &str) -> String {
    let Ok(parsed) = RegionCode::parse(code) else { return code.to_owned() };
    let Some(name) = Regions::builtin().full_name(parsed) else { return code.to_owned() };
    match (words.lang, Province::from_region(parsed)) {
        (Lang::En, Some(province)) => format!("{name} ({})", province.name_en()),
        (Lang::Zh | Lang::En, _) => name,
    }
}

/// The drawing that shows how a piece of evidence should look.
pub(crate) fn document(kind: EvidenceKind) -> Document {
    match kind {
        EvidenceKind::SubjectCertificate | EvidenceKind::PreApproval => Document::Licence,
        EvidenceKind::SubjectPersonFront | EvidenceKind::ServicePersonFront => Document::CardFace,
        EvidenceKind::SubjectPersonBack | EvidenceKind::ServicePersonBack => Document::CardEmblem,
        EvidenceKind::VerificationPhoto => Document::Portrait,
        EvidenceKind::DomainCertificate | EvidenceKind::Authorisation | EvidenceKind::Other => {
            Document::Letter
        }
    }
}
