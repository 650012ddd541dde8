//! Bureaus (管局, which are also the server locations 放置地, `Fbdd`) and provinces as regions.

use super::Mark::SingleSource;
use super::{Extra, PROVINCES, Seed, confirmed, inferred};

const COUNT: usize = PROVINCES.len();

/// Bureaus (管局, `Fbdd`), by the codes of their provinces. The bit of `Ysid` is told, the id is its place.
/// 13, 20 and 30 are unknown; in the order of names they fit 香港, 澳门 and 台湾.
pub const BUREAUS: &[Seed] = &bureaus();

/// Regions (省市县): the provinces only. Cities and counties come with the delivered table.
pub const REGIONS: &[Seed] = &regions();

const fn bureaus() -> [Seed; COUNT] {
    let mut rows = [inferred(0, "", ""); COUNT];
    let mut place = 0;
    while place < COUNT {
        let province = PROVINCES[place];
        rows[place] = inferred(province.bureau, province.name, province.en)
            .bits(SingleSource, 1 << (province.bureau - 1))
            .with(Extra::Province(province));
        place += 1;
    }
    rows
}

const fn regions() -> [Seed; COUNT] {
    let mut rows = [confirmed(0, "", ""); COUNT];
    let mut place = 0;
    while place < COUNT {
        let province = PROVINCES[place];
        rows[place] =
            confirmed(province.code * 10_000, province.full_name, province.en).with(Extra::Level(1));
        place += 1;
    }
    rows
}
