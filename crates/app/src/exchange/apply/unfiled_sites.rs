//! WBAWZLB 未备案网站列表: sites without a filing that we are to look after.

use beian_authority::message::download::icp::unfiled_sites::UnfiledSites;
use beian_domain::supervision::{AreaCode, LanguageCode, UnfiledSite, UnitCode};

use super::Came;

/// Keeps the sites.
pub(super) fn keep(list: &UnfiledSites, came: &mut Came) {
    for site in &list.sites {
        came.told(UnfiledSite {
            bureau_id: site.bureau_id,
            domain: site.domain.clone(),
            languages: site.languages.iter().copied().map(LanguageCode).collect(),
            address: site.address,
            first_seen: site.first_seen.map(beian_authority::value::WireTime::to_utc),
            last_seen: site.last_seen.map(beian_authority::value::WireTime::to_utc),
            times_seen: site.times_seen,
            province: site.province.map(AreaCode),
            provider: site.provider.map(UnitCode),
            carrier: UnitCode(site.carrier),
            remark: site.remark.clone(),
        });
    }
}
