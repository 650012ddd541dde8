//! Base codes (基础代码) that documents refer to. The binding tables come from the authority at run time
//! (JCDM); these are the values known from published forms, used as seeds and by the simulator.

/// A province (省): GB/T 2260 code, abbreviation in filing numbers, two letters (ISO 3166-2:CN) and the
/// id of its bureau in the table of server locations (放置地).
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
}

impl Province {
    /// The province of a six-digit region code.
    pub fn of_region(region: i64) -> Option<&'static Self> {
        PROVINCES.iter().find(|province| province.code == region / 10_000)
    }
}

const fn province(code: i64, short: char, letters: &'static str, bureau: i64) -> Province {
    Province { code, short, letters, bureau }
}

/// The provinces with a bureau.
pub const PROVINCES: &[Province] = &[
    province(11, '京', "BJ", 2),
    province(12, '津', "TJ", 29),
    province(13, '冀', "HE", 11),
    province(14, '晋', "SX", 28),
    province(15, '蒙', "NM", 21),
    province(21, '辽', "LN", 19),
    province(22, '吉', "JL", 16),
    province(23, '黑', "HL", 14),
    province(31, '沪', "SH", 26),
    province(32, '苏', "JS", 17),
    province(33, '浙', "ZJ", 34),
    province(34, '皖', "AH", 1),
    province(35, '闽', "FJ", 4),
    province(36, '赣', "JX", 18),
    province(37, '鲁', "SD", 25),
    province(41, '豫', "HA", 9),
    province(42, '鄂', "HB", 10),
    province(43, '湘', "HN", 15),
    province(44, '粤', "GD", 5),
    province(45, '桂', "GX", 7),
    province(46, '琼', "HI", 12),
    province(50, '渝', "CQ", 3),
    province(51, '蜀', "SC", 24),
    province(52, '黔', "GZ", 8),
    province(53, '滇', "YN", 33),
    province(54, '藏', "XZ", 32),
    province(61, '陕', "SN", 27),
    province(62, '陇', "GS", 6),
    province(63, '青', "QH", 23),
    province(64, '宁', "NX", 22),
    province(65, '新', "XJ", 31),
];

/// 个人 in the table of organiser natures (单位性质, `Dwxz`).
pub const NATURE_INDIVIDUAL: i64 = 5;

/// 居民身份证 in the table of certificate types (证件类型).
pub const CERTIFICATE_ID_CARD: i64 = 2;

/// Organiser natures (单位性质, `Dwxz`): id and name.
pub const NATURES: &[(i64, &str)] = &[
    (1, "国防机构"),
    (2, "政府机关"),
    (3, "事业单位"),
    (4, "企业"),
    (5, "个人"),
    (6, "社会团体"),
    (9, "民办非企业单位"),
    (10, "基金会"),
    (11, "律师执业机构"),
    (12, "外国在华文化中心"),
    (13, "群众性团体组织"),
    (14, "司法鉴定机构"),
    (15, "宗教团体"),
    (16, "境外机构"),
    (17, "医疗机构"),
    (18, "公证机构"),
    (19, "集体经济"),
    (20, "仲裁机构"),
];

/// Certificate types (证件类型, `Zjlx`): id and name.
pub const CERTIFICATES: &[(i64, &str)] = &[
    (1, "营业执照"),
    (2, "居民身份证"),
    (3, "组织机构代码证（事业单位）"),
    (4, "事业单位法人证书"),
    (5, "部队代号"),
    (6, "社会团体法人登记证书"),
    (7, "护照"),
    (8, "军官证"),
    (9, "组织机构代码证（政府机关）"),
    (10, "组织机构代码证（社会团体）"),
    (11, "台湾居民来往大陆通行证"),
    (12, "组织机构代码证（企业）"),
    (13, "统一社会信用代码证书（政府机关）"),
    (14, "港澳居民来往内地通行证"),
    (15, "统一社会信用代码证书（事业单位）"),
    (16, "组织机构代码证（民办非企业）"),
    (17, "民办非企业单位登记证书"),
    (18, "组织机构代码证（基金会）"),
    (19, "基金会法人登记证书"),
    (20, "组织机构代码证（律师执业机构）"),
    (21, "律师事务所执业许可证"),
    (22, "外国在华文化中心登记证"),
    (23, "军队单位对外有偿服务许可证"),
    (24, "统一社会信用代码证书（群众性团体）"),
    (25, "宗教活动场所登记证"),
    (27, "外国企业常驻代表机构登记证"),
    (28, "司法鉴定许可证"),
    (30, "外国人永久居留身份证"),
    (34, "外国政府旅游部门常驻代表机构批准登记证"),
    (35, "境外机构证件"),
    (36, "社会服务机构登记证书"),
    (37, "民办学校办学许可证"),
    (38, "医疗机构执业许可证"),
    (39, "公证机构执业证"),
    (40, "北京市外国驻华使馆人员子女学校办学许可证"),
    (41, "港澳居民居住证"),
    (42, "台湾居民居住证"),
    (43, "农村集体经济组织登记证"),
    (44, "仲裁委员会登记证"),
    (46, "境外非政府组织代表机构登记证书"),
    (47, "外国驻华新闻机构证"),
    (48, "港澳台地区旅游部门常驻代表机构批准登记证"),
    (49, "社会信用代码证书"),
];

/// Service contents for websites (服务内容, `Fwnr_id`): id and name.
pub const CONTENTS: &[(i64, &str)] = &[
    (1, "即时通信"),
    (2, "搜索引擎"),
    (3, "综合门户"),
    (4, "网上邮局"),
    (5, "网络新闻"),
    (6, "博客/个人空间"),
    (7, "网络广告/信息"),
    (8, "单位门户网站"),
    (9, "网络购物"),
    (10, "网上支付"),
    (11, "网上银行"),
    (12, "网上炒股/股票基金"),
    (13, "网络游戏"),
    (14, "网络音乐"),
    (15, "网络影视"),
    (16, "网络图片"),
    (17, "网络软件/下载"),
    (18, "网上求职"),
    (19, "网上交友/婚介"),
    (20, "网上房产"),
    (21, "网络教育"),
    (22, "网站建设"),
    (23, "WAP"),
    (24, "其他"),
    (28, "APP"),
    (29, "网络借贷信息中介"),
    (30, "互联网股权融资"),
    (31, "互联网保险"),
    (32, "互联网跨界金融及资产管理"),
    (33, "网上非银支付"),
];

/// Languages (语种, `Yylb_id`): id and name.
pub const LANGUAGES: &[(i64, &str)] = &[
    (1, "中文简体"),
    (2, "中文繁体"),
    (3, "维吾尔语"),
    (4, "哈萨克语"),
    (5, "柯尔克孜语"),
    (6, "蒙古语"),
    (7, "藏语"),
    (8, "壮语"),
    (9, "朝鲜语"),
    (10, "彝文"),
    (11, "苗语"),
    (12, "英语"),
    (13, "日语"),
    (14, "法语"),
    (15, "俄罗斯语"),
    (16, "西班牙语"),
    (17, "阿拉伯语"),
];

/// Access modes (接入方式, `Jrfs`): id and name.
pub const ACCESS_MODES: &[(i64, &str)] =
    &[(1, "专线"), (2, "主机托管"), (3, "虚拟主机"), (4, "其他"), (5, "云接入")];

/// Kinds of content that need another ministry's permission first (前置审批, `Nrlx_id`): id and name.
pub const APPROVALS: &[(i64, &str)] = &[
    (1, "新闻"),
    (2, "出版"),
    (3, "教育"),
    (4, "医疗保健"),
    (5, "药品和医疗器械"),
    (6, "电子公告服务"),
    (9, "文化"),
    (10, "广播电影电视节目"),
    (11, "网络预约车"),
    (13, "互联网金融"),
    (14, "校外培训（高中及以下阶段）"),
    (15, "宗教"),
];

/// Purposes of an attachment (附件用途, `Fjyt`): id and name.
pub const ATTACHMENT_PURPOSES: &[(i64, &str)] = &[
    (1, "真实性核验单"),
    (2, "主办单位有效证件"),
    (3, "主体负责人证件"),
    (4, "网站负责人证件"),
    (5, "核验现场照片"),
];

/// The name of an id in one of these tables.
pub fn name(table: &'static [(i64, &'static str)], id: i64) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}
