//! What a website is and how it is reached: pre-approvals, contents, languages, access modes.

use super::Mark::{self, Inferred, SingleSource};
use super::{Extra, Seed, confirmed, inferred, single};

const fn approval(seed: Seed, bits: i64) -> Seed {
    seed.bits(SingleSource, bits).with(Extra::NeedsPermission(true))
}

/// Kinds of content that need another ministry's permission first (前置审批, `Nrlx_id`). `Ysid` cannot be
/// reckoned from the id (see 11); 7, 8 and 12 are unknown. That all need a permission is inferred.
pub const APPROVALS: &[Seed] = &[
    approval(confirmed(1, "新闻", "News"), 1),
    approval(confirmed(2, "出版", "Publishing"), 2),
    approval(confirmed(3, "教育", "Education"), 4),
    approval(confirmed(4, "医疗保健", "Health care"), 8),
    approval(confirmed(5, "药品和医疗器械", "Drugs and medical devices"), 16),
    approval(confirmed(6, "电子公告服务", "Bulletin boards"), 32),
    approval(confirmed(9, "文化", "Culture"), 256),
    approval(confirmed(10, "广播电影电视节目", "Broadcasting, film and television"), 512),
    approval(confirmed(11, "网络预约车", "Ride hailing"), 2048),
    approval(confirmed(13, "互联网金融", "Internet finance"), 4096),
    approval(confirmed(14, "校外培训（高中及以下阶段）", "Tutoring up to secondary school"), 8192),
    approval(single(15, "宗教", "Religion"), 16384),
];

/// The place of the bit is the id.
const fn shifted(seed: Seed, mark: Mark) -> Seed {
    seed.bits(mark, 1 << (seed.id - 1))
}

const fn content(id: i64, zh: &'static str, en: &'static str) -> Seed {
    shifted(confirmed(id, zh, en), Inferred)
}

const fn later_content(id: i64, zh: &'static str, en: &'static str) -> Seed {
    shifted(inferred(id, zh, en), SingleSource)
}

/// Service contents of websites (服务内容, `Fwnr_id`). 28–33 came later and are told by their bits; 25–27 are
/// unknown. Apps, mini programs and quick apps use another list whose ids overlap with this one.
pub const CONTENTS: &[Seed] = &[
    content(1, "即时通信", "Instant messaging"),
    content(2, "搜索引擎", "Search engine"),
    content(3, "综合门户", "General portal"),
    content(4, "网上邮局", "Webmail"),
    content(5, "网络新闻", "News"),
    content(6, "博客/个人空间", "Blog, personal space"),
    content(7, "网络广告/信息", "Advertising, information"),
    content(8, "单位门户网站", "Portal of an organisation"),
    content(9, "网络购物", "Shopping"),
    content(10, "网上支付", "Payment"),
    content(11, "网上银行", "Banking"),
    content(12, "网上炒股/股票基金", "Stocks and funds"),
    content(13, "网络游戏", "Games"),
    content(14, "网络音乐", "Music"),
    content(15, "网络影视", "Film and video"),
    content(16, "网络图片", "Pictures"),
    content(17, "网络软件/下载", "Software, downloads"),
    content(18, "网上求职", "Jobs"),
    content(19, "网上交友/婚介", "Friends and matchmaking"),
    content(20, "网上房产", "Real estate"),
    content(21, "网络教育", "Education"),
    content(22, "网站建设", "Website building"),
    content(23, "WAP", "Mobile pages (WAP)"),
    content(24, "其他", "Other"),
    later_content(28, "APP", "Apps"),
    later_content(29, "网络借贷信息中介", "Peer-to-peer lending"),
    later_content(30, "互联网股权融资", "Equity crowdfunding"),
    later_content(31, "互联网保险", "Insurance"),
    later_content(32, "互联网跨界金融及资产管理", "Cross-sector finance and asset management"),
    later_content(33, "网上非银支付", "Non-bank payment"),
];

/// Languages (语种, `Yylb_id`).
pub const LANGUAGES: &[Seed] = &[
    confirmed(1, "中文简体", "Simplified Chinese"),
    single(2, "中文繁体", "Traditional Chinese"),
    single(3, "维吾尔语", "Uyghur"),
    single(4, "哈萨克语", "Kazakh"),
    single(5, "柯尔克孜语", "Kyrgyz"),
    single(6, "蒙古语", "Mongolian"),
    single(7, "藏语", "Tibetan"),
    single(8, "壮语", "Zhuang"),
    single(9, "朝鲜语", "Korean"),
    single(10, "彝文", "Yi"),
    single(11, "苗语", "Hmong"),
    single(12, "英语", "English"),
    single(13, "日语", "Japanese"),
    single(14, "法语", "French"),
    single(15, "俄罗斯语", "Russian"),
    single(16, "西班牙语", "Spanish"),
    single(17, "阿拉伯语", "Arabic"),
];

/// Access modes (接入方式, `Jrfs`).
pub const ACCESS_MODES: &[Seed] = &[
    shifted(inferred(1, "专线", "Dedicated line"), SingleSource),
    shifted(inferred(2, "主机托管", "Colocation"), SingleSource),
    shifted(inferred(3, "虚拟主机", "Shared hosting"), SingleSource),
    shifted(inferred(4, "其他", "Other"), SingleSource),
    shifted(inferred(5, "云接入", "Cloud"), SingleSource),
];
