//! Places: region codes (行政区划代码), the table of regions, and the provinces with an authority.

mod province;
mod region_code;
mod regions;

pub use province::Province;
pub use region_code::RegionCode;
pub use regions::{Region, RegionLevel, Regions};

#[cfg(test)]
mod tests;
