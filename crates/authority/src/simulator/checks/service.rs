//! Checks of the services (网站): domains, home page, content, accesses, addresses.

use std::collections::HashSet;
use std::net::Ipv4Addr;

use super::Library;
use super::content::{Access, Content, Service};
use crate::codes::Table;

fn domains<'c>(content: &'c Content<'_>) -> impl Iterator<Item = &'c str> {
    content.services.iter().flat_map(|service| service.domains.iter().copied())
}

fn accesses<'c>(content: &'c Content<'_>) -> impl Iterator<Item = &'c Access<'c>> {
    content.services.iter().flat_map(|service| &service.accesses)
}

pub(super) fn domain_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    domains(content).any(|name| !is_domain(name))
}

/// Letters, digits, hyphens and Chinese characters between dots, at least two labels.
pub(in crate::simulator) fn is_domain(name: &str) -> bool {
    let is_label = |label: &&str| {
        let allowed = |char: char| char.is_ascii_alphanumeric() || char == '-' || !char.is_ascii();
        let length = label.chars().count();
        (1..=63).contains(&length)
            && label.chars().all(allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = name.split('.').collect();
    let numeric = labels.last().is_some_and(|top| top.bytes().all(|byte| byte.is_ascii_digit()));
    labels.len() >= 2 && labels.iter().all(is_label) && !numeric
}

/// Only addresses that can be reached from outside; those kept for documentation pass, tests use them.
pub(in crate::simulator) fn is_public(ip: Ipv4Addr) -> bool {
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_broadcast()
        || ip.octets()[0] == 0
        || ip.octets()[0] >= 224)
}

pub(super) fn address_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    let bad = |(first, last): &(Ipv4Addr, Ipv4Addr)| first > last || !is_public(*first) || !is_public(*last);
    accesses(content).flat_map(|access| &access.ranges).any(bad)
}

/// Two ranges of one access overlap.
pub(super) fn addresses_clash(content: &Content<'_>, _: &Library<'_>) -> bool {
    accesses(content).any(|access| {
        let mut ranges = access.ranges.clone();
        ranges.sort_unstable();
        ranges.windows(2).any(|pair| pair[1].0 <= pair[0].1)
    })
}

/// Two accesses of one service share an address.
pub(super) fn addresses_repeated(content: &Content<'_>, _: &Library<'_>) -> bool {
    let shared = |one: &Access<'_>, other: &Access<'_>| {
        one.record != other.record && one.ranges.iter().any(|range| overlaps(*range, &other.ranges))
    };
    content.services.iter().any(|service| {
        let later = |index| service.accesses.iter().skip(index + 1);
        service.accesses.iter().enumerate().any(|(index, one)| later(index).any(|other| shared(one, other)))
    })
}

/// Whether a range shares an address with one of others.
pub(in crate::simulator) fn overlaps(
    (first, last): (Ipv4Addr, Ipv4Addr),
    others: &[(Ipv4Addr, Ipv4Addr)],
) -> bool {
    others.iter().any(|(other_first, other_last)| *other_first <= last && first <= *other_last)
}

pub(super) fn access_repeated(content: &Content<'_>, _: &Library<'_>) -> bool {
    let mut seen = HashSet::new();
    accesses(content).any(|access| !seen.insert(access.record))
}

pub(super) fn approval_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    let invalid = |service: &Service<'_>| {
        let kinds: Vec<i64> = service.approvals.iter().map(|approval| approval.kind).collect();
        library.misses(Table::Approvals, &kinds)
    };
    content.services.iter().any(invalid)
}

pub(super) fn content_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.services.iter().any(|service| library.misses(Table::Contents, service.contents))
}

pub(super) fn language_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.services.iter().any(|service| library.misses(Table::Languages, service.languages))
}

pub(super) fn mode_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    accesses(content).any(|access| library.misses(Table::AccessModes, access.modes))
}

pub(super) fn location_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    accesses(content).any(|access| library.misses(Table::Bureaus, access.locations))
}

pub(super) fn home_url_malformed(content: &Content<'_>, _: &Library<'_>) -> bool {
    let malformed = |url: &str| {
        let host = host(url);
        host.is_empty() || !host.contains('.') || url.contains(char::is_whitespace)
    };
    content.services.iter().filter_map(|service| service.home_url).any(malformed)
}

pub(super) fn home_url_elsewhere(content: &Content<'_>, _: &Library<'_>) -> bool {
    let elsewhere = |service: &Service<'_>| {
        let url = service.home_url.map(str::to_ascii_lowercase);
        url.is_some_and(|url| {
            !service.domains.iter().any(|domain| url.contains(&domain.to_ascii_lowercase()))
        })
    };
    content.services.iter().any(elsewhere)
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
