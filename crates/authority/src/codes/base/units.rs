//! Units: classes, industries, administrative ranks and the filing units (报备单位) themselves.

use super::{Extra, Seed, simulated};

/// Classes of units (单位分类, `Dwfl`).
pub const UNIT_CLASSES: &[Seed] = &[
    simulated(1, "基础电信企业", "Carrier"),
    simulated(2, "互联网接入企业", "Access provider"),
    simulated(3, "数据中心企业", "Data centre operator"),
    simulated(4, "公益性互联网络单位", "Non-commercial network"),
    simulated(99, "其他", "Other"),
];

const fn industry(id: i64, letter: &'static str, zh: &'static str, en: &'static str) -> Seed {
    simulated(id, zh, en).with(Extra::Letters(letter))
}

/// Industries (行业分类, `Dwhyfl`): the sections of GB/T 4754 with a running id.
pub const INDUSTRIES: &[Seed] = &[
    industry(1, "A", "农、林、牧、渔业", "Agriculture, forestry, husbandry, fishery"),
    industry(2, "B", "采矿业", "Mining"),
    industry(3, "C", "制造业", "Manufacturing"),
    industry(4, "D", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
    industry(5, "E", "建筑业", "Construction"),
    industry(6, "F", "批发和零售业", "Wholesale and retail"),
    industry(7, "G", "交通运输、仓储和邮政业", "Transport, storage and post"),
    industry(8, "H", "住宿和餐饮业", "Hotels and catering"),
    industry(9, "I", "信息传输、软件和信息技术服务业", "Information transmission, software and services"),
    industry(10, "J", "金融业", "Finance"),
    industry(11, "K", "房地产业", "Real estate"),
    industry(12, "L", "租赁和商务服务业", "Leasing and business services"),
    industry(13, "M", "科学研究和技术服务业", "Research and technical services"),
    industry(14, "N", "水利、环境和公共设施管理业", "Water, environment and public facilities"),
    industry(15, "O", "居民服务、修理和其他服务业", "Household services, repair and others"),
    industry(16, "P", "教育", "Education"),
    industry(17, "Q", "卫生和社会工作", "Health and social work"),
    industry(18, "R", "文化、体育和娱乐业", "Culture, sports and entertainment"),
    industry(
        19,
        "S",
        "公共管理、社会保障和社会组织",
        "Public administration, social security, organisations",
    ),
    industry(20, "T", "国际组织", "International organisations"),
];

/// Administrative ranks (行政级别).
pub const ADMINISTRATIVE_RANKS: &[Seed] = &[
    simulated(1, "部级", "Ministry"),
    simulated(2, "省级", "Province"),
    simulated(3, "市级", "City"),
    simulated(4, "县级", "County"),
    simulated(5, "乡镇级", "Township"),
    simulated(99, "无级别", "None"),
];

/// Filing units (报备单位): invented ones; 1001 is the simulator's demo provider.
pub const FILING_UNITS: &[Seed] = &[
    simulated(1, "示例电信运营有限公司", "Invented carrier").with(Extra::UnitOf(110_100)),
    simulated(2, "示例宽带运营有限公司", "Invented broadband carrier").with(Extra::UnitOf(310_100)),
    simulated(1001, "示例云科技有限公司", "Invented access provider").with(Extra::UnitOf(440_300)),
    simulated(1002, "示例数据中心有限公司", "Invented data centre operator").with(Extra::UnitOf(440_300)),
];
