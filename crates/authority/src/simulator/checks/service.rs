//! Checks of the services (网站): domains, home page, content, accesses, addresses.

use std::collections::HashSet;
use std::net::Ipv4Addr;

use super::Library;
use crate::codes::base::{self, PROVINCES};
use crate::message::upload::xzba::{Access, Domain, Filing, IpRange, Service};

fn domains(filing: &Filing) -> impl Iterator<Item = &Domain> {
    filing.services.iter().flat_map(|service| &service.domains)
}

fn accesses(filing: &Filing) -> impl Iterator<Item = &Access> {
    filing.services.iter().flat_map(|service| &service.accesses)
}

fn unknown(table: &[base::Seed], ids: &[i64]) -> bool {
    ids.iter().any(|id| base::name(table, *id).is_none())
}

/// Letters, digits, hyphens and Chinese characters between dots, at least two labels.
pub(super) fn domain_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let is_label = |label: &str| {
        let allowed = |char: char| char.is_ascii_alphanumeric() || char == '-' || !char.is_ascii();
        let length = label.chars().count();
        (1..=63).contains(&length)
            && label.chars().all(allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domains(filing).any(|domain| {
        let labels: Vec<&str> = domain.name.split('.').collect();
        labels.len() < 2
            || !labels.iter().all(|label| is_label(label))
            || labels.last().is_some_and(|top| top.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

pub(super) fn domain_repeated(filing: &Filing, _: &Library<'_>) -> bool {
    let mut seen = HashSet::new();
    domains(filing).any(|domain| !seen.insert(domain.name.to_ascii_lowercase()))
}

/// Only addresses that can be reached from outside; those kept for documentation pass, tests use them.
pub(super) fn address_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let unreachable = |ip: Ipv4Addr| {
        ip.is_private()
            || ip.is_loopback()
            || ip.is_link_local()
            || ip.is_multicast()
            || ip.is_broadcast()
            || ip.octets()[0] == 0
            || ip.octets()[0] >= 224
    };
    let bad =
        |range: &IpRange| range.first > range.last || unreachable(range.first) || unreachable(range.last);
    accesses(filing).flat_map(|access| &access.addresses).any(bad)
}

/// Two ranges of one access overlap.
pub(super) fn addresses_clash(filing: &Filing, _: &Library<'_>) -> bool {
    accesses(filing).any(|access| {
        let mut ranges: Vec<(Ipv4Addr, Ipv4Addr)> =
            access.addresses.iter().map(|range| (range.first, range.last)).collect();
        ranges.sort_unstable();
        ranges.windows(2).any(|pair| pair[1].0 <= pair[0].1)
    })
}

pub(super) fn access_repeated(filing: &Filing, _: &Library<'_>) -> bool {
    let mut seen = HashSet::new();
    accesses(filing).any(|access| !seen.insert(access.record))
}

pub(super) fn approval_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let invalid = |service: &Service| {
        let kinds: Vec<i64> = service.approvals.iter().map(|approval| approval.kind).collect();
        unknown(base::APPROVALS, &kinds)
    };
    filing.services.iter().any(invalid)
}

pub(super) fn content_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    filing.services.iter().any(|service| unknown(base::CONTENTS, &service.contents))
}

pub(super) fn language_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    filing.services.iter().any(|service| unknown(base::LANGUAGES, &service.languages))
}

pub(super) fn mode_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    accesses(filing).any(|access| unknown(base::ACCESS_MODES, &access.modes))
}

pub(super) fn location_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let known = |id: &i64| PROVINCES.iter().any(|province| province.bureau == *id);
    accesses(filing).any(|access| !access.locations.iter().all(known))
}

pub(super) fn home_url_malformed(filing: &Filing, _: &Library<'_>) -> bool {
    let malformed = |url: &String| {
        let host = host(url);
        host.is_empty() || !host.contains('.') || url.contains(char::is_whitespace)
    };
    filing.services.iter().filter_map(|service| service.home_url.as_ref()).any(malformed)
}

pub(super) fn home_url_elsewhere(filing: &Filing, _: &Library<'_>) -> bool {
    let elsewhere = |service: &Service| {
        let url = service.home_url.as_deref().map(str::to_ascii_lowercase);
        url.is_some_and(|url| {
            !service.domains.iter().any(|domain| url.contains(&domain.name.to_ascii_lowercase()))
        })
    };
    filing.services.iter().any(elsewhere)
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
