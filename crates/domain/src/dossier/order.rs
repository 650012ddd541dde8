//! The order, its subject, the persons in charge, the evidence.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::known::Known;
use super::part::{At, Part, Problems, parts, slug_parts};
use super::read::Wrong;
use super::service::Service;
use crate::evidence::{EvidenceKind, PictureFormat};
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::tables::{CertificateType, SubjectNature};

parts! {
    /// An order (备案订单): what it says and what is known of the world.
    Dossier {
        /// What the order does (备案类型).
        must kind: Option<OrderKind>,
        /// 主体.
        must subject: Subject,
        /// 互联网信息服务.
        must services: Vec<Service>,
        /// 材料.
        may evidence: Vec<Piece>,
        /// What is known of the world; what is not known is left out, and no rule minds it.
        may known: Known,
    }

    /// The subject (主体).
    Subject {
        /// 单位性质.
        must nature: Option<SubjectNature>,
        /// 单位名称.
        must name: String,
        /// 证件类型.
        must certificate_type: Option<CertificateType>,
        /// 证件号码.
        must certificate_number: String,
        /// 证件有效期至.
        may certificate_expiry: Expiry,
        /// 证件住所.
        may certificate_address: String,
        /// 备案省份.
        must province: Option<Province>,
        /// 通信地址所在县区, a six-digit region code.
        may region: String,
        /// 通信地址, from the street on.
        may address: String,
        /// 投资者或上级主管单位名称.
        may investor: String,
        /// 经营范围 on the licence.
        may scope: String,
        /// 主体备注.
        may remark: String,
        /// Whether it is a sole trader (个体工商户).
        may sole_trader: Option<bool>,
        /// Whether a sole trader has a trade name (字号).
        may trade_name: Option<bool>,
        /// Whether it has a seal (公章).
        may seal: Option<bool>,
        /// 主体负责人.
        must person: Person,
    }

    /// A person in charge (负责人).
    Person {
        /// 姓名.
        must name: String,
        /// Whether it is the legal representative (法定代表人).
        may legal_representative: Option<bool>,
        /// 证件类型.
        must certificate_type: Option<CertificateType>,
        /// 证件号码.
        must certificate_number: String,
        /// 证件有效期至.
        may certificate_expiry: Expiry,
        /// 手机号码.
        must mobile: String,
        /// 应急联系电话.
        may emergency_phone: String,
        /// 办公电话.
        may office_phone: String,
        /// 电子邮箱.
        must email: String,
        /// Where the mobile number is of, if a table of number segments says it.
        may mobile_of: Option<Province>,
        /// Proofs of living in the province that were brought, by the slugs of the rulebook.
        may residence_proofs: Vec<String>,
        /// Last day of the residence permit or temporary permit, where one was brought.
        may residence_permit_expiry: Expiry,
        /// Months for which a contract of rent that was brought runs.
        may rental_months: Option<u64>,
        /// Proofs of age, work or consent that were brought, by the slugs of the rulebook.
        may age_proofs: Vec<String>,
        /// Whether the certificate is a temporary ID card (临时身份证).
        may temporary: Option<bool>,
    }

    /// A piece of evidence (材料).
    Piece {
        /// What it proves.
        must kind: Option<EvidenceKind>,
        /// Which document, by its code in the rulebook's table of documents.
        may document: String,
        /// Format of the picture.
        may format: Option<PictureFormat>,
        /// Bytes of the picture.
        may bytes: Option<u64>,
        /// Pixels across.
        may width: Option<u64>,
        /// Pixels down.
        may height: Option<u64>,
        /// The day it was signed.
        may signed_on: Option<NaiveDate>,
        /// Whether it is a picture of the original, no copy and no screen.
        may original: Option<bool>,
        /// Whether a copy bears the seal (加盖公章的复印件).
        may sealed_copy: Option<bool>,
        /// Whether it is an electronic certificate (电子证照).
        may electronic: Option<bool>,
    }
}

slug_parts!(OrderKind, SubjectNature, Province, CertificateType, EvidenceKind, PictureFormat);

/// Until when a certificate holds, as far as it was said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Expiry {
    /// Not said, or said so that nobody can read it.
    #[default]
    Unsaid,
    /// 长期有效.
    LongTerm,
    /// Through this day.
    Until(NaiveDate),
}

impl Expiry {
    /// Reads what a form has: `long-term` or a day.
    pub fn of(text: &str) -> Self {
        match text.trim() {
            "long-term" => Self::LongTerm,
            text => text.parse().map_or(Self::Unsaid, Self::Until),
        }
    }
}

impl Serialize for Expiry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unsaid => serializer.serialize_none(),
            Self::LongTerm => serializer.serialize_str("long-term"),
            Self::Until(day) => day.serialize(serializer),
        }
    }
}

impl Part for Expiry {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        let read = match value {
            Value::Null => return Self::Unsaid,
            Value::String(text) => Self::of(text),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => Self::Unsaid,
        };
        if read == Self::Unsaid {
            problems.wrong(at, Wrong::kind("`long-term`, or a day like 2030-01-31", value));
        }
        read
    }

    fn schema() -> Value {
        json!({ "anyOf": [{ "enum": ["long-term", null] }, { "type": "string", "format": "date" }] })
    }
}

impl Part for BTreeMap<String, String> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        let Some(object) = value.as_object() else {
            problems.wrong(at, Wrong::kind("an object", value));
            return Self::new();
        };
        let entry =
            |(key, value): (&String, &Value)| (key.clone(), String::read(value, &At::Key(at, key), problems));
        object.iter().map(entry).collect()
    }

    fn schema() -> Value {
        json!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}
