//! Certificate types (证件类型, `Zjlx`, `Fzr_zjlx`) and the nature each belongs to.

use super::Mark::{Confirmed, Inferred};
use super::{Seed, confirmed, single};

/// 居民身份证.
pub const CERTIFICATE_ID_CARD: i64 = 2;

/// Certificate types (证件类型). Persons in charge use 2, 7, 11, 14, 30, 41 and 42; 8 is from before 2023 and no
/// longer offered. 26, 29, 31–33 and 45 are unknown.
pub const CERTIFICATES: &[Seed] = &[
    confirmed(1, "营业执照", "Business licence").of(Confirmed, 4),
    confirmed(2, "居民身份证", "Resident identity card").of(Confirmed, 5),
    confirmed(3, "组织机构代码证（事业单位）", "Organisation code certificate (public institution)")
        .of(Inferred, 3),
    confirmed(4, "事业单位法人证书", "Legal person certificate of a public institution").of(Inferred, 3),
    confirmed(5, "部队代号", "Military unit code").of(Inferred, 1),
    confirmed(6, "社会团体法人登记证书", "Registration of a social organisation").of(Inferred, 6),
    confirmed(7, "护照", "Passport").of(Inferred, 5),
    confirmed(8, "军官证", "Officer's card").of(Inferred, 5),
    confirmed(9, "组织机构代码证（政府机关）", "Organisation code certificate (government body)")
        .of(Confirmed, 2),
    confirmed(10, "组织机构代码证（社会团体）", "Organisation code certificate (social organisation)")
        .of(Inferred, 6),
    confirmed(11, "台湾居民来往大陆通行证", "Mainland travel permit of a Taiwan resident").of(Inferred, 5),
    confirmed(12, "组织机构代码证（企业）", "Organisation code certificate (enterprise)").of(Inferred, 4),
    confirmed(13, "统一社会信用代码证书（政府机关）", "Unified credit code certificate (government body)")
        .of(Confirmed, 2),
    confirmed(14, "港澳居民来往内地通行证", "Mainland travel permit of a Hong Kong or Macao resident")
        .of(Inferred, 5),
    confirmed(15, "统一社会信用代码证书（事业单位）", "Unified credit code certificate (public institution)")
        .of(Inferred, 3),
    confirmed(
        16,
        "组织机构代码证（民办非企业）",
        "Organisation code certificate (private non-enterprise unit)",
    )
    .of(Inferred, 9),
    confirmed(17, "民办非企业单位登记证书", "Registration of a private non-enterprise unit").of(Inferred, 9),
    confirmed(18, "组织机构代码证（基金会）", "Organisation code certificate (foundation)").of(Inferred, 10),
    confirmed(19, "基金会法人登记证书", "Registration of a foundation").of(Inferred, 10),
    confirmed(20, "组织机构代码证（律师执业机构）", "Organisation code certificate (law practice)")
        .of(Inferred, 11),
    single(21, "律师事务所执业许可证", "Licence of a law firm").of(Inferred, 11),
    confirmed(22, "外国在华文化中心登记证", "Registration of a foreign cultural centre").of(Inferred, 12),
    confirmed(23, "军队单位对外有偿服务许可证", "Military permit for paid services").of(Inferred, 1),
    confirmed(
        24,
        "统一社会信用代码证书（群众性团体）",
        "Unified credit code certificate (mass organisation)",
    )
    .of(Inferred, 13),
    confirmed(25, "宗教活动场所登记证", "Registration of a place of worship").of(Inferred, 15),
    confirmed(27, "外国企业常驻代表机构登记证", "Registration of a foreign enterprise's office")
        .of(Inferred, 4),
    confirmed(28, "司法鉴定许可证", "Forensic licence").of(Inferred, 14),
    confirmed(30, "外国人永久居留身份证", "Permanent residence card of a foreigner").of(Inferred, 5),
    confirmed(
        34,
        "外国政府旅游部门常驻代表机构批准登记证",
        "Registration of a foreign government's tourism office",
    )
    .of(Inferred, 12),
    confirmed(35, "境外机构证件", "Certificate of an institution from outside the mainland").of(Inferred, 16),
    confirmed(36, "社会服务机构登记证书", "Registration of a social service institution").of(Inferred, 9),
    confirmed(37, "民办学校办学许可证", "Licence of a private school").of(Inferred, 9),
    confirmed(38, "医疗机构执业许可证", "Licence of a medical institution").of(Inferred, 17),
    confirmed(39, "公证机构执业证", "Licence of a notary office").of(Inferred, 18),
    confirmed(
        40,
        "北京市外国驻华使馆人员子女学校办学许可证",
        "Licence of a Beijing school for children of embassy staff",
    )
    .of(Inferred, 12),
    confirmed(41, "港澳居民居住证", "Residence permit of a Hong Kong or Macao resident").of(Inferred, 5),
    confirmed(42, "台湾居民居住证", "Residence permit of a Taiwan resident").of(Inferred, 5),
    confirmed(43, "农村集体经济组织登记证", "Registration of a rural collective").of(Inferred, 19),
    confirmed(44, "仲裁委员会登记证", "Registration of an arbitration commission").of(Inferred, 20),
    single(46, "境外非政府组织代表机构登记证书", "Registration of an overseas NGO's office").of(Inferred, 16),
    single(47, "外国驻华新闻机构证", "Certificate of a foreign news office").of(Inferred, 16),
    single(
        48,
        "港澳台地区旅游部门常驻代表机构批准登记证",
        "Registration of a Hong Kong, Macao or Taiwan tourism office",
    ),
    single(49, "中华人民共和国社会信用代码证书", "Social credit code certificate"),
];
