//! What is known of the world beside the order: the register, other subjects, the state of filed sites.

use std::collections::BTreeMap;

use super::order::Person;
use super::part::parts;
use crate::region::Province;

parts! {
    /// What is known of the world. Everything may be unknown.
    Known {
        /// Orders of the subject that are running, here or elsewhere, without this one.
        may running_orders: Option<u64>,
        /// Whether the certificate of the subject is filed already.
        may subject_filed: Option<bool>,
        /// Domains of this order that are filed already, in ASCII form.
        may filed_domains: Vec<String>,
        /// Services of the subject that are filed already.
        may filed_services: Option<u64>,
        /// Names of services of the subject that are filed already.
        may filed_names: Vec<String>,
        /// Whether the subject is on the authority's blacklist.
        may blacklisted: Option<bool>,
        /// Domains of this order that are on the authority's blacklist.
        may blacklisted_domains: Vec<String>,
        /// Whether the public register lists the unit as abnormal (经营异常).
        may abnormal: Option<bool>,
        /// Phones and mail addresses of this order that other subjects use.
        may used_elsewhere: Vec<Use>,
        /// Persons of this order who are in charge for other subjects, by where they stand in this order.
        may serves_elsewhere: Vec<Match>,
        /// Sites of the subject that are filed already, and how they are found today.
        may sites: Vec<Site>,
        /// What stands in the record, for orders that add to it or change it.
        may record: Option<Box<Record>>,
        /// Texts that hold a character the authority's encoding lacks: field and character.
        may unencodable: BTreeMap<String, String>,
        /// Whether the target account of a migration has consented and has no running order.
        may target_ready: Option<bool>,
        /// Whether the target of a migration is an individual.
        may target_individual: Option<bool>,
    }

    /// A value of this order that another subject uses.
    Use {
        /// The path of the field: `services.0.person.mobile`.
        must field: String,
        /// How many other subjects use it.
        must subjects: u64,
    }

    /// A person of this order who serves elsewhere.
    Match {
        /// The path of the person: `services.0.person`.
        must field: String,
        /// For how many other units.
        must units: u64,
    }

    /// A site that is filed already.
    Site {
        /// Its name.
        must name: String,
        /// Whether it opens.
        may opens: Option<bool>,
        /// Whether it bears the filed name.
        may name_matches: Option<bool>,
        /// Whether it shows its number at the foot, linked to the ministry.
        may number_shown: Option<bool>,
        /// Whether one of its domains has expired.
        may domain_expired: Option<bool>,
    }

    /// What the record of the subject and of the service says.
    Record {
        /// 单位名称.
        may name: String,
        /// 证件号码.
        may certificate_number: String,
        /// 证件住所 or 通信地址.
        may address: String,
        /// 备案省份.
        may province: Option<Province>,
        /// Whether the filed subject is an individual.
        may individual: Option<bool>,
        /// 主体负责人.
        may person: Option<Box<Person>>,
        /// 互联网信息服务负责人.
        may service_person: Option<Box<Person>>,
        /// Domains of the filed service.
        may domains: Vec<String>,
        /// Accesses the service has, at all providers.
        may accesses: Option<u64>,
        /// Whether one of them is ours.
        may ours: Option<bool>,
        /// Whether the subject stands without services (空壳主体).
        may shell: Option<bool>,
        /// Whether the issuer's letter about a change of name or number was brought.
        may issuer_letter: Option<bool>,
    }
}
