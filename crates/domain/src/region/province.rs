//! The 31 provinces whose authorities (通信管理局) file services, with every code that stands for them.

use super::RegionCode;
use crate::tables::slugged;

/// Declares the enum from rows `Variant = region code, placement id, prefix, second prefix, names`.
macro_rules! provinces {
    ($($variant:ident = $region:literal, $placement:literal, $prefix:literal, $alternate:expr, $slug:literal,
       $short:literal, $full:literal, $en:literal;)+) => {
        /// A province, autonomous region or municipality with a communications authority (通信管理局, 管局).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Province {
            $(#[doc = $full] $variant,)+
        }

        impl Province {
            /// All of them, in the order of their region codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The six-digit region code as a number: 110000.
            pub const fn code(self) -> u32 {
                match self { $(Self::$variant => $region),+ }
            }

            /// The id of the authority, which is also the place of a server (服务器放置地, `Fbdd`).
            pub const fn placement_id(self) -> u16 {
                match self { $(Self::$variant => $placement),+ }
            }

            /// The character filing numbers of this province begin with.
            pub const fn prefix(self) -> char {
                match self { $(Self::$variant => $prefix),+ }
            }

            /// The second character in use for the province, which the register does not write.
            pub const fn alternate_prefix(self) -> Option<char> {
                match self { $(Self::$variant => $alternate),+ }
            }

            /// The name used in the API, in the rulebook and in translations.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The short Chinese name: 北京, 内蒙古.
            pub const fn name_zh(self) -> &'static str {
                match self { $(Self::$variant => $short),+ }
            }

            /// The full Chinese name: 北京市, 内蒙古自治区.
            pub const fn full_name_zh(self) -> &'static str {
                match self { $(Self::$variant => $full),+ }
            }

            /// The English name.
            pub const fn name_en(self) -> &'static str {
                match self { $(Self::$variant => $en),+ }
            }
        }
    };
}

// Region codes: GB/T 2260. Placement ids and prefixes: MIIT enterprise form (基础代码 Gj_dms).
provinces! {
    Beijing = 110_000, 2, '京', None, "beijing", "北京", "北京市", "Beijing";
    Tianjin = 120_000, 29, '津', None, "tianjin", "天津", "天津市", "Tianjin";
    Hebei = 130_000, 11, '冀', None, "hebei", "河北", "河北省", "Hebei";
    Shanxi = 140_000, 28, '晋', None, "shanxi", "山西", "山西省", "Shanxi";
    InnerMongolia = 150_000, 21, '蒙', None, "inner-mongolia", "内蒙古", "内蒙古自治区", "Inner Mongolia";
    Liaoning = 210_000, 19, '辽', None, "liaoning", "辽宁", "辽宁省", "Liaoning";
    Jilin = 220_000, 16, '吉', None, "jilin", "吉林", "吉林省", "Jilin";
    Heilongjiang = 230_000, 14, '黑', None, "heilongjiang", "黑龙江", "黑龙江省", "Heilongjiang";
    Shanghai = 310_000, 26, '沪', None, "shanghai", "上海", "上海市", "Shanghai";
    Jiangsu = 320_000, 17, '苏', None, "jiangsu", "江苏", "江苏省", "Jiangsu";
    Zhejiang = 330_000, 34, '浙', None, "zhejiang", "浙江", "浙江省", "Zhejiang";
    Anhui = 340_000, 1, '皖', None, "anhui", "安徽", "安徽省", "Anhui";
    Fujian = 350_000, 4, '闽', None, "fujian", "福建", "福建省", "Fujian";
    Jiangxi = 360_000, 18, '赣', None, "jiangxi", "江西", "江西省", "Jiangxi";
    Shandong = 370_000, 25, '鲁', None, "shandong", "山东", "山东省", "Shandong";
    Henan = 410_000, 9, '豫', None, "henan", "河南", "河南省", "Henan";
    Hubei = 420_000, 10, '鄂', None, "hubei", "湖北", "湖北省", "Hubei";
    Hunan = 430_000, 15, '湘', None, "hunan", "湖南", "湖南省", "Hunan";
    Guangdong = 440_000, 5, '粤', None, "guangdong", "广东", "广东省", "Guangdong";
    Guangxi = 450_000, 7, '桂', None, "guangxi", "广西", "广西壮族自治区", "Guangxi";
    Hainan = 460_000, 12, '琼', None, "hainan", "海南", "海南省", "Hainan";
    Chongqing = 500_000, 3, '渝', None, "chongqing", "重庆", "重庆市", "Chongqing";
    Sichuan = 510_000, 24, '蜀', Some('川'), "sichuan", "四川", "四川省", "Sichuan";
    Guizhou = 520_000, 8, '黔', Some('贵'), "guizhou", "贵州", "贵州省", "Guizhou";
    Yunnan = 530_000, 33, '滇', Some('云'), "yunnan", "云南", "云南省", "Yunnan";
    Xizang = 540_000, 32, '藏', None, "xizang", "西藏", "西藏自治区", "Xizang";
    Shaanxi = 610_000, 27, '陕', Some('秦'), "shaanxi", "陕西", "陕西省", "Shaanxi";
    Gansu = 620_000, 6, '陇', Some('甘'), "gansu", "甘肃", "甘肃省", "Gansu";
    Qinghai = 630_000, 23, '青', None, "qinghai", "青海", "青海省", "Qinghai";
    Ningxia = 640_000, 22, '宁', None, "ningxia", "宁夏", "宁夏回族自治区", "Ningxia";
    Xinjiang = 650_000, 31, '新', None, "xinjiang", "新疆", "新疆维吾尔自治区", "Xinjiang";
}

impl Province {
    /// The province with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|province| province.slug() == slug)
    }

    /// The province a region lies in; `None` for 台湾, 香港, 澳门, where no authority files.
    pub fn from_region(region: RegionCode) -> Option<Self> {
        let code = region.province_code().number();
        Self::ALL.iter().copied().find(|province| province.code() == code)
    }

    /// The province whose filing numbers begin with this character.
    pub fn from_prefix(prefix: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|province| province.prefix() == prefix)
    }

    /// The province people also write with this character: 甘, 贵, 川, 云, 秦.
    pub fn from_alternate_prefix(prefix: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|province| province.alternate_prefix() == Some(prefix))
    }

    /// The province with this authority id.
    pub fn from_placement_id(id: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|province| province.placement_id() == id)
    }

    /// The region code.
    pub fn region(self) -> RegionCode {
        RegionCode::from_number(self.code()).expect("province codes have six digits")
    }

    /// The authority: 北京市通信管理局.
    pub fn authority_name(self) -> String {
        format!("{}通信管理局", self.full_name_zh())
    }
}

slugged!(Province);
