//! The table of regions: names, parents and validity, today's and those of the past.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::NaiveDate;

use super::{Province, RegionCode};

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its own name: 南山区.
    pub name: &'static str,
    /// The row above; `None` for provinces and for regions of the past.
    pub parent: Option<RegionCode>,
    /// Province, prefecture or county.
    pub level: RegionLevel,
    /// First day it is known to have stood; `None` if older than the sources.
    pub valid_from: Option<NaiveDate>,
    /// First day it is known to be gone; `None` while it stands.
    pub valid_until: Option<NaiveDate>,
    /// Where the row comes from, as explained in `rulebook/tables/README.md`.
    pub source: &'static str,
}

/// Level of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RegionLevel {
    /// 省, 自治区, 直辖市, 特别行政区
    Province,
    /// 地级: prefecture and prefecture-level city
    City,
    /// A row that groups counties and is no place: 市辖区, 县, 省直辖县级行政区划.
    Group,
    /// 县级: district, county, county-level city
    County,
}

impl Region {
    /// Whether it stood on a day, as far as the sources know.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day < until)
    }
}

/// All regions by code.
#[derive(Debug)]
pub struct Regions {
    by_code: BTreeMap<RegionCode, Region>,
    children: BTreeMap<RegionCode, Vec<RegionCode>>,
    /// Prefectures of any time, for identity numbers.
    prefectures: BTreeSet<RegionCode>,
}

static BUILTIN: LazyLock<Regions> = LazyLock::new(|| {
    Regions::read(
        include_str!("../../../../rulebook/tables/regions.tsv"),
        include_str!("../../../../rulebook/tables/old-regions.tsv"),
    )
});

impl Regions {
    /// The table compiled in.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// A region of today or of the past.
    pub fn get(&self, code: RegionCode) -> Option<&Region> {
        self.by_code.get(&code)
    }

    /// The own name of a region: 南山区.
    pub fn name(&self, code: RegionCode) -> Option<&'static str> {
        self.get(code).map(|region| region.name)
    }

    /// The place above, passing over rows that are no place: 东城区 lies in 北京市.
    pub fn parent(&self, code: RegionCode) -> Option<&Region> {
        let parent = self.get(self.get(code)?.parent?)?;
        if parent.level == RegionLevel::Group { self.parent(parent.code) } else { Some(parent) }
    }

    /// The row between province and county, be it a place or not: the authority wants its code as 市.
    pub fn city_of(&self, code: RegionCode) -> Option<&Region> {
        let region = self.get(code)?;
        match region.level {
            RegionLevel::Province => None,
            RegionLevel::City | RegionLevel::Group => Some(region),
            RegionLevel::County => self.get(region.parent.unwrap_or_else(|| code.city_code())),
        }
    }

    /// The 31 provinces with an authority.
    pub fn provinces(&self) -> impl Iterator<Item = &Region> {
        Province::ALL.iter().filter_map(|province| self.get(province.region()))
    }

    /// The places of today directly below, for pickers: the districts of a municipality stand directly below it.
    pub fn children(&self, code: RegionCode) -> Vec<&Region> {
        let mut places = Vec::new();
        for region in self.children.get(&code).into_iter().flatten().filter_map(|child| self.get(*child)) {
            if region.level == RegionLevel::Group {
                places.extend(self.children(region.code));
            } else {
                places.push(region);
            }
        }
        places
    }

    /// The name with those of the places above: 广东省深圳市南山区. Regions of the past name what still stands
    /// above them.
    pub fn full_name(&self, code: RegionCode) -> Option<String> {
        let region = self.get(code)?;
        let above = match region.level {
            RegionLevel::Province => None,
            RegionLevel::Group => return self.full_name(code.province_code()),
            RegionLevel::City => Some(code.province_code()),
            RegionLevel::County => Some(region.parent.unwrap_or_else(|| code.city_code())),
        };
        let above = above.filter(|above| *above != code).and_then(|above| self.full_name(above));
        Some(above.unwrap_or_default() + region.name)
    }

    /// Whether an identity number may begin with this code: its prefecture stands or stood in any revision.
    ///
    /// The revisions at hand begin in 2002 and counties were redrawn often before, so the county is not asked.
    pub fn region_plausible(&self, code: RegionCode) -> bool {
        self.prefectures.contains(&code.city_code())
    }

    fn read(current: &'static str, old: &'static str) -> Self {
        let mut by_code = BTreeMap::new();
        let mut children: BTreeMap<RegionCode, Vec<RegionCode>> = BTreeMap::new();
        for region in old.lines().filter_map(row).chain(current.lines().filter_map(row)) {
            if let Some(parent) = region.parent {
                children.entry(parent).or_default().push(region.code);
            }
            by_code.insert(region.code, region);
        }
        let prefectures = by_code.keys().map(|code| code.city_code()).collect();
        Self { by_code, children, prefectures }
    }
}

/// A row `code, name, parent, level, valid_from, valid_until, source`; `None` for the header and for comments.
fn row(line: &'static str) -> Option<Region> {
    let mut cells = line.split('\t');
    let mut cell = || cells.next().unwrap_or_default();
    Some(Region {
        code: RegionCode::parse(cell()).ok()?,
        name: cell(),
        parent: RegionCode::parse(cell()).ok(),
        level: match cell() {
            "province" => RegionLevel::Province,
            "city" => RegionLevel::City,
            "group" => RegionLevel::Group,
            "county" => RegionLevel::County,
            _ => return None,
        },
        valid_from: cell().parse().ok(),
        valid_until: cell().parse().ok(),
        source: cell(),
    })
}
