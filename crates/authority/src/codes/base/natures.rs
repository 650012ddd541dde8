//! Organiser natures (单位性质, `Dwxz`).

use super::{Seed, confirmed, single};

/// 个人.
pub const NATURE_INDIVIDUAL: i64 = 5;

/// Organiser natures (单位性质, `Dwxz`). 1 was called 军队 before 2023; 7 and 8 are unknown.
pub const NATURES: &[Seed] = &[
    confirmed(1, "国防机构", "Defence institution"),
    confirmed(2, "政府机关", "Government body"),
    confirmed(3, "事业单位", "Public institution"),
    confirmed(4, "企业", "Enterprise"),
    confirmed(5, "个人", "Individual"),
    confirmed(6, "社会团体", "Social organisation"),
    single(9, "民办非企业单位", "Private non-enterprise unit"),
    single(10, "基金会", "Foundation"),
    single(11, "律师执业机构", "Law practice"),
    single(12, "外国在华文化中心", "Foreign cultural centre in China"),
    single(13, "群众性团体组织", "Mass organisation"),
    single(14, "司法鉴定机构", "Forensic institution"),
    single(15, "宗教团体", "Religious organisation"),
    single(16, "境外机构", "Institution from outside the mainland"),
    single(17, "医疗机构", "Medical institution"),
    single(18, "公证机构", "Notary office"),
    single(19, "集体经济", "Collective economy"),
    single(20, "仲裁机构", "Arbitration institution"),
];
