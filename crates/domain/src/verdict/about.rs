//! Which answers a result code is about, where the code alone tells.
//!
//! Source: 企业系统接口规范 V3.0 (2013), appendix of return codes, read beside the elements each code can be about.
//! Left out are codes that are about no answer (1002 审核未通过, 1999 其他原因), about our own system (1045, 1053), about
//! an attachment without saying which (1055–1057), or about a filing as a whole (1016, 1048).

use crate::account::slugs;
use crate::order::field::Field;

slugs! {
    /// A group of answers that result codes speak of.
    About {
        /// 主办单位: name and certificate together.
        Organiser = "organiser",
        /// 单位性质.
        Nature = "nature",
        /// 备案省份.
        Province = "province",
        /// 通信地址所在省市县.
        Region = "region",
        /// 证件类型与号码, of the subject or a person in charge.
        Certificate = "certificate",
        /// 主体负责人姓名.
        PersonName = "person-name",
        /// 手机号码.
        Mobile = "mobile",
        /// 办公电话.
        OfficePhone = "office-phone",
        /// 电子邮箱.
        Email = "email",
        /// 联系方式, without saying which.
        Contact = "contact",
        /// 网站名称.
        ServiceName = "service-name",
        /// 域名.
        Domain = "domain",
        /// 首页网址.
        HomeUrl = "home-url",
        /// 服务内容.
        Contents = "contents",
        /// 网站语言.
        Languages = "languages",
        /// 前置审批.
        PreApproval = "pre-approval",
        /// IP 地址.
        Addresses = "addresses",
        /// 接入方式.
        AccessMode = "access-mode",
        /// 服务器放置地.
        AccessPlace = "access-place",
    }
}

impl About {
    /// What a code is about; `None` where the code does not tell.
    pub fn of(code: u32) -> Option<Self> {
        Some(match code {
            1003 | 1065 => Self::Organiser,
            1004 | 1005 | 1039 | 1064 => Self::Domain,
            1006 | 1024 | 1040 | 1063 => Self::Addresses,
            1007 => Self::Contact,
            1008 | 1015 => Self::Certificate,
            1009 => Self::Email,
            1010 | 1031 => Self::OfficePhone,
            1011 => Self::Mobile,
            1014 => Self::Nature,
            1019 => Self::Region,
            1020 => Self::ServiceName,
            1021 | 1022 | 1041 => Self::HomeUrl,
            1033 => Self::PreApproval,
            1034 => Self::Contents,
            1035 => Self::AccessMode,
            1036 => Self::AccessPlace,
            1044 => Self::PersonName,
            1046 => Self::Province,
            1066 => Self::Languages,
            _ => return None,
        })
    }

    /// The fields of the form that hold these answers.
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Organiser => {
                &[F::SubjectName, F::SubjectCertificateType, F::SubjectCertificateNumber, F::SubjectNature]
            }
            Self::Nature => &[F::SubjectNature],
            Self::Province => &[F::SubjectProvince],
            Self::Region => &[F::SubjectRegion],
            Self::Certificate => &[
                F::SubjectCertificateType,
                F::SubjectCertificateNumber,
                F::SubjectCertificateExpiry,
                F::SubjectPersonCertificateType,
                F::SubjectPersonCertificateNumber,
                F::SubjectPersonCertificateExpiry,
                F::ServicePersonCertificateType,
                F::ServicePersonCertificateNumber,
                F::ServicePersonCertificateExpiry,
            ],
            Self::PersonName => &[F::SubjectPersonName],
            Self::Mobile => &[F::SubjectPersonMobile, F::ServicePersonMobile],
            Self::OfficePhone => &[F::SubjectPersonOfficePhone, F::ServicePersonOfficePhone],
            Self::Email => &[F::SubjectPersonEmail, F::ServicePersonEmail],
            Self::Contact => &[
                F::SubjectPersonMobile,
                F::SubjectPersonEmergencyPhone,
                F::SubjectPersonOfficePhone,
                F::SubjectPersonEmail,
                F::ServicePersonMobile,
                F::ServicePersonEmergencyPhone,
                F::ServicePersonOfficePhone,
                F::ServicePersonEmail,
            ],
            Self::ServiceName => &[F::ServiceName],
            Self::Domain => &[F::ServiceDomain],
            Self::HomeUrl => &[F::ServiceHomeUrl],
            Self::Contents => &[F::ServiceContents],
            Self::Languages => &[F::ServiceLanguages],
            Self::PreApproval => &[F::ServicePreApproval, F::ServicePreApprovalNumber],
            Self::Addresses => &[F::AccessAddresses, F::AccessResource],
            Self::AccessMode => &[F::AccessMode],
            Self::AccessPlace => &[F::AccessPlace],
        }
    }
}
