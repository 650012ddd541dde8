//! Delivered tables replace built-in ones whole, survive JSON, and can be told apart.

use super::super::entry::{BureauDetails, UnitDetails};
use super::{CodeEntry, CodeTables, Details, EmptyTable, Known, Table};
use crate::codes::fixed::AttachmentOwner;

fn withdrawn(id: i64, name: &str) -> CodeEntry {
    CodeEntry { valid: false, ..CodeEntry::new(id, name) }
}

#[test]
fn the_built_in_tables_hold_until_one_is_delivered() {
    let mut tables = CodeTables::built_in();
    assert_eq!(tables.contains(Table::AccessModes, 5), Known::Yes);
    assert_eq!(tables.contains(Table::AccessModes, 6), Known::No);
    assert_eq!(tables.name(Table::Natures, 4), Some("企业"));
    assert!(!tables.is_delivered(Table::AccessModes));

    let rows = [withdrawn(2, "主机托管"), CodeEntry::new(6, "边缘接入"), CodeEntry::new(1, "专线")];
    tables.replace(Table::AccessModes, rows).unwrap();
    assert!(tables.is_delivered(Table::AccessModes));
    assert_eq!(tables.contains(Table::AccessModes, 6), Known::Yes);
    assert_eq!(tables.contains(Table::AccessModes, 2), Known::Withdrawn);
    assert_eq!(tables.contains(Table::AccessModes, 5), Known::No, "built in, but not delivered");
    assert_eq!(tables.name(Table::AccessModes, 2), Some("主机托管"));
    let ids: Vec<i64> = tables.entries(Table::AccessModes).iter().map(|entry| entry.id).collect();
    assert_eq!(ids, [1, 2, 6]);
    assert_eq!(tables.contains(Table::Natures, 4), Known::Yes, "the others stay");

    tables.replace(Table::AccessModes, [CodeEntry::new(9, "其他")]).unwrap();
    assert_eq!(tables.contains(Table::AccessModes, 1), Known::No, "the second delivery replaces the first");
}

#[test]
fn an_empty_table_is_refused_and_the_last_of_equals_counts() {
    let mut tables = CodeTables::built_in();
    assert_eq!(tables.replace(Table::Natures, []), Err(EmptyTable(Table::Natures)));
    assert_eq!(EmptyTable(Table::Natures).to_string(), "the table Dwxz_dms was delivered empty");
    assert!(!tables.is_delivered(Table::Natures));
    tables.replace(Table::Natures, [withdrawn(4, "旧"), CodeEntry::new(4, "新")]).unwrap();
    assert_eq!(tables.name(Table::Natures, 4), Some("新"));
    assert_eq!(tables.contains(Table::Natures, 4), Known::Yes);
    assert_eq!(tables.entries(Table::Natures).len(), 1);
}

#[test]
fn a_region_counts_by_its_province_until_regions_are_delivered() {
    let mut tables = CodeTables::built_in();
    assert_eq!(tables.contains(Table::Regions, 440_000), Known::Yes);
    assert_eq!(tables.contains(Table::Regions, 440_305), Known::Yes);
    assert_eq!(tables.contains(Table::Regions, 990_101), Known::No);
    assert_eq!(tables.contains(Table::Regions, 44), Known::No);
    tables.replace(Table::Regions, [CodeEntry::new(440_000, "广东省")]).unwrap();
    assert_eq!(tables.contains(Table::Regions, 440_305), Known::No);
}

#[test]
fn made_up_rows_say_so_until_the_table_is_delivered() {
    let mut tables = CodeTables::built_in();
    assert!(tables.is_made_up(Table::CancelReasons) && !tables.is_made_up(Table::Natures));
    assert_eq!(tables.find(Table::CancelReasons, 1).unwrap().note.as_deref(), Some("模拟取值"));
    tables.replace(Table::CancelReasons, [CodeEntry::new(1, "停办")]).unwrap();
    assert!(!tables.is_made_up(Table::CancelReasons));
}

#[test]
fn the_owner_of_an_attachment_is_read_in_both_numberings() {
    let mut tables = CodeTables::built_in();
    assert_eq!(tables.attachment_owner(1), Some(AttachmentOwner::Site));
    assert_eq!(tables.attachment_owner(2), Some(AttachmentOwner::Subject));
    assert_eq!(tables.attachment_owner(6), None);
    let purpose = |id, owner| CodeEntry {
        details: Details::Purpose { owner },
        ..CodeEntry::new(id, format!("用途{id}"))
    };
    tables.replace(Table::AttachmentPurposes, [purpose(1, 1), purpose(2, 0)]).unwrap();
    assert_eq!(tables.attachment_owner(1), Some(AttachmentOwner::Site));
    assert_eq!(tables.attachment_owner(2), Some(AttachmentOwner::Subject));
}

#[test]
fn every_field_of_every_table_survives_json() {
    let rich = |table: Table| CodeEntry {
        bits: Some(2048),
        parent: Some(4),
        valid: false,
        note: Some("备注".to_owned()),
        details: match table {
            Table::Industries => Details::Letters { letters: "I".to_owned() },
            Table::Bureaus => Details::Bureau(Box::new(BureauDetails {
                letters: "GD".to_owned(),
                province: Some(440_000),
                short: Some("粤".to_owned()),
                email: Some("office@bureau.example".to_owned()),
                mobile: Some("13800000000".to_owned()),
            })),
            Table::Regions => Details::Region { level: Some(3) },
            Table::Approvals => Details::Approval { needs_permission: true },
            Table::AttachmentPurposes => Details::Purpose { owner: 1 },
            Table::FeedbackTopics => Details::Topic { group: "接口".to_owned() },
            Table::FilingUnits => Details::Unit(Box::new(UnitDetails {
                class: Some(1),
                industry: Some(9),
                licence: Some("B1-00000000".to_owned()),
                province: Some(440_000),
                city: Some(440_300),
                county: Some(440_305),
                street: Some("示例路 1 号".to_owned()),
            })),
            Table::Natures
            | Table::CertificateTypes
            | Table::Contents
            | Table::Languages
            | Table::AccessModes
            | Table::AttachmentFormats
            | Table::CancelReasons
            | Table::UnfiledHandling
            | Table::VerificationOpinions
            | Table::DomainKinds
            | Table::UnitClasses
            | Table::AdministrativeRanks => Details::Nothing,
        },
        ..CodeEntry::new(1, "名称")
    };
    let mut tables = CodeTables::built_in();
    for table in Table::ALL {
        tables.replace(*table, [CodeEntry::new(7, "七"), rich(*table)]).unwrap();
    }
    let json = serde_json::to_string(&tables).unwrap();
    let read: CodeTables = serde_json::from_str(&json).unwrap();
    assert_eq!(read, tables);
    assert_eq!(read.digest(), tables.digest());
}

#[test]
fn json_of_any_order_is_read_sorted() {
    let json = r#"{"languages":[{"id":9,"name":"九","valid":true},{"id":2,"name":"二","valid":false}]}"#;
    let tables: CodeTables = serde_json::from_str(json).unwrap();
    assert_eq!(tables.contains(Table::Languages, 9), Known::Yes);
    assert_eq!(tables.contains(Table::Languages, 2), Known::Withdrawn);
    assert_eq!(serde_json::to_string(&CodeTables::built_in()).unwrap(), "{}");
}

#[test]
fn the_digest_tells_states_apart_and_not_the_order_of_delivery() {
    let mut one = CodeTables::built_in();
    let empty = one.digest();
    assert_eq!(empty, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    one.replace(Table::Languages, [CodeEntry::new(1, "一"), CodeEntry::new(2, "二")]).unwrap();
    let mut other = CodeTables::built_in();
    other.replace(Table::Languages, [CodeEntry::new(2, "二"), CodeEntry::new(1, "一")]).unwrap();
    assert_eq!(one.digest(), other.digest());
    assert_ne!(one.digest(), empty);
}
