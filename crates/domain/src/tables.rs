//! The statutory code tables (基础代码) as enums: one row per value, with its code, slug and statutory name.
//!
//! Codes are those of the MIIT enterprise interface V3.0 (企业系统接口规范, 2013-10) and of the enterprise form
//! that followed it. What the authority delivers at run time (JCDM 基础代码) binds and is held by the exchange.

mod certificate;
mod service;
mod subject;

pub use certificate::CertificateType;
pub use service::{AccessMode, AttachmentPurpose, Language, PreApprovalKind, WebsiteContent};
pub use subject::SubjectNature;

/// Declares an enum from rows `Variant = code, "slug", "statutory name"`, with lookups and serde as the slug.
macro_rules! code_table {
    (
        $(#[$about:meta])*
        $name:ident {
            $($variant:ident = $code:literal, $slug:literal, $zh:literal;)+
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $zh] $variant,)+
        }

        impl $name {
            /// All values in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The statutory code.
            pub const fn code(self) -> u16 {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value with this statutory code.
            pub const fn from_code(code: u16) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The stable kebab-case name used in the API, in the rulebook and in translations.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The value with this slug.
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$variant),)+ _ => None }
            }

            /// The statutory name.
            pub const fn name_zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),+ }
            }
        }

        $crate::tables::slugged!($name);
    };
}

/// Gives an enum with `slug` and `from_slug` its `Display`, `FromStr` and serde, all as the slug.
macro_rules! slugged {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.slug())
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::invalid::Invalid;
            fn from_str(slug: &str) -> Result<Self, Self::Err> {
                Self::from_slug(slug).ok_or_else(|| {
                    $crate::invalid::Invalid::new("code-unknown").with("table", stringify!($name))
                })
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.slug())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                slug.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use {code_table, slugged};

#[cfg(test)]
mod tests;
