//! BGBA 变更备案: changes of filings; each carries the complete new state.

use std::net::Ipv4Addr;

use super::new_filing::{Address, Approval, ServicePerson, SubjectPerson};
use crate::element::element;
use crate::message::parts::attachment::FiledAttachment;
use crate::value::{CODE, ID};

element! {
    /// `BGBA` 变更备案.
    pub struct Change {
        /// 变更信息: one entry per subject.
        requests: Vec<Request> = many "Bgxx"; 1000,
    }
}

element! {
    /// `Bgxx` 变更信息: a subject with its services as they shall be.
    pub struct Request {
        /// 主体信息.
        subject: Subject = one "Zt_xx",
        /// 网站信息.
        services: Vec<Service> = many "Wz_xx",
        /// 附件.
        attachments: Vec<FiledAttachment> = each "Fj" / "Fjxx",
        /// ICP备案密码: filing password as MD5 in hexadecimal text (else code 1018).
        password: Option<String> = maybe "ICPmm" in 1..=32,
    }
}

element! {
    /// `Zt_xx` 主体信息.
    pub struct Subject {
        /// 主体ID: the bureau's.
        bureau_id: i64 = one "Ztid" in ID,
        /// 单位名称: name of the organisation or person.
        name: String = one "Dwmc" in 1..=255,
        /// 主体备案号.
        number: String = one "Baxh" in 1..=128,
        /// 单位性质: organiser nature; required for organisations.
        nature: Option<i64> = maybe "Dwxz" of Natures in 1..=999,
        /// 投资人/主管单位.
        investor: Option<String> = maybe "Tzr" in 1..=255,
        /// 通信地址.
        address: Address = one "Txdz",
        /// 证件.
        certificate: Certificate = one "Zj",
        /// 主体负责人.
        person: SubjectPerson = one "Fzr",
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=1024,
    }
}

element! {
    /// `Zj` 证件: the subject's certificate. The schema of changes knows only the eleven types of 2013.
    pub struct Certificate {
        /// 证件类型.
        kind: i64 = one "Zjlx" of CertificateTypes in 1..=11,
        /// 证件号码.
        number: String = one "Zjhm" in 1..=255,
        /// 证件住所: address printed on the certificate.
        address: String = one "Zjzs" in 1..=1024,
    }
}

element! {
    /// `Wz_xx` 网站信息: one service.
    pub struct Service {
        /// 网站ID: the bureau's.
        bureau_id: i64 = one "Wzid" in ID,
        /// 网站名称.
        name: String = one "Wzmc" in 1..=512,
        /// 前置审批.
        approvals: Vec<Approval> = inside_maybe "Nrlx" / "Nrlx_xx"; 64,
        /// 服务内容.
        contents: Vec<i64> = inside "Fwnr" / "Fwnr_id" of Contents in CODE; 64,
        /// 语言类别.
        languages: Vec<i64> = inside "Yylb" / "Yylb_id" of Languages in CODE; 256,
        /// 域名信息.
        domains: Vec<Domain> = many "Ym_xx",
        /// 接入信息.
        accesses: Vec<Access> = many "Jr_xx",
        /// 网站负责人.
        person: ServicePerson = one "Wz_Fzr",
        /// 网站备案号.
        number: String = one "Baxh" in 1..=128,
        /// 首页URL: must contain one of the domains (code 1041).
        home_url: Option<String> = maybe "Syurl" in 4..=255,
        /// 网站备注: the schema sets no limit here.
        remark: Option<String> = maybe "Wz_Bz",
    }
}

element! {
    /// `Ym_xx` 域名信息.
    pub struct Domain {
        /// 企业侧域名ID.
        record: i64 = one "IspYmid" in ID,
        /// 域名ID: the bureau's; a new domain has none.
        bureau_id: Option<i64> = maybe "Ymid" in ID,
        /// 域名.
        name: String = one "Ym" in 4..=128,
    }
}

element! {
    /// `Jr_xx` 接入信息: how the service reaches the network.
    pub struct Access {
        /// 接入ID: the bureau's.
        bureau_id: i64 = one "Jrid" in ID,
        /// 网站分布: where the servers stand (bureau ids).
        locations: Vec<i64> = inside "Wzfb" / "Fbdd" of Bureaus in CODE; 64,
        /// 网站接入方式.
        modes: Vec<i64> = inside "Wzjrfs" / "Jrfs" of AccessModes in CODE; 64,
        /// IP信息.
        addresses: Vec<IpRange> = many "Ip_xx",
    }
}

element! {
    /// `Ip_xx` IP信息: a range of addresses, both ends included.
    pub struct IpRange {
        /// 企业侧IP ID.
        record: i64 = one "IspIpid" in ID,
        /// IP ID: the bureau's; a new range has none.
        bureau_id: Option<i64> = maybe "Ipid" in ID,
        /// 起始IP.
        first: Ipv4Addr = one "Qsip",
        /// 终止IP.
        last: Ipv4Addr = one "Zzip",
    }
}
