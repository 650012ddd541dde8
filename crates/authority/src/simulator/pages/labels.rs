//! Labels for the wire names of a new filing, so that the operator reads the file itself, not our copy.

use crate::codes::base;
use crate::codes::fixed::FiledBy;

/// Wire name, Chinese, English.
const LABELS: &[(&str, &str, &str)] = &[
    ("Zt_xx", "主体信息", "Subject"),
    ("IspZtid", "企业侧主体ID", "Subject record id"),
    ("Dwmc", "单位名称", "Name"),
    ("Dwxz", "单位性质", "Nature"),
    ("Tzr", "投资人/主管单位", "Investor"),
    ("Txdz", "通信地址", "Mailing address"),
    ("Shengid", "省", "Province"),
    ("Shiid", "市", "City"),
    ("Xianid", "县", "County"),
    ("Xxdz", "详细地址", "Street"),
    ("Zj", "证件", "Certificate"),
    ("Zjlx", "证件类型", "Type"),
    ("Zjhm", "证件号码", "Number"),
    ("Zjzs", "证件住所", "Address on it"),
    ("Fzr", "主体负责人", "Subject's person in charge"),
    ("Fzr_xm", "姓名", "Name"),
    ("Fzr_dhhm", "办公电话", "Office phone"),
    ("Fzr_sjhm", "手机号码", "Mobile"),
    ("Fzr_dzyj", "电子邮件", "E-mail"),
    ("Fzr_zjlx", "证件类型", "Certificate type"),
    ("Fzr_zjhm", "证件号码", "Certificate number"),
    ("Msn", "MSN", "MSN"),
    ("Qq", "QQ", "QQ"),
    ("Bbfs", "报备方式", "Filed by"),
    ("Bz", "备注", "Remark"),
    ("Wz_xx", "网站信息", "Service"),
    ("IspWzid", "企业侧网站ID", "Service record id"),
    ("Wzmc", "网站名称", "Name"),
    ("Nrlx", "前置审批", "Pre-approval"),
    ("Nrlx_xx", "前置审批项目", "Permission"),
    ("Nrlx_id", "类型", "Kind"),
    ("Qzsph", "前置审批号", "Number"),
    ("Fwnr", "服务内容", "Content"),
    ("Fwnr_id", "服务内容", "Content"),
    ("Yylb", "语言类别", "Languages"),
    ("Yylb_id", "语言", "Language"),
    ("Ym_xx", "域名信息", "Domain"),
    ("IspYmid", "企业侧域名ID", "Domain record id"),
    ("Ym", "域名", "Domain"),
    ("Jr_xx", "接入信息", "Access"),
    ("IspJrid", "企业侧接入ID", "Access record id"),
    ("Wzfb", "服务器放置地", "Server locations"),
    ("Fbdd", "放置地", "Location"),
    ("Wzjrfs", "接入方式", "Access modes"),
    ("Jrfs", "方式", "Mode"),
    ("Ip_xx", "IP 信息", "Addresses"),
    ("IspIpid", "企业侧IP ID", "Address record id"),
    ("Qsip", "起始 IP", "First"),
    ("Zzip", "终止 IP", "Last"),
    ("Wz_Fzr", "网站负责人", "Service's person in charge"),
    ("Syurl", "首页网址", "Home page"),
    ("Wz_Bz", "网站备注", "Remark"),
];

/// The label of a wire name; an unknown name stands for itself.
pub(super) fn label(lang: super::Lang, name: &str) -> &str {
    match LABELS.iter().find(|(wire, ..)| *wire == name) {
        Some((_, zh, en)) => lang.pick(zh, en),
        None => name,
    }
}

/// What a value means, when it is a code or an address.
pub(super) fn meaning(name: &str, value: &str) -> Option<String> {
    let id: i64 = value.trim().parse().ok()?;
    let table = match name {
        "Qsip" | "Zzip" => {
            return u32::try_from(id).ok().map(|bits| std::net::Ipv4Addr::from_bits(bits).to_string());
        }
        "Dwxz" => base::NATURES,
        "Zjlx" | "Fzr_zjlx" => base::CERTIFICATES,
        "Fwnr_id" => base::CONTENTS,
        "Yylb_id" => base::LANGUAGES,
        "Jrfs" => base::ACCESS_MODES,
        "Nrlx_id" => base::APPROVALS,
        "Bbfs" => return FiledBy::of(id).map(|by| by.zh().to_owned()),
        _ => return None,
    };
    base::name(table, id).map(str::to_owned)
}
