//! `DownloadData/ICP`: what the authority says about filings, one module per document.

pub mod blacklists;
pub mod cancellations;
pub mod filing_data;
pub mod illegal_access;
pub mod inspections;
pub mod notices;
pub mod results;
pub mod unfiled_sites;
pub mod verification_tasks;

use blacklists::Blacklists;
use cancellations::Cancellations;
use filing_data::FilingData;
use illegal_access::IllegalAccess;
use inspections::Inspections;
use notices::Notices;
use results::Results;
use unfiled_sites::UnfiledSites;
use verification_tasks::VerificationTasks;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};

element! {
    /// `DownloadData/ICP`: what the authority says about filings.
    #[derive(Default)]
    pub struct IcpDownload {
        /// `BASJ` 备案数据: filings as they now stand in the register.
        filing_data: Option<FilingData> = maybe "BASJ",
        /// `ZXSJ` 注销数据: what was cancelled in the register.
        cancellations: Option<Cancellations> = maybe "ZXSJ",
        /// `HMDLB` 黑名单列表: what must not be filed.
        blacklists: Option<Blacklists> = maybe "HMDLB",
        /// `FFJRHMD` 非法接入黑名单: what was connected without a filing.
        illegal_access: Option<IllegalAccess> = maybe "FFJRHMD",
        /// `WBAWZLB` 未备案网站列表: sites without a filing to look after.
        unfiled_sites: Option<UnfiledSites> = maybe "WBAWZLB",
        /// `BAJG` 备案结果: answers to requests.
        results: Option<Results> = maybe "BAJG",
        /// `HSRW` 核实任务: filings to verify.
        verification_tasks: Option<VerificationTasks> = maybe "HSRW",
        /// `HCJG` 核查结果: what inspections found.
        inspections: Option<Inspections> = maybe "HCJG",
        /// `XGTZ` 相关通知: what is to be put right.
        notices: Option<Notices> = maybe "XGTZ",
    }
}

#[cfg(feature = "simulator")]
impl IcpDownload {
    /// Every document alone.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        let nothing = Self::default;
        vec![
            Self { filing_data: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { cancellations: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { blacklists: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { illegal_access: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { unfiled_sites: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { results: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { verification_tasks: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { inspections: Some(one(maker, &Facet::OPEN)), ..nothing() },
            Self { notices: Some(one(maker, &Facet::OPEN)), ..nothing() },
        ]
    }
}
