//! JCDM: at the first download, after each change of a table, and never a table that lacks what may be sent.

use beian_authority::codes::{CodeEntry, CodeTables, Details, Known, Table};
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::base_codes::{BaseCodes, validity};
use serde_json::json;

use super::super::stage::Stage;

async fn codes(stage: &Stage) -> Option<BaseCodes> {
    let document = stage.fetch().await?;
    super::super::schema::fits(&document);
    let DownloadDocument::BaseCodes(codes) = document else { panic!("{document:?}") };
    Some(codes)
}

#[tokio::test]
async fn every_table_but_the_regions_comes_at_the_first_download() {
    let stage = Stage::with(|config| config.deliver_codes = true).await;
    let first = codes(&stage).await.unwrap();
    assert!(stage.fetch().await.is_none(), "once");
    let stage = stage.restarted_with(|config| config.deliver_codes = true).await;
    assert!(stage.fetch().await.is_none(), "once, restarts or not");

    let tables = first.tables.unwrap();
    assert!(tables.regions.is_empty());
    let built_in = CodeTables::built_in();
    for (table, rows) in [
        (Table::Natures, &tables.natures),
        (Table::Languages, &tables.languages),
        (Table::UnitClasses, &tables.unit_classes),
    ] {
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let own: Vec<i64> = built_in.entries(table).iter().map(|entry| entry.id).collect();
        assert_eq!(ids, own);
    }
    assert_eq!(tables.contents.len(), built_in.entries(Table::Contents).len());
    assert_eq!(tables.certificate_types.len(), built_in.entries(Table::CertificateTypes).len());
    let guangdong = tables.bureaus.iter().find(|bureau| bureau.letters == "GD").unwrap();
    assert_eq!((guangdong.id, guangdong.bits, guangdong.province), (5, 16, Some(440_000)));
    assert!(tables.unfiled_handling.iter().any(|row| row.id == 99));
    assert!(first.filing_units.iter().any(|unit| unit.id == 1001));
}

#[tokio::test]
async fn a_row_is_added_renamed_and_withdrawn() {
    let stage = Stage::with(|config| config.deliver_codes = true).await;
    codes(&stage).await.unwrap();
    let path = "/control/codes/contents";
    let (status, added) = stage.post(path, json!({ "id": 40, "name": "短视频" })).await;
    assert_eq!((status, &added["name"]), (200, &json!("短视频")), "{added}");
    let delivered = codes(&stage).await.unwrap();
    assert!(delivered.filing_units.is_empty(), "the changed table alone");
    let tables = delivered.tables.unwrap();
    assert!(tables.natures.is_empty());
    let new = tables.contents.iter().find(|row| row.id == 40).unwrap();
    assert_eq!((new.bits, new.valid), (1 << 39, validity::VALID));
    assert_eq!(tables.contents.len(), CodeTables::built_in().entries(Table::Contents).len() + 1);

    stage.post(path, json!({ "id": 1, "name": "即时通讯", "valid": "no" })).await;
    let tables = codes(&stage).await.unwrap().tables.unwrap();
    let old = tables.contents.iter().find(|row| row.id == 1).unwrap();
    assert_eq!((old.name.as_str(), old.valid), ("即时通讯", validity::WITHDRAWN));

    let stage = stage.restarted().await;
    let rows = stage.json(path).await;
    let rows: Vec<CodeEntry> = serde_json::from_value(rows).unwrap();
    let row = rows.iter().find(|row| row.id == 1).unwrap();
    assert_eq!((row.name.as_str(), row.valid), ("即时通讯", false));
    let kinds: Vec<_> = stage.json("/control/push").await.as_array().unwrap().clone();
    assert!(kinds.iter().all(|push| push["kind"] == "base-codes"));
}

#[tokio::test]
async fn every_table_can_be_changed_and_fits_the_schema() {
    let stage = Stage::open().await;
    for table in Table::ALL.iter().filter(|table| **table != Table::Regions) {
        let name = serde_json::to_value(table).unwrap();
        let path = format!("/control/codes/{}", name.as_str().unwrap());
        let (status, answer) = stage.post(&path, json!({ "id": 60, "name": "新增取值" })).await;
        assert_eq!(status, 200, "{path}: {answer}");
        assert!(codes(&stage).await.is_some(), "{path}");
    }
}

#[tokio::test]
async fn regions_are_delivered_only_from_a_list() {
    let region = |id: i64, name: &str, level| CodeEntry {
        details: Details::Region { level: Some(level) },
        ..CodeEntry::new(id, name)
    };
    let regions =
        vec![region(440_000, "广东省", 1), region(440_300, "深圳市", 2), region(440_305, "南山区", 3)];
    let stage = Stage::open().await;
    let change = json!({ "id": 440_306, "name": "宝安区", "level": 3 });
    let (status, answer) = stage.post("/control/codes/regions", change.clone()).await;
    assert_eq!((status, &answer["field"]), (422, &json!("table")));

    let stage = stage
        .restarted_with(|config| {
            config.deliver_codes = true;
            config.regions = regions;
        })
        .await;
    let tables = codes(&stage).await.unwrap().tables.unwrap();
    assert!(tables.regions.iter().any(|row| row.id == 440_305 && row.level == Some(3)));
    assert_eq!(stage.post("/control/codes/regions", change).await.0, 200);
    let tables = codes(&stage).await.unwrap().tables.unwrap();
    assert!(tables.regions.iter().any(|row| row.id == 440_306 && row.name == "宝安区"));
    assert_eq!(
        CodeTables::built_in().contains(Table::Regions, 440_307),
        Known::Yes,
        "the built-in rule stays"
    );
}

#[test]
fn a_list_of_regions_is_read_with_its_levels() {
    use beian_authority::simulator::read_regions;
    let regions =
        read_regions("code\tname\tparent\n440000\t广东省\t\n440300\t深圳市\t440000\n440305\t南山区\n")
            .unwrap();
    let levels: Vec<&Details> = regions.iter().map(|region| &region.details).collect();
    let level = |level| Details::Region { level: Some(level) };
    assert_eq!(levels, [&level(1), &level(2), &level(3)]);
    for (text, said) in [
        ("440000\t广东省\n44\t深圳", "line 2, code"),
        ("440000", "line 1, name"),
        ("", "line 1, code: no region"),
    ] {
        assert!(read_regions(text).unwrap_err().to_string().starts_with(said), "{text:?}");
    }
}

#[tokio::test]
async fn mistakes_in_a_row_are_named() {
    let stage = Stage::open().await;
    for (table, row, field) in [
        ("contents", json!({ "id": 60 }), "name"),
        ("contents", json!({ "name": "x" }), "id"),
        ("contents", json!({ "id": 0, "name": "x" }), "id"),
        ("contents", json!({ "id": 60, "name": "长".repeat(33) }), "name"),
        ("contents", json!({ "id": 60, "name": "x", "valid": "perhaps" }), "valid"),
        ("contents", json!({ "id": 60, "name": "x", "colour": 1 }), "colour"),
        ("unfiled-handling", json!({ "id": 1, "valid": "no" }), "valid"),
    ] {
        let (status, answer) = stage.post(&format!("/control/codes/{table}"), row).await;
        assert_eq!((status, &answer["field"]), (422, &json!(field)), "{answer}");
    }
    assert_eq!(stage.post("/control/codes/nothing", json!({ "id": 1 })).await.0, 404);
    assert!(stage.fetch().await.is_none());
}
