//! The base code tables by name: their wire names, the elements that refer to them, their built-in rows.

use serde::{Deserialize, Serialize};

use super::base::{self, Seed};

/// Declares the tables as `Variant = "wrapper" / "item", "zh", "en", rows, [elements], "note zh", "note en"`.
macro_rules! tables {
    (
        $(
            $(#[$about:meta])*
            $name:ident = $wrapper:literal / $item:literal, $zh:literal, $en:literal, $seed:expr,
            [$($element:literal),*], $note_zh:literal, $note_en:literal;
        )+
    ) => {
        /// A base code table (基础代码表) of the JCDM document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Table {
            $($(#[$about])* $name,)+
        }

        impl Table {
            /// Every table.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The element of JCDM that holds the table.
            pub const fn wrapper(self) -> &'static str {
                match self { $(Self::$name => $wrapper),+ }
            }

            /// The element of JCDM that holds one row.
            pub const fn item(self) -> &'static str {
                match self { $(Self::$name => $item),+ }
            }

            /// Name in Chinese.
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$name => $zh),+ }
            }

            /// Name in English.
            pub const fn en(self) -> &'static str {
                match self { $(Self::$name => $en),+ }
            }

            /// The built-in rows.
            pub const fn seed(self) -> &'static [Seed] {
                match self { $(Self::$name => $seed),+ }
            }

            /// The elements of documents that hold an id of this table.
            pub const fn elements(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($element),*]),+ }
            }

            /// What has to be known about the built-in rows, in Chinese and English; may be empty.
            pub const fn note(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($note_zh, $note_en)),+ }
            }
        }
    };
}

impl Table {
    /// The table whose wrapper in JCDM has this name.
    pub fn of_wrapper(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.wrapper() == name)
    }

    /// The table that the values of an element of this name belong to.
    pub fn of_element(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.elements().contains(&name))
    }
}

tables! {
    /// 单位性质.
    Natures = "Dwxz_dms" / "Dwxz_xx", "单位性质", "Organiser natures", base::NATURES,
    ["Dwxz"],
    "1 在 2023 年前称“军队”；7、8 未知；一份字典另有 999 其他，未收。",
    "1 was called 军队 before 2023; 7 and 8 are unknown; one dictionary also has 999 (other), left out.";

    /// 证件类型.
    CertificateTypes = "Zjlx_dms" / "Zjlx_xx", "证件类型", "Certificate types", base::CERTIFICATES,
    ["Zjlx", "Fzr_zjlx"],
    "所属为单位性质。负责人用 2、7、11、14、30、41、42；8 后来不再提供；26、29、31–33、45 未知。",
    "They belong to natures. Persons in charge use 2, 7, 11, 14, 30, 41, 42; 8 is no longer offered; 26, 29, 31–33, 45 are unknown.";

    /// 前置审批内容类型.
    Approvals = "Wzjylx_dms" / "Wzjylx_xx", "前置审批", "Pre-approvals", base::APPROVALS,
    ["Nrlx_id"],
    "Ysid 不能由 Id 推出（见 11），以下发的为准；7、8、12 未知；Sfqzsp 均推断为 1。",
    "Ysid cannot be reckoned from the id (see 11): take both from the delivery; 7, 8, 12 are unknown; that Sfqzsp is 1 throughout is inferred.";

    /// 服务内容.
    Contents = "Wzfwlx_dms" / "Wzfwlx_xx", "服务内容", "Service contents", base::CONTENTS,
    ["Fwnr_id"],
    "只用于网站；APP、小程序、快应用另有两级表，编号与此重叠，未收；25–27 未知。",
    "For websites. Apps, mini programs and quick apps have a list of two levels whose ids overlap, left out; 25–27 are unknown.";

    /// 语言类别.
    Languages = "Yylb_dms" / "Yylb", "语言类别", "Languages", base::LANGUAGES,
    ["Yylb_id"],
    "", "";

    /// 接入方式.
    AccessModes = "Wzjrfs_dms" / "Wzjrfs_xx", "接入方式", "Access modes", base::ACCESS_MODES,
    ["Jrfs"],
    "Id 由位置推断；1 和 2 有人上报过。",
    "The ids are inferred from the bits; 1 and 2 were seen on the wire.";

    /// 管局, 服务器放置地.
    Bureaus = "Gj_dms" / "Gj_dm_xx", "管局（服务器放置地）", "Bureaus (server locations)", base::BUREAUS,
    ["Fbdd"],
    "Id 由位置推断；13、20、30 未知。字母取自 ISO 3166-2，下发的编码可能不同。",
    "The ids are inferred from the bits; 13, 20, 30 are unknown. The letters are those of ISO 3166-2, the delivered ones may differ.";

    /// 附件文件格式.
    AttachmentFormats = "Fjwjgs_dms" / "Fjwjgs", "附件格式", "Attachment formats", base::ATTACHMENT_FORMATS,
    ["Fjwjgs"],
    "", "";

    /// 附件用途类型.
    AttachmentPurposes = "Fjytlx_dms" / "Fjzjlx", "附件用途", "Attachment purposes", base::ATTACHMENT_PURPOSES,
    ["Fjyt"],
    "所属对象按文档写法：1 主体，2 网站；接口说明另称 0 主体、1 网站，但格式不许 0。",
    "Owners as documents write them: 1 subject, 2 site. The prose says 0 and 1, which the schema does not allow.";

    /// 注销理由.
    CancelReasons = "Zxly_dms" / "Zxly_xx", "注销理由", "Reasons for a cancellation", base::CANCEL_REASONS,
    ["Zxly"],
    "真实取值未知。", "The real values are not known.";

    /// 未备案处理.
    UnfiledHandling = "Wbacl_dms" / "Wbacl_xx", "未备案处理", "Handling of unfiled sites", base::UNFILED_HANDLING,
    ["Cljg"],
    "真实取值未知；下发时没有 Sfyx。", "The real values are not known; the delivered rows have no Sfyx.";

    /// 核实意见.
    VerificationOpinions = "Hsyj_dms" / "Hsyj", "核实意见", "Opinions on a verification", base::VERIFICATION_OPINIONS,
    [],
    "真实取值未知；核实结果文档里写的是文字。",
    "The real values are not known; the document itself holds free text.";

    /// 域名类型.
    DomainKinds = "Ymlx_dms" / "Ymlx", "域名类型", "Kinds of domain", base::DOMAIN_KINDS,
    ["Ymlx"],
    "真实取值未知。", "The real values are not known.";

    /// 单位分类.
    UnitClasses = "Dwfl_dms" / "Dwfl_xx", "单位分类", "Classes of units", base::UNIT_CLASSES,
    ["Dwfl"],
    "真实取值未知。", "The real values are not known.";

    /// 行业分类.
    Industries = "Hyfl_dms" / "Hyfl_xx", "行业分类", "Industries", base::INDUSTRIES,
    ["Dwhyfl"],
    "真实取值未知；这里用 GB/T 4754 的门类，Id 顺排。",
    "The real values are not known; these are the sections of GB/T 4754 with running ids.";

    /// 行政级别.
    AdministrativeRanks = "Xzjb_dms" / "Xzjb_xx", "行政级别", "Administrative ranks", base::ADMINISTRATIVE_RANKS,
    [],
    "真实取值未知。", "The real values are not known.";

    /// 区域.
    Regions = "Qy_dms" / "Qy_xx", "区域", "Regions", base::REGIONS,
    [
        "Shengid", "Shiid", "Xianid", "Zcr_shengid", "Zcr_shiid", "Gly_shengid", "Gly_shiid", "Jfr_shengid",
        "Jfr_shiid", "Sssh", "Szs"
    ],
    "只内置省级；下发之前，市县代码按所属省判断。",
    "Provinces only; until the table is delivered a city or county counts as known if its province is.";

    /// 报备单位.
    FilingUnits = "Bbdwlb" / "Bbdw", "报备单位", "Filing units", base::FILING_UNITS,
    [
        "Qqdwid", "Lydw", "Ly_dwid", "Fpdx", "Gbdw", "Sqdw", "Yys", "Jrs", "Bbdwid", "Ispid", "Bbisp", "Zjjrz"
    ],
    "虚构单位。", "Invented units.";

    /// 意见反馈问题分类.
    FeedbackTopics = "Yjfk_Wtfls" / "Yjfk_Wtfl_xx", "意见反馈问题分类", "Topics of feedback", base::FEEDBACK_TOPICS,
    [],
    "真实取值未知；内置取值的大类为接口、数据、其他。",
    "The real values are not known; the built-in groups are interface, data and other.";
}
