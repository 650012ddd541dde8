//! `UploadData/ICP`: what a provider reports about filings, one module per document.

pub mod new_filing;

use new_filing::NewFiling;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};
use crate::value::ID;

element! {
    /// `UploadData/ICP`: what a provider reports about filings; at least one document.
    pub struct IcpUpload {
        /// `XZBA` 新增备案.
        new_filing: Option<NewFiling> = maybe "XZBA",
        /// `Qqdwid` 请求单位ID: the provider's unit id, the same as in the call (else code 5003).
        unit: i64 = one "Qqdwid" in ID,
    }
}

#[cfg(feature = "simulator")]
impl IcpUpload {
    /// Every document alone, and all of them in one file.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        let unit = one(maker, &Facet { limits: Some(ID), ..Facet::OPEN });
        let nothing = Self { new_filing: None, unit };
        let new_filing = Some(one(maker, &Facet::OPEN));
        vec![Self { new_filing, ..nothing }]
    }
}
