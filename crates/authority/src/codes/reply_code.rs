//! Method-level reply codes (`msg_code`) and what a provider does after each.
//!
//! Source: 企业系统接口规范 V3.0, appendix of return codes; what to do after each is our own policy.

/// `msg_code` of a return document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MsgCode(pub i64);

/// What to do after a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Retry {
    /// It is done; nothing more to do.
    Done,
    /// Try later with the same number and the same bytes.
    Later,
    /// These numbers never arrived: send them again first, then this one.
    Resend(Vec<i64>),
    /// Stop and call a person: something between us and the authority is set up wrongly.
    Alarm,
    /// The file itself is faulty; its number is not consumed.
    FaultyFile,
}

impl MsgCode {
    /// 成功.
    pub const DONE: Self = Self(0);
    /// 成功, nothing further to download.
    pub const DONE_LAST: Self = Self(1);
    /// 无数据: nothing to download.
    pub const NOTHING: Self = Self(2);
    /// 继续下载: more is waiting.
    pub const MORE: Self = Self(3);
    /// 用户名错.
    pub const USER: Self = Self(4);
    /// 密码错.
    pub const PASSWORD: Self = Self(5);
    /// 解密失败.
    pub const DECRYPT: Self = Self(6);
    /// 哈希不符.
    pub const HASH: Self = Self(7);
    /// 解压失败.
    pub const UNZIP: Self = Self(8);
    /// Unknown encryption algorithm.
    pub const ENCRYPTION: Self = Self(9);
    /// Unknown hash algorithm.
    pub const HASHING: Self = Self(10);
    /// Unknown compression format.
    pub const COMPRESSION: Self = Self(11);
    /// 认证被拒.
    pub const AUTHENTICATION: Self = Self(12);
    /// 非本省单位.
    pub const OTHER_PROVINCE: Self = Self(13);
    /// 有漏报: a gap in the numbering.
    pub const GAP: Self = Self(14);
    /// 受理量满.
    pub const QUEUE_FULL: Self = Self(15);
    /// 随机数过短.
    pub const NONCE: Self = Self(16);
    /// 文件数不符.
    pub const FILE_COUNT: Self = Self(17);
    /// 文件过大.
    pub const TOO_LARGE: Self = Self(18);
    /// 权限未开.
    pub const NOT_OPENED: Self = Self(19);
    /// 非报备时段.
    pub const OUTSIDE_HOURS: Self = Self(20);
    /// 文件名空.
    pub const NO_FILE_NAME: Self = Self(21);
    /// 校验超次: the filing password was checked too often.
    pub const CHECKED_TOO_OFTEN: Self = Self(22);
    /// 维护, upload not taken.
    pub const MAINTENANCE_UPLOAD: Self = Self(901);
    /// 维护, download not served.
    pub const MAINTENANCE_DOWNLOAD: Self = Self(902);
    /// 其他.
    pub const OTHER: Self = Self(999);

    /// True if the method did what was asked.
    pub const fn is_success(self) -> bool {
        self.0 >= 0 && self.0 <= 3
    }

    /// What to do now; `missing` are the numbers that came with [`MsgCode::GAP`].
    pub fn retry(self, missing: &[i64]) -> Retry {
        match self.0 {
            0..=3 => Retry::Done,
            14 => Retry::Resend(missing.to_vec()),
            6..=11 | 17 | 18 => Retry::FaultyFile,
            4 | 5 | 12 | 13 | 16 | 19 | 21 | 22 => Retry::Alarm,
            _ => Retry::Later,
        }
    }

    /// What the code says: Chinese, then English; `None` for a number the interface does not define.
    pub fn wording(self) -> Option<(&'static str, &'static str)> {
        WORDING.iter().find(|(code, ..)| *code == self.0).map(|(_, zh, en)| (*zh, *en))
    }
}

impl std::fmt::Display for MsgCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

const WORDING: &[(i64, &str, &str)] = &[
    (0, "成功", "Done"),
    (1, "成功，已全部下载", "Done, nothing further to download"),
    (2, "没有可下载的数据", "Nothing to download"),
    (3, "还有数据，请继续下载", "More data are waiting"),
    (4, "用户名错误", "The user name is wrong"),
    (5, "密码错误", "The password is wrong"),
    (6, "文件解密失败", "The file cannot be decrypted"),
    (7, "文件哈希不符", "The hash does not match the file"),
    (8, "文件解压失败", "The file cannot be unpacked"),
    (9, "加密算法代码错误", "The encryption algorithm is unknown"),
    (10, "哈希算法代码错误", "The hash algorithm is unknown"),
    (11, "压缩格式代码错误", "The compression format is unknown"),
    (12, "认证数据被拒绝", "The authentication data were refused"),
    (13, "不是本省单位", "The unit does not belong to this province"),
    (14, "文件序号不连续，有漏报", "The numbering has a gap"),
    (15, "待处理文件已满，请稍后再报", "Too many files are waiting; try later"),
    (16, "随机数不足 20 位", "The random value is shorter than 20 characters"),
    (17, "一次只能上报一个文件", "An upload holds exactly one file"),
    (18, "文件超过 50 MB", "The file is larger than 50 MB"),
    (19, "上报权限未开通", "Permission to file is not opened"),
    (20, "不在允许上报的时段", "Outside the permitted hours"),
    (21, "文件名为空", "The file name is empty"),
    (22, "备案密码校验次数超限", "The filing password was checked too often"),
    (901, "系统维护，暂停上报", "Maintenance: uploads are not taken"),
    (902, "系统维护，暂停下载", "Maintenance: downloads are not served"),
    (999, "其他原因", "Other reason"),
];

#[cfg(test)]
mod tests {
    use super::{MsgCode, Retry};

    #[test]
    fn each_code_has_a_policy() {
        assert_eq!(MsgCode::DONE.retry(&[]), Retry::Done);
        assert_eq!(MsgCode::GAP.retry(&[3, 4]), Retry::Resend(vec![3, 4]));
        assert_eq!(MsgCode::QUEUE_FULL.retry(&[]), Retry::Later);
        assert_eq!(MsgCode::MAINTENANCE_UPLOAD.retry(&[]), Retry::Later);
        assert_eq!(MsgCode::PASSWORD.retry(&[]), Retry::Alarm);
        assert_eq!(MsgCode::HASH.retry(&[]), Retry::FaultyFile);
        assert_eq!(MsgCode(777).retry(&[]), Retry::Later);
    }
}
