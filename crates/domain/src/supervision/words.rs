//! The numbers of the interface as words: codes of the authority's tables, and closed lists it fixes itself.

use serde::{Deserialize, Serialize};

use super::fact::{FactValue, Facts, Told, tell};
use crate::account::slugs;

slugs! {
    /// A table of the authority (基础代码) or of the interface out of which a code is.
    CodeList {
        /// 单位性质.
        Natures = "natures",
        /// 证件类型.
        CertificateTypes = "certificate-types",
        /// 省市县.
        Regions = "regions",
        /// 管局, also the place of a server.
        Bureaus = "bureaus",
        /// 报备单位.
        Units = "units",
        /// 单位分类.
        UnitClasses = "unit-classes",
        /// 行业分类.
        Industries = "industries",
        /// 服务内容.
        Contents = "contents",
        /// 语言类别.
        Languages = "languages",
        /// 接入方式.
        AccessModes = "access-modes",
        /// 前置审批.
        Approvals = "approvals",
        /// 域名类型.
        DomainKinds = "domain-kinds",
        /// 结果代码.
        Results = "results",
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident: $list:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl Told for $name {
            fn tell(&self, name: &'static str, to: &mut Facts) {
                tell(FactValue::Code(CodeList::$list, self.0), name, to);
            }
        }
    )*};
}

codes! {
    /// A nature of organiser (单位性质).
    NatureCode: Natures;
    /// A type of certificate (证件类型).
    CertificateCode: CertificateTypes;
    /// A province, city or county (省市县).
    AreaCode: Regions;
    /// A bureau, as the place of a server (放置地).
    BureauCode: Bureaus;
    /// A unit that files (报备单位).
    UnitCode: Units;
    /// A class of units (单位分类).
    UnitClassCode: UnitClasses;
    /// An industry (行业分类).
    IndustryCode: Industries;
    /// A content of services (服务内容).
    ContentCode: Contents;
    /// A language (语言类别).
    LanguageCode: Languages;
    /// A mode of access (接入方式).
    ModeCode: AccessModes;
    /// A kind of pre-approval (前置审批).
    ApprovalCode: Approvals;
    /// A kind of domain name (域名类型).
    DomainKindCode: DomainKinds;
    /// A result code (结果代码).
    ResultCode: Results;
}

/// Declares a closed list of the interface by its name, each member with its number. A number that is none of
/// the list is kept as it came.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident = $list:literal { $($(#[$vdoc:meta])* $variant:ident = $number:literal, $slug:literal;)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "kebab-case")]
            pub enum $name {
                $($(#[$vdoc])* $variant,)*
                /// A number the interface does not list.
                Other(i64),
            }

            impl $name {
                /// The member with this number.
                pub const fn of(number: i64) -> Self {
                    match number { $($number => Self::$variant,)* other => Self::Other(other) }
                }
            }

            impl Told for $name {
                fn tell(&self, name: &'static str, to: &mut Facts) {
                    let value = match self {
                        $(Self::$variant => FactValue::Choice($list, $slug),)*
                        Self::Other(number) => FactValue::Number(*number),
                    };
                    tell(value, name, to);
                }
            }
        )*

        /// Every closed list with the stable names of its members.
        pub const CHOICES: &[(&str, &[&str])] = &[$(($list, &[$($slug),*])),*, ("yes", &["yes", "no"])];
    };
}

choices! {
    /// 报备用户类型: who filed.
    FiledBy = "filed-by" {
        /// 自主报备.
        Oneself = 0, "oneself";
        /// 接入商代为报备.
        Provider = 1, "provider";
    }
    /// 核查结果 of an access.
    AccessFault = "access-fault" {
        /// 多报: filed, but not connected there.
        NotConnected = 1, "not-connected";
        /// 少报: connected, but not filed.
        NotFiled = 2, "not-filed";
    }
    /// 核查结果 of what may be an empty shell (空壳网站).
    Shell = "shell" {
        /// 存活.
        Alive = 0, "alive";
        /// 死亡.
        Dead = 1, "dead";
    }
    /// 越界类型, 冲突类型, 未报类型: which kind of record a finding is about.
    AddressMatter = "address-matter" {
        /// 来源.
        Source = 1, "source";
        /// 分配.
        Allocation = 2, "allocation";
    }
    /// 通知类别: what is to be put right.
    Rectify = "rectify" {
        /// 主体整改.
        Subject = 0, "subject";
        /// 网站整改.
        Service = 1, "service";
    }
    /// 注销类别: what was cancelled.
    Cancelled = "cancelled" {
        /// 主体, with all its services.
        Subject = 0, "subject";
        /// 网站.
        Service = 1, "service";
        /// 取消接入.
        Access = 2, "access";
    }
    /// 操作类型: which kind of request a result answers.
    Asked = "asked" {
        /// 新增备案.
        NewFiling = 1, "new-filing";
        /// 新增网站.
        NewService = 2, "new-service";
        /// 新增接入.
        NewAccess = 3, "new-access";
        /// 变更.
        Change = 4, "change";
        /// 取消接入.
        CancelAccess = 5, "cancel-access";
        /// 注销主体.
        CancelSubject = 6, "cancel-subject";
        /// 注销网站.
        CancelService = 7, "cancel-service";
        /// 单独核验材料.
        VerificationOnly = 35, "verification-only";
    }
    /// 操作类型: which kind of report a result answers.
    Reported = "reported" {
        /// 新增.
        Add = 1, "add";
        /// 修改.
        Change = 2, "change";
        /// 删除.
        Remove = 3, "remove";
    }
    /// 分配方式: what a range of addresses is used for.
    Allotted = "allotted" {
        /// 分配使用.
        InUse = 1, "in-use";
        /// 再分配.
        PassedOn = 2, "passed-on";
        /// 自用.
        OwnUse = 3, "own-use";
        /// 保留.
        Reserved = 4, "reserved";
    }
    /// 使用方式: how addresses are given out.
    Usage = "usage" {
        /// 静态.
        Static = 1, "static";
        /// 动态.
        Dynamic = 2, "dynamic";
        /// 未知.
        NotKnown = 3, "not-known";
    }
    /// Why a result could not be put to an order.
    Unmatched = "unmatched" {
        /// It names nobody we know, or an earlier submission of an order.
        Nobody = 0, "nobody";
        /// The order has moved on.
        Late = 1, "late";
    }
    /// What a result says.
    Answered = "answered" {
        /// 已受理.
        Received = 0, "received";
        /// 短信核验通过.
        PhoneCheckDone = 1, "phone-check-done";
        /// 短信核验未通过.
        PhoneCheckFailed = 2, "phone-check-failed";
        /// 审核通过.
        Granted = 3, "granted";
        /// 退回.
        Refused = 4, "refused";
    }
    /// Which kind of record a report is about.
    Report = "report" {
        /// IP 来源.
        Source = 1, "source";
        /// IP 分配.
        Allocation = 2, "allocation";
        /// IP 广播.
        Broadcast = 3, "broadcast";
        /// 自带 IP.
        Own = 4, "own";
        /// 域名.
        Domain = 5, "domain";
    }
    /// How we learnt of a filing.
    KnownFrom = "known-from" {
        /// 备案数据: the authority sent it by itself.
        FilingData = 0, "filing-data";
        /// 数据同步: we asked for everything it holds.
        Sync = 1, "sync";
    }
}
