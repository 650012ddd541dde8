use std::collections::BTreeSet;

use super::*;
use crate::filing_number::SubjectNumber;
use crate::tables::{AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent};

#[test]
fn the_built_in_rules_can_be_read() {
    if let Err(problems) = Rulebook::load(&[Layer::built_in()]) {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"));
    }
}

#[test]
fn every_province_answers_every_parameter_or_says_that_it_is_unknown() {
    assert_eq!(Province::ALL.len(), 31);
    let asked: Vec<Parameter> = Parameter::ALL.iter().copied().filter(|open| open.of_provinces()).collect();
    assert_eq!((asked.len(), Parameter::ALL.len()), (103, 139));
    let (mut known, mut open) = (0, 0);
    for &province in Province::ALL {
        let held = Rulebook::built_in().province(province);
        for &parameter in &asked {
            let (settings, gap) = (held.settings(parameter), held.gap(parameter));
            assert!(settings.is_empty() == gap.is_some(), "{province}: {}", parameter.key());
            known += usize::from(!settings.is_empty());
            open += usize::from(gap.is_some());
        }
    }
    assert_eq!((known, open), (640, 31 * 103 - 640));
}

#[test]
fn every_value_tells_who_says_it_when_how_surely_and_where_it_stands() {
    for &province in Province::ALL {
        let held = Rulebook::built_in().province(province);
        let settings = Parameter::ALL.iter().flat_map(|parameter| held.settings(*parameter));
        for entry in settings {
            let testimony = &entry.testimony;
            assert!(!testimony.sources.is_empty() && entry.place.line > 0 && &*entry.place.layer == BUILT_IN);
            let row = testimony.row.unwrap();
            assert_eq!(row.province, Some(province.prefix()), "{}", entry.key);
            let dated =
                testimony.sources.iter().any(|tag| Rulebook::built_in().source(tag).unwrap().as_of.is_some());
            assert_eq!(testimony.as_of.is_some(), dated, "{province}: {}", entry.key);
        }
    }
}

#[test]
fn the_files_name_the_codes_of_the_table_of_provinces() {
    for &province in Province::ALL {
        let path = province_file(province);
        let (_, text) = FILES.iter().find(|(name, _)| *name == path).unwrap();
        let (code, prefix) = (province.code(), province.prefix());
        for line in [
            format!("province = \"{}\"", province.slug()),
            format!("code = {code}"),
            format!("prefix = \"{prefix}\""),
            format!("authority = \"{}\"", province.authority_name()),
        ] {
            assert!(text.lines().any(|found| found == line), "{path} lacks {line}");
        }
        let number = SubjectNumber::parse(&format!("{prefix}ICP备2026000001号")).unwrap();
        assert_eq!(number.province(), province);
    }
}

/// Rows of a table by their number: code and Chinese name.
fn rows(table: TableKind) -> Vec<(u16, String, String)> {
    let row = |entry: &Entry<Row>| {
        let number = u16::try_from(entry.value.number("number")?).unwrap();
        Some((number, entry.value.code.clone(), entry.value.name.zh.clone()))
    };
    let mut rows: Vec<_> = rules().table(table).filter_map(row).collect();
    rows.sort();
    rows
}

/// The table has the numbers and codes of the enum that goes over the wire.
macro_rules! agrees {
    ($($test:ident: $table:ident, $name:ident;)+) => {$(
        #[test]
        fn $test() {
            let codes: Vec<(u16, String)> =
                rows(TableKind::$table).into_iter().map(|(number, code, _)| (number, code)).collect();
            let expected: Vec<(u16, String)> =
                $name::ALL.iter().map(|value| (value.code(), value.slug().to_owned())).collect();
            assert_eq!(codes, expected);
        }
    )+};
}

agrees! {
    natures_agree_with_the_enum: Natures, SubjectNature;
    certificates_agree_with_the_enum: Certificates, CertificateType;
    pre_approvals_agree_with_the_enum: PreApprovals, PreApprovalKind;
    contents_agree_with_the_enum: Contents, WebsiteContent;
    languages_agree_with_the_enum: Languages, Language;
    access_modes_agree_with_the_enum: AccessModes, AccessMode;
}

#[test]
fn natures_and_certificates_point_at_each_other() {
    for certificate in CertificateType::ALL {
        let row = &rules().row(TableKind::Certificates, certificate.slug()).unwrap().value;
        let nature = certificate.nature().map(|nature| nature.slug().to_owned());
        assert_eq!(row.words("natures"), nature.as_slice(), "{certificate}");
        assert_eq!(
            row.get("for-person").and_then(Value::flag),
            Some(certificate.for_person()),
            "{certificate}"
        );
    }
    for nature in SubjectNature::ALL {
        let row = &rules().row(TableKind::Natures, nature.slug()).unwrap().value;
        let certificates: Vec<&str> = CertificateType::ALL
            .iter()
            .filter(|certificate| certificate.nature() == Some(*nature))
            .map(|certificate| certificate.slug())
            .collect();
        assert_eq!(row.words("certificates"), certificates, "{nature}");
    }
}

#[test]
fn the_orders_a_clause_may_name_are_the_kinds_of_order() {
    let kinds: Vec<&str> = crate::order::kind::OrderKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(clause::ORDERS, kinds);
}

#[test]
fn every_tag_of_the_sources_is_used_or_is_known_to_be_kept() {
    let mut used = BTreeSet::new();
    let mut note = |testimony: &Testimony| used.extend(testimony.sources.iter().cloned());
    let provinces = Province::ALL.iter().map(|province| Rulebook::built_in().province(*province));
    for held in provinces.chain([Rulebook::built_in().national()]) {
        held.settings.values().flat_map(Versions::all).for_each(|entry| note(&entry.testimony));
        held.clauses.values().flat_map(Versions::all).for_each(|entry| note(&entry.testimony));
    }
    for &table in TableKind::ALL {
        rules().table(table).for_each(|entry| note(&entry.testimony));
    }
    Rulebook::built_in().all_rules().for_each(|entry| note(&entry.testimony));
    let idle: Vec<&str> = Rulebook::built_in()
        .sources()
        .map(|source| source.tag.as_str())
        .filter(|tag| !used.contains(*tag))
        .collect();
    // The calendar names its notices itself; the table of certificates of V agrees with the form.
    assert_eq!(idle, ["HC", "V"]);
}
