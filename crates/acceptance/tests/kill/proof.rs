//! What must hold after any number of kills.

use serde_json::Value;

use crate::journey::Journey;

/// The events of the straight path, in order.
const EVENTS: [&str; 9] = [
    "opened",
    "submitted",
    "check-passed",
    "approved-by-reviewer",
    "departed",
    "phone-check-started",
    "phone-check-passed",
    "received-by-authority",
    "granted",
];

/// Everything the server acknowledged is there, and the public finds the number.
pub async fn nothing_lost(journey: &Journey<'_>, numbers: &Value) {
    let known = &journey.acknowledged;
    let seen = journey.sees(known.order.as_deref().unwrap()).await;
    for (field, answer) in &known.answers {
        assert_eq!(&seen["answers"][field], answer, "{field}");
    }
    let brought = seen["evidence"].as_array().unwrap();
    for kind in &known.evidence {
        assert_eq!(brought.iter().filter(|piece| piece["kind"] == kind.as_str()).count(), 1, "{kind}");
    }
    let events: Vec<_> =
        seen["history"].as_array().unwrap().iter().map(|line| line["event"].as_str().unwrap()).collect();
    for event in &known.events {
        assert_eq!(events.iter().filter(|happened| happened == &event).count(), 1, "{event}: {events:?}");
    }
    let mut path = EVENTS.iter().filter(|event| events.contains(*event));
    assert!(events.iter().all(|event| path.next() == Some(event)), "{events:?}");
    let domain = seen["answers"]["services.0.domain"].as_str().unwrap();
    let public = journey.public_query(domain).await.to_string();
    let number = numbers["services"][0].as_str().unwrap();
    assert!(public.contains(number), "{number} in {public}");
}

/// The authority accepted one upload and issued one number to the subject and one to the service.
pub async fn nothing_doubled(bureau: &str, numbers: &Value) {
    let state: Value = reqwest::get(format!("{bureau}/control/state")).await.unwrap().json().await.unwrap();
    let account = &state["accounts"][0];
    assert_eq!(account["uploads"].as_array().unwrap().len(), 1, "{state:#}");
    assert_eq!(account["last_sequence"], 1, "{state:#}");
    let issued = state["numbers"].as_array().unwrap();
    assert_eq!(issued.len(), 2, "{state:#}");
    for number in issued {
        assert!(numbers.to_string().contains(number.as_str().unwrap()), "{number} in {numbers}");
    }
}
