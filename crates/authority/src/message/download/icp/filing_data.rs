//! BASJ 备案数据: filings as they stand in the register, with bureau ids and numbers.

use std::net::Ipv4Addr;

use crate::element::element;
use crate::message::Approval;
pub use crate::message::download::parts::{Address, ServicePerson};
use crate::value::{CODE, ID, WireTime};

element! {
    /// `BASJ` 备案数据.
    pub struct FilingData {
        /// 备案信息.
        filings: Vec<Filing> = many "Baxx",
    }
}

element! {
    /// `Baxx` 备案信息: one filing of the register.
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
        /// 企业侧主体ID: our record id, if the subject came from us.
        record: Option<i64> = maybe "IspZtid" in ID,
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
        /// 主体备案号: the subject's filing number.
        number: Option<String> = maybe "Baxh" in 1..=128,
        /// 报备用户类型: 0 self-filed, 1 filed by a provider.
        mode: i64 = one "Bbyhlx" in 0..=1,
        /// 投资人/主管单位.
        investor: Option<String> = maybe "Tzr" in 1..=255,
        /// 首次报备时间.
        first_filed: WireTime = one "Scbbsj",
        /// 最近修改时间.
        last_changed: WireTime = one "Zjxgsj",
        /// 证书有效期: validity of the electronic certificate.
        certificate_expiry: Option<WireTime> = maybe "Zsyxq",
        /// 证书路径.
        certificate_path: Option<String> = maybe "Zslj" in 1..=255,
        /// 证书序号.
        certificate_serial: Option<String> = maybe "Zsxh" in 1..=128,
        /// 审核人姓名.
        reviewer: Option<String> = maybe "Shrxm" in 1..=128,
        /// 审核时间.
        reviewed: Option<WireTime> = maybe "Shsj",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Zj` 证件.
    pub struct Certificate {
        /// 证件类型.
        kind: i64 = one "Zjlx" of CertificateTypes in 1..=999,
        /// 证件号码; shorter here than in uploads.
        number: String = one "Zjhm" in 1..=128,
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
        /// 负责人证件号码.
        certificate_number: Option<String> = maybe "Fzr_zjhm" in 1..=255,
        /// 负责人证件类型.
        certificate_kind: Option<i64> = maybe "Fzr_zjlx" of CertificateTypes in 1..=999,
    }
}

element! {
    /// `Wz_xx` 网站信息.
    pub struct Service {
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
        /// 语言类别.
        languages: Vec<i64> = inside "Yylb" / "Yylb_id" of Languages in CODE; 256,
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

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 企业侧域名ID.
        record: Option<i64> = maybe "IspYmid" in ID,
        /// 域名ID: the bureau's record id.
        bureau_id: i64 = one "Ymid" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}

element! {
    /// `Jr_xx` 接入信息.
    pub struct Access {
        /// 企业侧接入ID.
        record: Option<i64> = maybe "IspJrid" in ID,
        /// 接入ID: the bureau's record id.
        bureau_id: i64 = one "Jrid" in ID,
        /// 所属接入商: unit id of the provider that owns the access.
        provider: i64 = one "Ispid" of FilingUnits in ID,
        /// 网站分布.
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
    }
}

element! {
    /// `Ip_xx` IP信息.
    pub struct IpRange {
        /// 企业侧IP ID.
        record: Option<i64> = maybe "IspIpid" in ID,
        /// IP ID: the bureau's record id.
        bureau_id: i64 = one "Ipid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
    }
}
