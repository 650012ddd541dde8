//! `DownloadData/ICP`: what the authority says about filings, one module per document.

pub mod filing_data;
pub mod results;

use filing_data::FilingData;
use results::Results;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};

element! {
    /// `DownloadData/ICP`: what the authority says about filings.
    #[derive(Default)]
    pub struct IcpDownload {
        /// `BASJ` 备案数据: filings as they now stand in the register.
        filing_data: Option<FilingData> = maybe "BASJ",
        /// `BAJG` 备案结果: answers to requests.
        results: Option<Results> = maybe "BAJG",
    }
}

#[cfg(feature = "simulator")]
impl IcpDownload {
    /// Every document alone.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        vec![
            Self { filing_data: Some(one(maker, &Facet::OPEN)), ..Self::default() },
            Self { results: Some(one(maker, &Facet::OPEN)), ..Self::default() },
        ]
    }
}
