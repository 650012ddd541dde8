//! Every code that can come from below has its words, in both languages.

use beian_domain::account::{AccountKind, Role};
use beian_domain::evidence::EvidenceKind;
use beian_domain::finding::{Finding, Severity};
use beian_domain::invalid;
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::lifecycle::WhyNot;
use beian_domain::order::stage::StageName;
use beian_domain::order::waiting::Party;
use beian_domain::resource::{Billing, Unfit};
use beian_domain::rulebook::Rulebook;
use beian_domain::tables::{
    AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent,
};

use super::*;
use crate::i18n::Lang;

/// The refusals `beian-app` documents, beside the lifecycle's.
const REFUSALS: &[&str] = &[
    "already-filed-here",
    "already-running",
    "filed-under-other-subject",
    "no-place-left",
    "not-offered",
    "picture-format",
    "picture-not-a-picture",
    "picture-too-large",
    "picture-too-small",
    "staff-exists",
    "too-many-orders",
    "too-many-pictures",
    "too-much-text",
];

/// Problems of the fields of small forms.
const PROBLEMS: &[&str] = &[
    "email-taken",
    "inventory-format",
    "inventory-too-long",
    "password-obvious",
    "password-too-long",
    "password-too-short",
    "password-wrong",
    "sign-in-failed",
];

fn in_both(key: &str) {
    for lang in Lang::ALL {
        assert!(Words::new(lang).has(key), "{key} has no words in {}", lang.tag());
    }
}

#[test]
fn every_unreadable_answer_is_explained() {
    for code in invalid::CODES.iter().chain(PROBLEMS) {
        in_both(&format!("invalid-{code}"));
    }
}

#[test]
fn every_rule_says_what_and_how_to_mend_it() {
    let rulebook = Rulebook::built_in();
    for entry in rulebook.all_rules() {
        let mut found =
            [Finding::new(&entry.value.code, Severity::Block, FieldPath::of(Field::ServiceName), "M13")];
        rulebook.word(&mut found);
        for lang in Lang::ALL {
            let told = finding(Words::new(lang), &found[0]);
            let texts = [&told.title, &told.what, &told.remedy, &told.source];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", entry.value.code);
        }
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    for code in REFUSALS.iter().copied().chain(WhyNot::ALL.iter().map(|why| why.slug())) {
        in_both(&format!("refused-{code}"));
        in_both(&format!("refused-{code}-do"));
    }
}

#[test]
fn every_member_of_every_list_has_a_name() {
    fn names<T: Copy>(all: &[T], name: impl Fn(Words, T) -> String) {
        for lang in Lang::ALL {
            for member in all {
                assert!(!name(Words::new(lang), *member).is_empty());
            }
        }
    }
    names(Field::ALL, field);
    names(Field::BESIDES, field);
    names(&Step::ALL, step);
    names(OrderKind::ALL, order_kind);
    names(StageName::ALL, stage_name);
    names(Party::ALL, party);
    names(SubjectNature::ALL, nature);
    names(CertificateType::ALL, certificate_type);
    names(WebsiteContent::ALL, content);
    names(Language::ALL, language);
    names(PreApprovalKind::ALL, pre_approval);
    names(AccessMode::ALL, access_mode);
    names(Billing::ALL, billing);
    names(Unfit::ALL, unfit);
    names(EvidenceKind::ALL, evidence_kind);
    names(AccountKind::ALL, account_kind);
    names(Role::ALL, role);
    for code in REASONS {
        in_both(&format!("reason-{code}"));
    }
}

#[test]
fn every_spelling_of_a_certificate_has_a_name() {
    for name in beian_inspect::spelling::SpellingName::ALL {
        in_both(&format!("inspect-spelling-{}", name.slug()));
    }
}

#[test]
fn facts_that_are_codes_become_words() {
    let at = FieldPath::of(Field::AccessResource);
    let mut found = [Finding::new("resource-unfit", Severity::Block, at, "H")];
    found[0].facts.insert("reason".to_owned(), "@choices/unfit/no-place-left".to_owned());
    Rulebook::built_in().word(&mut found);
    let told = finding(Words::new(Lang::Zh), &found[0]);
    let reason =
        Rulebook::built_in().fact("@choices/unfit/no-place-left", beian_domain::rulebook::Language::Chinese);
    assert!(!reason.contains('@') && told.what.contains(&reason), "{}", told.what);
}

#[test]
fn everything_the_authority_sends_can_be_said() {
    use beian_domain::supervision::{CHOICES, FACTS, ListChange, MatterKind};
    for kind in MatterKind::ALL {
        in_both(&format!("supervision-kind-{}", kind.slug()));
        in_both(&format!("supervision-about-{}", kind.slug()));
    }
    for change in ListChange::ALL {
        in_both(&format!("supervision-change-{}", change.slug()));
    }
    for fact in FACTS.iter().copied().flatten() {
        in_both(&format!("supervision-fact-{fact}"));
    }
    for (list, members) in CHOICES {
        for member in *members {
            in_both(&format!("supervision-choice-{list}-{member}"));
        }
    }
    for title in GROUPS {
        in_both(&format!("supervision-group-{title}"));
    }
}

/// The headings of fields: the records themselves, and the fields that hold records.
const GROUPS: &[&str] = &[
    "access",
    "address-allocation",
    "address-broadcast",
    "address-own",
    "address-source",
    "administrator",
    "approval",
    "domain",
    "holder",
    "inspection-access",
    "inspection-beyond",
    "inspection-conflict",
    "inspection-liveness",
    "inspection-shell",
    "inspection-subject",
    "inspection-unreported",
    "involved-range",
    "matter",
    "payer",
    "range",
    "registrant",
    "result-line",
    "service",
    "service-person",
    "subject",
    "subject-person",
];
