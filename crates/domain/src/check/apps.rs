//! Checks of Apps: platforms, packages, signatures, icon, listing; and data that belongs to the other kind of service.

mod packages;
mod signatures;

use std::collections::BTreeSet;

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::dossier::{Platform, System};
use crate::filing_number::ServiceKind;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::order::field::Field;

pub(super) const CHECKS: &[Check] = &[
    check!("app-listed-after", listed_after; Day),
    check!("app-listed-before", listed_before; Day),
    check!("app-has-platform", has_platform),
    check!("app-has-icon", has_icon),
    check!("app-icon-size-most", icon_size; Asks),
    check!("app-platform-domains", platform_domains),
    check!("app-kits", kits),
    check!("app-content", app_content),
    check!("app-without-home-url", without_home_url),
    check!("website-without-app-data", website_data),
    check!("app-package-there", packages::there),
    check!("app-package-form", packages::form),
    check!("app-system-once", packages::system_once),
    check!("app-package-once", packages::package_once),
    check!("app-public-key-there", signatures::key_there),
    check!("app-public-key-plain", signatures::key_plain),
    check!("app-public-key-form", signatures::key_form; Number),
    check!("app-fingerprint-there", signatures::fingerprint_there),
    check!("app-fingerprint-plain", signatures::fingerprint_plain),
    check!("app-fingerprint-form", signatures::fingerprint_form),
];

/// The Apps of the order.
fn apps<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = &'s Offer<'s>> {
    sight.offers.iter().filter(|offer| offer.service.kind == Some(ServiceKind::App))
}

fn websites<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = &'s Offer<'s>> {
    sight.offers.iter().filter(|offer| offer.service.kind == Some(ServiceKind::Website))
}

/// Every platform of the Apps on which packages are signed.
fn mobile<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (&'s Offer<'s>, System, &'s Platform)> {
    let signed = |system: &System| matches!(system, System::Android | System::Ios | System::HarmonyOs);
    apps(sight).flat_map(move |offer| {
        let platforms = offer.service.platforms.iter();
        platforms.filter_map(move |one| Some((offer, one.system.filter(signed)?, one)))
    })
}

fn of_platform(applied: &Applied<'_>, offer: &Offer<'_>, system: System) -> Finding {
    let finding = applied.finding(offer.path(Field::ServicePlatforms));
    finding.with("system", format!("@choices/system/{}", system.slug()))
}

/// An App listed since the day was not listed before it was filed.
fn listed_after(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(from) = applied.with().day else { return };
    for offer in apps(sight) {
        if let Some(listed) = offer.service.listed_on.filter(|day| *day >= from && *day < sight.day) {
            let finding = applied.finding(offer.path(Field::ServiceKind));
            out.push(finding.with("found", listed.to_string()));
        }
    }
}

/// An App listed before the law was filed by the day.
fn listed_before(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(last) = applied.with().day.filter(|last| sight.day > *last) else { return };
    let law = applied.rule.from;
    for offer in apps(sight) {
        let old = |day: &chrono::NaiveDate| law.is_none_or(|law| *day < law);
        if let Some(listed) = offer.service.listed_on.filter(old) {
            let finding = applied.finding(offer.path(Field::ServiceKind)).with("found", listed.to_string());
            out.push(finding.with("expected", last.to_string()));
        }
    }
}

/// An App runs on something.
fn has_platform(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight).filter(|offer| offer.service.platforms.is_empty()) {
        out.push(applied.finding(offer.path(Field::ServicePlatforms)));
    }
}

/// An App has an icon.
fn has_icon(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight).filter(|offer| offer.service.icon.is_none()) {
        out.push(applied.finding(offer.path(Field::ServiceIcon)));
    }
}

/// The icon has at most so many kilobytes.
fn icon_size(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.number().map(u64::from) else { return };
    for offer in apps(sight) {
        let bytes = offer.service.icon.as_deref().and_then(|icon| icon.bytes);
        if let Some(bytes) = bytes.filter(|bytes| *bytes > most * 1024) {
            let finding = applied.finding(offer.path(Field::ServiceIcon));
            let finding = finding.with("found", bytes.div_ceil(1024).to_string());
            out.push(finding.with("expected", most.to_string()));
        }
    }
}

/// What a platform uses are domains of the App, or names below them.
fn platform_domains(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight).filter(|offer| !offer.domains.is_empty()) {
        let own = |text: &str| {
            let named =
                offer.service.domains.iter().any(|domain| domain.name.trim().eq_ignore_ascii_case(text));
            let within = |name: DomainName| offer.readable().any(|(domain, _)| name.is_within(domain));
            named || DomainName::parse(text).is_ok_and(within)
        };
        let used = offer.service.platforms.iter().flat_map(|one| &one.domains).map(|domain| domain.trim());
        for domain in used.collect::<BTreeSet<_>>() {
            if !domain.is_empty() && !own(domain) {
                out.push(applied.finding(offer.path(Field::ServicePlatforms)).with("found", domain));
            }
        }
    }
}

/// Kits that are services of their own are filed by themselves.
fn kits(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight).filter(|offer| offer.service.kits == Some(true)) {
        out.push(applied.finding(offer.path(Field::ServicePlatforms)));
    }
}

const APP_CONTENT: &str = "app";

/// The content of an App is the App.
fn app_content(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight) {
        let contents = &offer.service.contents;
        if !contents.is_empty() && !contents.iter().any(|code| code == APP_CONTENT) {
            let finding = applied.finding(offer.path(Field::ServiceContents));
            let finding = finding.with("found", format!("@contents/{}", contents.join(",")));
            out.push(finding.with("expected", format!("@contents/{APP_CONTENT}")));
        }
    }
}

/// An App has no home page.
fn without_home_url(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in apps(sight).filter(|offer| !offer.service.home_url.trim().is_empty()) {
        out.push(applied.finding(offer.path(Field::ServiceHomeUrl)));
    }
}

/// A website has no platforms, icon or packages.
fn website_data(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in websites(sight) {
        if !offer.service.platforms.is_empty() {
            out.push(applied.finding(offer.path(Field::ServicePlatforms)));
        } else if offer.service.icon.is_some() {
            out.push(applied.finding(offer.path(Field::ServiceIcon)));
        }
    }
}
