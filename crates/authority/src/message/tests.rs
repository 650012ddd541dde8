//! Round trips and tolerance of the documents.

use proptest::prelude::*;

use super::download::bajg::{
    About, OutcomeKind, REMARK_PHONE_CHECK_DONE, REMARK_PHONE_CHECK_FAILED, REMARK_PHONE_CHECK_MISSED,
    REMARK_PHONE_CHECK_STARTED, RecordKind, RequestResult, ResultLine, Results, Review,
};
use super::download::{DownloadDocument, IcpDownload};
use super::upload::UploadDocument;
use super::upload::xzba::{Filing, NewFiling};
use crate::value::{Blob, WireTime};
use crate::xml::{self, Node};
use crate::{Unreadable, Warning, sample};

/// Text of Chinese, Latin and the characters XML minds.
fn text(least: usize, most: usize) -> impl Strategy<Value = String> {
    let char = prop_oneof![
        3 => prop::char::range('一', '龥'),
        3 => prop::char::range('!', '~'),
        1 => prop::sample::select(vec!['<', '>', '&', '"', '\'', '\r', '\n', '\t', ' ']),
    ];
    // An empty optional element counts as absent, so text has at least one visible character.
    (prop::collection::vec(char, least..most), prop::char::range('a', 'z'))
        .prop_map(|(chars, last)| chars.into_iter().chain([last]).collect())
}

prop_compose! {
    fn filing()(
        n in 1..500u32,
        name in text(1, 60),
        remark in proptest::option::of(text(1, 80)),
        investor in proptest::option::of(text(1, 20)),
        county in proptest::option::of(100_000..999_999i64),
        contents in prop::collection::vec(1..=64i64, 1..8),
        content in prop::collection::vec(any::<u8>(), 1..200),
        attached in 0..5usize,
        first in 1..=u32::MAX,
        record in 1..=i64::MAX,
    ) -> Filing {
        let mut filing = sample::filing(n);
        filing.subject.record = record;
        filing.subject.name = name;
        filing.subject.remark = remark.clone();
        filing.subject.investor = investor;
        filing.subject.address.county = county;
        let service = &mut filing.services[0];
        service.contents = contents;
        service.remark = remark;
        service.accesses[0].addresses[0].first = first.into();
        filing.attachments.truncate(attached);
        for attachment in &mut filing.attachments {
            attachment.content = Blob(content.clone());
        }
        filing
    }
}

/// Moves the children of every element: kind after kind from the last to the first, those of one kind in their
/// order.
pub(super) fn shuffle(node: &mut Node) {
    let names: Vec<String> = node.children.iter().map(|child| child.name.clone()).collect();
    let first = |name: &str| names.iter().position(|known| known == name);
    node.children.sort_by_key(|child| std::cmp::Reverse(first(&child.name)));
    node.children.iter_mut().for_each(shuffle);
}

pub(super) fn written(node: &Node) -> String {
    let attributes =
        node.attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", xml::escape(value)));
    let inside: String = node.children.iter().map(written).collect();
    let (name, text) = (&node.name, xml::escape(&node.text));
    format!("<{name}{}>{text}{inside}</{name}>", attributes.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_new_filing_comes_back_as_it_was(filings in prop::collection::vec(filing(), 1..4)) {
        let document = UploadDocument::new_filing(1001, NewFiling { filings });
        prop_assert_eq!(document.schema_violations(), vec![]);
        let text = document.to_xml();
        prop_assert_eq!(UploadDocument::from_xml(&text).unwrap(), (document.clone(), vec![]));
        let mut tree = xml::parse(&text).unwrap();
        shuffle(&mut tree);
        prop_assert_eq!(UploadDocument::from_xml(&written(&tree)).unwrap(), (document, vec![]));
    }

    #[test]
    fn results_come_back_as_they_were(
        codes in prop::collection::vec(1..6000i64, 1..5),
        remark in proptest::option::of(text(1, 40)),
        opinion in proptest::option::of(text(1, 200)),
        seconds in 0..4_000_000_000i64,
    ) {
        let lines = codes.iter().map(|code| ResultLine { code: *code, text: remark.clone() }).collect();
        let reviewed = WireTime::from_utc(chrono::DateTime::from_timestamp(seconds, 7).unwrap());
        prop_assert_eq!(reviewed.to_utc().timestamp(), seconds);
        let results = Results {
            results: vec![RequestResult { lines, operation: 1, reference: Some("101".to_owned()), remark }],
            reviews: vec![Review {
                reviewer: None, reviewer_phone: None, reviewed, opinion, verdict: 0,
                operation: Some(1), record: Some(101),
            }],
        };
        let icp = IcpDownload { results: Some(results), ..IcpDownload::default() };
        let document = DownloadDocument::Icp(icp);
        let text = document.to_xml();
        prop_assert_eq!(DownloadDocument::from_xml(&text).unwrap(), (document, vec![]));
    }

    #[test]
    fn rubbish_never_panics(text in ".{0,200}", tail in "[<>/a-zA-Z_& ;\"=]{0,200}") {
        let _ = xml::parse(&text);
        let _ = DownloadDocument::from_xml(&format!("<DownloadData version=\"V.3.0\">{tail}"));
        let _ = crate::reply::Return::from_xml(&tail);
        let _ = crate::soap::returned(&tail);
    }
}

fn result(codes: &[i64], reference: Option<&str>, remark: Option<&str>) -> RequestResult {
    RequestResult {
        lines: codes.iter().map(|code| ResultLine { code: *code, text: None }).collect(),
        operation: 1,
        reference: reference.map(str::to_owned),
        remark: remark.map(str::to_owned),
    }
}

fn review(record: Option<i64>, verdict: i64, opinion: Option<&str>) -> Review {
    Review {
        reviewer: None,
        reviewer_phone: None,
        reviewed: WireTime::parse("2025-06-01").unwrap(),
        opinion: opinion.map(str::to_owned),
        verdict,
        operation: Some(1),
        record,
    }
}

#[test]
fn unknown_and_repeated_elements_are_noted_not_fatal() {
    let text = UploadDocument::new_filing(1001, sample::new_filing(1)).to_xml();
    let odd = text
        .replace("<Dwmc>", "<Neu>1</Neu><Dwmc>")
        .replace("<Qqdwid>1001</Qqdwid>", "<Qqdwid>1001</Qqdwid><Qqdwid>7</Qqdwid><Neues/>");
    let (document, warnings) = UploadDocument::from_xml(&odd).unwrap();
    assert_eq!(document.to_xml(), text);
    assert_eq!(
        warnings,
        [
            Warning::Unknown("ICP/XZBA/Baxx/Zt_xx/Neu".to_owned()),
            Warning::Repeated("ICP/Qqdwid".to_owned()),
            Warning::Unknown("ICP/Neues".to_owned()),
        ]
    );
}

#[test]
fn what_is_missing_or_malformed_is_named_with_its_path() {
    let text = UploadDocument::new_filing(1001, sample::new_filing(1)).to_xml();
    let error = |text: String| match UploadDocument::from_xml(&text) {
        Err(super::DocumentError::Content(unreadable)) => unreadable,
        other => panic!("{other:?}"),
    };
    let missing = error(text.replace("<Ym>shop1.example</Ym>", ""));
    assert_eq!(missing, Unreadable::Missing("ICP/XZBA/Baxx/Wz_xx/Ym_xx/Ym".to_owned()));
    let wrong = error(text.replace("<Bbfs>1</Bbfs>", "<Bbfs>ja</Bbfs>"));
    assert_eq!(wrong, Unreadable::Value { path: "ICP/XZBA/Baxx/Zt_xx/Bbfs".to_owned() });
}

#[test]
fn any_mixture_of_lines_and_opinions_is_understood() {
    let kind = |results: Vec<RequestResult>, reviews: Vec<Review>| {
        let outcomes = Results { results, reviews }.outcomes();
        assert_eq!(outcomes.len(), 1);
        assert_eq!(outcomes[0].record(), Some(101));
        outcomes[0].kind.clone()
    };
    let lines = |codes, remark| vec![result(codes, Some("101"), remark)];
    let granted = OutcomeKind::Granted { opinion: None };
    assert_eq!(kind(lines(&[1001], None), vec![]), granted);
    assert_eq!(kind(lines(&[1001], None), vec![review(Some(101), 1, None)]), granted);
    assert_eq!(kind(vec![], vec![review(Some(101), 1, None)]), granted);
    let refused = |codes: &[i64], opinion: Option<&str>| OutcomeKind::Refused {
        codes: codes.to_vec(),
        opinion: opinion.map(str::to_owned),
    };
    assert_eq!(
        kind(lines(&[1002], None), vec![review(Some(101), 0, Some("不清晰"))]),
        refused(&[1002], Some("不清晰"))
    );
    assert_eq!(kind(vec![], vec![review(Some(101), 0, None)]), refused(&[], None));
    assert_eq!(kind(lines(&[1005, 1060], None), vec![]), refused(&[1005], None));
    assert_eq!(kind(lines(&[1062], None), vec![]), OutcomeKind::Received { phone_check: false });
    let remarked = |code, remark| kind(vec![result(&[code], Some("101"), Some(remark))], vec![]);
    assert_eq!(remarked(1062, REMARK_PHONE_CHECK_STARTED), OutcomeKind::Received { phone_check: true });
    assert_eq!(remarked(1062, REMARK_PHONE_CHECK_DONE), OutcomeKind::PhoneCheckDone);
    assert_eq!(remarked(1999, REMARK_PHONE_CHECK_FAILED), OutcomeKind::PhoneCheckFailed { missed: false });
    assert_eq!(remarked(1999, REMARK_PHONE_CHECK_MISSED), OutcomeKind::PhoneCheckFailed { missed: true });
}

#[test]
fn outcomes_say_what_they_speak_of() {
    let results = Results {
        results: vec![
            result(&[1001], Some("粤ICP备2025000001号"), None),
            RequestResult {
                lines: vec![ResultLine { code: 5001, text: Some("20250601.xml".to_owned()) }],
                ..result(&[], None, None)
            },
        ],
        reviews: vec![review(Some(7), 1, None)],
    };
    let about: Vec<About> = results.outcomes().into_iter().map(|outcome| outcome.about).collect();
    let expected = [
        About::Number("粤ICP备2025000001号".to_owned()),
        About::File(Some("20250601.xml".to_owned())),
        About::Ours(RecordKind::Subject, 7),
    ];
    assert_eq!(about, expected);
}

#[test]
fn times_are_read_in_every_form() {
    for (text, utc) in [
        ("2025-06-01", "2025-05-31T16:00:00Z"),
        ("2025-06-01 08:30:00", "2025-06-01T00:30:00Z"),
        ("2025-06-01 08:30:00.5", "2025-06-01T00:30:00.500Z"),
        ("2025-06-01T08:30:00", "2025-06-01T00:30:00Z"),
    ] {
        assert_eq!(
            WireTime::parse(text).unwrap().to_utc(),
            utc.parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        );
    }
    assert!(WireTime::parse("1.6.2025").is_none());
}

#[test]
fn a_new_filing_looks_like_this() {
    let mut filing = sample::new_filing(1);
    filing.filings[0].attachments.truncate(1);
    filing.filings[0].attachments[0].content = Blob(b"picture".to_vec());
    let text = UploadDocument::new_filing(1001, filing).to_xml().replace("><", ">\n<");
    insta::assert_snapshot!(text);
}
