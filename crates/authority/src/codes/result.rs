//! Data-level result codes (`Jgdm` in BAJG) for filings, with short wordings of our own.
//!
//! Source: 企业系统接口规范 V3.0, appendix of return codes, ICP and general part.

/// The bureau approved.
pub const APPROVED: i64 = 1001;
/// The bureau refused.
pub const REFUSED: i64 = 1002;
/// The verification sheet was stored; says that the file was read.
pub const SHEET_STORED: i64 = 1060;
/// The access data agree with the IP library; says that the checks went well.
pub const ACCESS_AGREES: i64 = 1062;
/// Anything else that speaks against a request.
pub const OTHER: i64 = 1999;
/// The file violates the schema.
pub const FILE_INVALID: i64 = 5001;

/// One result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCode {
    /// The number on the wire.
    pub code: i64,
    /// What it says, in Chinese.
    pub zh: &'static str,
    /// What it says, in English.
    pub en: &'static str,
}

/// True for the codes that speak for a request; every other code speaks against it.
pub const fn is_success(code: i64) -> bool {
    matches!(code, APPROVED | SHEET_STORED | ACCESS_AGREES)
}

/// The entry of a code, if the published table has it.
pub fn find(code: i64) -> Option<&'static ResultCode> {
    RESULT_CODES.iter().find(|entry| entry.code == code)
}

const fn result(code: i64, zh: &'static str, en: &'static str) -> ResultCode {
    ResultCode { code, zh, en }
}

/// Every published code that concerns filings, ascending.
pub const RESULT_CODES: &[ResultCode] = &[
    result(1001, "审核通过", "Approved by the bureau"),
    result(1002, "审核未通过", "Refused by the bureau"),
    result(1003, "主办者与已有主办者冲突", "The organiser clashes with one already filed"),
    result(1004, "域名无效", "The domain name is not valid"),
    result(1005, "域名已在备案库中", "The domain name is already filed"),
    result(1006, "IP 地址无效", "The IP address is not valid"),
    result(1007, "联系方式无效", "The contact data are not valid"),
    result(1008, "证件无效", "The certificate is not valid"),
    result(1009, "电子邮箱无效", "The e-mail address is not valid"),
    result(1010, "办公电话无效", "The office phone is not valid"),
    result(1011, "手机号码无效", "The mobile number is not valid"),
    result(1012, "MSN 无效", "The MSN account is not valid"),
    result(1013, "QQ 号无效", "The QQ account is not valid"),
    result(1014, "主办单位性质无效", "The nature of the organiser is not valid"),
    result(1015, "身份证号码无效", "The identity card number is not valid"),
    result(1016, "所指数据不在备案库中", "The data referred to are not in the library"),
    result(1017, "有变更正在审核，请稍候", "A change is under review; wait for it"),
    result(1018, "备案密码错误", "The filing password is wrong"),
    result(1019, "省市县代码错误", "The region code is wrong"),
    result(1020, "网站名称与已有网站冲突", "The site name clashes with one already filed"),
    result(1021, "首页网址已备案", "The home page address is already filed"),
    result(1022, "首页网址格式错误", "The home page address is malformed"),
    result(1023, "所指 IP 数据不在备案库中", "The IP record referred to is not in the library"),
    result(1024, "IP 地址冲突", "The IP addresses clash"),
    result(
        1025,
        "网站只有这一个接入，不能取消",
        "This is the only access of the site and cannot be cancelled",
    ),
    result(1026, "注销理由代码错误", "The cancellation reason is not a known code"),
    result(1027, "已申请注销该主体", "Cancelling this subject was already requested"),
    result(1028, "ICP 用户名错误", "The ICP user name is wrong"),
    result(1029, "同一网站的接入重复", "The same access is given twice for a site"),
    result(1030, "已申请注销该网站", "Cancelling this site was already requested"),
    result(1031, "缺少网站负责人办公电话", "The office phone of the site's person in charge is missing"),
    result(1032, "本接入商已申请取消该接入", "This provider already asked to cancel the access"),
    result(1033, "前置审批类型无效", "The kind of pre-approval is not valid"),
    result(1034, "服务内容无效", "The service content is not valid"),
    result(1035, "接入方式无效", "The access mode is not valid"),
    result(1036, "服务器放置地无效", "The server location is not valid"),
    result(1037, "网站已报备", "The site is already filed"),
    result(1038, "接入已报备", "The access is already filed"),
    result(1039, "本备案中的域名已报备", "A domain of this filing is already filed"),
    result(1040, "本接入的 IP 已报备", "An IP address of this access is already filed"),
    result(1041, "首页网址不含所报域名", "The home page address contains none of the domains"),
    result(1042, "主体正在注销，不能注销网站", "The subject is being cancelled, so the site cannot be"),
    result(1043, "网站正在注销，不能注销主体", "A site is being cancelled, so the subject cannot be"),
    result(1044, "缺少主体负责人姓名", "The name of the subject's person in charge is missing"),
    result(1045, "接入商只能向本省报备", "A provider files at its own province only"),
    result(
        1046,
        "变更不能跨省，须注销后重新备案",
        "A change may not move the subject to another province; cancel and file again",
    ),
    result(1047, "只能取消本接入商的接入", "Only your own access may be cancelled"),
    result(1048, "该备案不由本单位接入", "The filing is not accessed through you"),
    result(1049, "主体已注销", "The subject is already cancelled"),
    result(1050, "网站已注销", "The site is already cancelled"),
    result(
        1051,
        "本接入商对该主体未完成的变更过多",
        "Too many open changes by this provider for this subject",
    ),
    result(1052, "请求仍在原系统受理中", "The request is still being handled in the former system"),
    result(1053, "报备单位已删除", "The requesting unit has been deleted"),
    result(1054, "报备单位无效", "The filing unit is not valid"),
    result(1055, "核验单不属于该备案", "The verification sheet belongs to another filing"),
    result(1056, "附件格式代码错误", "The attachment format is not a known code"),
    result(1057, "附件用途代码错误", "The attachment purpose is not a known code"),
    result(1058, "主体不存在", "The subject does not exist"),
    result(1059, "网站不存在", "The site does not exist"),
    result(1060, "核验单已入库", "Verification sheet stored"),
    result(1061, "附件用途与所属对象不符", "The attachment's purpose does not fit what it belongs to"),
    result(1062, "接入信息与 IP 库一致", "Access data agree with the IP library"),
    result(1063, "所用 IP 不在本单位 IP 备案中", "The IP addresses are not in your own IP filing"),
    result(1064, "网站域名在黑名单中", "A domain of the site is blacklisted"),
    result(1065, "主体在黑名单中", "The subject is blacklisted"),
    result(1066, "语言代码错误", "The language is not a known code"),
    result(1067, "备案号或关键字对应多个网站", "The number or key matches several sites"),
    result(1068, "备案号或关键字对应多条缩略信息", "The number or key matches several summary records"),
    result(1999, "其他原因", "Other reason"),
    result(5001, "文件不符合接口格式", "The file violates the interface schema"),
    result(5002, "属性不存在", "The attribute does not exist"),
    result(5003, "请求单位与调用单位不一致", "The requesting unit differs from the calling unit"),
    result(5004, "接口版本错误", "The interface version is wrong"),
    result(5005, "未备案网站不属于本单位", "The unfiled site is not yours"),
    result(5006, "未备案网站处理结果已上报", "The result for the unfiled site was already reported"),
    result(5007, "处理状态代码错误", "The handling status is not a known code"),
    result(5008, "含有非法字符", "The file contains illegal characters"),
    result(5009, "单位无此业务权限", "The unit lacks permission for this business"),
    result(5010, "附件格式不符合要求", "The attachment is in a format that is not allowed"),
    result(5011, "功能未开放", "The function is not opened"),
    result(5999, "其他原因", "Other reason"),
];
