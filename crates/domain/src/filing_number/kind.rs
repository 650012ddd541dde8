//! The four kinds of internet information service, told apart by the last letter of their number.

use crate::tables::slugged;

/// Kind of a service (服务类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ServiceKind {
    /// 网站, no letter
    Website,
    /// App, letter `A`
    App,
    /// 小程序, letter `X`
    MiniProgram,
    /// 快应用, letter `K`
    QuickApp,
}

impl ServiceKind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[Self::Website, Self::App, Self::MiniProgram, Self::QuickApp];

    /// The letter behind the running number.
    pub const fn suffix(self) -> Option<char> {
        match self {
            Self::Website => None,
            Self::App => Some('A'),
            Self::MiniProgram => Some('X'),
            Self::QuickApp => Some('K'),
        }
    }

    /// The `serviceType` of the public query (beian.miit.gov.cn).
    pub const fn code(self) -> u16 {
        match self {
            Self::Website => 1,
            Self::App => 6,
            Self::MiniProgram => 7,
            Self::QuickApp => 8,
        }
    }

    /// The kind with this `serviceType`.
    pub fn from_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The stable name used in the API, in the rulebook and in translations.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::App => "app",
            Self::MiniProgram => "mini-program",
            Self::QuickApp => "quick-app",
        }
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }

    /// The statutory name.
    pub const fn name_zh(self) -> &'static str {
        match self {
            Self::Website => "网站",
            Self::App => "App",
            Self::MiniProgram => "小程序",
            Self::QuickApp => "快应用",
        }
    }
}

slugged!(ServiceKind);
