//! Accounts, their users, and the provider's own staff, who are never in a customer's account.

use serde::{Deserialize, Serialize};

use crate::contact::Email;
use crate::id::{AccountId, StaffId, UserId};

/// Declares a closed list whose members have a stable name for the database and the API.
macro_rules! slugs {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $slug:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $slug)] $variant,)* }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The stable name in the database, the API and translation keys.
            pub fn slug(self) -> &'static str { match self { $(Self::$variant => $slug,)* } }
            /// Reads the stable name.
            pub fn from_slug(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.slug() == text)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.slug()) }
        }
    };
}
pub(crate) use slugs;

slugs! {
    /// Whether an account is an organisation's or a person's.
    AccountKind {
        /// 单位账号.
        Organisation = "organisation",
        /// 个人账号.
        Person = "person",
    }
}

/// An account (账号): owns orders, filings and resources; has users.
///
/// Its real-name identity may differ from the subject it files for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// What people call it.
    pub name: String,
    /// Organisation or person.
    pub kind: AccountKind,
    /// 实名认证: whether the provider has verified who owns the account.
    pub real_name_verified: bool,
}

slugs! {
    /// What a user may do in the own account.
    Role {
        /// 账号所有者: everything, the first user.
        Owner = "owner",
        /// 备案经办人: files, but does not administer users or resources.
        Filer = "filer",
        /// 只读: looks.
        Viewer = "viewer",
    }
}

/// A person in an account (IAM 用户).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Identity.
    pub id: UserId,
    /// The account the user belongs to.
    pub account: AccountId,
    /// Sign-in name and address for notices.
    pub email: Email,
    /// What people call the user.
    pub name: String,
    /// What the user may do.
    pub role: Role,
}

slugs! {
    /// What a member of staff may do.
    StaffRole {
        /// 备案专员: reviews orders.
        Reviewer = "reviewer",
        /// 管理员: also resources, staff, jobs.
        Admin = "admin",
        /// 审计员: reads everything, changes nothing.
        Auditor = "auditor",
    }
}

/// One of the provider's own people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Identity.
    pub id: StaffId,
    /// Sign-in name.
    pub email: Email,
    /// What colleagues and the customer's history call the person.
    pub name: String,
    /// What the person may do.
    pub role: StaffRole,
}
