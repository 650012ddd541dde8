//! `DownloadData/IP`: what the authority says about reported addresses, one module per document.

pub mod inspections;
pub mod results;

use inspections::Inspections;
use results::Results;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};

element! {
    /// `DownloadData/IP`: what the authority says about reported addresses.
    #[derive(Default)]
    pub struct IpDownload {
        /// `BAJG` 备案结果: answers to reports.
        results: Option<Results> = maybe "BAJG",
        /// `HCJG` 核查结果: what inspections found.
        inspections: Option<Inspections> = maybe "HCJG",
    }
}

#[cfg(feature = "simulator")]
impl IpDownload {
    /// Every document alone.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        vec![
            Self { results: Some(one(maker, &Facet::OPEN)), ..Self::default() },
            Self { inspections: Some(one(maker, &Facet::OPEN)), ..Self::default() },
        ]
    }
}
