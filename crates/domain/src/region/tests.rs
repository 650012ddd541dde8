use std::collections::BTreeSet;

use super::*;

fn code(text: &str) -> RegionCode {
    RegionCode::parse(text).unwrap()
}

#[test]
fn provinces_read_back_by_every_key() {
    assert_eq!(Province::ALL.len(), 31);
    let mut ids = BTreeSet::new();
    for &province in Province::ALL {
        assert_eq!(Province::from_slug(province.slug()), Some(province));
        assert_eq!(Province::from_prefix(province.prefix()), Some(province));
        assert_eq!(Province::from_region(province.region()), Some(province));
        assert_eq!(Province::from_placement_id(province.placement_id()), Some(province));
        assert_eq!(Regions::builtin().name(province.region()), Some(province.full_name_zh()));
        assert!(province.full_name_zh().starts_with(province.name_zh()));
        assert!(ids.insert(province.placement_id()));
    }
    assert_eq!(Province::from_alternate_prefix('秦'), Some(Province::Shaanxi));
    assert_eq!(Province::from_alternate_prefix('京'), None);
    assert_eq!(Province::from_region(code("440305")), Some(Province::Guangdong));
    assert_eq!(Province::from_region(code("810000")), None);
    assert_eq!(Province::Guangxi.authority_name(), "广西壮族自治区通信管理局");
    assert_eq!(serde_json::to_string(&Province::InnerMongolia).unwrap(), "\"inner-mongolia\"");
}

#[test]
fn codes_are_six_digits() {
    assert_eq!(code(" ４４０３０５").number(), 440_305);
    assert_eq!(RegionCode::from_number(440_305), Some(code("440305")));
    assert_eq!(code("440305").city_code(), code("440300"));
    for text in ["44030", "4403051", "44030a", "040305", ""] {
        assert_eq!(RegionCode::parse(text).unwrap_err().code, "region-code-format");
    }
    assert_eq!(RegionCode::from_number(99_999), None);
}

#[test]
fn every_row_of_the_table_is_read_and_has_its_parent() {
    let regions = Regions::builtin();
    let mut codes = BTreeSet::new();
    for (table, today) in [
        (include_str!("../../../../rulebook/tables/regions.tsv"), true),
        (include_str!("../../../../rulebook/tables/old-regions.tsv"), false),
    ] {
        for line in table.lines().skip(1) {
            let region = regions.get(code(&line[..6])).unwrap();
            assert!(codes.insert(region.code), "{line} stands twice");
            assert_eq!(region.valid_until.is_none(), today, "{line}");
            assert!(!region.name.is_empty() && !region.source.is_empty(), "{line}");
            assert!(
                !today || region.level == RegionLevel::Province || regions.parent(region.code).is_some(),
                "{line}"
            );
        }
    }
    assert_eq!(regions.provinces().count(), 31);
}

#[test]
fn full_names_leave_out_what_is_no_place() {
    let regions = Regions::builtin();
    for (text, name) in [
        ("440305", "广东省深圳市南山区"),
        ("110105", "北京市朝阳区"),
        ("110100", "北京市"),
        ("500229", "重庆市城口县"),
        ("429004", "湖北省仙桃市"),
        ("441900", "广东省东莞市"),
        ("450000", "广西壮族自治区"),
        ("110103", "北京市崇文区"),
    ] {
        assert_eq!(regions.full_name(code(text)).as_deref(), Some(name), "{text}");
    }
    assert_eq!(regions.full_name(code("999999")), None);
}

#[test]
fn pickers_show_places_of_today_only() {
    let regions = Regions::builtin();
    let names =
        |text: &str| regions.children(code(text)).iter().map(|region| region.name).collect::<Vec<_>>();
    let beijing = names("110000");
    assert!(beijing.contains(&"东城区") && !beijing.contains(&"市辖区") && !beijing.contains(&"崇文区"));
    let hubei = names("420000");
    assert!(
        hubei.contains(&"武汉市")
            && hubei.contains(&"仙桃市")
            && !hubei.iter().any(|name| name.contains("直辖"))
    );
    assert!(names("500000").contains(&"城口县"));
    assert!(names("441900").is_empty());
    assert!(names("440300").contains(&"南山区"));
}

#[test]
fn the_wire_asks_for_the_row_between() {
    let regions = Regions::builtin();
    let city = |text: &str| regions.city_of(code(text)).map(|region| region.code.number());
    assert_eq!(city("110105"), Some(110_100));
    assert_eq!(city("500229"), Some(500_200));
    assert_eq!(city("440305"), Some(440_300));
    assert_eq!(city("441900"), Some(441_900));
    assert_eq!(city("440000"), None);
    assert_eq!(regions.parent(code("110105")).unwrap().name, "北京市");
}

#[test]
fn identity_numbers_keep_regions_of_the_past() {
    for text in ["110105", "110103", "510202", "512221", "341421", "532722", "650102"] {
        assert!(Regions::builtin().region_plausible(code(text)), "{text}");
    }
    for text in ["990101", "119901", "489901"] {
        assert!(!Regions::builtin().region_plausible(code(text)), "{text}");
    }
    let chongwen = Regions::builtin().get(code("110103")).unwrap();
    assert!(chongwen.is_valid_on("2009-01-01".parse().unwrap()));
    assert!(!chongwen.is_valid_on("2011-01-01".parse().unwrap()));
}
