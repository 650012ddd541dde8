//! `beian validate`: one value per line, each held against the grammar and the check digits of its kind.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What to check, and where it is.
#[derive(Debug, Args)]
pub struct Validate {
    /// What every line is. 种类
    #[arg(value_enum, required_unless_present = "list", value_name = "KIND")]
    pub kind: Option<ValueKind>,
    /// Files with one value per line, read one after the other; standard input without any, or for `-`.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The language of the reasons. 语言
    #[arg(long, value_enum, default_value = "en")]
    pub language: ReasonLanguage,
    /// Print the kinds and end. 列出种类
    #[arg(long)]
    pub list: bool,
}

/// A kind of value that can be told right from wrong without asking anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ValueKind {
    /// 统一社会信用代码, unified social credit code
    Uscc,
    /// 组织机构代码, organisation code
    OrganisationCode,
    /// 营业执照注册号 of 15 digits, before the unified code
    #[value(name = "licence-15")]
    Licence15,
    /// 居民身份证, resident identity card
    ResidentId,
    /// 港澳居民居住证, residence permit for Hong Kong and Macao residents
    HongKongMacaoResidence,
    /// 台湾居民居住证, residence permit for Taiwan residents
    TaiwanResidence,
    /// 港澳居民来往内地通行证, travel permit for Hong Kong and Macao residents
    HongKongMacaoPass,
    /// 台湾居民来往大陆通行证, travel permit for Taiwan residents
    TaiwanPass,
    /// 外国人永久居留身份证, foreign permanent resident card, old and new
    PermanentResidence,
    /// 护照, passport of any country
    Passport,
    /// 手机号码, mobile phone of the mainland
    Mobile,
    /// 固定电话, landline with area code
    Landline,
    /// 电子邮件, e-mail address
    Email,
    /// 域名, domain name
    Domain,
    /// 首页网址, address of a home page
    HomeUrl,
    /// IP 地址, address, range or network (CIDR), IPv4 or IPv6
    Ip,
    /// 备案号, any of the four below
    FilingNumber,
    /// 主体备案号, filing number of a subject
    SubjectNumber,
    /// 服务备案号, filing number of a website, App, mini program or quick app
    ServiceNumber,
    /// 经营许可证号, operating licence (B2-…) or the older ICP证
    LicenceNumber,
    /// 公安备案号, filing number of the police
    PoliceNumber,
}

/// The language of the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReasonLanguage {
    /// 中文
    Zh,
    /// English
    En,
}
