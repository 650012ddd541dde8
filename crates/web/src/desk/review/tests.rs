//! The review page with an invented order: what can be ticked, what is hidden, what never nests.

use beian_app::desk::{ReviewCan, ReviewField, ReviewStep, ReviewView};
use beian_app::orders::{HistoryLine, Who};
use beian_domain::access::Actor;
use beian_domain::account::{Account, AccountKind, StaffRole};
use beian_domain::evidence::{Evidence, EvidenceKind, PictureFormat};
use beian_domain::finding::{FieldOpinion, Finding, Severity};
use beian_domain::id::{AccountId, EvidenceId, OrderId, SnapshotId, StaffId};
use beian_domain::order::event::Event;
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::{Round, Stage};
use beian_domain::order::waiting::{Party, Waiting};
use chrono::{DateTime, Utc};

use super::{Draft, Review, view};
use crate::i18n::{Lang, Words};
use crate::session::StaffMember;
use crate::ui::{Footer, Frame, Viewer};

fn at(minute: u32) -> DateTime<Utc> {
    format!("2026-11-23T02:{minute:02}:00Z").parse().unwrap()
}

fn staff(lang: Lang) -> StaffMember {
    let words = Words::new(lang);
    let actor = Actor::Staff { staff: StaffId::from_i64(1).unwrap(), role: StaffRole::Reviewer };
    let frame = Frame {
        words,
        brand: "示例云备案".to_owned(),
        path: "/desk/orders/1".to_owned(),
        csrf: "token".to_owned(),
        viewer: Viewer::Staff { name: "陈示例".to_owned(), role: "备案专员".to_owned() },
        nav: crate::desk::nav(words, actor),
        own: Vec::new(),
        notices: Vec::new(),
        footer: Footer::default(),
        rehearsal: false,
    };
    StaffMember { actor, words, frame }
}

fn field(field: Field, value: &str) -> ReviewField {
    let path = FieldPath::of(field);
    let (value, masked) = (value.to_owned(), value.contains('*'));
    ReviewField { path, value, masked, before: None, findings: Vec::new(), opinion: None }
}

fn steps() -> Vec<ReviewStep> {
    let mut name = field(Field::ServiceName, "示例科技官网");
    name.before = Some("中国示例网".to_owned());
    name.opinion = Some(FieldOpinion {
        field: name.path,
        reason: "name-not-accepted".to_owned(),
        words: "“中国”开头要有批文".to_owned(),
    });
    let mut emergency = field(Field::SubjectPersonEmergencyPhone, "138****0002");
    emergency.findings =
        vec![Finding::new("emergency-phone-same", Severity::Block, emergency.path, "provider-practice")];
    let picture = EvidenceId::from_i64(3).unwrap().to_string();
    vec![
        ReviewStep {
            step: Step::Basics,
            fields: vec![
                field(Field::SubjectNature, "enterprise"),
                field(Field::SubjectName, "杭州示例科技有限公司"),
                field(Field::SubjectProvince, "330000"),
                field(Field::ServiceDomain, "example.cn"),
            ],
        },
        ReviewStep {
            step: Step::Subject,
            fields: vec![field(Field::SubjectPersonMobile, "138****0001"), emergency],
        },
        ReviewStep { step: Step::Service, fields: vec![name, field(Field::ServicePreApproval, "none")] },
        ReviewStep {
            step: Step::Access,
            fields: vec![field(Field::AccessAddresses, "121.36.0.10\n121.36.0.11")],
        },
        ReviewStep { step: Step::Evidence, fields: vec![field(Field::EvidenceSubjectCertificate, &picture)] },
    ]
}

fn review(decide: bool, draft: Draft) -> Review {
    let snapshot = SnapshotId::from_i64(2).unwrap();
    let stage = Stage::InReview { snapshot, round: Round::Resubmitted };
    let submitted = |minute, round| HistoryLine {
        at: at(minute),
        by: Who::Customer(Some("王示例".to_owned())),
        event: Event::Submitted { snapshot, round },
    };
    let view = ReviewView {
        id: OrderId::from_i64(1).unwrap(),
        account: Account {
            id: AccountId::from_i64(4).unwrap(),
            name: "示例科技".to_owned(),
            kind: AccountKind::Organisation,
            real_name_verified: false,
        },
        kind: OrderKind::FirstFiling,
        stage,
        since: at(9),
        opened_at: at(0),
        version: 7,
        waiting: Waiting { party: Party::Reviewer, until: None },
        snapshot: Some(snapshot),
        findings: steps().into_iter().flat_map(|step| step.fields).flat_map(|field| field.findings).collect(),
        steps: steps(),
        evidence: vec![Evidence {
            id: EvidenceId::from_i64(3).unwrap(),
            kind: EvidenceKind::SubjectCertificate,
            document: None,
            digest: String::new(),
            bytes: 482_113,
            format: PictureFormat::Jpeg,
            width: 2400,
            height: 1700,
        }],
        history: vec![submitted(1, Round::First), submitted(9, Round::Resubmitted)],
        unmasked: false,
        can: ReviewCan { decide, unmask: true },
    };
    Review { view, resources: Vec::new(), draft, problem: None, age: 1, late: false }
}

fn html(lang: Lang, review: &Review) -> String {
    view::page(&staff(lang), review).into_string()
}

#[test]
fn every_field_can_be_ticked_by_its_number() {
    for lang in Lang::ALL {
        let page = html(lang, &review(true, Draft::default()));
        for number in 1..=10 {
            assert_eq!(page.matches(&format!("data-key=\"{number}\"")).count(), 1, "{number}");
        }
        assert!(page.contains("formaction=\"/desk/orders/0000000000001/approve\""));
        assert!(page.contains("name=\"version\" value=\"7\""));
    }
}

#[test]
fn what_was_ticked_and_typed_is_kept() {
    let path = FieldPath::of(Field::SubjectName);
    let mut draft = Draft { version: 7, comment: "意见".to_owned(), ..Draft::default() };
    let said = draft.fields.entry(path).or_default();
    (said.ticked, said.words) = (true, "照执照写".to_owned());
    let page = html(Lang::Zh, &review(true, draft));
    assert!(page.contains("value=\"subject.name\" checked"), "{page}");
    assert!(page.contains("照执照写") && page.contains("意见"));
}

#[test]
fn what_changed_and_why_it_was_returned_is_said() {
    let page = html(Lang::Zh, &review(true, Draft::default()));
    assert!(page.contains("中国示例网") && page.contains("“中国”开头要有批文"));
    assert!(page.contains("href=\"#tick-services.0.name\""));
}

#[test]
fn without_the_right_to_decide_there_is_nothing_to_press() {
    let page = html(Lang::Zh, &review(false, Draft::default()));
    assert!(!page.contains("/approve") && !page.contains("type=\"checkbox\""));
}

#[test]
fn the_first_button_of_the_form_decides_nothing() {
    let page = html(Lang::Zh, &review(true, Draft::default()));
    let form = page.split("<form").find(|form| form.contains("id=\"review\"")).unwrap();
    assert!(
        form.split("<button")
            .nth(1)
            .unwrap()
            .starts_with(" type=\"submit\" name=\"hold\" value=\"yes\" hidden")
    );
    assert_eq!(form.matches("<form").count(), 0, "forms never nest");
}
