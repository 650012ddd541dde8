//! What pushes need of the register: the filings in it, and what stands under a number.

use crate::codes::base::Province;
use crate::message::download::basj;
use crate::simulator::bureau::Bureau;
use crate::simulator::state::Counter;

/// What stands under a filing number.
pub(super) enum Found<'f> {
    Subject(&'f basj::Subject),
    Service(&'f basj::Service),
}

/// Every filing of the register that has a service, by the bureau ids of the subjects.
pub(super) fn filings(bureau: &Bureau<'_>) -> Vec<basj::Filing> {
    let subjects = bureau.state.subjects.values().map(|subject| subject.filing.0.clone());
    subjects.filter(|filing| !filing.services.is_empty()).collect()
}

/// The filing with that number, and what in it has the number.
pub(super) fn numbered<'f>(
    filings: &'f [basj::Filing],
    number: &str,
) -> Option<(&'f basj::Filing, Found<'f>)> {
    filings.iter().find_map(|filing| {
        if filing.subject.number.as_deref() == Some(number) {
            return Some((filing, Found::Subject(&filing.subject)));
        }
        let service = filing.services.iter().find(|service| service.number.as_deref() == Some(number))?;
        Some((filing, Found::Service(service)))
    })
}

/// A new bureau id in the province of a region.
pub(super) fn draw_id(bureau: &mut Bureau<'_>, region: i64) -> i64 {
    let province = Province::of_region(region).map_or(11, |province| province.code);
    province * 10_000_000_000 + bureau.state.next(Counter::BureauIds)
}
