//! Codes that the interface document itself fixes and no table delivers.
//!
//! Source: 企业系统接口规范 V3.0, the texts of the elements; instant messengers from the forms of 2023.

use super::base::Mark::{self, Confirmed, SingleSource};

/// One set of fixed codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FixedSet {
    /// Name of the type here.
    pub name: &'static str,
    /// Name in Chinese.
    pub zh: &'static str,
    /// Name in English.
    pub en: &'static str,
    /// How sure the values are.
    pub mark: Mark,
    /// The elements that hold such a code.
    pub elements: &'static [&'static str],
    /// Value, Chinese, English.
    pub rows: &'static [(i64, &'static str, &'static str)],
}

/// Declares sets as `Name, mark, "zh", "en", [elements] { Variant = value, "zh", "en"; … }`.
macro_rules! fixed_codes {
    (
        $(
            $(#[$about:meta])*
            $name:ident, $mark:ident, $zh:literal, $en:literal, [$($element:literal),+] {
                $($variant:ident = $value:literal, $variant_zh:literal, $variant_en:literal;)+
            }
        )+
    ) => {
        $(
            $(#[$about])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub enum $name {
                $(#[doc = concat!($variant_zh, ": ", $variant_en, ".")] $variant,)+
            }

            impl $name {
                /// Every value, ascending.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// The number on the wire.
                pub const fn value(self) -> i64 {
                    match self { $(Self::$variant => $value),+ }
                }

                /// The value of a number on the wire.
                pub const fn of(value: i64) -> Option<Self> {
                    match value { $($value => Some(Self::$variant),)+ _ => None }
                }

                /// In Chinese.
                pub const fn zh(self) -> &'static str {
                    match self { $(Self::$variant => $variant_zh),+ }
                }

                /// In English.
                pub const fn en(self) -> &'static str {
                    match self { $(Self::$variant => $variant_en),+ }
                }
            }
        )+

        /// Every set.
        pub const SETS: &[FixedSet] = &[
            $(
                FixedSet {
                    name: stringify!($name),
                    zh: $zh,
                    en: $en,
                    mark: $mark,
                    elements: &[$($element),+],
                    rows: &[$(($value, $variant_zh, $variant_en)),+],
                },
            )+
        ];
    };
}

fixed_codes! {
    /// Who filed (报备方式 `Bbfs`, 报备用户类型 `Bbyhlx`).
    FiledBy, Confirmed, "报备方式、报备用户类型", "Filed by", ["Bbfs", "Bbyhlx"] {
        Organiser = 0, "自行报备", "the organiser itself";
        Provider = 1, "代为报备", "a provider";
    }

    /// Result of a verification by the provider (核实结果 `Hsjg`).
    VerificationResult, Confirmed, "核实结果", "Result of a verification", ["Hsjg"] {
        Passed = 0, "通过", "passed";
        Refused = 1, "拒绝", "refused";
    }

    /// Verdict of the bureau (审核结果 `Shjg`); its numbers run against those of [`VerificationResult`].
    ReviewResult, Confirmed, "审核结果", "Verdict of the bureau", ["Shjg"] {
        Refused = 0, "拒绝", "refused";
        Approved = 1, "通过", "approved";
    }

    /// What a result about an ICP filing answers (操作类型 `Czlx` in ICP BAJG).
    Operation, Confirmed, "ICP 备案结果的操作类型", "What an ICP result answers", ["ICP/BAJG/Czlx"] {
        NewFiling = 1, "新增备案", "new filing";
        NewSite = 2, "新增网站", "new site";
        NewAccess = 3, "新增接入", "new access";
        Change = 4, "变更", "change";
        CancelAccess = 5, "取消接入", "cancelled access";
        CancelSubject = 6, "注销主体", "cancelled subject";
        CancelSite = 7, "注销网站", "cancelled site";
        VerificationOnly = 35, "单独核验材料", "verification material on its own";
    }

    /// What a result about an IP or domain record answers (操作类型 `Czlx` in IP and YM BAJG).
    RecordOperation, Confirmed, "IP、域名备案结果的操作类型", "What an IP or domain result answers",
    ["IP/BAJG/Czlx", "YM/BAJG/Czlx"] {
        Add = 1, "新增", "added";
        Change = 2, "修改", "changed";
        Delete = 3, "删除", "deleted";
    }

    /// What happened to an entry of a blacklist (操作类型 `Czlx` in HMDLB).
    BlacklistOperation, Confirmed, "黑名单操作类型", "What happened to a blacklist entry", ["HMDLB/Czlx"] {
        Add = 0, "增加", "added";
        Change = 1, "修改", "changed";
        Delete = 2, "删除", "deleted";
    }

    /// What is cancelled (注销类别 `Zxlb`); downloads tell of the first two only.
    CancelKind, Confirmed, "注销类别", "What is cancelled", ["Zxlb"] {
        Subject = 0, "主体", "subject";
        Site = 1, "网站", "site";
        Access = 2, "取消接入", "access";
    }

    /// What a notice is about (通知类别 `Tzlb`).
    NoticeKind, Confirmed, "通知类别", "What a notice is about", ["Tzlb"] {
        SubjectRectification = 0, "主体整改", "subject to be put right";
        SiteRectification = 1, "网站整改", "site to be put right";
    }

    /// What an inspection of accesses found (核查结果 `Hcjg` in `Jrhc`).
    AccessInspection, Confirmed, "接入核查结果", "Inspection of accesses", ["Jrhc/Hcjg"] {
        FiledNotServed = 1, "多报", "filed but not served";
        ServedNotFiled = 2, "少报", "served but not filed";
    }

    /// What an inspection of empty sites found (核查结果 `Hcjg` in `Kkwzhc`).
    EmptySiteInspection, Confirmed, "空壳网站核查结果", "Inspection of empty sites", ["Kkwzhc/Hcjg"] {
        Alive = 0, "存活", "alive";
        Dead = 1, "死亡", "dead";
    }

    /// Kind of IP record an inspection speaks of (`Yjlx`, `Ctlx`, `Wblx`).
    IpRecordKind, Confirmed, "IP 核查的信息类型", "Kind of IP record inspected", ["Yjlx", "Ctlx", "Wblx"] {
        Source = 1, "来源", "source";
        Allocation = 2, "分配", "allocation";
    }

    /// How a range is allocated (分配方式 `Fpfs`).
    AllocationMode, Confirmed, "分配方式", "How a range is allocated", ["Fpfs"] {
        AllocatedAndUsed = 1, "分配且使用", "allocated and used";
        AllocatedFurther = 2, "再分配", "allocated further";
        OwnUse = 3, "自用", "own use";
        Reserved = 4, "预留", "kept";
    }

    /// How addresses are used (使用方式 `Syfs`).
    UseMode, Confirmed, "使用方式", "How addresses are used", ["Syfs"] {
        Static = 1, "静态", "static";
        Dynamic = 2, "动态", "dynamic";
        Unknown = 3, "未知", "unknown";
    }

    /// Flags (`Sfymtz` 是否域名跳转, `Sfyx` 是否有效, `Sfqzsp` 是否前置审批).
    Flag, Confirmed, "是否", "Flags", ["Sfymtz", "Sfyx", "Sfqzsp"] {
        No = 0, "否", "no";
        Yes = 1, "是", "yes";
    }

    /// Where the provider's own range comes from (来源单位类型 `Ly_dwlx`).
    SourceKind, Confirmed, "来源单位类型", "Kind of source unit", ["Ly_dwlx"] {
        Elsewhere = 0, "非报备单位", "not a filing unit";
        FilingUnit = 1, "报备单位", "a filing unit";
    }

    /// Whether something is filed (备案状态 `Bazt`), in the answer to a query.
    FilingState, Confirmed, "备案状态", "Whether it is filed", ["Bazt"] {
        Filed = 0, "已备案", "filed";
        NotFiled = 1, "未备案", "not filed";
    }

    /// What an attachment belongs to (所属对象类型 `Ssdxlx` in documents).
    AttachmentOwner, Confirmed, "附件所属对象类型", "What an attachment belongs to", ["Fjssdx/Ssdxlx"] {
        Subject = 1, "主体", "subject";
        Site = 2, "网站", "site";
    }

    /// Instant messengers (即时通信类型); on the forms of 2023, not in V3.0.
    InstantMessenger, SingleSource, "即时通信类型（2023 年表单）", "Instant messengers (forms of 2023)",
    ["Fzr_jstx_lx"] {
        Qq = 1, "QQ", "Tencent QQ";
        WeChat = 2, "微信", "WeChat";
        DingTalk = 3, "钉钉", "DingTalk";
        Hi = 4, "Hi", "Baidu Hi";
    }
}
