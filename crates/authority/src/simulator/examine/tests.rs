//! Tables that were delivered, and what the bureau waits for.

use super::coverage::world::{OTHER, OWN, World};
use crate::codes::{CodeEntry, CodeTables, Table};
use crate::sample;
use crate::simulator::asked::OpenTask;

/// Delivers a table with one row to a provider.
fn deliver(world: &World, account: i64, table: Table, row: CodeEntry) {
    let mut tables = CodeTables::built_in();
    tables.replace(table, [row]).unwrap();
    world.change(|bureau| {
        bureau.state.code_tables.insert(account, tables);
        Ok(())
    });
}

#[test]
fn codes_are_those_that_were_delivered_to_the_provider() {
    let tables = [
        (Table::CertificateTypes, 1008),
        (Table::Natures, 1014),
        (Table::Regions, 1019),
        (Table::Contents, 1034),
        (Table::AccessModes, 1035),
        (Table::Bureaus, 1036),
        (Table::AttachmentFormats, 1056),
        (Table::AttachmentPurposes, 1057),
        (Table::Languages, 1066),
    ];
    for (table, code) in tables {
        let world = World::new();
        deliver(&world, OTHER, table, CodeEntry::new(60, "别的"));
        assert_eq!(world.filing(|_| {}), [1060, 1062], "{table:?} was delivered to somebody else");
        let world = World::new();
        deliver(&world, OWN, table, CodeEntry::new(60, "别的"));
        assert_eq!(world.filing(|_| {}), [code], "{table:?}");
    }
}

#[test]
fn a_withdrawn_code_may_not_be_used_and_a_new_one_may() {
    let world = World::new();
    let withdrawn = CodeEntry { valid: false, ..CodeEntry::new(8, "单位门户网站") };
    deliver(&world, OWN, Table::Contents, withdrawn);
    assert_eq!(world.filing(|_| {}), [1034]);
    deliver(&world, OWN, Table::Contents, CodeEntry::new(60, "别的"));
    assert_eq!(world.filing(|filing| filing.services[0].contents = vec![60]), [1060, 1062]);
}

#[test]
fn a_task_is_answered_once() {
    let world = World::new();
    let mut result = sample::verification_result(1);
    let subject = world.filed(1).subject.bureau_id;
    result.verifications[0].filing.subject.bureau_id = subject;
    world.change(|bureau| {
        bureau.state.tasks.insert((OWN, subject), OpenTask::default());
        Ok(())
    });
    let answer = || world.icp(|icp| icp.verification_result = Some(result.clone()));
    assert_eq!(answer(), [] as [i64; 0], "taken in silence");
    assert_eq!(answer(), [1016], "nobody waits for it any more");
}
