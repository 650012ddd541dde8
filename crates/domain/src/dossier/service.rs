//! A service: names, domains, content, platforms of an App, and how it is reached.

use chrono::NaiveDate;

use super::order::Person;
use super::part::{parts, slug_parts};
use crate::account::slugs;
use crate::filing_number::ServiceKind;
use crate::region::Province;
use crate::resource::Unfit;
use crate::rulebook::{Choice as _, DomainOwner};
use crate::tables::{AccessMode, CertificateType};

parts! {
    /// A service (互联网信息服务).
    Service {
        /// Website, App, mini program or quick app.
        must kind: Option<ServiceKind>,
        /// 网站名称 or APP 名称.
        must name: String,
        /// 域名.
        must domains: Vec<Domain>,
        /// 首页网址.
        may home_url: String,
        /// 服务内容, by the codes of the rulebook's table of contents.
        must contents: Vec<String>,
        /// 语言, by the codes of the rulebook's table of languages.
        may languages: Vec<String>,
        /// 前置审批, none if the content needs none.
        may pre_approvals: Vec<PreApproval>,
        /// 备注.
        may remark: String,
        /// 互联网信息服务负责人.
        must person: Person,
        /// 接入.
        may access: Access,
        /// What an App runs on.
        may platforms: Vec<Platform>,
        /// The icon of an App.
        may icon: Option<Box<Icon>>,
        /// The day an App was listed in a store, if it is.
        may listed_on: Option<NaiveDate>,
        /// Whether an App carries kits of others (SDK) that are services of their own.
        may kits: Option<bool>,
    }

    /// A domain name (域名) and what is known of its registration.
    Domain {
        /// The name.
        must name: String,
        /// Whether the registrar is approved by the ministry.
        may registrar_approved: Option<bool>,
        /// Whether the registrar sits in the mainland.
        may registrar_domestic: Option<bool>,
        /// Last day of the registration.
        may expires_on: Option<NaiveDate>,
        /// The day real-name verification was passed.
        may verified_on: Option<NaiveDate>,
        /// Whether real-name verification was passed.
        may verified: Option<bool>,
        /// Whether the owner is hidden by a privacy service.
        may private: Option<bool>,
        /// Whether it resolves or opens today.
        may resolves: Option<bool>,
        /// Who holds it.
        may owner: Option<Box<Owner>>,
    }

    /// The holder of a domain.
    Owner {
        /// Who that is to the subject; null for somebody else.
        may relation: Option<DomainOwner>,
        /// Name as registered.
        may name: String,
        /// Type of certificate as registered.
        may certificate_kind: Option<CertificateType>,
        /// Number of certificate as registered.
        may certificate_number: String,
    }

    /// Content that another authority approves first (前置审批).
    PreApproval {
        /// The code in the rulebook's table of pre-approvals.
        must kind: String,
        /// 前置审批号.
        may number: String,
    }

    /// The access (接入).
    Access {
        /// The resource that carries it.
        may resource: Option<Box<Resource>>,
        /// IP addresses and ranges.
        may addresses: Vec<String>,
        /// 接入方式.
        may mode: Option<AccessMode>,
        /// 服务器放置地.
        may place: Option<Province>,
        /// Which domain leads to which addresses.
        may resolutions: Vec<Resolution>,
    }

    /// The resource (备案资源) as the inventory knows it.
    Resource {
        /// Whether it is one of the account.
        may owned: Option<bool>,
        /// Its kind, by the code of the rulebook's table of resources.
        may kind: String,
        /// Why it cannot carry one more filing.
        may unfit: Vec<Reason>,
        /// Its public addresses.
        may addresses: Vec<String>,
        /// Where it stands; null outside the mainland or unknown.
        may place: Option<Province>,
        /// Places left.
        may places: Option<u64>,
        /// Months of the subscription, with renewals.
        may months: Option<u64>,
    }

    /// A domain and the addresses it leads to.
    Resolution {
        /// The domain.
        must domain: String,
        /// The addresses.
        must addresses: Vec<String>,
    }

    /// One platform an App runs on.
    Platform {
        /// Which.
        must system: Option<System>,
        /// Package name or Bundle ID (包名).
        must package_name: String,
        /// 公钥.
        may public_key: String,
        /// Fingerprint of the certificate: MD5 for Android, SHA-1 for the others.
        may fingerprint: String,
        /// Domains that are used there.
        may domains: Vec<String>,
        /// The name shown on this platform, if it differs.
        may name: String,
    }

    /// An icon.
    Icon {
        /// Bytes.
        may bytes: Option<u64>,
        /// Pixels across.
        may width: Option<u64>,
        /// Pixels down.
        may height: Option<u64>,
    }
}

slugs! {
    /// What an App runs on.
    System {
        /// Android.
        Android = "android",
        /// iOS and iPadOS.
        Ios = "ios",
        /// HarmonyOS.
        HarmonyOs = "harmony-os",
        /// Windows, macOS, Linux.
        Desktop = "desktop",
        /// Television sets, cars and other devices.
        Device = "device",
    }
}

slug_parts!(ServiceKind, DomainOwner, AccessMode, System);

/// Why a resource is unfit, in an order file.
pub type Reason = Option<Unfit>;

slug_parts!(Unfit);
