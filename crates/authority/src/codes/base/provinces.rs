//! The provinces that have a bureau.

/// A province (省): GB/T 2260 code, names, two letters (ISO 3166-2:CN) and the id of its bureau in the table of
/// server locations (放置地).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Province {
    /// First two digits of every region code of the province.
    pub code: i64,
    /// One character, the start of every filing number issued there.
    pub short: char,
    /// Two Latin letters, used in file names.
    pub letters: &'static str,
    /// `Fbdd`: bureau id.
    pub bureau: i64,
    /// Name without its kind, as in the table of bureaus: 广东.
    pub name: &'static str,
    /// Full name, as in the table of regions: 广东省.
    pub full_name: &'static str,
    /// Name in English.
    pub en: &'static str,
}

impl Province {
    /// The province of a six-digit region code.
    pub fn of_region(region: i64) -> Option<&'static Self> {
        PROVINCES.iter().find(|province| province.code == region / 10_000)
    }
}

const fn province(
    code: i64,
    short: char,
    letters: &'static str,
    bureau: i64,
    [name, full_name, en]: [&'static str; 3],
) -> Province {
    Province { code, short, letters, bureau, name, full_name, en }
}

/// The provinces with a bureau, by their codes.
pub const PROVINCES: &[Province] = &[
    province(11, '京', "BJ", 2, ["北京", "北京市", "Beijing"]),
    province(12, '津', "TJ", 29, ["天津", "天津市", "Tianjin"]),
    province(13, '冀', "HE", 11, ["河北", "河北省", "Hebei"]),
    province(14, '晋', "SX", 28, ["山西", "山西省", "Shanxi"]),
    province(15, '蒙', "NM", 21, ["内蒙古", "内蒙古自治区", "Inner Mongolia"]),
    province(21, '辽', "LN", 19, ["辽宁", "辽宁省", "Liaoning"]),
    province(22, '吉', "JL", 16, ["吉林", "吉林省", "Jilin"]),
    province(23, '黑', "HL", 14, ["黑龙江", "黑龙江省", "Heilongjiang"]),
    province(31, '沪', "SH", 26, ["上海", "上海市", "Shanghai"]),
    province(32, '苏', "JS", 17, ["江苏", "江苏省", "Jiangsu"]),
    province(33, '浙', "ZJ", 34, ["浙江", "浙江省", "Zhejiang"]),
    province(34, '皖', "AH", 1, ["安徽", "安徽省", "Anhui"]),
    province(35, '闽', "FJ", 4, ["福建", "福建省", "Fujian"]),
    province(36, '赣', "JX", 18, ["江西", "江西省", "Jiangxi"]),
    province(37, '鲁', "SD", 25, ["山东", "山东省", "Shandong"]),
    province(41, '豫', "HA", 9, ["河南", "河南省", "Henan"]),
    province(42, '鄂', "HB", 10, ["湖北", "湖北省", "Hubei"]),
    province(43, '湘', "HN", 15, ["湖南", "湖南省", "Hunan"]),
    province(44, '粤', "GD", 5, ["广东", "广东省", "Guangdong"]),
    province(45, '桂', "GX", 7, ["广西", "广西壮族自治区", "Guangxi"]),
    province(46, '琼', "HI", 12, ["海南", "海南省", "Hainan"]),
    province(50, '渝', "CQ", 3, ["重庆", "重庆市", "Chongqing"]),
    province(51, '蜀', "SC", 24, ["四川", "四川省", "Sichuan"]),
    province(52, '黔', "GZ", 8, ["贵州", "贵州省", "Guizhou"]),
    province(53, '滇', "YN", 33, ["云南", "云南省", "Yunnan"]),
    province(54, '藏', "XZ", 32, ["西藏", "西藏自治区", "Tibet"]),
    province(61, '陕', "SN", 27, ["陕西", "陕西省", "Shaanxi"]),
    province(62, '陇', "GS", 6, ["甘肃", "甘肃省", "Gansu"]),
    province(63, '青', "QH", 23, ["青海", "青海省", "Qinghai"]),
    province(64, '宁', "NX", 22, ["宁夏", "宁夏回族自治区", "Ningxia"]),
    province(65, '新', "XJ", 31, ["新疆", "新疆维吾尔自治区", "Xinjiang"]),
];
