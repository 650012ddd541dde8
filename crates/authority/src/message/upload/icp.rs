//! `UploadData/ICP`: what a provider reports about filings, one module per document.

pub mod cancellation;
pub mod change;
pub mod new_access;
pub mod new_filing;
pub mod new_service;
pub mod unfiled_handling;
pub mod verification_material;
pub mod verification_result;

use cancellation::Cancellation;
use change::Change;
use new_access::NewAccess;
use new_filing::NewFiling;
use new_service::NewService;
use unfiled_handling::UnfiledHandling;
use verification_material::VerificationMaterial;
use verification_result::VerificationResult;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};
use crate::value::ID;

element! {
    /// `UploadData/ICP`: what a provider reports about filings; at least one document.
    pub struct IcpUpload {
        /// `XZBA` 新增备案.
        new_filing: Option<NewFiling> = maybe "XZBA",
        /// `XZWZ` 新增网站.
        new_service: Option<NewService> = maybe "XZWZ",
        /// `XZJR` 新增接入.
        new_access: Option<NewAccess> = maybe "XZJR",
        /// `BGBA` 变更备案.
        change: Option<Change> = maybe "BGBA",
        /// `HSJG` 核实结果.
        verification_result: Option<VerificationResult> = maybe "HSJG",
        /// `WBACLJG` 未备案处理结果.
        unfiled_handling: Option<UnfiledHandling> = maybe "WBACLJG",
        /// `ZXBA` 注销备案.
        cancellation: Option<Cancellation> = maybe "ZXBA",
        /// `XZHYD` 新增核验单.
        verification_material: Option<VerificationMaterial> = maybe "XZHYD",
        /// `Qqdwid` 请求单位ID: the provider's unit id, the same as in the call (else code 5003).
        unit: i64 = one "Qqdwid" in ID,
    }
}

impl IcpUpload {
    /// A block without a document yet.
    pub const fn of(unit: i64) -> Self {
        Self {
            new_filing: None,
            new_service: None,
            new_access: None,
            change: None,
            verification_result: None,
            unfiled_handling: None,
            cancellation: None,
            verification_material: None,
            unit,
        }
    }

    /// True if no document is in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::of(self.unit)
    }

    /// Records in each document, in table order; 0 for those that are not there.
    pub(crate) fn records(&self) -> [usize; 8] {
        [
            self.new_filing.as_ref().map_or(0, |one| one.filings.len()),
            self.new_service.as_ref().map_or(0, |one| one.requests.len()),
            self.new_access.as_ref().map_or(0, |one| one.requests.len()),
            self.change.as_ref().map_or(0, |one| one.requests.len()),
            self.verification_result.as_ref().map_or(0, |one| one.verifications.len()),
            self.unfiled_handling.as_ref().map_or(0, |one| one.results.len()),
            self.cancellation.as_ref().map_or(0, |one| one.requests.len()),
            self.verification_material.as_ref().map_or(0, |one| one.attachments.len()),
        ]
    }

    /// Every document alone, and all of them in one file.
    #[cfg(feature = "simulator")]
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        let unit = one(maker, &Facet { limits: Some(ID), ..Facet::OPEN });
        let whole = Self {
            new_filing: Some(one(maker, &Facet::OPEN)),
            new_service: Some(one(maker, &Facet::OPEN)),
            new_access: Some(one(maker, &Facet::OPEN)),
            change: Some(one(maker, &Facet::OPEN)),
            verification_result: Some(one(maker, &Facet::OPEN)),
            unfiled_handling: Some(one(maker, &Facet::OPEN)),
            cancellation: Some(one(maker, &Facet::OPEN)),
            verification_material: Some(one(maker, &Facet::OPEN)),
            unit,
        };
        let all = whole.clone();
        vec![
            Self { new_filing: all.new_filing, ..Self::of(unit) },
            Self { new_service: all.new_service, ..Self::of(unit) },
            Self { new_access: all.new_access, ..Self::of(unit) },
            Self { change: all.change, ..Self::of(unit) },
            Self { verification_result: all.verification_result, ..Self::of(unit) },
            Self { unfiled_handling: all.unfiled_handling, ..Self::of(unit) },
            Self { cancellation: all.cancellation, ..Self::of(unit) },
            Self { verification_material: all.verification_material, ..Self::of(unit) },
            whole,
        ]
    }
}
