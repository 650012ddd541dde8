//! Checks of the range itself, its gateway, and what it clashes with.

use std::net::Ipv4Addr;

use super::Examined;
use crate::message::download::ip::results::IpRecord;
use crate::simulator::checks::Library;
use crate::simulator::checks::service::is_public;

fn range(one: &Examined<'_>) -> (Ipv4Addr, Ipv4Addr) {
    one.given.reported.range()
}

/// Not an address anybody could be given: 0.0.0.0 stands for none and has codes of its own.
fn is_illegal(ip: Ipv4Addr) -> bool {
    !ip.is_unspecified() && !is_public(ip)
}

/// The range can be compared with others.
fn is_range(one: &Examined<'_>) -> bool {
    let (first, last) = range(one);
    first <= last && !first.is_unspecified() && !last.is_unspecified()
}

pub(super) fn reversed(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let (first, last) = range(one);
    first > last && !last.is_unspecified()
}

pub(super) fn first_illegal(one: &Examined<'_>, _: &Library<'_>) -> bool {
    is_illegal(range(one).0)
}

pub(super) fn last_illegal(one: &Examined<'_>, _: &Library<'_>) -> bool {
    is_illegal(range(one).1)
}

pub(super) fn first_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    range(one).0.is_unspecified()
}

pub(super) fn last_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    range(one).1.is_unspecified()
}

/// The provider's record of the same kind that shares an address.
fn sharing(one: &Examined<'_>, library: &Library<'_>) -> Option<(Ipv4Addr, Ipv4Addr)> {
    let kind = one.given.reported.kind();
    let found =
        is_range(one).then(|| library.state.overlapping(library.account, kind, range(one), one.changes));
    found.flatten().map(crate::simulator::register::addresses::Reported::range)
}

/// The very same range; broadcasts have a code of their own.
pub(super) fn reported(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.broadcast().is_none() && sharing(one, library) == Some(range(one))
}

pub(super) fn broadcast_reported(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.broadcast().is_some() && sharing(one, library) == Some(range(one))
}

/// Overlaps with another range without being the same.
pub(super) fn clashes(one: &Examined<'_>, library: &Library<'_>) -> bool {
    sharing(one, library).is_some_and(|other| other != range(one))
}

/// An allocation needs a source; what customers bring along does not.
pub(super) fn source_missing(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let (first, last) = range(one);
    one.allocation().is_some() && is_range(one) && !library.state.has_source(library.account, first, last)
}

pub(super) fn record_repeated(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let (kind, record): (IpRecord, i64) = (one.given.reported.kind(), one.given.reported.record());
    one.changes.is_none() && library.state.has_address_record(library.account, kind, record)
}

pub(super) fn gateway_illegal(one: &Examined<'_>, _: &Library<'_>) -> bool {
    one.given.gateway.0.is_some_and(is_illegal)
}

/// Where a gateway stands is told, but not which it is.
pub(super) fn gateway_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let (gateway, placed) = one.given.gateway;
    placed && gateway.is_none_or(|gateway| gateway.is_unspecified())
}

/// A gateway is told, but not where it stands.
pub(super) fn gateway_place_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let (gateway, placed) = one.given.gateway;
    gateway.is_some_and(|gateway| !gateway.is_unspecified()) && !placed
}
