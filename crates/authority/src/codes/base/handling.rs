//! Reasons, states and topics whose real tables are not known: values of the simulator until they are delivered.

use super::{Extra, Seed, simulated};

/// Reasons for a cancellation (注销理由, `Zxly`).
pub const CANCEL_REASONS: &[Seed] = &[
    simulated(1, "网站停办", "The site ends"),
    simulated(2, "主体注销或变更", "The subject ends or changes"),
    simulated(3, "更换接入商", "Another provider takes over"),
    simulated(4, "域名不再使用", "The domain is no longer used"),
    simulated(5, "信息有误重新备案", "Filed wrongly, to be filed anew"),
    simulated(99, "其他", "Other"),
];

/// What became of an unfiled site (未备案处理, `Cljg`).
pub const UNFILED_HANDLING: &[Seed] = &[
    simulated(1, "已补办备案", "Filed by now"),
    simulated(2, "已停止接入", "No longer served"),
    simulated(3, "非本单位接入", "Not served by us"),
    simulated(4, "处理中", "Being handled"),
    simulated(99, "其他", "Other"),
];

/// Opinions on a verified filing (核实意见).
pub const VERIFICATION_OPINIONS: &[Seed] = &[
    simulated(1, "信息属实", "True"),
    simulated(2, "信息有误", "Wrong"),
    simulated(3, "无法联系", "Nobody could be reached"),
    simulated(99, "其他", "Other"),
];

/// Kinds of domain (域名类型, `Ymlx`).
pub const DOMAIN_KINDS: &[Seed] = &[
    simulated(1, ".cn 域名", "Below .cn"),
    simulated(2, "中文域名", "Chinese name"),
    simulated(3, "通用顶级域", "Below a generic top-level domain"),
    simulated(4, "其他", "Other"),
];

/// Topics of feedback (意见反馈问题分类).
pub const FEEDBACK_TOPICS: &[Seed] = &[
    simulated(1, "无法上报", "Nothing can be uploaded").with(Extra::Group("接口")),
    simulated(2, "无法下载", "Nothing can be downloaded").with(Extra::Group("接口")),
    simulated(3, "数据不一致", "The data differ").with(Extra::Group("数据")),
    simulated(99, "其他", "Other").with(Extra::Group("其他")),
];
