//! What the checklist says, before an order has begun and when it is filled in.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::dossier::{Dossier, Service, Subject};
use crate::order::kind::OrderKind;
use crate::region::Province;
use crate::rulebook::{Base, EXAMPLES_DAY, Rulebook};
use crate::tables::SubjectNature;
use crate::tables::SubjectNature::{Enterprise, Government, Individual};

fn checker() -> Checker<'static> {
    Checker::new(Rulebook::built_in(), EXAMPLES_DAY)
}

/// An order that has hardly begun.
fn begun(kind: OrderKind, nature: SubjectNature, province: Option<Province>, contents: &[&str]) -> Dossier {
    let contents = contents.iter().map(|code| (*code).to_owned()).collect();
    Dossier {
        kind: Some(kind),
        subject: Subject { nature: Some(nature), province, ..Subject::default() },
        services: vec![Service { contents, ..Service::default() }],
        ..Dossier::default()
    }
}

/// What an order needs: the kind or the document, with `?` where it depends on what is not known.
fn needs(dossier: &Dossier) -> Vec<String> {
    let checker = checker();
    let list = checker.checklist(dossier);
    let name = |needed: &super::Needed<'_>| {
        let name = needed.document.unwrap_or(needed.kind.slug());
        format!("{name}{}", if needed.required { "" } else { "?" })
    };
    list.iter().map(name).collect()
}

const UNIT: [&str; 7] = [
    "subject-certificate",
    "subject-person-front",
    "subject-person-back",
    "service-person-front",
    "service-person-back",
    "verification-photo",
    "domain-certificate",
];

#[test]
fn a_unit_of_an_unknown_province_shows_what_every_authority_asks() {
    let dossier = begun(OrderKind::FirstFiling, SubjectNature::Enterprise, None, &[]);
    let needs = needs(&dossier);
    assert_eq!(needs[..7], UNIT);
    assert_eq!(needs[7..], ["letter-subject?"], "where most take only the representative, a letter may help");
}

#[test]
fn an_individual_shows_neither_licence_nor_letter_and_files_in_person() {
    let dossier = begun(OrderKind::FirstFiling, SubjectNature::Individual, None, &[]);
    let expected =
        ["subject-person-front", "subject-person-back", "verification-photo", "domain-certificate"];
    assert_eq!(needs(&dossier), expected);
}

#[test]
fn provinces_add_their_own_forms() {
    let own = |province, nature| {
        let dossier = begun(OrderKind::FirstFiling, nature, Some(province), &[]);
        let all: BTreeSet<String> = needs(&dossier).into_iter().collect();
        all.into_iter().filter(|name| !UNIT.contains(&name.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(own(Province::Guangdong, Enterprise), ["commitment-guangdong"]);
    assert_eq!(own(Province::Guangdong, Individual), ["commitment-guangdong", "residence-proof?"]);
    assert_eq!(
        own(Province::Jiangsu, Individual),
        ["commitment-jiangsu", "notice-jiangsu", "residence-proof?"]
    );
    assert_eq!(own(Province::Xinjiang, Enterprise), ["party-building"]);
    assert_eq!(own(Province::Xizang, Individual), ["organ-confirmation"]);
    assert_eq!(own(Province::Heilongjiang, Government), ["establishment-form", "phone-bills"]);
    assert_eq!(own(Province::Shanghai, Enterprise), ["commitment", "letter-shanghai?", "name-statement?"]);
}

#[test]
fn contents_call_for_papers_of_another_office() {
    let dossier =
        begun(OrderKind::FirstFiling, SubjectNature::Enterprise, Some(Province::Beijing), &["news"]);
    assert!(needs(&dossier).contains(&"pre-approval".to_owned()));
    let checker = checker();
    let dossier = begun(OrderKind::FirstFiling, SubjectNature::Enterprise, None, &["education"]);
    let list = checker.checklist(&dossier);
    let paper = list.iter().find(|needed| needed.instead.is_some()).unwrap();
    assert_eq!(
        (paper.instead, paper.required),
        (Some("no-tutoring"), false),
        "cancelled, some provinces still ask"
    );
}

#[test]
fn an_order_that_cancels_shows_nothing_and_a_change_what_changes() {
    for kind in [OrderKind::CancelAccess, OrderKind::CancelService, OrderKind::CancelSubject] {
        let dossier = begun(kind, SubjectNature::Enterprise, Some(Province::Guangdong), &[]);
        assert_eq!(needs(&dossier), Vec::<String>::new());
    }
    let dossier = begun(OrderKind::ChangeService, SubjectNature::Enterprise, Some(Province::Zhejiang), &[]);
    let expected =
        ["service-person-front", "service-person-back", "verification-photo", "domain-certificate"];
    assert_eq!(needs(&dossier), expected);
    let dossier = begun(OrderKind::AddAccess, SubjectNature::Enterprise, Some(Province::Zhejiang), &[]);
    assert!(needs(&dossier).contains(&"domain-certificate?".to_owned()), "the domain is filed already");
}

#[test]
fn a_change_brings_the_letters_about_what_changes() {
    let dossier = begun(OrderKind::ChangeSubject, Enterprise, Some(Province::Tianjin), &[]);
    assert!(needs(&dossier).contains(&"name-change-letter?".to_owned()));
    let dossier = begun(OrderKind::ChangeBoth, Enterprise, Some(Province::Hunan), &[]);
    let all = needs(&dossier);
    assert!(
        all.contains(&"letter-subject?".to_owned()) && !all.contains(&"name-change-letter?".to_owned()),
        "{all:?}"
    );
}

#[test]
fn letters_follow_the_representative() {
    let mut dossier = Dossier::from_json(Base::Unit.json()).unwrap();
    dossier.subject.province = Some(Province::Jiangsu);
    let all = needs(&dossier);
    assert!(all.contains(&"letter-site".to_owned()), "somebody else than the representative: {all:?}");
    assert!(!all.iter().any(|name| name.starts_with("letter-subject")));
    dossier.subject.person.legal_representative = Some(false);
    assert!(needs(&dossier).contains(&"letter-subject".to_owned()));
    dossier.subject.province = Some(Province::Shanghai);
    let all = needs(&dossier);
    assert!(all.contains(&"letter-shanghai?".to_owned()), "{all:?}");
    assert!(!all.iter().any(|name| name.starts_with("letter-site")), "Shanghai has a form of its own");
}

#[test]
fn whoever_asks_is_named() {
    let checker = checker();
    let dossier = begun(OrderKind::FirstFiling, SubjectNature::Enterprise, Some(Province::Guangdong), &[]);
    for needed in checker.checklist(&dossier) {
        let because = needed.because;
        assert!(!because.sources.is_empty() && !because.layer.is_empty(), "{needed:?}");
        let own = needed.document == Some("commitment-guangdong");
        assert_eq!(because.province.is_some(), own, "{needed:?}");
        assert_eq!(because.clause.is_some(), own);
    }
}

#[test]
fn every_document_a_province_asks_stands_in_the_table() {
    let checker = checker();
    let rules = Rulebook::built_in().at(EXAMPLES_DAY);
    for province in Province::ALL {
        for nature in SubjectNature::ALL {
            let dossier = begun(OrderKind::FirstFiling, *nature, Some(*province), &["games", "education"]);
            for needed in checker.checklist(&dossier) {
                for code in needed.document.into_iter().chain(needed.instead) {
                    assert!(rules.row(super::TableKind::Documents, code).is_some(), "{province:?} {code}");
                }
            }
        }
    }
}
