//! XZWZ 新增网站: new services of subjects that are filed.

use super::new_filing::{Access, Approval, Domain, ServicePerson};
use crate::element::{choice, element};
use crate::message::parts::attachment::FiledAttachment;
use crate::value::{CODE, ID};

element! {
    /// `XZWZ` 新增网站.
    pub struct NewService {
        /// 新增信息: one entry per subject.
        requests: Vec<Request> = many "Xzxx"; 1000,
    }
}

element! {
    /// `Xzxx` 新增信息: new services of one subject.
    pub struct Request {
        /// 主体信息: which subject.
        subject: FiledSubject = one "Zt_xx",
        /// 网站信息.
        services: Vec<Service> = many "Wz_xx",
        /// 附件.
        attachments: Vec<FiledAttachment> = each "Fj" / "Fjxx",
        /// ICP备案密码: filing password as MD5 in hexadecimal text (else code 1018).
        password: Option<String> = maybe "ICPmm" in 1..=32,
    }
}

choice! {
    /// `Zt_xx` 主体信息: a subject that is filed.
    pub enum FiledSubject {
        /// 主体备案号.
        Number(String) = "Ztbah" in 1..=128,
        /// 主体ID: the bureau's.
        BureauId(i64) = "Ztid" in ID,
    }
}

element! {
    /// `Wz_xx` 网站信息: one new service; its home URL may be longer than anywhere else.
    pub struct Service {
        /// 企业侧网站ID.
        record: i64 = one "IspWzid" in ID,
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
        /// 首页URL: must contain one of the domains (code 1041).
        home_url: Option<String> = maybe "Syurl" in 4..=512,
        /// 网站备注.
        remark: Option<String> = maybe "Wz_Bz" in 1..=1024,
    }
}
