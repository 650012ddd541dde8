//! WBACLJG 未备案处理结果: what became of websites without a filing that the bureau had named.

use std::net::Ipv4Addr;

use chrono::NaiveDate;

use crate::element::element;
use crate::value::ID;

element! {
    /// `WBACLJG` 未备案处理结果.
    pub struct UnfiledHandling {
        /// 处理信息: one entry per website.
        results: Vec<Handled> = many "Clxx"; 1000,
    }
}

element! {
    /// `Clxx` 处理信息: what became of one website.
    pub struct Handled {
        /// 域名.
        domain: String = one "Ym" in 4..=128,
        /// 网站IP.
        address: Ipv4Addr = one "IP",
        /// 运营商: the carrier.
        carrier: i64 = one "Yys" of FilingUnits in ID,
        /// 接入商: the access provider.
        provider: i64 = one "Jrs" of FilingUnits in ID,
        /// 省ID: the province; any positive number here.
        province: i64 = one "Shengid" of Regions in ID,
        /// 处理结果: what was done.
        outcome: i64 = one "Cljg" of UnfiledHandling in 1..=999,
        /// 处理意见: what was done, in words.
        note: String = one "Clyj" in 1..=255,
        /// 入表时间: day the website came onto the list.
        listed: NaiveDate = one "Rbsj",
        /// 处理时限: day by which it had to be handled.
        due: NaiveDate = one "Clsx",
        /// 上报人姓名: who reports.
        reporter: Option<String> = maybe "Sbrxm" in 1..=128,
        /// 上报人电话.
        reporter_phone: Option<String> = maybe "Sbrdh" in 11..=128,
        /// 上报人电子邮件.
        reporter_email: Option<String> = maybe "Sbrdzyj" in 6..=128,
    }
}
