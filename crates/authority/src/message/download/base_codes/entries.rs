//! The rows of the tables of JCDM.

use crate::element::element;
use crate::value::{ID, REGION};

/// 是否有效: whether a row holds.
pub mod validity {
    /// No longer to be used.
    pub const WITHDRAWN: i64 = 0;
    /// In force.
    pub const VALID: i64 = 1;
}

element! {
    /// A row of the plain tables. Their elements may stand in any order, so tables that list them differently
    /// are alike.
    pub struct Code {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=64,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// A row of which several can be kept in one number.
    pub struct Combinable {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 映射ID: the value that stands for the row where several are kept in one number.
        bits: i64 = one "Ysid" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=32,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Bbdw` 报备单位: a unit that files.
    pub struct FilingUnit {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 单位名称.
        name: String = one "Dwmc" in 1..=255,
        /// 单位分类.
        class: Option<i64> = maybe "Dwfl" of UnitClasses in 1..=999,
        /// 单位行业分类.
        industry: Option<i64> = maybe "Dwhyfl" of Industries in 1..=999,
        /// 经营许可证编号: number of the operating licence.
        licence: Option<String> = maybe "Jyxkzbh" in 1..=128,
        /// 省ID.
        province: Option<i64> = maybe "Shengid" of Regions in REGION,
        /// 市ID.
        city: Option<i64> = maybe "Shiid" of Regions in REGION,
        /// 县ID.
        county: Option<i64> = maybe "Xianid" of Regions in REGION,
        /// 详细地址.
        street: Option<String> = maybe "Xxdz" in 1..=1024,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
        /// 备注. The schema allows an empty one here, which counts as absent like everywhere.
        remark: Option<String> = maybe "Bz" in 1..=128,
    }
}

element! {
    /// `Qy_xx` 区域: a province, city or county.
    pub struct Region {
        /// Six digits of GB/T 2260.
        id: i64 = one "Id" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=32,
        /// 类型: 1 province, 2 city, 3 county.
        level: Option<i64> = maybe "Lx" in 1..=3,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Yjfk_Wtfl_xx` 意见反馈问题分类: a topic of feedback, in two steps.
    pub struct FeedbackTopic {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 分类1: the wider topic.
        wider: String = one "Fl1" in 1..=128,
        /// 分类2: the topic in it.
        name: String = one "Fl2" in 1..=128,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Gj_dm_xx` 管局: a bureau.
    pub struct Bureau {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 映射ID: the value that stands for the row where several are kept in one number.
        bits: i64 = one "Ysid" in ID,
        /// 编码: letters.
        letters: String = one "Bm" in 1..=10,
        /// 名称.
        name: String = one "Mc" in 1..=64,
        /// 省ID.
        province: Option<i64> = maybe "Shengid" of Regions in REGION,
        /// 省简称: the character that filing numbers begin with.
        short: Option<String> = maybe "Shengjc" in 1..=128,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
        /// 电子邮件.
        email: Option<String> = maybe "Dzyj" in 6..=255,
        /// 手机号码.
        mobile: Option<String> = maybe "Sjhm" in 11..=128,
    }
}

element! {
    /// `Hyfl_xx` 行业分类: an industry.
    pub struct Industry {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 编码: letters.
        letters: String = one "Bm" in 1..=10,
        /// 名称.
        name: String = one "Mc" in 1..=64,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Zjlx_xx` 证件类型: a type of certificate.
    pub struct CertificateType {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=64,
        /// 单位分类ID: the nature of organiser that has such certificates.
        nature: i64 = one "Dwflid" of Natures in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Wzjylx_xx` 网站经营类型: a content that may need a permission first.
    pub struct ApprovalType {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 映射ID: the value that stands for the row where several are kept in one number.
        bits: i64 = one "Ysid" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=32,
        /// 是否前置审批: 1 if a permission must be had first.
        needs_permission: i64 = one "Sfqzsp" in 0..=1,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Zxly_xx` 注销理由: a reason for a cancellation.
    pub struct CancelReason {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 内容: the reason in words.
        text: String = one "Nr" in 1..=128,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}

element! {
    /// `Wbacl_xx` 未备案处理: what was done about an unfiled site. Rows of this table are never withdrawn.
    pub struct Handling {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 状态名称.
        name: String = one "Ztmc" in 1..=128,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
    }
}

element! {
    /// `Fjzjlx` 附件用途类型: a purpose of attachments.
    pub struct AttachmentPurpose {
        /// What documents refer to.
        id: i64 = one "Id" in ID,
        /// 名称.
        name: String = one "Mc" in 1..=64,
        /// 所属对象类型: what such an attachment belongs to. The texts say 0 subject and 1 service, the schema
        /// forbids 0, documents use 1 subject and 2 service.
        owner: i64 = one "Ssdxlx" also 0 in ID,
        /// 备注.
        remark: Option<String> = maybe "Bz" in 1..=128,
        /// 是否有效: see [`validity`].
        valid: i64 = one "Sfyx" in 0..=1,
    }
}
