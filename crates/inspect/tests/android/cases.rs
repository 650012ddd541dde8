//! The table of cases: how a package is signed, and what must be read of that.

use beian_inspect::facts::{Scheme, Why};

use super::keys::Key;

/// One way of signing.
pub struct Case {
    /// What it is, Chinese and English.
    pub name: (&'static str, &'static str),
    /// The keys, `k0`, `k1`, …
    pub keys: &'static [Key],
    /// How `apksigner` is called, apart from the files.
    pub how: How,
    /// Schemes of the signers read, in order.
    pub schemes: &'static [Scheme],
    /// The key whose certificate counts, and why.
    pub counts: Option<(usize, Why)>,
    /// Certificates before a rotation.
    pub lineage: usize,
}

/// How a package is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Not at all.
    Not,
    /// With every key, under the schemes that are on: v1, v2, v3.
    Each(bool, bool, bool),
    /// The last key has taken over from the others (`apksigner rotate`).
    Rotated(bool, bool, bool),
    /// The same, but only for systems from API level 33 on, in a block of v3.1; older ones see the first key.
    RotatedLater,
}

const RSA: Key = Key::Rsa(2048);
use Scheme::{Jar, V2, V3, V31};

const fn one(
    name: (&'static str, &'static str),
    keys: &'static [Key],
    how: How,
    schemes: &'static [Scheme],
) -> Case {
    let why = if schemes.len() == 1 { Why::Only } else { Why::AllAgree };
    Case { name, keys, how, schemes, counts: Some((0, why)), lineage: 0 }
}

/// Every case.
pub const CASES: [Case; 17] = [
    Case {
        name: ("未签名", "signed by nobody"),
        keys: &[],
        how: How::Not,
        schemes: &[],
        counts: None,
        lineage: 0,
    },
    one(("仅 v1", "v1 only"), &[RSA], How::Each(true, false, false), &[Jar]),
    one(("v1 和 v2", "v1 and v2"), &[RSA], How::Each(true, true, false), &[Jar, V2]),
    one(("仅 v2", "v2 only"), &[RSA], How::Each(false, true, false), &[V2]),
    one(("仅 v3", "v3 only"), &[RSA], How::Each(false, false, true), &[V3]),
    one(("v1、v2、v3", "v1, v2 and v3"), &[RSA], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("RSA 4096", "RSA 4096"), &[Key::Rsa(4096)], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("EC P-256", "EC P-256"), &[Key::Ec("P-256")], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("EC P-384", "EC P-384"), &[Key::Ec("P-384")], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("EC P-521", "EC P-521"), &[Key::Ec("P-521")], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("DSA", "DSA"), &[Key::Dsa], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("调试证书", "debug certificate"), &[Key::Debug], How::Each(true, true, true), &[Jar, V2, V3]),
    one(("证书已过期", "expired certificate"), &[Key::Expired], How::Each(true, true, true), &[Jar, V2, V3]),
    Case {
        name: ("两个签名者", "two signers"),
        keys: &[RSA, Key::Ec("P-256")],
        how: How::Each(true, true, false),
        schemes: &[Jar, Jar, V2, V2],
        counts: Some((0, Why::FirstOfSeveral)),
        lineage: 0,
    },
    Case {
        name: ("v3 轮换过一次", "v3, rotated once"),
        keys: &[RSA, Key::Ec("P-256")],
        how: How::Rotated(true, true, true),
        schemes: &[Jar, V2, V3],
        counts: Some((1, Why::Rotated)),
        lineage: 1,
    },
    Case {
        name: ("v3 轮换过两次", "v3, rotated twice"),
        keys: &[RSA, Key::Ec("P-256"), RSA],
        how: How::Rotated(true, true, true),
        schemes: &[Jar, V2, V3],
        counts: Some((2, Why::Rotated)),
        lineage: 2,
    },
    Case {
        name: ("v3.1 自 API 33 起轮换", "v3.1, rotated from API level 33 on"),
        keys: &[RSA, Key::Ec("P-256")],
        how: How::RotatedLater,
        schemes: &[Jar, V2, V3, V31],
        counts: Some((1, Why::Rotated)),
        lineage: 1,
    },
];
