//! An invented company's first website, complete and without fault, to start tests and the demo from.

use chrono::NaiveDate;

use super::{mobile, resident_id, unified_code_in};
use crate::check::facts::ResourceFact;
use crate::check::{Checker, Facts};
use crate::dossier::dossier_of;
use crate::evidence::{Evidence, PictureFormat};
use crate::id::{AccountId, EvidenceId, Id, ResourceId};
use crate::network::IpRange;
use crate::order::answers::{AccessAnswers, Answers, PersonAnswers, ServiceAnswers, SubjectAnswers};
use crate::order::kind::OrderKind;
use crate::region::{Province, RegionCode};
use crate::resource::{Billing, DEFAULT_PLACES, Resource};
use crate::rulebook::{EXAMPLES_DAY, Rulebook};
use crate::tables::AccessMode;

/// A server in Zhejiang that may carry filings all through 2026 and 2027.
pub fn resource(account: AccountId, seed: u64) -> Resource {
    let id = i64::try_from(seed % 1_000_000).unwrap_or(0) + 1;
    let host = 10 + seed % 200;
    Resource {
        id: ResourceId::new(Id::from_i64(id).expect("above zero")),
        account,
        instance: format!("ecs-{seed:04}"),
        name: format!("web-{seed}"),
        addresses: vec![IpRange::parse(&format!("121.40.8.{host}")).expect("an address")],
        place: Some(Province::Zhejiang),
        mode: AccessMode::Cloud,
        billing: Billing::Subscription,
        starts_on: day(2026, 1, 1),
        ends_on: day(2027, 12, 31),
        places: DEFAULT_PLACES,
    }
}

/// What such a company types, without evidence; the seed tells companies apart.
pub fn answers(resource: &Resource, seed: u64) -> Answers {
    let hangzhou = RegionCode::from_number(330_106).expect("six digits");
    let subject = SubjectAnswers {
        nature: "enterprise".into(),
        name: format!("杭州示例{seed}科技有限公司"),
        certificate_type: "business-licence".into(),
        certificate_number: unified_code_in(seed, hangzhou).as_str().into(),
        certificate_expiry: "long-term".into(),
        province: "330000".into(),
        certificate_address: format!("浙江省杭州市西湖区示例路{}号", seed % 500 + 1),
        region: hangzhou.to_string(),
        address: format!("示例路{}号 3 幢 501 室", seed % 500 + 1),
        person_is_legal_representative: "yes".into(),
        person: person("王示例", seed * 4, day(1985, 3, 14)),
        ..SubjectAnswers::default()
    };
    let service = ServiceAnswers {
        domain: format!("example{seed}.cn"),
        name: format!("示例{seed}科技官网"),
        home_url: format!("https://www.example{seed}.cn/"),
        contents: vec!["organisation-portal".into()],
        languages: vec!["simplified-chinese".into()],
        pre_approval: "none".into(),
        person: person("李样本", seed * 4 + 2, day(1992, 8, 2)),
        access: AccessAnswers {
            resource: Some(resource.id),
            addresses: resource.addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            mode: resource.mode.slug().into(),
            place: "330000".into(),
        },
        ..ServiceAnswers::default()
    };
    Answers { subject, services: vec![service], evidence: Vec::new() }
}

/// What is known of the world when nothing stands in the way, and the evidence such an order needs.
pub fn facts(answers: &mut Answers, resource: Resource) -> Facts {
    let today = EXAMPLES_DAY;
    let dossier = dossier_of(OrderKind::FirstFiling, answers, None, today);
    let checker = Checker::new(Rulebook::built_in(), today);
    for (number, piece) in (1..).zip(checker.checklist(&dossier)) {
        if piece.required {
            answers.evidence.push(Evidence {
                id: EvidenceId::new(Id::from_i64(number).expect("above zero")),
                kind: piece.kind,
                document: piece.document.map(str::to_owned),
                digest: format!("{number:064x}"),
                bytes: 20_000,
                format: PictureFormat::Jpeg,
                width: 1200,
                height: 900,
            });
        }
    }
    let mut facts = Facts::default();
    facts.resources.insert(resource.id, ResourceFact { resource, used: 0 });
    facts
}

fn person(name: &str, seed: u64, birth: NaiveDate) -> PersonAnswers {
    PersonAnswers {
        name: name.into(),
        certificate_type: "resident-id".into(),
        certificate_number: resident_id(seed, birth).as_str().into(),
        certificate_expiry: "2039-12-31".into(),
        mobile: mobile(seed).as_str().into(),
        emergency_phone: mobile(seed + 1).as_str().into(),
        office_phone: "0571-85550000".into(),
        email: format!("person{seed}@example.cn"),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
