//! Area codes of landlines (长途区号), and the province each belongs to.

use crate::region::Province;

/// Provinces by area code without its leading zero: first code, last code.
///
/// The numbering plan of 1998 with the mergers since; codes that were given up are left out.
const RANGES: &[(u16, u16, Province)] = &[
    (10, 10, Province::Beijing),
    (20, 20, Province::Guangdong),
    (21, 21, Province::Shanghai),
    (22, 22, Province::Tianjin),
    (23, 23, Province::Chongqing),
    (24, 24, Province::Liaoning),
    (25, 25, Province::Jiangsu),
    (27, 27, Province::Hubei),
    (28, 28, Province::Sichuan),
    (29, 29, Province::Shaanxi),
    (310, 319, Province::Hebei),
    (335, 335, Province::Hebei),
    (349, 359, Province::Shanxi),
    (370, 379, Province::Henan),
    (391, 398, Province::Henan),
    (411, 419, Province::Liaoning),
    (421, 421, Province::Liaoning),
    (427, 429, Province::Liaoning),
    (431, 439, Province::Jilin),
    (451, 459, Province::Heilongjiang),
    (464, 464, Province::Heilongjiang),
    (467, 469, Province::Heilongjiang),
    (470, 479, Province::InnerMongolia),
    (482, 483, Province::InnerMongolia),
    (510, 519, Province::Jiangsu),
    (523, 523, Province::Jiangsu),
    (527, 527, Province::Jiangsu),
    (530, 539, Province::Shandong),
    (543, 543, Province::Shandong),
    (546, 546, Province::Shandong),
    (550, 559, Province::Anhui),
    (561, 566, Province::Anhui),
    (570, 580, Province::Zhejiang),
    (591, 599, Province::Fujian),
    (631, 635, Province::Shandong),
    (660, 668, Province::Guangdong),
    (691, 692, Province::Yunnan),
    (701, 701, Province::Jiangxi),
    (710, 719, Province::Hubei),
    (722, 728, Province::Hubei),
    (730, 739, Province::Hunan),
    (743, 746, Province::Hunan),
    (750, 769, Province::Guangdong),
    (770, 779, Province::Guangxi),
    (790, 799, Province::Jiangxi),
    (812, 818, Province::Sichuan),
    (825, 827, Province::Sichuan),
    (830, 839, Province::Sichuan),
    (851, 859, Province::Guizhou),
    (870, 879, Province::Yunnan),
    (883, 888, Province::Yunnan),
    (891, 897, Province::Xizang),
    (898, 898, Province::Hainan),
    (911, 919, Province::Shaanxi),
    (930, 943, Province::Gansu),
    (951, 955, Province::Ningxia),
    (970, 979, Province::Qinghai),
    (901, 909, Province::Xinjiang),
    (990, 999, Province::Xinjiang),
];

/// The province of an area code written with its leading zero; none for codes that are not known.
pub(super) fn province(area_code: &str) -> Option<Province> {
    let code: u16 = area_code.strip_prefix('0')?.parse().ok()?;
    let range = RANGES.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    range.map(|(_, _, province)| *province)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn area_codes_lie_in_provinces() {
        for (code, expected) in [
            ("010", Province::Beijing),
            ("0571", Province::Zhejiang),
            ("0580", Province::Zhejiang),
            ("0311", Province::Hebei),
            ("0755", Province::Guangdong),
            ("0898", Province::Hainan),
            ("0891", Province::Xizang),
            ("0991", Province::Xinjiang),
            ("0471", Province::InnerMongolia),
        ] {
            assert_eq!(province(code), Some(expected), "{code}");
        }
        assert_eq!((province("0801"), province("10"), province("")), (None, None, None));
    }

    #[test]
    fn every_province_has_one_and_no_code_has_two() {
        for own in Province::ALL {
            assert!(RANGES.iter().any(|(_, _, province)| province == own), "{own}");
        }
        for code in 0..=999_u16 {
            let hits = RANGES.iter().filter(|(first, last, _)| (*first..=*last).contains(&code)).count();
            assert!(hits <= 1, "{code}");
        }
    }
}
