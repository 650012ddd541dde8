//! Package names of Apps: there, well formed, each once.

use super::{apps, mobile, of_platform};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::dossier::System;
use crate::finding::Finding;

/// Every package has a name.
pub(super) fn there(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, system, _) in mobile(sight).filter(|(.., one)| one.package_name.trim().is_empty()) {
        out.push(of_platform(applied, offer, system));
    }
}

/// A name is a domain written backwards, as the system asks.
pub(super) fn form(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, system, one) in mobile(sight) {
        let name = one.package_name.trim();
        if !name.is_empty() && !well_formed(system, name) {
            out.push(of_platform(applied, offer, system).with("found", name));
        }
    }
}

/// Letters, digits and one sign between dots: Android and HarmonyOS begin every part with a letter and know the
/// underscore, iOS knows the hyphen.
fn well_formed(system: System, name: &str) -> bool {
    let (parts, sign, letter) = match system {
        System::Android => (2, '_', true),
        System::HarmonyOs => (3, '_', true),
        System::Ios => (2, '-', false),
        System::Desktop | System::Device => return true,
    };
    let good = |part: &str| {
        let first = part.chars().next();
        first.is_some_and(|first| !letter || first.is_ascii_alphabetic())
            && part.chars().all(|character| character.is_ascii_alphanumeric() || character == sign)
    };
    name.split('.').count() >= parts && name.split('.').all(good)
}

/// An App names a system once.
pub(super) fn system_once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight) {
        let platforms = &offer.service.platforms;
        for (n, one) in platforms.iter().enumerate() {
            let twin = |other: &crate::dossier::Platform| {
                other.system == one.system && other.package_name.trim() != one.package_name.trim()
            };
            if let Some(system) = one.system.filter(|_| platforms[..n].iter().any(twin)) {
                out.push(of_platform(applied, offer, system));
            }
        }
    }
}

/// A package is named once in an order.
pub(super) fn package_once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (n, (offer, system, one)) in mobile(sight).enumerate() {
        let name = one.package_name.trim();
        let mut before = mobile(sight).take(n);
        if !name.is_empty()
            && before.any(|(_, other, twin)| other == system && twin.package_name.trim() == name)
        {
            out.push(of_platform(applied, offer, system).with("found", name));
        }
    }
}
