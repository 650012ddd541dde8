//! Checks of the units (报备单位) that a record names.

use super::Examined;
use crate::codes::Table;
use crate::message::download::sync::ip::Origin;
use crate::message::upload::ip::addition::{Allocation as Mode, OwnRange};
use crate::simulator::checks::Library;

/// In the table of units, or at this bureau.
fn is_known(unit: i64, one: &Examined<'_>, library: &Library<'_>) -> bool {
    library.knows(Table::FilingUnits, unit) || one.units.contains(&unit)
}

pub(super) fn source_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.source().is_some_and(|source| !is_known(source.from_unit, one, library))
}

pub(super) fn source_is_sender(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let own = one.own().is_some_and(|own| own.origin == Origin::Unit(library.account));
    own || one.source().is_some_and(|source| source.from_unit == library.account)
}

/// It comes from a unit that files, but only a name is told.
pub(super) fn origin_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    one.own()
        .is_some_and(|own| own.origin_kind == OwnRange::FROM_UNIT && matches!(own.origin, Origin::Name(_)))
}

/// It comes from elsewhere, but no name is told.
pub(super) fn origin_name_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    one.own().filter(|own| own.origin_kind == OwnRange::FROM_ELSEWHERE).is_some_and(|own| match &own.origin {
        Origin::Name(name) => name.trim().is_empty(),
        Origin::Unit(_) => true,
    })
}

pub(super) fn origin_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.own().filter(|own| own.origin_kind == OwnRange::FROM_UNIT).is_some_and(|own| match own.origin {
        Origin::Name(_) => false,
        Origin::Unit(unit) => !is_known(unit, one, library),
    })
}

fn passed_on(one: &Examined<'_>) -> bool {
    one.allocation().is_some_and(|allocation| allocation.way == Mode::PASSED_ON)
}

fn receiver(one: &Examined<'_>) -> Option<i64> {
    one.allocation().and_then(|allocation| allocation.to_unit)
}

pub(super) fn receiver_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    passed_on(one) && receiver(one).is_none()
}

pub(super) fn receiver_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    receiver(one).is_some_and(|unit| !is_known(unit, one, library))
}

pub(super) fn receiver_is_sender(one: &Examined<'_>, library: &Library<'_>) -> bool {
    passed_on(one) && receiver(one) == Some(library.account)
}

pub(super) fn announcer_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.broadcast().is_some_and(|broadcast| !is_known(broadcast.announcer, one, library))
}

pub(super) fn applicant_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    one.broadcast().is_some_and(|broadcast| !is_known(broadcast.applicant, one, library))
}

pub(super) fn applicant_is_announcer(one: &Examined<'_>, _: &Library<'_>) -> bool {
    one.broadcast().is_some_and(|broadcast| broadcast.applicant == broadcast.announcer)
}

/// Only carriers report broadcasts.
pub(super) fn no_announcer(one: &Examined<'_>, _: &Library<'_>) -> bool {
    one.broadcast().is_some() && !one.broadcasts
}
