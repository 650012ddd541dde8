//! Several providers at several bureaus behind the same addresses.

use beian_authority::client::Client;
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::xzba::NewFiling;
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::simulator::{Seat, SimulatedAccount};
use serde_json::json;

use super::stage::{Stage, client_of};

fn account(isp_id: i64, seat: Seat) -> SimulatedAccount {
    SimulatedAccount { isp_id, user_name: format!("user{isp_id}"), seat, ..SimulatedAccount::demo() }
}

/// The sample company number `n`, moved to another province.
fn filing_in(n: u32, province: i64) -> NewFiling {
    let mut filing = sample::new_filing(n);
    let address = &mut filing.filings[0].subject.address;
    address.province = province * 10_000;
    address.city = province * 10_000 + 100;
    address.county = Some(province * 10_000 + 101);
    filing
}

async fn send(stage: &Stage, client: &Client, sequence: i64, filing: NewFiling) {
    let document = UploadDocument::new_filing(client.unit(), filing);
    let packed = packing::pack(&document, "a.xml").unwrap();
    client.upload(sequence, &packed, stage.nonce()).await.unwrap();
}

/// Name and codes of the next file.
async fn fetch(stage: &Stage, client: &Client) -> (String, Vec<i64>) {
    let file = client.download(stage.nonce()).await.unwrap().file.unwrap();
    let (document, _) = packing::unpack(&client.open(&file).unwrap()).unwrap();
    client.acknowledge(&file.name, stage.nonce()).await.unwrap();
    let DownloadDocument::Icp(icp) = document else { panic!("not about filings") };
    let results = icp.results.unwrap().results;
    let codes = results.iter().flat_map(|result| result.lines.iter().map(|line| line.code));
    (file.name, codes.collect())
}

#[tokio::test]
async fn every_bureau_takes_its_own_province_and_counts_its_own_numbers() {
    let accounts = [
        account(2001, Seat::named("粤").unwrap()),
        account(2002, Seat::named("ZJ").unwrap()),
        account(2003, Seat::Ministry),
    ];
    let stage = Stage::with(|config| {
        config.settings.phone_check = false;
        config.accounts = accounts.to_vec();
    })
    .await;
    let [south, east, ministry] = accounts.each_ref().map(|account| client_of(&stage.base, account));

    send(&stage, &south, 1, filing_in(1, 44)).await;
    send(&stage, &east, 1, filing_in(2, 33)).await;
    send(&stage, &south, 2, filing_in(3, 33)).await;
    send(&stage, &ministry, 1, filing_in(4, 11)).await;
    let (name, codes) = fetch(&stage, &south).await;
    assert!(name.contains("_GD_"), "{name}");
    assert_eq!(codes, [1060, 1062]);
    assert_eq!(fetch(&stage, &south).await.1, [1045]);
    assert!(fetch(&stage, &east).await.0.contains("_ZJ_"));
    assert_eq!(fetch(&stage, &ministry).await.1, [5009]);

    stage.approve(1).await;
    stage.approve(2).await;
    let summary = stage.json("/control/state").await;
    let numbers =
        ["浙ICP备2025000001号", "浙ICP备2025000001号-1", "粤ICP备2025000001号", "粤ICP备2025000001号-1"];
    let mut issued: Vec<&str> =
        summary["numbers"].as_array().unwrap().iter().map(|number| number.as_str().unwrap()).collect();
    issued.sort_unstable();
    assert_eq!(issued, numbers);
    assert_eq!(summary["accounts"][0]["last_sequence"], 2);
    assert_eq!(summary["accounts"][1]["last_sequence"], 1);
    // The register is one: a domain filed in one province is taken in all.
    let mut clash = filing_in(5, 33);
    clash.filings[0].services[0].domains[0].name = "shop1.example".into();
    clash.filings[0].services[0].home_url = None;
    send(&stage, &east, 2, clash).await;
    fetch(&stage, &east).await;
    assert_eq!(fetch(&stage, &east).await.1, [1005]);
}

#[tokio::test]
async fn a_record_that_comes_twice_is_counted() {
    let stage = Stage::with(|config| config.settings.phone_check = false).await;
    stage.send(1, sample::new_filing(1)).await;
    stage.send(2, sample::new_filing(2)).await;
    assert_eq!(stage.json("/control/state").await["duplicates"], json!([]));
    stage.send(3, sample::new_filing(1)).await;
    let summary = stage.json("/control/state").await;
    let expected = json!([{ "account": 1001, "record": 101, "times": 2, "filings": [1, 3] }]);
    assert_eq!(summary["duplicates"], expected);
    let account = &summary["accounts"][0];
    assert_eq!(account["accepted_uploads"], 3);
    assert_eq!(account["records"], 2);
    assert_eq!((&account["downloads_queued"], &account["downloads_acknowledged"]), (&json!(3), &json!(0)));
    assert_eq!(summary["stages"], json!({ "faulty": 1, "waiting": 2 }));
    let waiting = stage.json("/control/filings?stage=waiting&after=1&limit=5").await;
    assert_eq!(waiting.as_array().unwrap().iter().map(|one| &one["id"]).collect::<Vec<_>>(), [&json!(2)]);
}
