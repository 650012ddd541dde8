//! `/regions/{province}`: its counties, grouped by city.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use beian_domain::region::{RegionCode, RegionLevel, Regions};

use crate::state::Web;
use crate::ui::CityGroup;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/regions/{province}", get(show))
}

async fn show(Path(province): Path<String>) -> Response {
    ([(header::CACHE_CONTROL, "public, max-age=86400")], Json(cities(&province))).into_response()
}

/// The counties of a province. What stands directly below it, such as the districts of a municipality, goes
/// under its own name; a city without counties is its own only county.
pub(crate) fn cities(province: &str) -> Vec<CityGroup> {
    let regions = Regions::builtin();
    let Ok(code) = RegionCode::parse(province) else { return Vec::new() };
    let Some(top) = regions.get(code.province_code()) else { return Vec::new() };
    let mut direct = CityGroup { city: top.name.to_owned(), counties: Vec::new() };
    let mut groups = Vec::new();
    for place in regions.children(top.code) {
        if place.level == RegionLevel::County {
            direct.counties.push((place.code.to_string(), place.name.to_owned()));
            continue;
        }
        let below = regions.children(place.code);
        let mut counties: Vec<(String, String)> =
            below.iter().map(|county| (county.code.to_string(), county.name.to_owned())).collect();
        if counties.is_empty() {
            counties.push((place.code.to_string(), place.name.to_owned()));
        }
        groups.push(CityGroup { city: place.name.to_owned(), counties });
    }
    if !direct.counties.is_empty() {
        groups.push(direct);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::cities;

    #[test]
    fn a_province_has_cities_and_a_municipality_its_districts() {
        let zhejiang = cities("330000");
        let hangzhou = zhejiang.iter().find(|group| group.city == "杭州市").unwrap();
        assert!(hangzhou.counties.iter().any(|(code, name)| code == "330106" && name == "西湖区"));
        let beijing = cities("110000");
        assert!(beijing.iter().any(|group| group.counties.iter().any(|(_, name)| name == "海淀区")));
        assert!(cities("nowhere").is_empty());
    }
}
