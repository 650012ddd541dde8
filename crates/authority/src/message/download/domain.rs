//! `DownloadData/YM`: what the authority says about reported domain names, one module per document.

pub mod results;

use results::Results;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};

element! {
    /// `DownloadData/YM`: what the authority says about reported domain names.
    #[derive(Default)]
    pub struct DomainDownload {
        /// `BAJG` 备案结果: answers to reports.
        results: Option<Results> = maybe "BAJG",
    }
}

#[cfg(feature = "simulator")]
impl DomainDownload {
    /// Every document alone.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        vec![Self { results: Some(one(maker, &Facet::OPEN)) }]
    }
}
