//! `SJTB/ICP`: filings as they stand in the register. Like BASJ, but a service may come without languages.

use crate::element::element;
use crate::message::Approval;
use crate::message::download::basj::{Access, Domain, Subject};
use crate::message::download::parts::ServicePerson;
use crate::value::{CODE, ID, WireTime};

element! {
    /// `ICP`: the filings.
    pub struct SyncedFilings {
        /// 备案信息.
        filings: Vec<SyncedFiling> = many "Baxx",
    }
}

element! {
    /// `Baxx` 备案信息: one filing of the register.
    pub struct SyncedFiling {
        /// 主体信息.
        subject: Subject = one "Zt_xx",
        /// 网站信息.
        services: Vec<SyncedService> = many "Wz_xx",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Wz_xx` 网站信息.
    pub struct SyncedService {
        /// 企业侧网站ID.
        record: Option<i64> = maybe "IspWzid" in ID,
        /// 网站ID: the bureau's record id.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 前置审批.
        approvals: Vec<Approval> = inside_maybe "Nrlx" / "Nrlx_xx"; 64,
        /// 服务内容.
        contents: Vec<i64> = inside_maybe "Fwnr" / "Fwnr_id" of Contents in CODE; 64,
        /// 语言类别; may be left out, unlike in BASJ.
        languages: Vec<i64> = inside_maybe "Yylb" / "Yylb_id" of Languages in CODE; 256,
        /// 域名信息.
        domains: Vec<Domain> = many "Ym_xx",
        /// 接入信息.
        accesses: Vec<Access> = many "Jr_xx",
        /// 网站负责人.
        person: ServicePerson = one "Wz_Fzr",
        /// 首页URL.
        home_url: Option<String> = maybe "Syurl" in 4..=255,
        /// 网站备注.
        remark: Option<String> = maybe "Wz_Bz" in 1..=1024,
        /// 首次报备时间.
        first_filed: Option<WireTime> = maybe "Scbbsj",
        /// 最近修改时间.
        last_changed: Option<WireTime> = maybe "Zjxgsj",
        /// 网站备案号: the service's filing number.
        number: Option<String> = maybe "Baxh" in 1..=128,
    }
}
