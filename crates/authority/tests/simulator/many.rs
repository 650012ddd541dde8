//! Many filings in few files: examined, decided and remembered in time that grows with their number only.

use std::time::{Duration, Instant};

use beian_authority::message::upload::xzba::NewFiling;
use beian_authority::sample;
use serde_json::json;

use super::stage::Stage;

/// Filings in one file, and files.
const IN_A_FILE: u32 = 100;
const FILES: u32 = 10;

fn file(number: u32) -> NewFiling {
    let first = (number - 1) * IN_A_FILE + 1;
    let mut file = NewFiling { filings: (first..first + IN_A_FILE).map(sample::filing).collect() };
    // The pictures are somebody else's measurement.
    for filing in &mut file.filings {
        filing.attachments.clear();
    }
    file
}

#[tokio::test]
async fn a_thousand_filings_go_through_and_survive() {
    let stage = Stage::with(|config| config.settings.approve_after_seconds = 60).await;
    let begun = Instant::now();
    for number in 1..=FILES {
        stage.send(i64::from(number), file(number)).await;
    }
    let sent = begun.elapsed();
    let all = IN_A_FILE * FILES;
    assert_eq!(stage.post("/control/phone/complete", json!({})).await.1, json!(all));
    let stage = stage.restarted_with(|config| config.settings.approve_after_seconds = 60).await;
    stage.pass(Duration::from_mins(1));
    let decided = Instant::now();
    stage.tick();
    println!("sent in {sent:?}, {all} decided in {:?}", decided.elapsed());

    let (outcomes, data) = stage.fetch_all().await;
    assert_eq!(outcomes.len(), 3 * all as usize, "received, phone check done, granted");
    assert_eq!(data.iter().map(|data| data.filings.len()).sum::<usize>(), all as usize);
    let stage = stage.restarted().await;
    let summary = stage.json("/control/state").await;
    assert_eq!(summary["stages"], json!({ "approved": all }));
    assert_eq!(summary["duplicates"], json!([]));
    assert_eq!(summary["numbers_issued"], 2 * all);
    let account = &summary["accounts"][0];
    assert_eq!(account["downloads_queued"], FILES + 2, "an answer for each file, two for all");
    assert_eq!(account["downloads_waiting"], 0);
}
