//! What results mean, and which request each of them answers.

use crate::message::download::bajg::{
    About, Outcome, OutcomeKind, RecordKind, RequestResult, ResultLine, Results, Review, operation,
};
use crate::message::download::ip::results::IpRecord;
use crate::message::download::reported;
use crate::message::download::{domain, ip};
use crate::value::WireTime;

fn result(asked: i64, reference: &str, code: i64) -> RequestResult {
    RequestResult {
        lines: vec![ResultLine { code, text: None }],
        operation: asked,
        reference: Some(reference.to_owned()),
        remark: None,
    }
}

fn review(asked: Option<i64>, record: Option<i64>, verdict: i64) -> Review {
    Review {
        reviewer: None,
        reviewer_phone: None,
        reviewed: WireTime::parse("2025-06-01").unwrap(),
        opinion: None,
        verdict,
        operation: asked,
        record,
    }
}

fn about(results: Vec<RequestResult>, reviews: Vec<Review>) -> Vec<About> {
    Results { results, reviews }.outcomes().into_iter().map(|outcome| outcome.about).collect()
}

#[test]
fn every_kind_of_request_is_named_in_its_own_way() {
    use RecordKind::{Access, Service, Subject};
    for (asked, by_result, by_review) in [
        (operation::NEW_FILING, About::Ours(Subject, 9), About::Ours(Subject, 9)),
        (operation::NEW_SERVICE, About::Bureaus(Some(Subject), 9), About::Ours(Service, 9)),
        (operation::NEW_ACCESS, About::Ours(Access, 9), About::Ours(Access, 9)),
        (operation::CHANGE, About::Bureaus(Some(Subject), 9), About::Bureaus(Some(Subject), 9)),
        (operation::CANCEL_ACCESS, About::Bureaus(Some(Access), 9), About::Bureaus(Some(Access), 9)),
        (operation::CANCEL_SUBJECT, About::Bureaus(Some(Subject), 9), About::Bureaus(Some(Subject), 9)),
        (operation::CANCEL_SERVICE, About::Bureaus(Some(Service), 9), About::Bureaus(Some(Service), 9)),
        (operation::VERIFICATION_ONLY, About::Bureaus(None, 9), About::Bureaus(None, 9)),
        (8, About::Record(9), About::Record(9)),
    ] {
        assert_eq!(about(vec![result(asked, " 9 ", 1001)], vec![]), vec![by_result.clone()]);
        assert_eq!(about(vec![], vec![review(Some(asked), Some(9), 1)]), vec![by_review.clone()]);
        let number = About::Number("粤ICP备2025000001号".to_owned());
        assert_eq!(about(vec![result(asked, "粤ICP备2025000001号", 1001)], vec![]), [number]);
        // What is named alike is one outcome; what is not stays two.
        let both = about(vec![result(asked, "9", 1001)], vec![review(Some(asked), Some(9), 1)]);
        let joined = by_result == by_review;
        assert_eq!(both, if joined { vec![by_result] } else { vec![by_result, by_review] });
    }
}

#[test]
fn an_opinion_without_a_record_belongs_to_a_lone_result_without_one() {
    let number = |n: u32| format!("粤ICP备202500000{n}号");
    let change = |n, code| result(operation::CHANGE, &number(n), code);
    let kinds = |results, reviews| -> Vec<OutcomeKind> {
        Results { results, reviews }.outcomes().into_iter().map(|outcome: Outcome| outcome.kind).collect()
    };
    let granted = OutcomeKind::Granted { opinion: None };
    let refused = |codes: &[i64]| OutcomeKind::Refused { codes: codes.to_vec(), opinion: None };
    let approval = || vec![review(Some(operation::CHANGE), None, 1)];
    assert_eq!(kinds(vec![change(1, 1062)], approval()), vec![granted.clone()]);
    assert_eq!(
        kinds(vec![change(1, 1005), change(2, 1062)], approval()),
        [refused(&[1005]), OutcomeKind::Received { phone_check: false }, granted]
    );
    assert_eq!(about(vec![], vec![review(None, Some(7), 1)]), [About::Record(7)]);
    assert_eq!(about(vec![], vec![review(None, None, 1)]), [About::File(None)]);
}

#[test]
fn only_our_subject_record_is_given_as_our_record() {
    let record = |asked, reference| {
        Results { results: vec![result(asked, reference, 1001)], reviews: vec![] }.outcomes()[0].record()
    };
    assert_eq!(record(operation::NEW_FILING, "101"), Some(101));
    assert_eq!(record(operation::NEW_SERVICE, "101"), None);
    assert_eq!(record(operation::NEW_ACCESS, "101"), None);
    assert_eq!(record(operation::CHANGE, "101"), None);
}

#[test]
fn results_of_addresses_and_domains_say_which_record_was_taken() {
    let line = |code| ip::results::ResultLine { code, text: "说明".to_owned(), involved: vec![] };
    let of = |lines, bureau_id, asked, record| ip::results::RecordResult {
        lines,
        bureau_id,
        operation: asked,
        record,
        remark: None,
    };
    let results = ip::results::Results {
        sources: vec![of(vec![line(2998)], Some(44), reported::operation::ADD, Some(1))],
        own: vec![of(vec![line(2001), line(2998), line(5001)], None, reported::operation::CHANGE, None)],
        ..ip::results::Results::default()
    };
    let outcomes = results.outcomes();
    assert_eq!(outcomes.len(), 2);
    let (kind, taken) = &outcomes[0];
    assert_eq!((*kind, taken.record, taken.bureau_id), (IpRecord::Source, Some(1), Some(44)));
    assert!(taken.is_success());
    let (kind, refused) = &outcomes[1];
    assert_eq!((*kind, refused.operation), (IpRecord::Own, reported::operation::CHANGE));
    assert!(!refused.is_success());
    assert_eq!(refused.against, [2001, 5001]);

    let of = |code, record| domain::results::DomainResult {
        lines: vec![domain::results::ResultLine { text: String::new(), code }],
        bureau_id: None,
        operation: reported::operation::ADD,
        record: Some(record),
        remark: None,
    };
    let results = domain::results::Results { results: vec![of(3998, 1), of(3001, 2)] };
    let against: Vec<_> = results.outcomes().into_iter().map(|one| (one.record, one.against)).collect();
    assert_eq!(against, [(Some(1), vec![]), (Some(2), vec![3001])]);
}
