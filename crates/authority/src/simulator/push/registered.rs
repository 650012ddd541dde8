//! What pushes need of the register: the filings that were granted, as they were sent to their providers.

use std::collections::BTreeMap;

use crate::codes::base::Province;
use crate::message::download::{DownloadDocument, basj};
use crate::packing::{self, Packed};
use crate::simulator::SimulatorError;
use crate::simulator::bureau::Bureau;
use crate::simulator::state::Counter;

/// What stands under a filing number.
pub(super) enum Found<'f> {
    Subject(&'f basj::Subject),
    Service(&'f basj::Service),
}

/// Every filing of the register, by the bureau ids of the subjects.
pub(super) fn filings(bureau: &Bureau<'_>) -> Result<Vec<basj::Filing>, SimulatorError> {
    let mut subjects: BTreeMap<i64, basj::Filing> = BTreeMap::new();
    for file in bureau.state.outbox.values() {
        let packed = Packed::from_zip(bureau.disk.read_download(&file.name)?);
        let Ok((DownloadDocument::Icp(icp), _)) = packing::unpack(&packed) else { continue };
        for filing in icp.filing_data.into_iter().flat_map(|data| data.filings) {
            let known = subjects.remove(&filing.subject.bureau_id);
            let mut services = known.map(|known| known.services).unwrap_or_default();
            services.retain(|old| filing.services.iter().all(|new| new.bureau_id != old.bureau_id));
            services.extend(filing.services);
            subjects.insert(
                filing.subject.bureau_id,
                basj::Filing { services, subject: filing.subject, remark: filing.remark },
            );
        }
    }
    Ok(subjects.into_values().collect())
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
