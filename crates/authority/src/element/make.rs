//! Instances made from the tables: the least a document can hold, the most, or anything in between. Tests
//! and integrators check with them what is written and read.

use std::net::Ipv4Addr;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Content, Facet};

/// How much an instance holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Only what must be there, as short as allowed.
    Least,
    /// Everything that may be there, as long as allowed; unlimited lists have three members.
    Most,
    /// By chance.
    Random,
}

/// Lists of elements have at most so many members, lists of values as many as are allowed.
const MOST_ELEMENTS: usize = 3;
const MOST_VALUES: usize = 256;
/// Texts without a limit, and limits that nobody would type.
const MOST_CHARACTERS: i64 = 4000;

/// Makes instances. The same seed makes the same.
pub struct Maker {
    size: Size,
    chance: fastrand::Rng,
}

impl Maker {
    /// Begins anew.
    pub fn new(size: Size, seed: u64) -> Self {
        Self { size, chance: fastrand::Rng::with_seed(seed) }
    }

    /// One of so many.
    pub(crate) fn choice(&mut self, count: usize) -> usize {
        match self.size {
            Size::Least => 0,
            Size::Most => count - 1,
            Size::Random => self.chance.usize(0..count),
        }
    }

    fn between(&mut self, least: i64, most: i64) -> i64 {
        match self.size {
            Size::Least => least,
            Size::Most => most,
            Size::Random => self.chance.i64(least..=most),
        }
    }

    fn presence(&mut self) -> bool {
        match self.size {
            Size::Least => false,
            Size::Most => true,
            Size::Random => self.chance.bool(),
        }
    }

    fn count<T: Content>(&mut self, least: usize, facet: &Facet) -> usize {
        let bound = if T::IS_VALUE { MOST_VALUES } else { MOST_ELEMENTS };
        let most = facet.most.min(bound).max(least);
        match self.size {
            Size::Least => least,
            Size::Most => most,
            // Short lists more often than long ones.
            Size::Random => self.chance.usize(least..=most.min(least + 4)),
        }
    }

    pub(crate) fn number(&mut self, facet: &Facet) -> i64 {
        let limits = facet.limits.clone().unwrap_or(0..=i64::MAX);
        self.between(*limits.start(), *limits.end())
    }

    pub(crate) fn text(&mut self, facet: &Facet) -> String {
        let limits = facet.limits.clone().unwrap_or(1..=MOST_CHARACTERS);
        let most = match self.size {
            Size::Least | Size::Most => *limits.end(),
            Size::Random => (*limits.start() + 40).min(*limits.end()),
        };
        let length = self.between(*limits.start(), most);
        (0..length).map(|_| self.character()).collect()
    }

    /// Letters, digits, Chinese, and what XML wants escaped.
    fn character(&mut self) -> char {
        const SOME: &[char] = &[
            'a', 'Z', '0', '9', '-', '.', '@', ';', '&', '<', '>', '"', '\'', '备', '案', '管', '局', '示',
            '例', '号', '（', '）', '龘', '·',
        ];
        SOME[self.chance.usize(0..SOME.len())]
    }

    pub(crate) fn bytes(&mut self) -> Vec<u8> {
        let length = usize::try_from(self.between(1, 8192)).unwrap_or_default();
        let mut bytes = vec![0; length];
        self.chance.fill(&mut bytes);
        bytes
    }

    pub(crate) fn address(&mut self, facet: &Facet) -> Ipv4Addr {
        let limits = facet.limits.clone().unwrap_or(1..=i64::from(u32::MAX));
        let bits = self.between(*limits.start(), *limits.end());
        Ipv4Addr::from_bits(u32::try_from(bits).unwrap_or(u32::MAX))
    }

    pub(crate) fn moment(&mut self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.between(0, 4_000_000_000), 0).unwrap_or_default()
    }

    pub(crate) fn date(&mut self) -> NaiveDate {
        self.moment().date_naive()
    }
}

pub fn one<T: Content>(maker: &mut Maker, facet: &Facet) -> T {
    T::make(facet, maker)
}

pub fn maybe<T: Content>(maker: &mut Maker, facet: &Facet) -> Option<T> {
    maker.presence().then(|| T::make(facet, maker))
}

fn list<T: Content>(maker: &mut Maker, facet: &Facet, least: usize) -> Vec<T> {
    let count = maker.count::<T>(least, facet);
    (0..count).map(|_| T::make(facet, maker)).collect()
}

pub fn any<T: Content>(maker: &mut Maker, facet: &Facet) -> Vec<T> {
    list(maker, facet, 0)
}

pub fn many<T: Content>(maker: &mut Maker, facet: &Facet) -> Vec<T> {
    list(maker, facet, 1)
}

pub fn inside<T: Content>(maker: &mut Maker, facet: &Facet) -> Vec<T> {
    list(maker, facet, 1)
}

pub fn inside_maybe<T: Content>(maker: &mut Maker, facet: &Facet) -> Vec<T> {
    list(maker, facet, 0)
}

pub fn each<T: Content>(maker: &mut Maker, facet: &Facet) -> Vec<T> {
    list(maker, facet, 0)
}
