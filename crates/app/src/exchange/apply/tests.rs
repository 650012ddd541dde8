//! That every table has its place, and that lists are kept entry by entry.

use std::collections::BTreeSet;

use beian_authority::codes::{Known, Table};
use beian_authority::message::download::BaseCodes;
use beian_authority::message::download::base_codes::{Code, CodeTables};
use beian_authority::message::download::icp::blacklists::{Blacklists, Domain, Service, ServiceEntry};

use super::*;

#[test]
fn every_table_of_the_document_has_its_place() {
    let codes = BaseCodes { filing_units: Vec::new(), tables: Some(CodeTables::default()) };
    let tables: Vec<Table> = base_codes::delivered(&codes).into_iter().map(|(table, _)| table).collect();
    assert_eq!(tables.iter().collect::<BTreeSet<_>>(), Table::ALL.iter().collect());
    assert_eq!(tables.len(), Table::ALL.len());
}

#[test]
fn a_withdrawn_row_is_known_as_withdrawn() {
    let row = |id, valid| Code { id, name: "外语".into(), remark: None, valid };
    let tables = CodeTables { languages: vec![row(1, 1), row(2, 0)], ..CodeTables::default() };
    let codes = BaseCodes { filing_units: Vec::new(), tables: Some(tables) };
    let mut ours = beian_authority::codes::CodeTables::built_in();
    for (table, entries) in base_codes::delivered(&codes) {
        let _ = ours.replace(table, entries);
    }
    let known = [1, 2, 3].map(|id| ours.contains(Table::Languages, id));
    assert_eq!(known, [Known::Yes, Known::Withdrawn, Known::No]);
}

#[test]
fn an_entry_of_services_is_kept_domain_by_domain() {
    let domain = |name: &str| Domain { name: name.into() };
    let entry = ServiceEntry {
        service: Service {
            name: "示例".into(),
            domains: vec![domain("a.example"), domain("b.example")],
            home_url: None,
        },
        operation: 2,
        remark: None,
    };
    let mut came = Came::default();
    blacklists::keep(&Blacklists { subjects: Vec::new(), services: vec![entry] }, &mut came);
    let domains: Vec<Option<String>> = came.matters.iter().map(|(_, matter)| matter.keys().domain).collect();
    assert_eq!(domains, [Some("a.example".to_owned()), Some("b.example".to_owned())]);
    assert!(came.matters.iter().all(|(change, _)| *change == ListChange::Removed));
}
