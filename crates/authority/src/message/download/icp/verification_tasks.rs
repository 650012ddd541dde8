//! HSRW 核实任务: filings of the register that a provider is to verify.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::message::Approval;
use crate::message::download::parts::{Address, ServicePerson};
use crate::value::{CODE, ID, WireTime};

element! {
    /// `HSRW` 核实任务.
    pub struct VerificationTasks {
        /// 备案信息.
        filings: Vec<Filing> = many "Baxx",
    }
}

element! {
    /// `Baxx` 备案信息: one filing to verify.
    pub struct Filing {
        /// 主体信息.
        subject: Subject = one "Zt_xx",
        /// 网站信息.
        services: Vec<Service> = many "Wz_xx",
        /// 备注.
        remark: Option<String> = maybe "Bz",
    }
}

element! {
    /// `Zt_xx` 主体信息.
    pub struct Subject {
        /// 主体ID: the bureau's record id.
        bureau_id: i64 = one "Ztid" in ID,
        /// 单位名称.
        name: String = one "Dwmc" in 1..=255,
        /// 单位性质.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 通信地址.
        address: Address = one "Txdz",
        /// 证件.
        certificate: Certificate = one "Zj",
        /// 主体负责人.
        person: SubjectPerson = one "Fzr",
        /// 投资人/主管单位.
        investor: Option<String> = maybe "Tzr" in 1..=255,
        /// 报备用户类型: 0 self-filed, 1 filed by a provider.
        mode: i64 = one "Bbyhlx" in 0..=1,
        /// 首次报备时间.
        first_filed: WireTime = one "Scbbsj",
        /// 最近修改时间.
        last_changed: Option<WireTime> = maybe "Zjxgsj",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Zj` 证件.
    pub struct Certificate {
        /// 证件类型.
        kind: i64 = one "Zjlx" of CertificateTypes in 1..=999,
        /// 证件号码; longer here than in the filing data.
        number: String = one "Zjhm" in 1..=255,
        /// 证件住所.
        address: String = one "Zjzs" in 1..=1024,
    }
}

element! {
    /// `Fzr` 主体负责人.
    pub struct SubjectPerson {
        /// 负责人姓名.
        name: Option<String> = maybe "Fzr_xm" in 1..=128,
        /// 办公电话.
        office_phone: Option<String> = maybe "Fzr_dhhm" in 11..=128,
        /// 手机号码.
        mobile: Option<String> = maybe "Fzr_sjhm" in 11..=128,
        /// 电子邮件.
        email: String = one "Fzr_dzyj" in 6..=128,
        /// MSN.
        msn: Option<String> = maybe "Msn" in 6..=128,
        /// QQ.
        qq: Option<String> = maybe "Qq" in 5..=128,
        /// 负责人证件类型.
        certificate_kind: Option<i64> = maybe "Fzr_zjlx" of CertificateTypes in 1..=999,
        /// 负责人证件号码; shorter here than in the filing data.
        certificate_number: Option<String> = maybe "Fzr_zjhm" in 1..=128,
    }
}

element! {
    /// `Wz_xx` 网站信息.
    pub struct Service {
        /// 网站ID: the bureau's record id.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 前置审批.
        approvals: Vec<Approval> = inside_maybe "Nrlx" / "Nrlx_xx"; 64,
        /// 服务内容.
        contents: Vec<i64> = inside_maybe "Fwnr" / "Fwnr_id" of Contents in CODE; 64,
        /// 语言类别.
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
    }
}

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 域名ID: the bureau's record id.
        bureau_id: i64 = one "Ymid" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}

element! {
    /// `Jr_xx` 接入信息.
    pub struct Access {
        /// 接入ID: the bureau's record id.
        bureau_id: i64 = one "Jrid" in ID,
        /// 网站分布.
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
        /// 报备用户ID: who filed the access: a user of the bureau's site, or the unit id of a provider.
        filed_by: i64 = one "Bbyhid" in ID,
        /// 报备用户类型: 0 self-filed, 1 filed by a provider.
        mode: i64 = one "Bbyhlx" in 0..=1,
    }
}

element! {
    /// `Ip_xx` IP信息.
    pub struct IpRange {
        /// IP ID: the bureau's record id.
        bureau_id: i64 = one "Ipid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
    }
}
