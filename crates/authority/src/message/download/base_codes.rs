//! JCDM 基础代码: the tables of codes that every other document refers to.

mod entries;

pub use entries::{
    ApprovalType, AttachmentPurpose, Bureau, CancelReason, CertificateType, Code, Combinable, FeedbackTopic,
    FilingUnit, Handling, Industry, Region, validity,
};

use crate::element::element;

element! {
    /// `JCDM` 基础代码: what was delivered replaces what was known.
    #[derive(Default)]
    pub struct BaseCodes {
        /// 报备单位列表: the units that file.
        filing_units: Vec<FilingUnit> = inside_maybe "Bbdwlb" / "Bbdw",
        /// 基础代码信息: the other tables.
        tables: Option<CodeTables> = maybe "Jcdm_xx",
    }
}

element! {
    /// `Jcdm_xx` 基础代码信息: tables; one without rows was not delivered.
    #[derive(Default)]
    pub struct CodeTables {
        /// 单位分类: classes of units.
        unit_classes: Vec<Code> = inside_maybe "Dwfl_dms" / "Dwfl_xx",
        /// 单位性质: natures of organisers.
        natures: Vec<Code> = inside_maybe "Dwxz_dms" / "Dwxz_xx",
        /// 区域: provinces, cities, counties.
        regions: Vec<Region> = inside_maybe "Qy_dms" / "Qy_xx",
        /// 意见反馈问题分类: topics of feedback.
        feedback_topics: Vec<FeedbackTopic> = inside_maybe "Yjfk_Wtfls" / "Yjfk_Wtfl_xx",
        /// 管局: the bureaus, which are also the locations of servers.
        bureaus: Vec<Bureau> = inside_maybe "Gj_dms" / "Gj_dm_xx",
        /// 行业分类: industries.
        industries: Vec<Industry> = inside_maybe "Hyfl_dms" / "Hyfl_xx",
        /// 行政级别: administrative ranks.
        administrative_ranks: Vec<Code> = inside_maybe "Xzjb_dms" / "Xzjb_xx",
        /// 证件类型: types of certificates.
        certificate_types: Vec<CertificateType> = inside_maybe "Zjlx_dms" / "Zjlx_xx",
        /// 网站经营类型: contents that need a permission first.
        approvals: Vec<ApprovalType> = inside_maybe "Wzjylx_dms" / "Wzjylx_xx",
        /// 网站服务类型: contents of services.
        contents: Vec<Combinable> = inside_maybe "Wzfwlx_dms" / "Wzfwlx_xx",
        /// 网站接入方式: modes of access.
        access_modes: Vec<Combinable> = inside_maybe "Wzjrfs_dms" / "Wzjrfs_xx",
        /// 注销理由: reasons for a cancellation.
        cancel_reasons: Vec<CancelReason> = inside_maybe "Zxly_dms" / "Zxly_xx",
        /// 未备案处理: what can be done about an unfiled site.
        unfiled_handling: Vec<Handling> = inside_maybe "Wbacl_dms" / "Wbacl_xx",
        /// 核实意见: opinions on a verification.
        verification_opinions: Vec<Code> = inside_maybe "Hsyj_dms" / "Hsyj",
        /// 域名类型: kinds of domain names.
        domain_kinds: Vec<Code> = inside_maybe "Ymlx_dms" / "Ymlx",
        /// 附件文件格式: formats of attachments.
        attachment_formats: Vec<Code> = inside_maybe "Fjwjgs_dms" / "Fjwjgs",
        /// 附件用途类型: purposes of attachments.
        attachment_purposes: Vec<AttachmentPurpose> = inside_maybe "Fjytlx_dms" / "Fjzjlx",
        /// 语言类别: languages.
        languages: Vec<Code> = inside_maybe "Yylb_dms" / "Yylb",
    }
}
